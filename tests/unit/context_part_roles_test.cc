#include "context_of.h"

namespace soat {
namespace {

TEST_CASE("the parts of a total carry its name and their own scope") {
  CheckContexts("Thành lập Hội đồng tuyển chọn gồm 44 ủy viên (trong đó cấp huyện: 14 ủy viên; cấp xã: 30 ủy viên).",
                {{"44", "ủy viên Hội đồng tuyển chọn", "", "total", ""},
                 {"14", "ủy viên Hội đồng tuyển chọn", "cấp huyện", "part", ""},
                 {"30", "ủy viên Hội đồng tuyển chọn", "cấp xã", "part", ""}});
}

TEST_CASE("a change between a total and its parts is neither") {
  CheckContexts("Đơn thư trong kỳ là 90 đơn, giảm 4%, trong đó đơn đủ điều kiện là 70 đơn, giảm 12%.",
                {{"90", "Đơn thư trong kỳ", "", "total", ""},
                 {"4%", "Đơn thư trong kỳ", "", "change", ""},
                 {"70", "đơn đủ điều kiện", "", "part", ""},
                 {"12%", "đơn đủ điều kiện", "", "change", ""}});
}

TEST_CASE("things of another kind behind 'in it' are no parts") {
  CheckContexts("Tổ chức 12 hội nghị, trong đó có 300 lượt người dự.",
                {{"12", "Tổ chức hội nghị", "", "result", ""}, {"300", "lượt người dự", "", "result", ""}});
}

TEST_CASE("the items of a list below a total are its parts; a figure in parentheses is none") {
  CheckContexts(
      "Đã chi cho đường làng: 90 triệu đồng, cụ thể:\n- Mua đá: 60 triệu đồng (năm 2021: 20 triệu đồng).\n"
      "- Thuê xe: 30 triệu đồng.\n",
      {{"90 triệu đồng", "chi cho đường làng", "", "total", ""},
       {"60 triệu đồng", "Mua đá", "", "part", ""},
       {"20 triệu đồng", "Mua đá", "", "result", "2021-01-01..2021-12-31"},
       {"30 triệu đồng", "Thuê xe", "", "part", ""}});
}

TEST_CASE("items below a heading that announces sources are parts") {
  CheckContexts("1. Nguồn kinh phí\n- Từ ngân sách xã: 60 triệu đồng.\n2. Tiến độ\n- Mua đá: 30 triệu đồng.\n",
                {{"60 triệu đồng", "Từ ngân sách xã", "", "part", ""}, {"30 triệu đồng", "Mua đá", "", "result", ""}});
}

TEST_CASE("a sentence that opens with 'in it' divides the total of the sentence before") {
  CheckContexts("Thu phí đạt 90 triệu đồng, bằng 60% dự toán. Trong đó, phí chợ 50 triệu đồng; phí đò 40 triệu đồng.",
                {{"90 triệu đồng", "Thu phí", "", "total", ""},
                 {"60%", "Thu phí", "", "share", ""},
                 {"50 triệu đồng", "Thu phí, phí chợ", "", "part", ""},
                 {"40 triệu đồng", "Thu phí, phí đò", "", "part", ""}});
}

TEST_CASE("no total is smaller than its part, and a rate is no part of a rate of the sentence before") {
  CheckContexts("Dư nợ đạt 90 tỷ đồng, mức vay bình quân đạt 2 tỷ đồng. Trong đó, hộ nghèo đạt 30 tỷ đồng.",
                {{"90 tỷ đồng", "Dư nợ", "", "total", ""},
                 {"2 tỷ đồng", "mức vay", "", "result", ""},
                 {"30 tỷ đồng", "Dư nợ, hộ nghèo", "", "part", ""}});
  CheckContexts("Tỷ lệ tiêm phòng đạt 60%. Trong đó, các xã miền núi đạt 50%.",
                {{"60%", "Tỷ lệ tiêm phòng", "", "result", ""}, {"50%", "xã miền núi", "", "result", ""}});
}

TEST_CASE("several counts in parentheses behind a count are its parts") {
  CheckContexts("Cấp 80 giấy phép (cấp mới: 60; cấp đổi: 20).", {{"80", "Cấp giấy phép", "", "total", ""},
                                                                 {"60", "giấy phép cấp mới", "", "part", ""},
                                                                 {"20", "giấy phép cấp đổi", "", "part", ""}});
}

TEST_CASE("a part that says itself what it counts needs no name of its total") {
  CheckContexts("Đã giải quyết 90 đơn, trong đó 30 đơn quá hạn.",
                {{"90", "giải quyết đơn", "", "total", ""}, {"30", "đơn quá hạn", "", "part", ""}});
}

TEST_CASE("what a part is divided into belongs to that part") {
  CheckContexts(
      "Thu phí 90 triệu đồng, gồm: phí chợ 50 triệu đồng, trong đó quầy thịt 30 triệu đồng, quầy rau 20 triệu đồng.",
      {{"90 triệu đồng", "Thu phí", "", "total", ""},
       {"50 triệu đồng", "Thu phí, phí chợ", "", "part", ""},
       {"30 triệu đồng", "phí chợ, quầy thịt", "", "part", ""},
       {"20 triệu đồng", "phí chợ, quầy rau", "", "part", ""}});
}

TEST_CASE("the words that lead to parts may stand far behind the total") {
  CheckContexts(
      "Mở 9 lớp nghề cho nông dân, cho thanh niên tại nhà văn hóa các thôn (trong đó: 5 lớp may và 4 lớp mộc).",
      {{"9", "Mở lớp nghề cho nông dân", "", "total", ""},
       {"5", "lớp may", "", "part", ""},
       {"4", "lớp mộc", "", "part", ""}});
}

}  // namespace
}  // namespace soat
