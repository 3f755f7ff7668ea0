#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Orders(const std::string& text) { return RelationsOf(text, CheckKind::kDateOrder); }

const std::string kHead =
    "UBND HUYỆN BÌNH SƠN TRUNG\nSố: 118/BC-UBND\nBình Sơn Trung, ngày 12 tháng 7 năm 2023\n\nBÁO CÁO\n"
    "Kết quả thu ngân sách 6 tháng đầu năm 2023\n\n";

TEST_CASE("a span of time ends after it begins") {
  CHECK(Orders("từ ngày 01/01/2022 đến ngày 24/11/2022") == Lines{"ok ok earlier=2022-01-01 later=2022-11-24"});
  CHECK(Orders("(từ ngày 9/9/2022-15/8/2022)") == Lines{"error conflict earlier=2022-09-09 later=2022-08-15"});
  CHECK(Orders("các ngày 9/9/2022, 15/8/2022").empty());
}

TEST_CASE("a cited document is older than the report, or than its period by less than two years") {
  CHECK(Orders(kHead + "Theo Công văn số 77/STC-NS ngày 03/7/2023.\n") ==
        Lines{"ok ok earlier=2023-07-03 later=2023-07-12"});
  CHECK(Orders(kHead + "Theo Công văn số 77/STC-NS ngày 03/9/2023.\n") ==
        Lines{"warning conflict earlier=2023-09-03 later=2023-07-12"});
  CHECK(Orders("BÁO CÁO\nKết quả thu ngân sách năm 2022\nTheo Công văn số 77/STC-NS ngày 03/02/2023.\n").empty());
  CHECK(Orders("BÁO CÁO\nKết quả thu ngân sách năm 2022\nTheo Công văn số 77/STC-NS ngày 03/02/2032.\n") ==
        Lines{"warning conflict earlier=2032-02-03 later=2022-12-31"});
}

TEST_CASE("a document is younger than the one that it carries out, wherever its date stands") {
  CHECK(Orders("Kế hoạch số 17/KH-UBND ngày 12/01/2023 triển khai Chương trình số 26-CTr/HU ngày 30/12/2022") ==
        Lines{"ok ok earlier=2022-12-30 later=2023-01-12"});
  CHECK(Orders("ngày 21/3/2021, Huyện ủy ban hành Chương trình số 07-CTr/HU về thực hiện Nghị quyết số 05-NQ/TU ngày "
               "22/10/2021") == Lines{"warning conflict earlier=2021-10-22 later=2021-03-21"});
  CHECK(Orders("Chương trình số 07-CTr/HU ngày 21/3/2021 về thực hiện Nghị quyết số 05-NQ/TU.\n"
               "Học tập Nghị quyết số 05-NQ/TU ngày 22/10/2021.\n") ==
        Lines{"warning conflict earlier=2021-10-22 later=2021-03-21"});
  CHECK(Orders("TT\tNội dung\tSố, ngày ban hành\n1\tTriển khai Kế hoạch 05/KH-BCĐ ngày 19/5/2023\tSố 08/BCĐ ngày "
               "05/4/2023\n2\tKiểm tra\tSố 09/BCĐ ngày 05/6/2023\n") ==
        Lines{"warning conflict earlier=2023-05-19 later=2023-04-05"});
  CHECK(Orders("Thực hiện Kế hoạch số 12/KH-UBND ngày 21/5/2023, huyện có 3 văn bản: Công văn 10/UBND-VX ngày "
               "15/02/2023")
            .empty());
}

}  // namespace
}  // namespace soat
