#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "soat/document.h"
#include "text/rewriter.h"

namespace soat {
namespace {

/// Which source bytes each byte of a text came from, spelt out.
std::vector<Span> SourceOfEachByte(const OffsetMap& map, uint32_t text_size) {
  std::vector<Span> sources;
  for (uint32_t at = 0; at < text_size; ++at) sources.push_back(map.ToSource({at, at + 1}));
  return sources;
}

/// A text of x's in which random pieces have been replaced.
Rewriter RandomlyRewritten(std::string_view source, std::mt19937& random) {
  Rewriter rewriter(source);
  for (size_t at = random() % 4; at < source.size(); at += random() % 4) {
    const size_t end = std::min(source.size(), at + 1 + random() % 3);
    rewriter.Replace(at, end, std::string(random() % 3, 'y'));
    at = end;
  }
  rewriter.Finish();
  return rewriter;
}

}  // namespace

TEST_CASE("without runs a span is its own source") {
  const OffsetMap map;
  CHECK(map.ToSource({3, 7}) == Span{3, 7});
  CHECK(map.ToSource({5, 5}) == Span{5, 5});
}

TEST_CASE("a span widens to the runs that it touches") {
  // text:   ab[cd]ef[g]hi     source: ab[c]ef[gGG]hi
  const OffsetMap map{{{2, 2, 2, 1}, {6, 1, 5, 3}}};
  struct Row {
    Span text, source;
  };
  const Row rows[] = {
      {{0, 2}, {0, 2}}, {{1, 3}, {1, 3}}, {{2, 3}, {2, 3}},  {{3, 4}, {2, 3}},  {{3, 5}, {2, 4}},  {{4, 6}, {3, 5}},
      {{5, 7}, {4, 8}}, {{6, 7}, {5, 8}}, {{7, 9}, {8, 10}}, {{0, 9}, {0, 10}}, {{8, 9}, {9, 10}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text.begin);
    CAPTURE(row.text.end);
    CHECK(map.ToSource(row.text) == row.source);
  }
}

TEST_CASE("what is not in the text belongs to a span only when it stands inside") {
  // source: [BOM3]ab[--]cd
  const OffsetMap map{{{0, 0, 0, 3}, {2, 0, 5, 2}}};
  CHECK(map.ToSource({0, 2}) == Span{3, 5});
  CHECK(map.ToSource({1, 3}) == Span{4, 8});
  CHECK(map.ToSource({2, 4}) == Span{7, 9});
}

TEST_CASE("an empty span leads to an empty span") {
  const OffsetMap map{{{0, 0, 0, 3}, {2, 2, 5, 4}}};
  CHECK(map.ToSource({0, 0}) == Span{3, 3});
  CHECK(map.ToSource({3, 3}) == Span{5, 5});
  CHECK(map.ToSource({4, 4}) == Span{9, 9});
}

TEST_CASE("what a span leads to does not depend on the span asked for before it") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::string source(random() % 40, 'x');
    Rewriter rewriter = RandomlyRewritten(source, random);
    const auto size = static_cast<uint32_t>(rewriter.text().size());
    size_t near = 0;
    for (int i = 0; i < 60; ++i) {
      const auto begin = static_cast<uint32_t>(random() % (size + 1));
      const Span span{begin, begin + static_cast<uint32_t>(random() % (size + 1 - begin))};
      CHECK(rewriter.map().ToSource(span, near) == rewriter.map().ToSource(span));
    }
  }
}

TEST_CASE("a rewriter keeps what is between the replacements") {
  Rewriter rewriter("một hai ba");
  rewriter.Replace(0, 5, "1");
  rewriter.Replace(6, 9, "");
  CHECK(rewriter.changed());
  rewriter.Finish();
  CHECK(rewriter.text() == "1  ba");
  CHECK(rewriter.map().ToSource({3, 5}) == Span{10, 12});
  CHECK(rewriter.map().ToSource({0, 5}) == Span{0, 12});
}

TEST_CASE("two maps joined lead where one after the other leads, or wider") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string source(random() % 24, 'x');
    Rewriter middle = RandomlyRewritten(source, random);
    Rewriter top = RandomlyRewritten(middle.text(), random);
    const OffsetMap joined = Compose(top.map(), middle.map());
    const auto size = static_cast<uint32_t>(top.text().size());
    uint32_t last_end = 0;
    for (const OffsetMap::Run& run : joined.runs) {
      CHECK(run.text >= last_end);
      last_end = run.text + run.text_size;
      CHECK(last_end <= size);
      CHECK(run.source + run.source_size <= source.size());
    }
    const std::vector<Span> each = SourceOfEachByte(joined, size);
    for (uint32_t at = 0; at < size; ++at) {
      const Span step = middle.map().ToSource(top.map().ToSource({at, at + 1}));
      CHECK(each[at].begin <= step.begin);
      CHECK(each[at].end >= step.end);
      CHECK(each[at].end <= source.size());
      if (at > 0) CHECK(each[at].begin >= each[at - 1].begin);
    }
  }
}

TEST_CASE("overlapping runs of two maps become one") {
  // text "òa " <- middle "oà " <- source "o" "a" "`" NBSP
  const OffsetMap spelling{{{0, 3, 0, 3}}}, characters{{{1, 2, 1, 3}, {3, 1, 4, 2}}};
  const OffsetMap joined = Compose(spelling, characters);
  REQUIRE(joined.runs.size() == 2);
  CHECK(joined.ToSource({0, 2}) == Span{0, 4});
  CHECK(joined.ToSource({3, 4}) == Span{4, 6});
}

TEST_CASE("a document quotes what the file says") {
  Document document;
  document.decoded = "xã hoà\u00A0an";
  document.text = "xã hòa an";
  document.to_decoded.runs = {{5, 3, 5, 3}, {8, 1, 8, 2}};
  CHECK(document.Quote({4, 8}) == "hoà");
  CHECK(document.Quote({0, 3}) == "xã");
  CHECK(document.Quote({4, 11}) == "hoà\u00A0an");
  CHECK(document.Quote({4, 4}).empty());
}

}  // namespace soat
