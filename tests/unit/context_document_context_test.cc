#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "context/context_reader.h"
#include "context/document_context.h"
#include "embedded_analyzer.h"

namespace soat {
namespace {

bool HaveOneContext(const Figure& a, const Figure& b) {
  return a.label == b.label && a.scope == b.scope && a.role == b.role && a.start == b.start && a.end == b.end;
}

/// The figures of an analysis in an order that is another one for each report.
std::vector<uint32_t> Shuffled(const Analysis& analysis) {
  std::vector<uint32_t> order(analysis.figures.size());
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), std::mt19937(static_cast<unsigned>(order.size())));
  return order;
}

TEST_CASE("figures that are asked for one by one have the context that all of them get") {
  const ContextReader contexts(EmbeddedAnalyzer().rules());
  size_t labelled = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SOAT_SOURCE_DIR "/samples")) {
    std::ifstream file(entry.path() / "report.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.empty()) continue;
    const Result<Document> document = MakeDocument(entry.path().filename().string(), bytes);
    REQUIRE(document.ok());
    Analysis all = EmbeddedAnalyzer().Analyze(document.value()), some = all;
    contexts.Read(document.value(), all);
    CHECK(all.has_context);
    DocumentContext context = contexts.Of(document.value(), some);
    CAPTURE(document.value().path);
    for (const uint32_t figure : Shuffled(some)) {
      context.ReadAround(figure);
      CAPTURE(figure);
      CHECK(HaveOneContext(some.figures[figure], all.figures[figure]));
      labelled += all.figures[figure].label.empty() ? 0 : 1;
    }
    CHECK(!some.has_context);
  }
  CHECK(labelled > 500);
}

TEST_CASE("only the block of the figure is read") {
  const Document document = MakeDocument("a.txt", "Số hộ nghèo là 12 hộ.\n\nSố hộ cận nghèo là 15 hộ.\n").value();
  Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  REQUIRE(analysis.figures.size() == 2);
  const ContextReader contexts(EmbeddedAnalyzer().rules());
  contexts.Of(document, analysis).ReadAround(1);
  CHECK(analysis.figures[0].label.empty());
  CHECK(analysis.figures[1].label == "hộ cận nghèo");
}

TEST_CASE("what has been read is left as it is") {
  const Document document = MakeDocument("a.txt", "Số hộ nghèo là 12 hộ.\n").value();
  Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  const ContextReader contexts(EmbeddedAnalyzer().rules());
  contexts.Read(document, analysis);
  analysis.figures[0].label = "đã đọc";
  contexts.Of(document, analysis).ReadAround(0);
  CHECK(analysis.figures[0].label == "đã đọc");
}

}  // namespace
}  // namespace soat
