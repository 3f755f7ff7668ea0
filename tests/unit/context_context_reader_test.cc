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
  CheckContexts("Có điều kiện thi hành 32 việc và chưa có điều kiện thi hành 54 việc.",
                {{"32", "Có điều kiện thi hành việc", "", "result", ""},
                 {"54", "chưa có điều kiện thi hành việc", "", "result", ""}});
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

}  // namespace
}  // namespace soat
