#include <string>

#include "context_of.h"

namespace soat {
namespace {

TEST_CASE("the words before a figure name it, and a percentage behind a ratio has the ratio's name") {
  CheckContexts("Hồ sơ tiếp nhận trực tuyến tại cấp huyện là 412/520, đạt tỷ lệ 79,23% (vượt chỉ tiêu 4,23%).",
                {{"412/520", "Hồ sơ tiếp nhận trực tuyến", "cấp huyện", "result", ""},
                 {"79,23%", "Hồ sơ tiếp nhận trực tuyến", "cấp huyện", "result", ""},
                 {"4,23%", "Hồ sơ tiếp nhận trực tuyến", "cấp huyện", "excess", ""}});
}

TEST_CASE("another scope behind a comma has the name that was read before") {
  CheckContexts(
      "Hồ sơ đất đai cấp huyện được trả đúng hạn là 412/520 đạt tỷ lệ 79,23%, cấp xã, thị trấn 90/120 đạt tỷ lệ 75%.",
      {{"412/520", "Hồ sơ đất đai được trả đúng hạn", "cấp huyện", "result", ""},
       {"79,23%", "Hồ sơ đất đai được trả đúng hạn", "cấp huyện", "result", ""},
       {"90/120", "Hồ sơ đất đai được trả đúng hạn", "cấp xã", "result", ""},
       {"75%", "Hồ sơ đất đai được trả đúng hạn", "cấp xã", "result", ""}});
}

TEST_CASE("a heading in the line leaves the name to many words behind the value") {
  CheckContexts(
      "Kinh tế số: 100% doanh nghiệp dùng hóa đơn điện tử. Tỷ lệ tiêm phòng: 95% trẻ em vùng cao.",
      {{"100%", "doanh nghiệp dùng hóa đơn điện tử", "", "result", ""}, {"95%", "Tỷ lệ tiêm phòng", "", "result", ""}});
  CheckContexts("Nhân lực số: 176 tổ công nghệ số cộng đồng, 880 thành viên.",
                {{"176", "tổ công nghệ số cộng đồng", "", "result", ""},
                 {"880", "thành viên tổ công nghệ số cộng đồng", "", "result", ""}});
}

TEST_CASE("between a name and its value may stand a year, and signs of lists") {
  CheckContexts("Sửa 74 nhà; Kinh phí: Năm 2022: 412 triệu đồng; năm 2023: 686 triệu đồng.",
                {{"74", "Sửa nhà", "", "result", ""},
                 {"412 triệu đồng", "Kinh phí", "", "result", "2022-01-01..2022-12-31"},
                 {"686 triệu đồng", "Kinh phí", "", "result", "2023-01-01..2023-12-31"}});
  CheckContexts("2- Doanh thu: ~412 tỷ đồng → đạt 30,4%.",
                {{"412 tỷ đồng", "Doanh thu", "", "result", ""}, {"30,4%", "Doanh thu", "", "result", ""}});
}

TEST_CASE("the columns of a table say of which year their values are") {
  const std::string report = "Số: 12/BC-UBND\nHà Lâm, ngày 10 tháng 12 năm 2024\nBÁO CÁO\nKết quả năm 2024\n";
  CheckContexts(report +
                    "TT\tChỉ tiêu\tĐVT\tTH 2023\tKH 2024\tƯớc TH 2024\tKH 2025\n"
                    "1\tSản lượng lúa\tTấn\t5.312\t5.300\t5.420\t5.500\n",
                {{"5.312", "Sản lượng lúa", "", "result", "2023-01-01..2023-12-31"},
                 {"5.300", "Sản lượng lúa", "", "target", ""},
                 {"5.420", "Sản lượng lúa", "", "result", ""},
                 {"5.500", "Sản lượng lúa", "", "target", "2025-01-01..2025-12-31"}});
}

TEST_CASE("one rate against another is none of what the row states") {
  CheckContexts(
      "TT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\tSo sánh (%)\n1\tTỷ lệ che phủ rừng\t%\t62,0\t64,2\t103,5\n"
      "2\tThu ngân sách\tTr.đ\t620\t642\t103,5\n",
      {{"62,0", "Tỷ lệ che phủ rừng", "", "target", ""},
       {"64,2", "Tỷ lệ che phủ rừng", "", "result", ""},
       {"103,5", "Tỷ lệ che phủ rừng, So sánh", "", "share", ""},
       {"620", "Thu ngân sách", "", "target", ""},
       {"642", "Thu ngân sách", "", "result", ""},
       {"103,5", "Thu ngân sách", "", "result", ""}});
}

TEST_CASE("the beginning and the end of a year stay whole in names") {
  CheckContexts("Hộ nghèo đầu năm 412 hộ. Hộ nghèo cuối năm là 305 hộ. Hộ nghèo cuối năm 2023 là 214 hộ.",
                {{"412", "Hộ nghèo đầu năm", "", "result", ""},
                 {"305", "Hộ nghèo cuối năm", "", "result", ""},
                 {"214", "Hộ nghèo", "", "result", "2023-01-01..2023-12-31"}});
}

TEST_CASE("a word that a figure stands in ends before the figure") {
  CheckContexts("Toàn xã có 23 hộ vay vốn ngân hàng không2023 làm đường.",
                {{"23", "hộ vay vốn ngân hàng", "toàn xã", "result", ""}, {"2023", "không", "toàn xã", "result", ""}});
}

TEST_CASE("one letter before a full stop is not taken for an abbreviation of two") {
  CheckContexts("Giảm nghè o. Toàn xã có 46 hộ, 245 nhân khẩu.",
                {{"46", "hộ", "toàn xã", "result", ""}, {"245", "nhân khẩu", "toàn xã", "result", ""}});
}

TEST_CASE("members belong to the body that has them") {
  CheckContexts("Đã ban hành 22 văn bản; Ban Chỉ đạo có 17 thành viên.",
                {{"22", "ban hành văn bản", "", "result", ""}, {"17", "thành viên Ban Chỉ đạo", "", "result", ""}});
}

TEST_CASE("behind 'of', what is said of the thing before is no part of the name") {
  CheckContexts("Một số thành viên của 112 tổ công nghệ số cộng đồng trên toàn huyện chưa được tập huấn.",
                {{"112", "tổ công nghệ số cộng đồng", "toàn huyện", "result", ""}});
}

TEST_CASE("a percentage that opens a sentence is named by the words behind it") {
  CheckContexts("Đến nay, 100% cán bộ, công chức được cấp thư điện tử. Đảm bảo 95% văn bản được ký số.",
                {{"100%", "cán bộ, công chức được cấp thư điện tử", "", "result", ""},
                 {"95%", "văn bản được ký số", "", "result", ""}});
}

TEST_CASE("a count is named by the act before it and its noun with what describes it") {
  CheckContexts("UBND huyện đã ban hành 32 văn bản chỉ đạo về đường làng. Đã tiếp nhận 5.120 hồ sơ.",
                {{"32", "ban hành văn bản chỉ đạo về đường làng", "", "result", ""},
                 {"5.120", "tiếp nhận hồ sơ", "", "result", ""}});
}

TEST_CASE("an act goes on over the things of a list, and ends with it") {
  CheckContexts("Huyện đã ban hành 7 kế hoạch, 4 quyết định và 12 thông báo; 3 người bị thương.",
                {{"7", "ban hành kế hoạch", "", "result", ""},
                 {"4", "ban hành quyết định", "", "result", ""},
                 {"12", "ban hành thông báo", "", "result", ""},
                 {"3", "người bị thương", "", "result", ""}});
}

TEST_CASE("who acts tells apart what others did as well") {
  CheckContexts("Tòa án huyện thụ lý 45 vụ, đã giải quyết 30 vụ, còn lại 15 vụ. Tòa án tỉnh thụ lý 8 vụ.",
                {{"45", "Tòa án huyện thụ lý vụ", "", "result", ""},
                 {"30", "Tòa án huyện giải quyết vụ", "", "result", ""},
                 {"15", "Tòa án huyện vụ còn lại", "", "result", ""},
                 {"8", "Tòa án tỉnh thụ lý vụ", "", "result", ""}});
}

TEST_CASE("a topic before a colon tells short names apart") {
  CheckContexts("Khiếu nại đất đai: thụ lý 45 đơn, giải quyết 30 đơn. Khiếu nại lao động: thụ lý 8 đơn.",
                {{"45", "Khiếu nại đất đai thụ lý đơn", "", "result", ""},
                 {"30", "Khiếu nại đất đai giải quyết đơn", "", "result", ""},
                 {"8", "Khiếu nại lao động thụ lý đơn", "", "result", ""}});
}

TEST_CASE("what is denied keeps its no") {
  CheckContexts("Có điều kiện thi hành 21 việc và chưa có điều kiện thi hành 43 việc.",
                {{"21", "Có điều kiện thi hành việc", "", "result", ""},
                 {"43", "chưa có điều kiện thi hành việc", "", "result", ""}});
}

TEST_CASE("a period in the sentence is the figure's own and no part of its name") {
  CheckContexts(
      "+ Thuộc thẩm quyền cấp xã: tỷ lệ đơn trả qua bưu điện: năm 2022 đạt trên 31%, 6 tháng đầu năm 2023 "
      "tính bình quân đạt tỉ lệ 35,5%.",
      {{"31%", "tỷ lệ đơn trả qua bưu điện", "cấp xã", "result", "2022-01-01..2022-12-31"},
       {"35,5%", "tỷ lệ đơn trả qua bưu điện", "cấp xã", "result", "2023-01-01..2023-06-30"}});
}

TEST_CASE("a period that opens a sentence governs it; days from and to are one period") {
  CheckContexts(
      "Trong năm 2021, đã trồng 4.000 cây, chi 20 triệu đồng. Từ ngày 01/3/2022 đến ngày 30/4/2022 đã trồng "
      "500 cây.",
      {{"4.000", "trồng cây", "", "result", "2021-01-01..2021-12-31"},
       {"20 triệu đồng", "chi", "", "result", "2021-01-01..2021-12-31"},
       {"500", "trồng cây", "", "result", "2022-03-01..2022-04-30"}});
}

TEST_CASE("the only year within a name is the figure's own") {
  CheckContexts(
      "Tổng chi ngân sách năm 2023 cho đường giao thông: 1 250 000 000 đồng.",
      {{"1 250 000 000 đồng", "Tổng chi ngân sách cho đường giao thông", "", "result", "2023-01-01..2023-12-31"}});
}

TEST_CASE("what a value is compared with is neither its period nor its name") {
  CheckContexts(
      "Thu phí chợ đạt 40 triệu đồng, bằng 80% kế hoạch xã giao, tăng 5% so với cùng kỳ năm 2020 và tăng 2% "
      "so với tháng trước.",
      {{"40 triệu đồng", "Thu phí chợ", "", "result", ""},
       {"80%", "Thu phí chợ", "", "share", ""},
       {"5%", "Thu phí chợ", "", "change", ""},
       {"2%", "Thu phí chợ", "", "change", ""}});
}

TEST_CASE("a change without a name is one of the last value of its unit") {
  CheckContexts("Xảy ra 31 vụ cháy, làm hỏng 12 xe. So với cùng kỳ năm 2019 giảm 4 vụ (-11,4%).",
                {{"31", "Xảy ra vụ cháy", "", "result", ""},
                 {"12", "làm hỏng xe", "", "result", ""},
                 {"4", "Xảy ra vụ cháy", "", "change", ""},
                 {"11,4%", "Xảy ra vụ cháy", "", "change", ""}});
}

TEST_CASE("what a percentage is about can stand behind it") {
  CheckContexts("Có 40 tổ thợ với 300 thợ mộc, tăng 5% về số tổ thợ và giảm 2% về thợ mộc.",
                {{"40", "tổ thợ", "", "result", ""},
                 {"300", "thợ mộc", "", "result", ""},
                 {"5%", "tổ thợ", "", "change", ""},
                 {"2%", "thợ mộc", "", "change", ""}});
}

TEST_CASE("an age describes people and measures nothing") {
  CheckContexts("Tỷ lệ dân số từ 15 tuổi trở lên có sổ tiết kiệm đạt trên 62%.",
                {{"15", "", "", "", ""}, {"62%", "Tỷ lệ dân số từ 15 tuổi trở lên có sổ tiết kiệm", "", "result", ""}});
}

TEST_CASE("words in parentheses are no part of a name, and a name in front of them is") {
  CheckContexts("- Chi mua sắm bàn ghế, tủ sách (mua mới, sửa chữa) Nhà văn hóa: 47 triệu đồng.\n",
                {{"47 triệu đồng", "Chi mua sắm bàn ghế, tủ sách Nhà văn hóa", "", "result", ""}});
  CheckContexts("Tỷ lệ thôn có nhà văn hóa, sân chơi (tỷ lệ 80%). Đạt.\n",
                {{"80%", "Tỷ lệ thôn có nhà văn hóa, sân chơi", "", "result", ""}});
}

TEST_CASE("a name in front of parentheses with a value goes no further left") {
  CheckContexts("Ca bệnh ở An Phú (12), Bình Minh (29), Cẩm Sơn (8).", {{"12", "Ca bệnh ở An Phú", "", "result", ""},
                                                                        {"29", "Bình Minh", "", "result", ""},
                                                                        {"8", "Cẩm Sơn", "", "result", ""}});
}

TEST_CASE("compounds are not taken apart") {
  CheckContexts("Công an phát hiện 31 vụ. Số hóa hồ sơ 175 thửa đất khi tiếp nhận.",
                {{"31", "Công an phát hiện vụ", "", "result", ""},
                 {"175", "Số hóa hồ sơ thửa đất khi tiếp nhận", "", "result", ""}});
}

TEST_CASE("a label has at most twenty words, from its head on") {
  CheckContexts(
      "Tỷ lệ cơ quan, đơn vị, trường học, trạm y tế, hợp tác xã, doanh nghiệp và hộ kinh doanh trong vùng đệm "
      "của rừng phòng hộ đầu nguồn có biển báo cháy đạt 71%.",
      {{"71%", "Tỷ lệ cơ quan, đơn vị, trường học, trạm y tế, hợp tác xã, doanh nghiệp và hộ kinh doanh", "", "result",
        ""}});
}

TEST_CASE("signs of several bytes at a label's edge are left out whole") {
  CheckContexts("Trồng cây… Phấn đấu “trường học xanh” đạt 40%.", {{"40%", "trường học xanh", "", "target", ""}});
}

TEST_CASE("a sentence that a footnote cuts in two is read as one") {
  CheckContexts(
      "Trong kỳ đã cấp 1.204 tài khoản định danh\n\n¹ Ghi chú ở chân trang.\n\nđiện tử; kích hoạt 980 tài khoản.\n",
      {{"1.204", "cấp tài khoản định danh điện tử", "", "result", ""},
       {"980", "kích hoạt tài khoản định danh điện tử", "", "result", ""}});
}

TEST_CASE("cells are named by their row and have the role of their column") {
  CheckContexts("TT\tNội dung\tChỉ tiêu giao\tKết quả\n1\tTỷ lệ thôn có nhà văn hóa\t90%\t87,5%\n",
                {{"90%", "Tỷ lệ thôn có nhà văn hóa", "", "target", ""},
                 {"87,5%", "Tỷ lệ thôn có nhà văn hóa", "", "result", ""}});
}

TEST_CASE("shares that stand together share what is said behind the last one") {
  CheckContexts("95% giáo viên tiểu học và 100% giáo viên mầm non được tập huấn.",
                {{"95%", "giáo viên tiểu học được tập huấn", "", "result", ""},
                 {"100%", "giáo viên mầm non được tập huấn", "", "result", ""}});
  CheckContexts("97% giáo viên cấp xã và 99% cấp huyện được cấp thẻ (vượt chỉ tiêu 9%).",
                {{"97%", "giáo viên được cấp thẻ", "cấp xã", "result", ""},
                 {"99%", "giáo viên được cấp thẻ", "cấp huyện", "result", ""},
                 {"9%", "giáo viên được cấp thẻ", "cấp huyện", "excess", ""}});
  CheckContexts("100% trường học dạy bơi. 90% trạm y tế được sửa.",
                {{"100%", "trường học dạy bơi", "", "result", ""}, {"90%", "trạm y tế được sửa", "", "result", ""}});
}

TEST_CASE("what is said of units of one level goes on over their list, and over a colon") {
  CheckContexts("100% các xã, thị trấn đã dùng phần mềm: kế toán, hộ tịch.",
                {{"100%", "các xã, thị trấn đã dùng phần mềm", "", "result", ""}});
  CheckContexts("100% đơn đi, đến được vào sổ.", {{"100%", "đơn đi, đến được vào sổ", "", "result", ""}});
}

TEST_CASE("what is said of nobody is said of those that were counted last") {
  CheckContexts(
      "Đã cử 12 giáo viên đi học. Kết quả, 100% được cấp giấy khen.",
      {{"12", "cử giáo viên đi học", "", "result", ""}, {"100%", "giáo viên được cấp giấy khen", "", "result", ""}});
}

TEST_CASE("a body is called by its first word in the next sentence") {
  CheckContexts("Các thôn đã thành lập tổ hòa giải cơ sở. Toàn huyện có 44 tổ với 220 thành viên.",
                {{"44", "tổ hòa giải cơ sở", "toàn huyện", "result", ""},
                 {"220", "thành viên tổ hòa giải cơ sở", "toàn huyện", "result", ""}});
}

TEST_CASE("the act stands before parentheses; the end of a list is no act") {
  CheckContexts("Phối hợp với Hội Nông dân tổ chức (trực tiếp) 4 lớp nghề.",
                {{"4", "Phối hợp với Hội Nông dân tổ chức lớp nghề", "", "result", ""}});
  CheckContexts(
      "Mở 3 lớp nghề cho nông dân các xã, thị trấn và 2 lớp vẽ cho trẻ em.",
      {{"3", "Mở lớp nghề cho nông dân các xã", "", "result", ""}, {"2", "lớp vẽ cho trẻ em", "", "result", ""}});
}

TEST_CASE("a passive behind a colon leaves the name to what stands before it") {
  CheckContexts("- Phụ cấp cho cán bộ thôn: Được hưởng 60%.\n", {{"60%", "Phụ cấp cho cán bộ thôn", "", "result", ""}});
}

TEST_CASE("things behind a slash are those of what was counted before it") {
  CheckContexts("Hệ thống đèn đường: có 7 tuyến/90 điểm.", {{"7", "tuyến Hệ thống đèn đường", "", "result", ""},
                                                            {"90", "điểm Hệ thống đèn đường", "", "result", ""}});
}

TEST_CASE("behind many words the rate is named, or what the verb of the clause says") {
  CheckContexts("Huyện là địa phương dẫn đầu về chuyển đổi có tỷ lệ hộ dùng nước sạch cao với tỷ lệ 96%.",
                {{"96%", "tỷ lệ hộ dùng nước sạch", "", "result", ""}});
}

TEST_CASE("what is counted under a heading is told apart by it") {
  CheckContexts(
      "1. Kinh tế số\n- Có 3 chỉ tiêu.\n- Đã hoàn thành 2 chỉ tiêu.\n",
      {{"3", "chỉ tiêu Kinh tế số", "", "result", ""}, {"2", "hoàn thành chỉ tiêu Kinh tế số", "", "result", ""}});
}

TEST_CASE("a label of too many words ends before its last joint") {
  CheckContexts(
      "Tỷ lệ hộ gia đình văn hóa vùng sâu vùng xa dùng nước sạch, bể lọc, máy bơm, vòi sen thép không gỉ của "
      "nhà máy đạt 40%.",
      {{"40%", "Tỷ lệ hộ gia đình văn hóa vùng sâu vùng xa dùng nước sạch, bể lọc, máy bơm", "", "result", ""}});
}

TEST_CASE("the sign of a unit is no part of the name of a row") {
  CheckContexts("TT\tChỉ tiêu\tKế hoạch\tThực hiện\n1\tTỷ lệ hộ nghèo (%)\t3\t2,8\n",
                {{"3", "Tỷ lệ hộ nghèo", "", "target", ""}, {"2,8", "Tỷ lệ hộ nghèo", "", "result", ""}});
}

}  // namespace
}  // namespace soat
