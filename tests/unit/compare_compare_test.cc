#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "soat/comparison.h"
#include "write/comparison.h"

namespace soat {
namespace {

const DaySpan k2022{"2022-01-01", "2022-12-31"}, k2023{"2023-01-01", "2023-12-31"};

RuleSet Rules() {
  RuleSet rules;
  Indicator wells;
  wells.id = "wells";
  wells.name = "Giếng";
  wells.kinds = {FigureKind::kCount};
  wells.units = {"giếng"};
  wells.better = BetterDirection::kMore;
  wells.implied_scopes = {"cấp xã"};
  wells.wholes = {{"giếng sâu", "sâu"}};
  Indicator floods = wells;
  floods.id = "floods";
  floods.name = "Trận lũ";
  floods.better = BetterDirection::kLess;
  rules.indicators = {wells, floods};
  rules.labels.whole_scopes["huyện"] = {"toàn huyện"};
  rules.labels.fillers = {"số", "các"};
  rules.reorganisations = {{"2025-07-01", {"huyện", "xã"}}};
  rules.provinces = {{"tỉnh", "Q", "", "", "", "2025-06-30"}, {"tỉnh", "Q", "", "", "2025-07-01", ""}};
  return rules;
}

/// Reports and figures, written shortly.
class Case {
 public:
  Case& Report(const std::string& path, const std::string& unit, const std::string& province, const DaySpan& period) {
    ComparedReport report;
    report.path = path;
    report.sha256 = "sha " + path;
    report.unit_name = unit;
    report.unit_level = unit.substr(0, unit.find(' '));
    report.province = province;
    report.period = period;
    report.date = period.end;
    observations_.reports.push_back(report);
    return *this;
  }
  Case& Title(const std::string& title, const std::string& status) {
    observations_.reports.back().title = title;
    observations_.reports.back().status = status;
    return *this;
  }
  Case& Figure(const std::string& value, const DaySpan& period = {}, const std::string& indicator = "wells") {
    Observation figure;
    figure.report = static_cast<uint32_t>(observations_.reports.size() - 1);
    figure.line = static_cast<uint32_t>(observations_.figures.size() + 1);
    figure.value = *ParseDecimal(value);
    figure.period = period;
    figure.indicator = indicator;
    figure.unit = "giếng";
    figure.label = "giếng";
    observations_.figures.push_back(figure);
    return *this;
  }
  Observation& Last() { return observations_.figures.back(); }

  Comparison Run(const CompareOptions& options = {}) const { return Compare(observations_, Rules(), options); }
  std::string Wide(const CompareOptions& options = {}, const ComparisonStyle& style = {}) const {
    return WriteWideCsv(Run(options), style);
  }

