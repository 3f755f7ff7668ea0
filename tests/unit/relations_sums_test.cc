#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Sums(const std::string& text) { return RelationsOf(text, CheckKind::kPartWholeSum); }

TEST_CASE("a list of all parts must add up, one of some parts need not") {
  CHECK(Sums("Có 31 thành viên (trong đó cấp huyện: 13; cấp xã: 18).\n") == Lines{"ok exact total=31 parts=13,18"});
  CHECK(Sums("Có 310 thành viên, gồm: huyện 130 thành viên; xã 170 thành viên.\n") ==
        Lines{"error mismatch total=310 parts=130,170"});
  CHECK(Sums("Có 24 hội nghị, trong đó huyện 14 hội nghị, xã 5 hội nghị.\n").empty());
}

TEST_CASE("a lead-in is the total of its items") {
  CHECK(Sums("Đã chi 2.350 triệu đồng, cụ thể:\n- Đường truyền: 1.200 triệu đồng.\n- Máy tính: 950 triệu đồng.\n"
             "- Tập huấn: 200 triệu đồng.\n") ==
        Lines{"ok exact total=2350000000 parts=1200000000,950000000,200000000"});
  CHECK(Sums("Đã chi 2.350 triệu đồng, cụ thể:\n- Đường truyền: 1.200 triệu đồng.\n- Máy tính: 950 triệu đồng.\n"
             "- Tập huấn: 300 triệu đồng.\n") ==
        Lines{"error mismatch total=2350000000 parts=1200000000,950000000,300000000"});
}

TEST_CASE("items below items are parts of parts") {
  const std::string rice = "- Lúa: 817,5 ha, sản lượng 4.539,5 tấn;\n+ Vụ Đông Xuân: sản lượng 2.417,3 tấn;\n";
  const std::string maize = "- Ngô: 53,8 ha.\n";
  CHECK(Sums("Gieo trồng 871,3 ha, trong đó:\n" + rice + "+ Vụ Mùa: sản lượng 2.122,2 tấn.\n" + maize) ==
        Lines{"ok exact total=871.3 parts=817.5,53.8", "ok exact total=4539.5 parts=2417.3,2122.2"});
  CHECK(Sums("Gieo trồng 871,3 ha, trong đó:\n" + rice + "+ Vụ Mùa: sản lượng 2.722,2 tấn.\n" + maize) ==
        Lines{"ok exact total=871.3 parts=817.5,53.8", "error mismatch total=4539.5 parts=2417.3,2722.2"});
  CHECK(Sums("Gieo trồng 891,3 ha, trong đó:\n" + rice + "+ Vụ Mùa: sản lượng 2.122,2 tấn.\n" + maize) ==
        Lines{"error mismatch total=891.3 parts=817.5,53.8", "ok exact total=4539.5 parts=2417.3,2122.2"});
}

TEST_CASE("a total that was divided once may be divided again") {
  const std::string once = "Tiếp nhận 864 hồ sơ, trong đó trực tuyến 791 hồ sơ, trực tiếp 73 hồ sơ.";
  CHECK(Sums(once + " Đúng hạn 858 hồ sơ, quá hạn 06 hồ sơ.\n") ==
        Lines{"ok exact total=864 parts=791,73", "ok exact total=864 parts=858,6"});
  CHECK(Sums(once + " Đúng hạn 851 hồ sơ, quá hạn 06 hồ sơ.\n") ==
        Lines{"ok exact total=864 parts=791,73", "error mismatch total=864 parts=851,6"});
  CHECK(Sums(once + " Đúng hạn 122 hồ sơ, quá hạn 06 hồ sơ.\n") == Lines{"ok exact total=864 parts=791,73"});
}

TEST_CASE("parts and names may stand in the note of an amount") {
  const std::string text =
      "Tổ chức 03 hội nghị[1] về chuyển đổi số tại 02 xã[2].\n\n[1] Cấp huyện: 02 hội nghị; cấp xã: 01 hội nghị.\n";
  CHECK(Sums(text + "[2] Gồm xã Tân Hòa và xã Mỹ Phú.\n") == Lines{"ok exact total=3 parts=2,1"});
  CHECK(RelationsOf(text + "[2] Gồm xã Tân Hòa và xã Mỹ Phú.\n", CheckKind::kEnumerationCount) ==
        Lines{"ok exact stated=2 listed=2"});
  CHECK(RelationsOf(text + "[2] Gồm xã Tân Hòa, xã Bình An và xã Mỹ Phú.\n", CheckKind::kEnumerationCount) ==
        Lines{"warning mismatch stated=2 listed=3"});
}

