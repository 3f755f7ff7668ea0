// What the words of a sentence say for all figures behind them.
#include "context_of.h"

namespace soat {
namespace {

// The front matter of a report on 2023.
const std::string kReport =
    "ỦY BAN NHÂN DÂN\nHUYỆN AN PHÚ BẮC\nSố: 12/BC-UBND\nAn Phú Bắc, ngày 20 tháng 12 năm 2023\n\n"
    "BÁO CÁO\nKết quả công tác năm 2023\n\n";

TEST_CASE("an office that handles cases has a scope, which the parts of the total share") {
  CheckContexts(
      "UBND huyện An Phú Bắc đã tiếp nhận 900 hồ sơ. Trong đó, 12 hồ sơ của kỳ trước; số hồ sơ nộp trực tuyến là 720 "
      "hồ sơ đạt 80%. UBND các xã đã tiếp nhận 2.000 hồ sơ; trong đó, số hồ sơ nộp trực tuyến là 500 hồ sơ.",
      {{"900", "UBND huyện An Phú Bắc tiếp nhận hồ sơ", "cấp huyện", "total", ""},
       {"12", "hồ sơ của kỳ trước", "cấp huyện", "part", ""},
       {"720", "hồ sơ nộp trực tuyến", "cấp huyện", "part", ""},
       {"80%", "hồ sơ nộp trực tuyến", "cấp huyện", "result", ""},
       {"2.000", "tiếp nhận hồ sơ", "cấp xã", "total", ""},
       {"500", "hồ sơ nộp trực tuyến", "cấp xã", "part", ""}});
}

TEST_CASE("an office that does anything else has none") {
  CheckContexts(
      "UBND huyện đã ban hành 32 văn bản chỉ đạo. Chỉ đạo các xã tổ chức 15 buổi tuyên truyền.",
      {{"32", "ban hành văn bản chỉ đạo", "", "result", ""}, {"15", "tổ chức buổi tuyên truyền", "", "result", ""}});
}

TEST_CASE("behind another scope, who handled them may stand directly before the cases") {
  CheckContexts(
      "Bộ phận một cửa huyện xử lý trực tuyến 400/500 hồ sơ, đạt 80%; các xã, thị trấn 300/600 hồ sơ, đạt 50%.",
      {{"400/500", "hồ sơ Bộ phận một cửa huyện xử lý trực tuyến", "cấp huyện", "result", ""},
       {"80%", "hồ sơ Bộ phận một cửa huyện xử lý trực tuyến", "cấp huyện", "result", ""},
       {"300/600", "hồ sơ Bộ phận một cửa huyện xử lý trực tuyến", "cấp xã", "result", ""},
       {"50%", "hồ sơ Bộ phận một cửa huyện xử lý trực tuyến", "cấp xã", "result", ""}});
}

TEST_CASE("a level among which something has its rank is no scope") {
  CheckContexts("Là huyện đứng thứ 3 toàn tỉnh có tỷ lệ hộ dùng nước sạch cao với 97%.",
                {{"97%", "tỷ lệ hộ dùng nước sạch", "", "result", ""}});
}

TEST_CASE("up to a day is from the first day of the report's period") {
  CheckContexts(kReport + "Tính đến ngày 15/11/2023 toàn huyện cấp 49.000 thẻ. Đến ngày 31/12/2022, có 30 hộ nghèo.",
                {{"49.000", "cấp thẻ", "toàn huyện", "result", "2023-01-01..2023-11-15"},
                 {"30", "hộ nghèo", "", "result", "2022-01-01..2022-12-31"}});
  CheckContexts(kReport + "Kết quả cấp thẻ thư viện đến ngày 15/9/2023, đã tiếp nhận 2.480 hồ sơ.",
                {{"2.480", "tiếp nhận hồ sơ", "", "result", "2023-01-01..2023-09-15"}});
  CheckContexts(kReport + "Ngày 15/11/2023, UBND huyện tặng 12 suất quà.", {{"12", "tặng suất quà", "", "result", ""}});
}

TEST_CASE("a sentence on another scope is on the same time") {
  CheckContexts(
      kReport + "Từ ngày 01/01/2023 đến ngày 28/11/2023, cấp huyện tiếp nhận 90 hồ sơ. Cấp xã tiếp nhận 70 hồ sơ.",
      {{"90", "tiếp nhận hồ sơ", "cấp huyện", "result", "2023-01-01..2023-11-28"},
       {"70", "tiếp nhận hồ sơ", "cấp xã", "result", "2023-01-01..2023-11-28"}});
}

TEST_CASE("a value in parentheses behind the year that it is compared with is that year's") {
  CheckContexts(kReport + "Kinh phí sửa đường: 915 triệu đồng, tăng 42,6% so với năm 2022 (642 triệu đồng).",
                {{"915 triệu đồng", "Kinh phí sửa đường", "", "result", ""},
                 {"42,6%", "Kinh phí sửa đường", "", "change", ""},
                 {"642 triệu đồng", "Kinh phí sửa đường", "", "result", "2022-01-01..2022-12-31"}});
  CheckContexts(kReport + "Xảy ra 15 vụ cháy, tăng 5 vụ so với năm 2022 (50%).",
                {{"15", "Xảy ra vụ cháy", "", "result", ""},
                 {"5", "Xảy ra vụ cháy", "", "change", ""},
                 {"50%", "Xảy ra vụ cháy", "", "change", ""}});
}

TEST_CASE("what is to be reached is a target, up to the end of the sentence and below headings on plans") {
  CheckContexts("Phấn đấu tỷ lệ hộ dùng nước sạch cấp huyện đạt 95%, cấp xã đạt 90%. Tỷ lệ hộ nghèo là 4%.",
                {{"95%", "tỷ lệ hộ dùng nước sạch", "cấp huyện", "target", ""},
                 {"90%", "tỷ lệ hộ dùng nước sạch", "cấp xã", "target", ""},
                 {"4%", "Tỷ lệ hộ nghèo", "", "result", ""}});
  CheckContexts(
      "I. KẾT QUẢ\n1. Nhiệm vụ đã hoàn thành\n- Tỷ lệ hộ nghèo đạt 4%.\n"
      "II. NHIỆM VỤ NĂM SAU\n1. Nông thôn\n- Tỷ lệ hộ nghèo còn 3%.\n",
      {{"4%", "Tỷ lệ hộ nghèo", "", "result", ""}, {"3%", "Tỷ lệ hộ nghèo", "", "target", ""}});
}

TEST_CASE("what is said of a period behind the report's is a target") {
  CheckContexts(kReport + "Năm 2024, tỷ lệ hộ dùng nước sạch đạt 95%. Năm 2022, tỷ lệ hộ dùng nước sạch đạt 85%.",
                {{"95%", "tỷ lệ hộ dùng nước sạch", "", "target", "2024-01-01..2024-12-31"},
                 {"85%", "tỷ lệ hộ dùng nước sạch", "", "result", "2022-01-01..2022-12-31"}});
}

TEST_CASE("a period that opens parentheses is that of the value in them") {
  CheckContexts(kReport + "Tổng kinh phí sửa đường năm 2023 là 5,2 tỷ đồng (năm 2022: 4,1 tỷ đồng).",
                {{"5,2 tỷ đồng", "Tổng kinh phí sửa đường", "", "result", ""},
                 {"4,1 tỷ đồng", "Tổng kinh phí sửa đường", "", "result", "2022-01-01..2022-12-31"}});
}

TEST_CASE("of a rise from one value to another the first is of the year that it names, or of none") {
  CheckContexts(
      "Tỷ lệ hộ dùng nước sạch từ 30% năm 2021 tăng lên 58% năm 2022; tỷ lệ hộ nghèo từ 9% giảm xuống còn 7%.",
      {{"30%", "Tỷ lệ hộ dùng nước sạch", "", "result", "2021-01-01..2021-12-31"},
       {"58%", "Tỷ lệ hộ dùng nước sạch", "", "result", "2022-01-01..2022-12-31"},
       {"9%", "tỷ lệ hộ nghèo", "", "change", ""},
       {"7%", "tỷ lệ hộ nghèo", "", "result", ""}});
}

TEST_CASE("a list of parts behind parentheses has no scope of what stands in them") {
  CheckContexts("Tổng số đơn tiếp nhận là 40 đơn (cấp huyện 10 đơn, cấp xã 30 đơn), trong đó giải quyết đạt 50%.",
                {{"40", "đơn tiếp nhận", "", "total", ""},
                 {"10", "đơn tiếp nhận", "cấp huyện", "part", ""},
                 {"30", "đơn tiếp nhận", "cấp xã", "part", ""},
                 {"50%", "giải quyết", "", "result", ""}});
}

TEST_CASE("the parts of a total have its scope") {
  CheckContexts("Số hồ sơ tiếp nhận cấp huyện là 120 hồ sơ, trong đó tiếp nhận trực tiếp 12 hồ sơ, đạt 10%.",
                {{"120", "hồ sơ tiếp nhận", "cấp huyện", "total", ""},
                 {"12", "tiếp nhận trực tiếp hồ sơ", "cấp huyện", "part", ""},
                 {"10%", "tiếp nhận trực tiếp hồ sơ", "cấp huyện", "result", ""}});
}

TEST_CASE("a line between the heading of an appendix and its table says whose the table is") {
  CheckContexts(
      "Phụ lục 1\nKết quả của cấp huyện theo công văn số 12/STTTT\n\nTT\tNội dung\tChỉ tiêu giao\tKết quả đạt được\n"
      "1\tTỷ lệ văn bản ký số\t90%\t95%\n2\tTỷ lệ hộ dùng nước sạch\t80%\t85%\n",
      {{"90%", "Tỷ lệ văn bản ký số", "cấp huyện", "target", ""},
       {"95%", "Tỷ lệ văn bản ký số", "cấp huyện", "result", ""},
       {"80%", "Tỷ lệ hộ dùng nước sạch", "cấp huyện", "target", ""},
       {"85%", "Tỷ lệ hộ dùng nước sạch", "cấp huyện", "result", ""}});
  CheckContexts(
      "Phụ lục 2\n\nTT\tNội dung\tKết quả\n1\tTỷ lệ văn bản cấp xã được ký số\t95%\n"
      "2\tTỷ lệ cấp huyện, cấp xã\t85%\n",
      {{"95%", "Tỷ lệ văn bản cấp xã được ký số", "cấp xã", "result", ""},
       {"85%", "Tỷ lệ cấp huyện, cấp xã", "", "result", ""}});
}

TEST_CASE("a level and those above it are nobody's scope; levels that are counted are none") {
  CheckContexts("100% lãnh đạo cấp xã trở lên có chữ ký số. Mạng nối 3 cấp tỉnh, huyện, xã.",
                {{"100%", "lãnh đạo cấp xã trở lên có chữ ký số", "", "result", ""},
                 {"3", "Mạng nối cấp tỉnh, huyện, xã", "", "result", ""}});
}

TEST_CASE("a period goes on to the one that ends it") {
  CheckContexts("Trong năm 2022 đến tháng 6/2023, huyện đã ban hành 7 kế hoạch.",
                {{"7", "ban hành kế hoạch", "", "result", "2022-01-01..2023-06-30"}});
}

TEST_CASE("what is done at the office of a level is the level's") {
  CheckContexts("Hồ sơ lưu trữ tại UBND huyện được số hóa đạt 92%; UBND các xã đạt 71%.",
                {{"92%", "Hồ sơ lưu trữ được số hóa", "cấp huyện", "result", ""},
                 {"71%", "Hồ sơ lưu trữ được số hóa", "cấp xã", "result", ""}});
}

}  // namespace
}  // namespace soat