 private:
  Observations observations_;
};

TEST_CASE("columns are units and periods") {
  Case c;
  c.Report("b", "huyện B", "P", k2023).Figure("7").Report("a", "huyện A", "P", k2022).Figure("12").Figure("8", k2023);
  CHECK(c.Wide() ==
        "indicator,name,scope,unit,huyện A 2022,huyện A 2023,huyện B 2023\n"
        "wells,Giếng,,giếng,12,8,7\n");
  CHECK(c.Wide({}, {.by = CompareBy::kPeriod}) ==
        "indicator,name,scope,unit,huyện A 2022,huyện A 2023,huyện B 2023\n"
        "wells,Giếng,,giếng,12,8,7\n");
  CHECK(c.Wide({}, {.by = CompareBy::kIndicator}) ==
        "unit_name,province,period,wells\nhuyện A,P,2022,12\nhuyện A,P,2023,8\nhuyện B,P,2023,7\n");
}

TEST_CASE("units of one name in two provinces are two") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("1").Report("b", "huyện A", "R", k2023).Figure("2");
  CHECK(c.Wide() == "indicator,name,scope,unit,huyện A (P) 2023,huyện A (R) 2023\nwells,Giếng,,giếng,1,2\n");
}

TEST_CASE("a unit after a reorganisation is not the one of its name before, and a note says so") {
  const DaySpan after{"2025-07-01", "2025-12-31"};
  Case c;
  c.Report("a", "xã A", "P", k2023).Figure("1").Report("b", "xã A", "P", after).Figure("2");
  c.Report("c", "tỉnh Q", "", k2023).Figure("3").Report("d", "tỉnh Q", "", after).Figure("4");
  const Comparison comparison = c.Run();
  REQUIRE(comparison.units.size() == 4);
  CHECK(comparison.units[0].shown == "tỉnh Q");
  CHECK(comparison.units[1].shown == "tỉnh Q (from 2025-07-01)");
  CHECK(comparison.units[3].shown == "xã A (from 2025-07-01)");
  REQUIRE(comparison.notes.size() == 1);
  CHECK(comparison.notes[0].find("spans 2025-07-01") != std::string::npos);
}

TEST_CASE("a report that does not say who reports stands alone") {
  Case c;
  c.Report("a.txt", "", "", k2023).Figure("1").Report("b.txt", "", "", k2023).Figure("2");
  CHECK(c.Wide() == "indicator,name,scope,unit,a.txt 2023,b.txt 2023\nwells,Giếng,,giếng,1,2\n");
}

TEST_CASE("the final report counts, not its draft; a copy counts once") {
  Case c;
  c.Report("draft", "huyện A", "P", k2023).Title("T", "draft").Figure("1");
  c.Report("final", "huyện A", "P", k2023).Title("T", "").Figure("2");
  c.Report("other", "huyện A", "P", k2023).Title("U", "").Figure("5", {}, "floods");
  const Comparison comparison = c.Run();
  CHECK(comparison.notes == std::vector<std::string>{"draft is left out: it is the draft of final"});
  REQUIRE(comparison.cells.size() == 2);
  CHECK(ToString(comparison.cells[0].statements.front().value) == "2");
}

TEST_CASE("a cell with several values shows one and is marked") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("12").Figure("11").Figure("12").Figure("9", {"2023-01-01", "2023-11-28"});
  CHECK(c.Wide() == "indicator,name,scope,unit,huyện A 2023\nwells,Giếng,,giếng,12 *\n");
  CHECK(WriteLongCsv(c.Run(), {.conflicts = true}) ==
        "indicator,scope,unit_name,province,report_period,period,value,unit,qualifier,report,line,name,value_max,whole,"
        "mark\n"
        "wells,,huyện A,P,2023-01-01..2023-12-31,2023-01-01..2023-12-31,12,giếng,,a,1,Giếng,,,shown\n"
        "wells,,huyện A,P,2023-01-01..2023-12-31,2023-01-01..2023-12-31,11,giếng,,a,2,Giếng,,,other\n"
        "wells,,huyện A,P,2023-01-01..2023-12-31,2023-01-01..2023-12-31,12,giếng,,a,3,Giếng,,,other\n"
        "wells,,huyện A,P,2023-01-01..2023-12-31,2023-01-01..2023-11-28,9,giếng,,a,4,Giếng,,,other\n");
}

TEST_CASE("the same value printed with fewer digits is no conflict") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("89.6").Figure("89.64");
  CHECK(c.Wide() == "indicator,name,scope,unit,huyện A 2023\nwells,Giếng,,giếng,89.64\n");
}

TEST_CASE("a later report is preferred, and of equal values that of the period itself") {
  Case c;
  c.Report("old", "huyện A", "P", k2022).Figure("12").Report("new", "huyện A", "P", k2023).Figure("13", k2022);
  CHECK(c.Wide() == "indicator,name,scope,unit,huyện A 2022\nwells,Giếng,,giếng,13 *\n");
  Case d;
  d.Report("old", "huyện A", "P", k2022).Figure("12").Report("new", "huyện A", "P", k2023).Figure("12", k2022);
  const Comparison comparison = d.Run();
  REQUIRE(comparison.cells.size() == 1);
  CHECK(comparison.cells[0].statements.front().report == 0);
  CHECK_FALSE(comparison.cells[0].conflict);
}

TEST_CASE("values that cannot be set beside each other carry a mark") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("12");
  c.Report("b", "huyện B", "P", {"2023-01-01", "2023-06-30"}).Figure("5");
  c.Report("d", "huyện D", "P", k2023).Figure("7", {"2023-01-01", "2023-11-28"});
  c.Last().label = "giếng sâu";
  c.Last().qualifier = Qualifier::kOver;
  CHECK(c.Wide() ==
        "indicator,name,scope,unit,huyện A 2023,huyện B 2023-H1,huyện D 2023\n"
        "wells,Giếng,,giếng,12,5 2023-H1,7 over 2023-01-01..2023-11-28 of giếng sâu\n");
}

TEST_CASE("targets, changes and ranks are no values") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("12");
  for (const FigureRole role : {FigureRole::kTarget, FigureRole::kChange, FigureRole::kExcess, FigureRole::kRank}) {
    c.Figure("99");
    c.Last().role = role;
  }
  CHECK(c.Wide() == "indicator,name,scope,unit,huyện A 2023\nwells,Giếng,,giếng,12\n");
}

