#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Conflicts(const std::string& text) { return RelationsOf(text, CheckKind::kDocrefConflict); }

TEST_CASE("a document that is cited twice alike is verified, with its date once or twice") {
  CHECK(Conflicts("Kế hoạch số 72/KH-UBND ngày 08/9/2022 của huyện.\nTheo Kế hoạch 72 /KH-UBND, ngày 08/9/2022.\n") ==
        Lines{"ok ok a=72/KH-UBND 2022-09-08 b=72/KH-UBND 2022-09-08"});
  CHECK(Conflicts("Kế hoạch số 72/KH-UBND ngày 08/9/2022 của huyện.\nTheo Kế hoạch số 72/KH-UBND.\n") ==
        Lines{"ok ok a=72/KH-UBND 2022-09-08 b=72/KH-UBND"});
  CHECK(Conflicts("theo công văn số 891 của Sở.\nKèm theo Công văn 891/STC-NS ngày 03/4/2023.\n") ==
        Lines{"ok ok a=891 b=891/STC-NS 2023-04-03"});
}

TEST_CASE("one number with two dates is told when a slip or the subject says that it is one document") {
  CHECK(Conflicts("Kế hoạch số 72/KH-UBND ngày 08/9/2022.\nTheo Kế hoạch số 72/KH-UBND ngày 18/9/2022.\n") ==
        Lines{"warning conflict a=72/KH-UBND 2022-09-08 b=72/KH-UBND 2022-09-18"});
  CHECK(Conflicts("Kế hoạch số 9/KH-UBND ngày 08/9/2022 về tiêm phòng dại cho đàn chó mèo;\n"
                  "Kế hoạch số 9/KH-UBND ngày 27/10/2022 về tiêm phòng dại cho đàn chó mèo;\n") ==
        Lines{"warning conflict a=9/KH-UBND 2022-09-08 b=9/KH-UBND 2022-10-27"});
  CHECK(Conflicts("Kế hoạch số 9/KH-UBND ngày 08/9/2022 về tiêm phòng dại cho đàn chó mèo;\n"
                  "Kế hoạch số 9/KH-UBND ngày 27/01/2023 về thu gom rác thải sinh hoạt nông thôn;\n")
            .empty());
  CHECK(Conflicts("Kế hoạch số 9/KH-UBND ngày 08/9/2022 của UBND tỉnh; Kế hoạch số 9/KH-UBND ngày 18/9/2022 của UBND "
                  "huyện.\n")
            .empty());
}

TEST_CASE("one document with two numbers is told; documents of one batch are not") {
  CHECK(Conflicts("Kế hoạch 86/KH-UBND ngày 05/10/2022 về diệt chuột bảo vệ lúa vụ đông trên địa bàn tỉnh;\n"
                  "Kế hoạch 186/KH-UBND ngày 05/10/2022 về diệt chuột bảo vệ lúa vụ đông trên địa bàn huyện;\n") ==
        Lines{"warning conflict a=86/KH-UBND 2022-10-05 b=186/KH-UBND 2022-10-05"});
  CHECK(Conflicts("Quyết định 86/QĐ-UBND ngày 05/10/2022 về công nhận gia đình văn hóa xã Hải Phong;\n"
                  "Quyết định 87/QĐ-UBND ngày 05/10/2022 về công nhận gia đình văn hóa xã Kim Nội;\n")
            .empty());
  CHECK(Conflicts("Quyết định 86/QĐ-UBND ngày 05/10/2022 về phê duyệt gói thầu số 1 sửa chữa đường;\n"
                  "Quyết định 87/QĐ-UBND ngày 05/10/2022 về phê duyệt gói thầu số 2 sửa chữa đường;\n")
            .empty());
}

TEST_CASE("the year in a number is that of the date beside it") {
  CHECK(Conflicts("Nghị định số 42/2022/NĐ-CP ngày 24/6/2022") == Lines{"ok ok a=42/2022/NĐ-CP b=2022-06-24"});
  CHECK(Conflicts("Nghị định số 42/2022/NĐ-CP ngày 24/6/2021") == Lines{"error conflict a=42/2022/NĐ-CP b=2021-06-24"});
  CHECK(Conflicts("Nghị định số 42/2022/NĐ-CP có hiệu lực từ ngày 15/8/2023").empty());
}

}  // namespace
}  // namespace soat
