#include <doctest/doctest.h>

#include <string>

#include "context/context_reader.h"
#include "context/document_context.h"
#include "embedded_analyzer.h"
#include "sample_reports.h"

namespace soat {
namespace {

bool HaveOneContext(const Figure& a, const Figure& b) {
  return a.label == b.label && a.scope == b.scope && a.role == b.role && a.start == b.start && a.end == b.end;
}

TEST_CASE("figures that are asked for one by one have the context that all of them get") {
  const ContextReader contexts(EmbeddedAnalyzer().rules());
  size_t labelled = 0;
  ForEachSample([&](const Document& document) {
    Analysis all = EmbeddedAnalyzer().Analyze(document), some = all;
    contexts.Read(document, all);
    CHECK(all.has_context);
    DocumentContext context = contexts.Of(document, some);
    for (const uint32_t figure : Shuffled(some)) {
      context.ReadAround(figure);
      CAPTURE(figure);
      CHECK(HaveOneContext(some.figures[figure], all.figures[figure]));
      labelled += all.figures[figure].label.empty() ? 0 : 1;
    }
    CHECK(!some.has_context);
  });
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