TEST_CASE("a scope that is the unit itself, or says nothing, is none") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("12");
  c.Last().scope = "toàn huyện";
  c.Figure("12");
  c.Last().scope = "cấp xã";
  c.Figure("3");
  c.Last().scope = "cấp huyện";
  CHECK(c.Wide() == "indicator,name,scope,unit,huyện A 2023\nwells,Giếng,,giếng,12\nwells,Giếng,cấp huyện,giếng,3\n");
}

TEST_CASE("ranks follow the better direction, within one period") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("5").Figure("5", {}, "floods");
  c.Report("b", "huyện B", "P", k2023).Figure("9").Figure("9", {}, "floods").Figure("1", k2022);
  c.Report("d", "huyện D", "P", k2023).Figure("9").Figure("8", {}, "floods");
  c.Report("e", "huyện E", "P", k2023).Figure("20");
  c.Last().qualifier = Qualifier::kOver;
  std::vector<std::string> ranks;
  for (const ComparedCell& cell : c.Run().cells) ranks.push_back(cell.rank ? std::to_string(*cell.rank) : "-");
  CHECK(ranks == std::vector<std::string>{"3", "-", "1", "1", "-", "1", "3", "2"});
}

TEST_CASE("a change is exact, and its percentage rounded half up") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("800", k2022).Figure("801.4", k2023);
  c.Report("b", "huyện B", "P", k2023).Figure("0", k2022).Figure("5", k2023);
  c.Report("d", "huyện D", "P", k2023).Figure("8", k2022).Figure("5", k2023);
  c.Last().qualifier = Qualifier::kOver;
  CHECK(c.Wide({}, {.changes = true}) ==
        "indicator,name,scope,unit,huyện A 2022,huyện A 2023,huyện A 2023 change,huyện A 2023 change %,huyện B 2022,"
        "huyện B 2023,huyện B 2023 change,huyện B 2023 change %,huyện D 2022,huyện D 2023\n"
        "wells,Giếng,,giếng,800,801.4,1.4,0.18,0,5,5,,8,5 over\n");  // 0.175
}

TEST_CASE("only what is asked for is compared") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("5").Figure("6", {}, "floods").Figure("4", k2022);
  c.Report("b", "huyện B", "P", k2023).Figure("9");
  CHECK(c.Wide({.indicators = {"floods"}}) == "indicator,name,scope,unit,huyện A 2023\nfloods,Trận lũ,,giếng,6\n");
  CHECK(c.Wide({.units = {"b"}}) == "indicator,name,scope,unit,huyện B 2023\nwells,Giếng,,giếng,9\n");
  CHECK(c.Wide({.units = {"Huyện B"}}) == "indicator,name,scope,unit,huyện B 2023\nwells,Giếng,,giếng,9\n");
  CHECK(c.Wide({.periods = {k2022}}) == "indicator,name,scope,unit,huyện A 2022\nwells,Giếng,,giếng,4\n");
  CHECK(c.Wide({.min_reports = 2}) ==
        "indicator,name,scope,unit,huyện A 2022,huyện A 2023,huyện B 2023\nwells,Giếng,,giếng,4,5,9\n");
  CHECK(c.Wide({.scopes = {"cấp huyện"}}) == "indicator,name,scope,unit\n");
  CHECK(c.Wide({.sort = CompareSort::kReports}).find("floods") > c.Wide({.sort = CompareSort::kReports}).find("wells"));
}

TEST_CASE("without a known indicator figures meet by their labels") {
  Case c;
  c.Report("a", "huyện A", "P", k2023).Figure("5", {}, "");
  c.Last().label = "Số các chợ";
  c.Report("b", "huyện B", "P", k2023).Figure("9", {}, "");
  c.Last().label = "chợ";
  CHECK(c.Wide() == "indicator,name,scope,unit\n");
  CHECK(c.Wide({.all_labels = true}) == "indicator,name,scope,unit,huyện A 2023,huyện B 2023\n,chợ,,giếng,5,9\n");
  c.Last().unit = "cái";
  CHECK(c.Wide({.all_labels = true}) ==
        "indicator,name,scope,unit,huyện A 2023,huyện B 2023\n,chợ,,cái,,9\n,Số các chợ,,giếng,5,\n");
}

TEST_CASE("the order of the observations does not matter") {
  Case one, other;
  one.Report("a", "huyện A", "P", k2023).Figure("5").Report("b", "huyện B", "P", k2022).Figure("9");
  other.Report("b", "huyện B", "P", k2022).Figure("9").Report("a", "huyện A", "P", k2023).Figure("5");
  CHECK(one.Wide() == other.Wide());
}

}  // namespace
}  // namespace soat
