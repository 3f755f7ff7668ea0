#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "embedded_analyzer.h"
#include "soat/reader.h"

namespace soat {
namespace {

/// One figure with the context that it must have.
struct Expected {
  std::string text, label, scope, role;
};

std::vector<Expected> ContextsOf(const std::string& text) {
  const Result<Document> document = MakeDocument("report", text);
  REQUIRE(document.ok());
  Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  EmbeddedAnalyzer().AddContext(document.value(), analysis);
  std::vector<Expected> contexts;
  for (const Figure& figure : analysis.figures) {
    if (figure.kind > FigureKind::kMeasure) continue;  // dates, periods and documents measure nothing
    contexts.push_back({std::string(document.value().Quote(figure.span)), figure.label, figure.scope,
                        std::string(ToString(figure.role))});
  }
  return contexts;
}

void CheckContexts(const std::string& text, const std::vector<Expected>& expected) {
  const std::vector<Expected> contexts = ContextsOf(text);
  CAPTURE(text);
  REQUIRE(contexts.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].text);
    CHECK(contexts[i].text == expected[i].text);
    CHECK(contexts[i].label == expected[i].label);
    CHECK(contexts[i].scope == expected[i].scope);
    CHECK(contexts[i].role == expected[i].role);
  }
}

TEST_CASE("the words before a figure name it, and a percentage behind a ratio has the ratio's name") {
  CheckContexts("Hồ sơ tiếp nhận trực tuyến tại cấp huyện là 412/520, đạt tỷ lệ 79,23% (vượt chỉ tiêu 4,23%).",
                {{"412/520", "Hồ sơ tiếp nhận trực tuyến tại cấp huyện", "cấp huyện", "result"},
                 {"79,23%", "Hồ sơ tiếp nhận trực tuyến tại cấp huyện", "cấp huyện", "result"},
                 {"4,23%", "Hồ sơ tiếp nhận trực tuyến tại cấp huyện", "cấp huyện", "excess"}});
}

TEST_CASE("a percentage that opens a sentence is named by the words behind it") {
  CheckContexts(
      "Đến nay, 100% cán bộ, công chức được cấp thư điện tử. Đảm bảo 95% văn bản được ký số.",
      {{"100%", "cán bộ, công chức được cấp thư điện tử", "", "result"}, {"95%", "văn bản được ký số", "", "result"}});
}

TEST_CASE("a count is named by its noun with what describes it, or by the act before it") {
  CheckContexts(
      "UBND huyện đã ban hành 32 văn bản chỉ đạo về chuyển đổi số. Đã tiếp nhận 5.120 hồ sơ.",
      {{"32", "ban hành văn bản chỉ đạo về chuyển đổi số", "", "result"}, {"5.120", "tiếp nhận hồ sơ", "", "result"}});
}

TEST_CASE("the parts of a total carry its name and their own scope") {
  CheckContexts("Thành lập Hội đồng tuyển chọn gồm 44 ủy viên (trong đó cấp huyện: 14 ủy viên; cấp xã: 30 ủy viên).",
                {{"44", "ủy viên Hội đồng tuyển chọn", "", "total"},
                 {"14", "ủy viên Hội đồng tuyển chọn", "cấp huyện", "part"},
                 {"30", "ủy viên Hội đồng tuyển chọn", "cấp xã", "part"}});
}

TEST_CASE("a period in the sentence is the figure's own and no part of its name") {
  const Result<Document> document =
      MakeDocument("report", "+ Cấp xã: tỷ lệ hồ sơ trực tuyến: năm 2022 đạt 31%, 6 tháng đầu năm 2023 đạt 35,5%.");
  REQUIRE(document.ok());
  Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  EmbeddedAnalyzer().AddContext(document.value(), analysis);
  REQUIRE(analysis.figures.size() == 4);
  const Figure &first = analysis.figures[1], &second = analysis.figures[3];
  CHECK(first.label == "tỷ lệ hồ sơ trực tuyến");
  CHECK(first.start == "2022-01-01");
  CHECK(second.label == "tỷ lệ hồ sơ trực tuyến");
  CHECK(second.start == "2023-01-01");
  CHECK(second.end == "2023-06-30");
}

TEST_CASE("cells are named by their row and have the role of their column") {
  CheckContexts(
      "TT\tNội dung\tChỉ tiêu giao\tKết quả\n1\tTỷ lệ thôn có nhà văn hóa\t90%\t87,5%\n",
      {{"90%", "Tỷ lệ thôn có nhà văn hóa", "", "target"}, {"87,5%", "Tỷ lệ thôn có nhà văn hóa", "", "result"}});
}

TEST_CASE("a sentence that a footnote cuts in two is read as one") {
  CheckContexts(
      "Trong kỳ đã cấp 1.204 tài khoản định danh\n\n¹ Ghi chú ở chân trang.\n\nđiện tử; kích hoạt 980 tài khoản.\n",
      {{"1.204", "cấp tài khoản định danh điện tử", "", "result"},
       {"980", "kích hoạt tài khoản định danh điện tử", "", "result"}});
}

}  // namespace
}  // namespace soat
