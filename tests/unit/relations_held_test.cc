#include <doctest/doctest.h>

#include <string>

#include "embedded_analyzer.h"

namespace soat {
namespace {

constexpr const char* kReport =
    "I. KẾT QUẢ\n"
    "1. Toàn xã có 2.146 hộ, trong đó 1.046 hộ ở thôn, 1.100 hộ ở khu. Số hộ nghèo là 64/2.146 hộ, đạt 2,98%.\n"
    "2. Có 45/50 chỉ tiêu đạt kế hoạch, đạt 91%; 52/50 thôn có nhà văn hóa.\n"
    "4. Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2023, Quyết định số 12/QĐ-UBND ngày 05/3/2023.\n";

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
  CHECK(all.relations.size() > next + 2);
  CHECK(held.cut_off == expected.cut_off);
  CHECK(held.rounded_up == expected.rounded_up);
  held.counts.resize(analyzer.rules().relation_rules.size());
  expected.counts.resize(analyzer.rules().relation_rules.size());
  CHECK(held.counts == expected.counts);
  CHECK(others.undecided == all.undecided);
}

}  // namespace
}  // namespace soat
