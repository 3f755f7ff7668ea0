// Any bytes that are a document give figures that stand where they say, and the same ones again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include "soat/analyzer.h"
#include "soat/reader.h"
#include "soat/writer.h"

namespace {

void Require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

const soat::Analyzer& EmbeddedAnalyzer() {
  static const soat::Analyzer analyzer = [] {
    soat::RuleLoad load = soat::LoadRules(soat::EmbeddedRules());
    Require(load.errors.empty(), "the embedded rules load");
    soat::Result<soat::Analyzer> made = soat::Analyzer::Make(std::move(load.rules));
    Require(made.ok(), "the embedded rules compile");
    return std::move(made.value());
  }();
  return analyzer;
}

/// Figures and skips, each sorted and disjoint, in bounds, and where figures are nothing is skipped.
void CheckSpans(const soat::Document& document, const soat::Analysis& analysis) {
  uint32_t end = 0;
  size_t next_skip = 0;
  for (const soat::Figure& figure : analysis.figures) {
    for (; next_skip < analysis.skips.size() && analysis.skips[next_skip].span.begin < figure.span.begin; ++next_skip) {
      Require(analysis.skips[next_skip].span.begin >= end, "skips are sorted and stand outside of figures");
      end = analysis.skips[next_skip].span.end;
    }
    Require(figure.span.begin >= end, "figures are sorted and disjoint");
    Require(figure.span.begin < figure.span.end && figure.span.end <= document.text.size(), "a figure is in the text");
    Require(figure.rule < EmbeddedAnalyzer().rules().figure_rules.size(), "a figure has a rule");
    Require(!document.Quote(figure.span).empty(), "a figure quotes something");
    end = figure.span.end;
  }
}

/// In a file that is plain UTF-8 the quoted text is the bytes at its offset.
void CheckPlaces(const soat::Document& document, const soat::Analysis& analysis, const std::string& bytes) {
  soat::Locator locator(document);
  const bool plain = document.encoding.starts_with("UTF-8") && document.problems.empty();
  for (const soat::Figure& figure : analysis.figures) {
    const soat::Location place = locator.Locate(figure.span);
    Require(place.offset + place.length <= bytes.size(), "a place is in the file");
    Require(!plain || bytes.substr(place.offset, place.length) == document.Quote(figure.span),
            "the text equals the file at its offset");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const soat::Result<soat::Document> document = soat::MakeDocument("fuzz", bytes);
  if (!document.ok()) return 0;
  const soat::Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  CheckSpans(document.value(), analysis);
  CheckPlaces(document.value(), analysis, bytes);
  const auto writer = soat::MakeNdjsonWriter();
  Require(writer->Render(document.value(), analysis) ==
              writer->Render(document.value(), EmbeddedAnalyzer().Analyze(document.value())),
          "the same text gives the same figures");
  return 0;
}
