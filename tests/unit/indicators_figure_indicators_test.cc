#include <doctest/doctest.h>

#include <string>

#include "context/context_reader.h"
#include "context/document_context.h"
#include "embedded_analyzer.h"
#include "indicators/figure_indicators.h"
#include "indicators/indicator_matcher.h"
#include "sample_reports.h"

namespace soat {
namespace {

std::string IdOf(const Indicator* indicator) { return indicator == nullptr ? "" : indicator->id; }

TEST_CASE("figures that are asked for one by one have the indicators that all of them get") {
  const IndicatorMatcher matcher(EmbeddedAnalyzer().rules());
  size_t with_indicator = 0;
  ForEachSample([&](const Document& document) {
    Analysis analysis = EmbeddedAnalyzer().Analyze(document);
    EmbeddedAnalyzer().AddContext(document, analysis);
    FigureIndicators indicators(matcher, document, analysis);
    for (const uint32_t figure : Shuffled(analysis)) {
      CAPTURE(figure);
      const Indicator* found = indicators.Of(figure);
      CHECK(IdOf(found) == analysis.figures[figure].indicator);
      with_indicator += found != nullptr ? 1 : 0;
    }
  });
  CHECK(with_indicator > 100);
}

TEST_CASE("rivals of a figure are found, and its context read, from the figure itself") {
  const Document document =
      MakeDocument("a.txt",
                   "UBND HUYỆN ĐỒI CAO\nBÁO CÁO\nKết quả chuyển đổi số năm 2023\n\n"
                   "Toàn huyện có 18 tổ công nghệ số cộng đồng cấp xã và 160 tổ công nghệ số cộng "
                   "đồng cấp thôn; hiện có 178 tổ công nghệ số cộng đồng.\n")
          .value();
  Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  const ContextReader contexts(EmbeddedAnalyzer().rules());
  DocumentContext context = contexts.Of(document, analysis);
  const IndicatorMatcher matcher(EmbeddedAnalyzer().rules());
  FigureIndicators indicators(matcher, document, analysis, &context);
  std::string found;
  for (auto figure = static_cast<uint32_t>(analysis.figures.size()); figure-- > 0;) {
    found += CanonicalValue(analysis.figures[figure]) + "=" + IdOf(indicators.Of(figure)) + ";";
  }
  CHECK(!analysis.has_context);
  CHECK(found == "178=community_tech_teams;160=;18=;2023-01-01..2023-12-31=;");
}

TEST_CASE("without indicators no figure has one") {
  RuleSet rules;
  const IndicatorMatcher matcher(rules);
  Analysis analysis;
  analysis.figures.resize(2);
  const Document document = MakeDocument("a.txt", "12 giếng, 13 giếng").value();
  FigureIndicators indicators(matcher, document, analysis);
  indicators.FindAll();
  CHECK(indicators.Of(1) == nullptr);
}

}  // namespace
}  // namespace soat