TEST_CASE("behind a colon the parts of a large total may be of other nouns or none") {
  CHECK(Sums("Xếp loại 8.240 hội viên: có 1.310 người giỏi; 5.620 đạt khá; 1.310 đạt yêu cầu; ngoài ra 75 người "
             "vắng.\n") == Lines{"ok exact total=8240 parts=1310,5620,1310"});
}

TEST_CASE("where all parts miss by one digit, some of them adding up is chance") {
  CHECK(Sums("Tiếp nhận 13 đơn, gồm 09 đơn khiếu nại, 04 đơn tố cáo và 60 đơn kiến nghị.\n") ==
        Lines{"error mismatch total=13 parts=9,4,60"});
  CHECK(Sums("Đạt 68 giải, gồm: 02 giải nhất, 09 giải nhì, 13 giải ba, 14 giải khuyến khích; trong đó lớp 9A có 6 "
             "giải.\n") == Lines{"error mismatch total=68 parts=2,9,13,14"});
}

TEST_CASE("a word of counting before the noun does not divide total and parts") {
  CHECK(Sums("Tập huấn cho 143 lượt người (buổi thứ nhất 65 người, buổi thứ hai 78 người).\n") ==
        Lines{"ok exact total=143 parts=65,78"});
  CHECK(Sums("Tập huấn cho 143 lượt người (buổi thứ nhất 65 người, buổi thứ hai 88 người).\n").size() == 1);
}

TEST_CASE("what stands in several parentheses, or not in every section of one, is no list of parts") {
  CHECK(
      Sums(
          "Thu được 64,2 tỷ đồng, đạt 91,7% dự toán tỉnh giao (70 tỷ đồng), đạt 85,6% dự toán phấn đấu (75 tỷ đồng).\n")
          .empty());
  CHECK(Sums("Có 9.405 học sinh (mầm non: 7 lớp, 212 cháu; tiểu học: 42 lớp, 5.215 học sinh; trung học: 28 lớp, 3.978 "
             "học sinh).\n")
            .empty());
  CHECK(Sums("Có 9.405 học sinh (mầm non: 212 học sinh; tiểu học: 5.215 học sinh; trung học: 3.979 học sinh).\n") ==
        Lines{"error mismatch total=9405 parts=212,5215,3979"});
}

TEST_CASE("a list that explains a change is none of the parts of what changed") {
  CHECK(Sums("Có 412 đảng viên (giảm 3 đảng viên so với đầu năm: kết nạp 8, chuyển đến 4, chuyển đi 15).\n").empty());
}

TEST_CASE("an amount for each of something is no part") {
  CHECK(Sums("Tổng kinh phí 642 triệu đồng (xây mới 60 triệu đồng/nhà, sửa chữa 30 triệu đồng/nhà).\n").empty());
  CHECK(Sums("Hỗ trợ 90 triệu đồng/nhà (tỉnh 60 triệu đồng/nhà, huyện 30 triệu đồng/nhà).\n") ==
        Lines{"ok exact total=90000000 parts=60000000,30000000"});
}

TEST_CASE("some of the parts that semicolons divide are not taken for all of them") {
  CHECK(Sums("Có 98.412 lượt khám, trong đó khám bảo hiểm 91.250 lượt; điều trị nội trú 7.812 lượt; chuyển tuyến 2.140 "
             "lượt.\n")
            .empty());
}

TEST_CASE("a total behind three parts that follow each other is told when one digit misses it") {
  CHECK(Sums("Vốn các năm là 45 tỷ đồng, 52 tỷ đồng và 61 tỷ đồng, tổng cộng 168 tỷ đồng.\n") ==
        Lines{"error mismatch total=168000000000 parts=45000000000,52000000000,61000000000"});
  CHECK(Sums("Vốn các năm là 45 tỷ đồng, 52 tỷ đồng và 61 tỷ đồng, tổng cộng 198 tỷ đồng.\n").size() == 1);
  CHECK(Sums("Vốn các năm là 45 tỷ đồng và 61 tỷ đồng, tổng cộng 126 tỷ đồng.\n").empty());
}

TEST_CASE("a line of its own may lead from a total to its list") {
  const std::string total = "Đất có rừng: 3.582,8 ha:\nTrong đó:\n";
  CHECK(Sums(total + "- Rừng tự nhiên: 3.120,7 ha.\n- Rừng trồng: 462,1 ha.\n") ==
        Lines{"ok exact total=3582.8 parts=3120.7,462.1"});
  CHECK(Sums(total + "- Rừng tự nhiên: 3.120,7 ha.\n- Rừng trồng: 562,1 ha.\n") ==
        Lines{"error mismatch total=3582.8 parts=3120.7,562.1"});
  CHECK(Sums(total + "- Rừng tự nhiên: 1.120,7 ha.\n- Rừng trồng: 562,1 ha.\n").empty());
}

