#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "embedded_analyzer.h"
#include "sample_reports.h"

namespace soat {
namespace {

constexpr const char* kReport =
    "I. KẾT QUẢ\n"
    "1. Toàn xã có 2.146 hộ, trong đó 1.046 hộ ở thôn, 1.100 hộ ở khu. Số hộ nghèo là 64/2.146 hộ, đạt 2,98%.\n"
    "2. Có 45/50 chỉ tiêu đạt kế hoạch, đạt 91%; 52/50 thôn có nhà văn hóa.\n"
    "4. Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2023, Quyết định số 12/QĐ-UBND ngày 05/3/2023.\n"
    "5. Thu ngân sách đạt 120 tỷ đồng, tăng 20 tỷ đồng so với cùng kỳ (100 tỷ đồng).\n"
    "TT\tThôn\tSố hộ\tHộ nghèo\tTỷ lệ hộ nghèo (%)\n1\tĐông\t120\t6\t5\n2\tTây\t200\t9\t4,5\n"
    "3\tNam\t150\t3\t2\n4\tBắc\t100\t8\t8\n\tTổng cộng\t570\t26\t4,56\n";

TEST_CASE("relations that hold are counted where all others are told, and the others stay what they are") {
  const Result<Document> document = MakeDocument("report.txt", kReport);
  REQUIRE(document.ok());
  const Analyzer& analyzer = EmbeddedAnalyzer();
  Analysis all = analyzer.Analyze(document.value());
  analyzer.AddContext(document.value(), all);
  Analysis others = all;
  HeldRelations held;
  analyzer.AddRelations(document.value(), all);
  analyzer.AddRelations(document.value(), others, held);

  HeldRelations expected;
  size_t next = 0;
  for (const Relation& relation : all.relations) {
    if (relation.severity == Severity::kOk) {
      expected.Count(relation);
      continue;
    }
    REQUIRE(next < others.relations.size());
    const Relation& other = others.relations[next++];
    CHECK(other.span == relation.span);
    CHECK(other.rule == relation.rule);
    CHECK(other.operands.size() == relation.operands.size());
  }
  CHECK(next == others.relations.size());
  CHECK(next > 0);
  for (const CheckKind check : {CheckKind::kChange, CheckKind::kRatioPercent, CheckKind::kPartWholeSum}) {
    const auto of_check = [check](const Relation& relation) { return relation.check == check; };
    CHECK(std::count_if(all.relations.begin(), all.relations.end(), of_check) > 0);
  }
  CHECK(all.relations.size() > next + 9);
  CHECK(held.cut_off == expected.cut_off);
  CHECK(held.rounded_up == expected.rounded_up);
  held.counts.resize(analyzer.rules().relation_rules.size());
  expected.counts.resize(analyzer.rules().relation_rules.size());
  CHECK(held.counts == expected.counts);
  CHECK(others.undecided == all.undecided);
}

/// What a record says of a relation, as far as finders decide it.
std::string Described(const Relation& relation) {
  std::string out = std::string(ToString(relation.check)) + " " + std::to_string(relation.rule) + " " +
                    std::string(ToString(relation.verdict)) + " " + std::to_string(relation.span.begin) + "-" +
                    std::to_string(relation.span.end);
  for (const Operand& operand : relation.operands) {
    out += " " + operand.role;
    for (const OperandValue& value : operand.values)
      out += " " + (value.number ? ToString(*value.number) : value.text) + "@" + std::to_string(value.span.begin);
  }
  return out;
}

TEST_CASE("relations that do not hold are the same where those that hold are left out") {
  const Analyzer& analyzer = EmbeddedAnalyzer();
  size_t told = 0;
  ForEachSample([&](const Document& sample) {
    const std::string& text = sample.text;
    // Said twice more, once with other digits, so that there is what repeats and what contradicts an earlier figure.
    std::string changed = text;
    for (size_t at = 1; at < changed.size(); ++at) {
      if (changed[at] == '4' && changed[at - 1] >= '1' && changed[at - 1] <= '9') changed[at] = '5';
    }
    const Result<Document> document = MakeDocument("report.txt", text + "\n\n" + changed + "\n\n" + text);
    REQUIRE(document.ok());
    Analysis all = analyzer.Analyze(document.value());
    Analysis findings = all;
    analyzer.AddRelations(document.value(), all);
    analyzer.AddFindings(document.value(), findings);
    std::vector<std::string> expected, found;
    for (const Relation& relation : all.relations) {
      if (relation.severity != Severity::kOk) expected.push_back(Described(relation));
    }
    for (const Relation& relation : findings.relations) found.push_back(Described(relation));
    CHECK(found == expected);
    told += found.size();
  });
  CHECK(told > 100);
}

}  // namespace
}  // namespace soat
