#include <doctest/doctest.h>

#include <string>

#include "embedded_analyzer.h"
#include "indicators/compiled_indicators.h"
#include "indicators/indicator_matcher.h"

namespace soat {
namespace {

RuleSet TwoIndicators() {
  RuleSet rules;
  Indicator wells;
  wells.id = "wells";
  wells.kinds = {FigureKind::kCount, FigureKind::kRatio};
  wells.units = {"giếng"};
  wells.patterns = {"giếng(?: nước)?"};
  wells.patterns_under = {"công trình"};
  wells.under = {"nước sạch"};
  wells.never = {"hỏng"};
  Indicator deep = wells;
  deep.id = "deep_wells";
  deep.patterns = {"giếng khoan", "giếng nước"};
  deep.scopes = {"cấp xã"};
  rules.indicators = {wells, deep};
  return rules;
}

std::string Matched(const Figure& figure, const std::string& under = "", const std::string& before = "") {
  const RuleSet rules = TwoIndicators();
  const Indicator* found = IndicatorMatcher(rules).Match(figure, {under, before}, "");
  return found == nullptr ? "" : found->id;
}

Figure Wells(const std::string& label) {
  Figure figure;
  figure.label = label;
  figure.unit = "giếng";
  return figure;
}

TEST_CASE("what is said of some units alone is no value of all") {
  RuleSet rules;
  Indicator rate;
  rate.id = "rate";
  rate.kinds = {FigureKind::kPercent};
  rate.units = {"%"};
  rate.patterns = {"tỷ lệ giếng sạch"};
  rules.indicators = {rate};
  rules.labels.some_units = {"một số xã [^,]*$"};
  rules.labels.each_unit = {"các xã [^,]*$"};
  const auto is_value = [&rules](const std::string& before, Qualifier qualifier) {
    Figure figure;
    figure.kind = FigureKind::kPercent;
    figure.unit = "%";
    figure.label = "tỷ lệ giếng sạch";
    figure.qualifier = qualifier;
    return IndicatorMatcher(rules).Match(figure, {"", before}, "") != nullptr;
  };
  CHECK_FALSE(is_value("Một số xã có tỷ lệ giếng sạch đạt", Qualifier::kNone));
  CHECK_FALSE(is_value("Các xã đạt trên", Qualifier::kOver));
  CHECK(is_value("Các xã đạt", Qualifier::kNone));
  CHECK(is_value("Một số xã chậm. Tỷ lệ giếng sạch", Qualifier::kOver));
  CHECK(is_value("Một số xã chậm; tỷ lệ giếng sạch", Qualifier::kOver));
  CHECK(is_value("", Qualifier::kOver));
}

TEST_CASE("kind, unit, scope and the whole label decide") {
  CHECK(Matched(Wells("Giếng")) == "wells");
  CHECK(Matched(Wells("giếng hỏng")).empty());
  CHECK(Matched(Wells("đào giếng")).empty());
  CHECK(Matched(Wells("")).empty());
  Figure figure = Wells("giếng");
  figure.kind = FigureKind::kPercent;
  CHECK(Matched(figure).empty());
  figure = Wells("giếng");
  figure.unit = "giếng khoan";
  CHECK(Matched(figure) == "wells");
  figure.unit = "giếngx";
  CHECK(Matched(figure).empty());
  figure = Wells("giếng khoan");
  CHECK(Matched(figure).empty());
  figure.scope = "cấp xã";
  CHECK(Matched(figure) == "deep_wells");
}

TEST_CASE("figures with one label are told apart by their scopes, one after the other") {
  const RuleSet rules = TwoIndicators();
  const CompiledIndicators indicators(rules);
  class : public Around {
    std::string Headings() override { return {}; }
    std::string_view Before() const override { return {}; }
  } nothing;
  const FoldedText no_name;
  MatchRoom room;
  for (const char* scope : {"cấp xã", "", "cấp xã", "cấp xã"}) {
    Figure figure = Wells("giếng cấp xã khoan");
    figure.scope = scope;
    const Indicator* found = indicators.Match(figure, nothing, no_name, room);
    CHECK((found == nullptr ? "" : found->id) == (figure.scope.empty() ? "" : "deep_wells"));
  }
}

TEST_CASE("a figure without a unit has its indicator when the label names what is counted") {
  Figure figure = Wells("giếng nước");
  figure.unit.clear();
  CHECK(Matched(figure) == "wells");
  figure.label = "công trình";
  CHECK(Matched(figure, "Nước sạch").empty());
}

TEST_CASE("what two indicators claim belongs to neither") {
  Figure figure = Wells("giếng nước");
  figure.scope = "cấp xã";
  CHECK(Matched(figure).empty());
}

TEST_CASE("some labels count under a heading alone") {
  CHECK(Matched(Wells("công trình")).empty());
  CHECK(Matched(Wells("công trình"), "II. Nước sạch nông thôn") == "wells");
}

TEST_CASE("some labels count behind certain words alone, and under a heading when that is asked for too") {
  RuleSet rules = TwoIndicators();
  rules.indicators[0].before = {"bảo vệ$"};
  const IndicatorMatcher matcher(rules);
  CHECK(matcher.Match(Wells("công trình"), {"Nước sạch", "nay được bảo vệ:"}, "") == &rules.indicators[0]);
  CHECK(matcher.Match(Wells("công trình"), {"Nước sạch", "bảo vệ rừng"}, "") == nullptr);
  CHECK(matcher.Match(Wells("công trình"), {"Chợ", "nay được bảo vệ"}, "") == nullptr);
}

TEST_CASE("a change, an excess or a rank is no value; a target is") {
  Figure figure = Wells("giếng");
  for (const FigureRole role : {FigureRole::kChange, FigureRole::kExcess, FigureRole::kRank}) {
    figure.role = role;
    CHECK(Matched(figure).empty());
  }
  figure.role = FigureRole::kTarget;
  CHECK(Matched(figure) == "wells");
}

TEST_CASE("a part is not another value of its total's indicator") {
  const Document document =
      MakeDocument("a.txt", "Có 9 giếng, trong đó:\n- 4 giếng đào;\n- 5 giếng xây.\n\nXã khác: 2 giếng.\n").value();
  Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  REQUIRE(analysis.figures.size() == 4);
  for (Figure& figure : analysis.figures) {
    figure.label = figure.unit = "giếng";
    figure.role = FigureRole::kPart;
  }
  analysis.figures[0].role = FigureRole::kTotal;
  analysis.figures[2].scope = "cấp huyện";
  const RuleSet rules = TwoIndicators();
  IndicatorMatcher(rules).Apply(document, analysis);
  CHECK(analysis.figures[0].indicator == "wells");
  CHECK(analysis.figures[1].indicator.empty());
  CHECK(analysis.figures[2].indicator == "wells");
  CHECK(analysis.figures[3].indicator == "wells");  // nothing leads it in
}

TEST_CASE("figures of a report get their indicators") {
  const Document document = MakeDocument("a.txt",
                                         "UBND HUYỆN ĐỒI CAO\nBÁO CÁO\nKết quả chuyển đổi số năm 2023\n\n"
                                         "- Mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt 91,5%.\n"
                                         "- Có 12 lớp học bơi.\n")
                                .value();
  Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  EmbeddedAnalyzer().AddContext(document, analysis);
  std::string found;
  for (const Figure& figure : analysis.figures) {
    if (!figure.indicator.empty()) found += figure.indicator + "=" + CanonicalValue(figure) + ";";
  }
  CHECK(found == "satisfaction_rate=91.5;");
}

TEST_CASE("of two values of one thing in one sentence neither is the value") {
  const Document document =
      MakeDocument("a.txt",
                   "UBND HUYỆN ĐỒI CAO\nBÁO CÁO\nKết quả chuyển đổi số năm 2023\n\n"
                   "Toàn huyện có 18 tổ công nghệ số cộng đồng cấp xã và 160 tổ công nghệ số cộng "
                   "đồng cấp thôn.\nHiện có 178 tổ công nghệ số cộng đồng.\n")
          .value();
  Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  EmbeddedAnalyzer().AddContext(document, analysis);
  std::string found;
  for (const Figure& figure : analysis.figures) {
    if (!figure.indicator.empty()) found += figure.indicator + "=" + CanonicalValue(figure) + ";";
  }
  CHECK(found == "community_tech_teams=178;");
}

}  // namespace
}  // namespace soat