TEST_CASE("spending on investment and on running costs need not be all of it") {
  CHECK(Sums("Tổng chi 412 tỷ đồng, trong đó: đầu tư 112 tỷ đồng; thường xuyên 286 tỷ đồng.\n").empty());
}

TEST_CASE("the rate of all rows is no sum of their rates") {
  CHECK(
      Sums("Xã\tTổng hộ\tHộ nghèo\tTỷ lệ\nAn Hòa\t1.412\t86\t6,09\nBình Phú\t980\t45\t4,59\nTân Lộc\t2.115\t145\t6,86\n"
           "Cộng\t4.507\t276\t6,12\n") ==
      Lines{"ok exact total=4507 parts=1412,980,2115", "ok exact total=276 parts=86,45,145"});
}

TEST_CASE("rows of rates and of what there is at the end of each quarter have no sum") {
  const std::string table =
      "Chỉ tiêu\tQuý I\tQuý II\tQuý III\tCả năm\nSố vụ TNGT\t5\t6\t4\t15\n"
      "Số người chết\t2\t3\t2\t7\nSố người bị thương\t7\t9\t1\t17\n";
  const Lines held = {"ok exact total=15 parts=5,6,4", "ok exact total=7 parts=2,3,2", "ok exact total=17 parts=7,9,1"};
  CHECK(Sums(table + "Tỷ lệ đúng hạn (%)\t98,1\t98,5\t99,0\t98,5\n") == held);
  CHECK(Sums(table + "Tỷ lệ đúng hạn\t98,1\t98,5\t99,0\t98,5\n") == held);
  CHECK(Sums(table + "Đảng viên cuối kỳ\t45\t46\t48\t48\n") == held);
  CHECK(Sums(table + "Số vụ cháy\t3\t1\t2\t7\n") ==
        Lines{held[0], held[1], held[2], "error mismatch total=7 parts=3,1,2"});
}

TEST_CASE("what stands in parentheses without words that lead to it may be some of the parts") {
  CHECK(Sums("Có 1.382 giáo viên (nữ 912, đảng viên 745).\n").empty());
  CHECK(Sums("Có 512 hộ dân (nghèo 45, cận nghèo 86).\n").empty());
  CHECK(Sums("Kết nạp 182 đảng viên (nữ 86, dân tộc 12, tôn giáo 5).\n").empty());
  CHECK(Sums("Khám 145 lượt (45 lượt trẻ em, 40 lượt phụ nữ).\n").empty());
  CHECK(Sums("Có 318 cơ sở (ăn uống 87, sản xuất 135).\n").empty());
  CHECK(Sums("Có 318 cơ sở (ăn uống 187, sản xuất 144).\n") == Lines{"error mismatch total=318 parts=187,144"});
  CHECK(Sums("Kỷ luật 25 đảng viên (khiển trách 14, cảnh cáo 7, cách chức 1, khai trừ 2).\n") ==
        Lines{"error mismatch total=25 parts=14,7,1,2"});
  CHECK(Sums("Có 512 doanh nghiệp (trách nhiệm hữu hạn 312, cổ phần 145, tư nhân 65).\n") ==
        Lines{"error mismatch total=512 parts=312,145,65"});
}

TEST_CASE("an item of a list without a number may be what the others leave") {
  const std::string list = "Đã chi 45,6 tỷ đồng, cụ thể:\n- Giáo dục: 20 tỷ đồng.\n- Y tế: 10 tỷ đồng.\n";
  CHECK(Sums(list + "- Chi khác.\n").empty());
  CHECK(Sums(list) == Lines{"error mismatch total=45600000000 parts=20000000000,10000000000"});
}

TEST_CASE("parts that leave most of the total, or beside which others are named, are not all") {
  CHECK(Sums("Tiếp 214 lượt công dân (định kỳ 12, đột xuất 5).\n").empty());
  CHECK(Sums("Đoàn kiểm tra 12 người, gồm 1 trưởng đoàn, 2 phó đoàn và các thành viên.\n").empty());
  CHECK(Sums("Kinh phí 512 triệu đồng, gồm ngân sách huyện 312 triệu đồng; mỗi xã 10 triệu đồng.\n").empty());
  CHECK(Sums("Đội có 12 người, gồm 4 nam, 9 nữ.\n") == Lines{"error mismatch total=12 parts=4,9"});
}

TEST_CASE("parts that are named as some may leave a round number, and a little") {
  CHECK(Sums("Có 145 hộ, trong đó 45 hộ vay, 40 hộ nợ.\n").empty());
  CHECK(Sums("Có 1.245 hộ, trong đó 812 hộ vay, 421 hộ nợ.\n").empty());
  CHECK(Sums("Có 1.245 hộ, trong đó 812 hộ vay, 445 hộ nợ.\n") == Lines{"error mismatch total=1245 parts=812,445"});
  CHECK(Sums("Có 15.845 con, trong đó 3.075 con trâu, 12.760 con bò.\n") ==
        Lines{"error mismatch total=15845 parts=3075,12760"});
}

