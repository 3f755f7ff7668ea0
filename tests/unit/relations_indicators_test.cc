#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Listed(const std::string& text) { return RelationsOf(text, CheckKind::kIndexCount); }
Lines Complements(const std::string& text) { return RelationsOf(text, CheckKind::kComplement); }
Lines Rows(const std::string& text) { return RelationsOf(text, CheckKind::kEnumerationCount); }
Lines Verdicts(const std::string& text) { return RelationsOf(text, CheckKind::kTargetVerdict); }

const std::string kAppendix =
    "Phụ lục\nTT\tNội dung\tChỉ tiêu giao\tKết quả đạt được\n1\tGiao thông\n1.1\tĐường xã cứng hóa\t90%\t92%\n"
    "1.2\tĐường thôn cứng hóa\t80%\tTrên 80%\n1.3\tTai nạn giao thông\t30\t24 vụ\n1.4\tBến xe\tCó\tChưa có\n";
const std::string kLead = "1. Giao thông\n- Xã được giao 4 chỉ tiêu.\n";

TEST_CASE("a stated number is compared with the numbers listed behind it, each counted once") {
  CHECK(Listed("Đã hoàn thành 04 chỉ tiêu (chỉ tiêu 1,2, 4,5)") == Lines{"ok exact stated=4 listed=4"});
  CHECK(Listed("Đã hoàn thành 05 chỉ tiêu (*chỉ tiêu 1,2, 4,5*)") == Lines{"error mismatch stated=5 listed=4"});
  CHECK(Listed("Đã hoàn thành 04 chỉ tiêu (chỉ tiêu 1,2,4,4)") == Lines{"error mismatch stated=4 listed=3"});
  CHECK(Listed("Đã hoàn thành 04 chỉ tiêu (chỉ tiêu 1,2,4,0)") == Lines{"error mismatch stated=4 listed=3"});
  CHECK(Listed("Còn 02 tiêu chí chưa đạt (gồm tiêu chí số 14, 17)") == Lines{"ok exact stated=2 listed=2"});
  CHECK(Listed("Xã có 8 chỉ tiêu; trong đó chỉ tiêu 1, 3 đã xong").empty());
}

TEST_CASE("indicators done and not done in lines of their own make all") {
  const std::string done = "- Cấp xã có 9 chỉ tiêu:\n+ Đã hoàn thành 06 chỉ tiêu\n";
  CHECK(Complements(done + "+ Chưa hoàn thành 03 chỉ tiêu\n") == Lines{"ok exact total=9 parts=6,3"});
  CHECK(Complements(done + "+ Chưa hoàn thành 08 chỉ tiêu\n") == Lines{"error mismatch total=9 parts=6,8"});
  CHECK(
      Complements("Năm nay huyện được giao 9 chỉ tiêu:\n- Có 06 chỉ tiêu đã hoàn thành;\n- 04 chỉ tiêu chưa đạt.\n") ==
      Lines{"error mismatch total=9 parts=6,4"});
  CHECK(Complements(done).empty());
  CHECK(Complements("a. Kinh tế\n" + done + "b. Xã hội\n+ Chưa hoàn thành 05 chỉ tiêu\n").empty());
}

TEST_CASE("the lists of done and not done name each indicator once") {
  CHECK(Complements("- Có 4 chỉ tiêu\n+ Đã hoàn thành 02 chỉ tiêu (chỉ tiêu 1, 3)\n+ Chưa hoàn thành 02 chỉ tiêu "
                    "(chỉ tiêu 3, 4)\n") ==
        Lines{"ok exact total=4 parts=2,2", "error conflict total=4 parts=2,2 numbers=3 first=1, 3 second=3, 4"});
}

TEST_CASE("a section's number of indicators is compared with the rows of its name in the appendix") {
  CHECK(Rows(kLead + kAppendix) == Lines{"ok exact stated=4 listed=4 first=1.1"});
  CHECK(Rows("1. Giao thông\n- Xã được giao 5 chỉ tiêu.\n" + kAppendix) ==
        Lines{"warning mismatch stated=5 listed=4 first=1.1"});
  CHECK(Rows("1. Thủy lợi\n- Xã được giao 5 chỉ tiêu.\n" + kAppendix).empty());
}

TEST_CASE("listed indicators are judged by their rows: qualifiers, limits and words count") {
  CHECK(Verdicts(kLead +
                 "+ Đã hoàn thành 03 chỉ tiêu (chỉ tiêu 1, 2, 3)\n+ Chưa hoàn thành 01 chỉ tiêu (chỉ tiêu 4)\n" +
                 kAppendix) ==
        Lines{"ok ok actual=92 target=90 claim=Đã hoàn thành", "ok ok actual=80 target=80 claim=Đã hoàn thành",
              "ok ok actual=24 target=30 claim=Đã hoàn thành", "ok ok actual=Chưa có target=Có claim=Chưa hoàn thành"});
  CHECK(Verdicts(kLead + "+ Đã hoàn thành 02 chỉ tiêu (chỉ tiêu 1, 3)\n+ Chưa hoàn thành 01 chỉ tiêu (chỉ tiêu 2)\n" +
                 kAppendix) == Lines{"ok ok actual=92 target=90 claim=Đã hoàn thành",
                                     "warning conflict actual=80 target=80 claim=Chưa hoàn thành",
                                     "ok ok actual=24 target=30 claim=Đã hoàn thành"});
}

TEST_CASE("indicators that the prose marks one by one are judged by the rows of their name") {
  CHECK(Verdicts(kLead + "+ Đã hoàn thành 01 chỉ tiêu (chỉ tiêu 1)\n+ Tỷ lệ đường thôn được cứng hóa. **Chưa đạt.**\n" +
                 kAppendix) ==
        Lines{"ok ok actual=92 target=90 claim=Đã hoàn thành", "warning conflict actual=80 target=80 claim=Chưa đạt"});
}

TEST_CASE("rows with a verdict of their own are judged by it, and rows without one are not") {
  const std::string head = "TT\tNội dung\tKế hoạch\tThực hiện\tĐánh giá\n";
  CHECK(Verdicts(head +
                 "1\tHộ nghèo\t3%\t3,4%\tChưa đạt\n2\tNước sạch\t95%\t89%\tĐạt\n3\tTrồng rừng\t50 ha\t61 ha\tVượt\n") ==
        Lines{"ok ok actual=3.4 target=3 claim=Chưa đạt", "warning conflict actual=89 target=95 claim=Đạt",
              "ok ok actual=61 target=50 claim=Vượt"});
  CHECK(Verdicts(head + "1\tHộ nghèo\t3%\t3,4%\t\n2\tNước sạch\t95%\t89%\tThiếu vốn\n").empty());
  CHECK(Verdicts("TT\tNội dung\tKế hoạch năm\tThực hiện 6 tháng\tĐánh giá\n1\tNước sạch\t95%\t89%\tĐạt\n").empty());
}

}  // namespace
}  // namespace soat
