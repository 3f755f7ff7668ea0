#include <doctest/doctest.h>

#include <string>

#include "embedded_analyzer.h"

namespace soat {
namespace {

// What is said of the first contradiction in a text.
std::string MessageFor(const std::string& text, Language language) {
  Result<Document> document = MakeDocument("report.txt", text);
  REQUIRE(document.ok());
  Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  EmbeddedAnalyzer().AddContext(document.value(), analysis);
  EmbeddedAnalyzer().AddRelations(document.value(), analysis);
  for (const Relation& relation : analysis.relations) {
    if (relation.severity != Severity::kError) continue;
    return MessageOf(relation, document.value(), EmbeddedAnalyzer().rules(), language);
  }
  return {};
}

TEST_CASE("what a report prints is quoted, what is computed is written as readers of the language write it") {
  const std::string sum = "Đã chi 1.120 triệu đồng, gồm: huyện 820 triệu đồng; xã 310 triệu đồng.\n";
  CHECK(MessageFor(sum, Language::kVietnamese) ==
        "Các phần 820 triệu đồng, 310 triệu đồng cộng lại là 1.130.000.000, báo cáo ghi tổng là 1.120 triệu đồng (lệch "
        "-10.000.000).");
  CHECK(MessageFor(sum, Language::kEnglish) ==
        "The parts 820 triệu đồng, 310 triệu đồng add up to 1,130,000,000, the report gives 1.120 triệu đồng as their "
        "total (off by -10,000,000).");
  const std::string share = "Có 7.812/8.245 người, đạt 94,57%.\n";
  CHECK(MessageFor(share, Language::kVietnamese) ==
        "7.812 trên 8.245 là 94,7483%, báo cáo ghi 94,57% (lệch -0,1783 điểm phần trăm).");
  CHECK(MessageFor(share, Language::kEnglish) ==
        "7.812 of 8.245 is 94.7483%, the report says 94,57% (off by -0.1783 percentage points).");
}

}  // namespace
}  // namespace soat