TEST_CASE("numbers of items and a plan behind a stroke are no parts and no total") {
  CHECK(Sums("Có 2/7 chỉ tiêu chưa đạt (3, 6).\n").empty());
  CHECK(Sums("Đã trồng 86.412 cây/90.000 cây, đạt 96,0% (phân tán 61.412 cây, tập trung 25.000 cây).\n") ==
        Lines{"ok exact total=86412 parts=61412,25000"});
}

TEST_CASE("a list behind a change is that of the change") {
  CHECK(Sums("Kết nạp 87 hội viên, giảm 112 hội viên (từ trần 108, chuyển đi 4).\n").empty());
  CHECK(Sums("Có 162 vụ, giảm 5 vụ (hình sự 120, kinh tế 52).\n") == Lines{"error mismatch total=162 parts=120,52"});
}

TEST_CASE("numbers with a sign are changes and no parts") {
  CHECK(Sums("TNGT: 18 vụ, 14 bị thương (-4 vụ, -2 chết, -4 bị thương).\n").empty());
  CHECK(Sums("Có 18 vụ, 14 người bị thương (+4 vụ, +2 người, +3 người).\n").empty());
}

TEST_CASE("a list with a number that was read as part of a name is not all there") {
  CHECK(Sums("Có 17 đơn vị (xã 12, phường 3, thị trấn 2).\n").empty());
  CHECK(Sums("Có 17 đơn vị (xã 12, thị trấn 2, phường 3).\n").empty());
  CHECK(Sums("Thu 40 ca (đợt 1: 15, đợt 2: 20).\n") == Lines{"error mismatch total=40 parts=15,20"});
}

TEST_CASE("a list in a sentence of its own may be of an amount before the last one") {
  CHECK(Sums("Xảy ra 58 vụ, trong đó 7 vụ nghiêm trọng. Cụ thể: trộm cắp 34 vụ, lừa đảo 14 vụ, đánh bạc 10 vụ.\n")
            .back() == "ok exact total=58 parts=34,14,10");
}

TEST_CASE("a list is of the amount right before it, also where that is itself a part") {
  CHECK(Sums("Tiếp nhận 316 hồ sơ; trong đó trực tuyến 281 hồ sơ, trực tiếp 35 hồ sơ. Giải quyết 309 hồ sơ, trong đó "
             "trước hạn 294 hồ sơ, đúng hạn 15 hồ sơ, quá hạn 0 hồ sơ; đang giải quyết 07 hồ sơ.\n") ==
        Lines{"ok exact total=316 parts=281,35", "ok exact total=309 parts=294,15,0"});
}

TEST_CASE("as many names as are counted have numbers of something else") {
  CHECK(Sums("Thiếu 3 đại biểu tại 02 xã (Tân Hòa 02, Mỹ Phú 01).\n") == Lines{"ok exact total=3 parts=2,1"});
  CHECK(Sums("Thiếu 4 đại biểu (Tân Hòa 02, Mỹ Phú 01).\n") == Lines{"error mismatch total=4 parts=2,1"});
}

TEST_CASE("what is left without a number is a part as well") {
  const std::string text = "Vốn là 214,6 tỷ đồng, trong đó tỉnh 42,1 tỷ đồng, huyện 100 tỷ đồng, nhân dân 12,5 tỷ đồng";
  CHECK(Sums(text + " (5,8%), còn lại là vốn vay.\n").empty());
  CHECK(Sums(text + " (5,8%).\n") ==
        Lines{"error mismatch total=214600000000 parts=42100000000,100000000000,12500000000"});
}

TEST_CASE("behind a semicolon the list that words lead to has ended") {
  CHECK(Sums("Có 9 xã đạt, gồm: Tân Hòa, Bình Minh (17 tiêu chí), Mỹ Phú; 03 xã khá, 02 xã yếu.\n").empty());
}

TEST_CASE("of several columns that may be parts those that add up are") {
  const std::string rows =
      "TT\tXã\tĐã giải quyết\tĐúng hạn\tQuá hạn\tKhông tính\n1\tAn Hòa\t284\t280\t4\t0\n"
      "2\tBình Phú\t367\t361\t6\t0\n3\tTân Lộc\t415\t400\t10\t5\n4\tVĩnh Lạc\t512\t505\t7\t0\n";
  for (const std::string& line : Sums(rows)) CHECK(line.find("mismatch") == std::string::npos);
}

}  // namespace
}  // namespace soat
