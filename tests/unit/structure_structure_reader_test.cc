#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "structure_of.h"

namespace soat {
namespace {

StructuredText Read(const std::string& text) { return StructureOf(text); }

/// The section path of the place where `words` stand.
std::string PathOf(const StructuredText& reading, const std::string& words) {
  const size_t at = reading.document.text.find(words);
  REQUIRE(at != std::string::npos);
  return reading.structure.SectionPath(reading.structure.PlaceOf(static_cast<uint32_t>(at)));
}

TEST_CASE("headings nest by their numbers, and a slip of the author stays below the open section") {
  const StructuredText reading = Read(
      "I. KẾT QUẢ\n1. Chỉ đạo điều hành\nđoạn một\n3. Nhiệm vụ\n3.6. Kinh phí\nđoạn hai\n2.2. Nguồn vốn\nđoạn ba\n"
      "a. Ngân sách\nđoạn bốn\nII. ĐÁNH GIÁ\nđoạn năm\nPhụ lục 2\nđoạn sáu\n");
  CHECK(PathOf(reading, "đoạn một") == "I.1");
  CHECK(PathOf(reading, "đoạn hai") == "I.3.6");
  CHECK(PathOf(reading, "đoạn ba") == "I.3.6.2.2");
  CHECK(PathOf(reading, "đoạn bốn") == "I.3.6.2.2.a");
  CHECK(PathOf(reading, "đoạn năm") == "II");
  CHECK(PathOf(reading, "đoạn sáu") == "Phụ lục 2");
}

TEST_CASE("numbered tasks that follow each other are items and no headings") {
  const StructuredText reading = Read("I. NHIỆM VỤ\n1. Rà soát hồ sơ.\n2. Tập huấn cán bộ.\n3. Báo cáo kết quả.\n");
  REQUIRE(reading.structure.blocks.size() == 4);
  for (size_t i = 1; i < 4; ++i) CHECK(reading.structure.blocks[i].kind == BlockKind::kItem);
  CHECK(PathOf(reading, "Tập huấn") == "I");
}

TEST_CASE("broken lines are one passage, and a footnote does not end the sentence that it cuts") {
  const StructuredText reading =
      Read("Bộ phận tiếp nhận và trả kết quả giải\nquyết hồ sơ của xã\n\n¹ Theo quy chế.\n\nđã được nâng cấp.\n");
  REQUIRE(reading.structure.blocks.size() == 2);
  CHECK(reading.structure.blocks[0].kind == BlockKind::kPassage);
  REQUIRE(reading.structure.blocks[0].spans.size() == 2);
  CHECK(reading.structure.blocks[1].kind == BlockKind::kNote);
  CHECK(reading.structure.blocks[1].marker == "¹");
}

TEST_CASE("a line of a text broken to fit a page may begin with a number and still go on") {
  const StructuredText broken = Read(
      "Cuối năm toàn xã còn lại số hộ nghèo theo chuẩn mới là\n63 hộ, số hộ cận nghèo trên toàn xã là 88 hộ\n(giảm 5 "
      "hộ).\n");
  CHECK(broken.structure.blocks.size() == 1);
  // A short line, a line that is one of several of that form, and a line behind a full stop stand for themselves.
  CHECK(Read("Kết quả\n63 hộ nghèo\n").structure.blocks.size() == 2);
  CHECK(Read("15 hội nghị phổ biến quy định mới cho cán bộ các thôn\n12 lớp tập huấn\n").structure.blocks.size() == 2);
  CHECK(Read("Số hộ nghèo của toàn xã đã giảm so với năm trước.\n63 hộ thoát nghèo\n").structure.blocks.size() == 2);
}

TEST_CASE("a line of a broken text may begin with a name or the end of parentheses and still go on") {
  CHECK(
      Read("Có 52 trường đạt chuẩn (mầm non 17/19, tiểu học 19/20;\nTHCS 15/17) đạt 89%.\n").structure.blocks.size() ==
      1);
  CHECK(Read("Trợ giúp 61 vụ (hộ nghèo 14, người có công 9, DTTS\n38).\n").structure.blocks.size() == 1);
  // The name had no room in the line before it, which is not the first of its paragraph.
  const std::string broken =
      "Trong năm xã đã ban hành nhiều văn bản để chỉ đạo các\nthôn triển khai thực hiện theo kế hoạch của ";
  CHECK(Read(broken + "tỉnh\nPhòng Nội vụ cử một người\n").structure.blocks.size() == 1);
  CHECK(Read("Các đơn vị tham gia tập huấn về chuyển đổi số gồm có\nPhòng Nội vụ\n").structure.blocks.size() == 2);
  CHECK(Read("Trong năm xã đã ban hành nhiều văn bản để chỉ đạo các\nthôn làm\nPhòng Nội vụ cử một người\n")
            .structure.blocks.size() == 2);
}

TEST_CASE("a heading goes on in the next line") {
  const StructuredText run_in = Read(
      "1- Giảm nghèo. Toàn xã có 2.146 hộ, số hộ nghèo cuối năm là\n63 hộ, giảm 5 hộ.\n2- Y tế\n\n12 lượt khám.\n");
  REQUIRE(run_in.structure.blocks.size() == 3);
  CHECK(run_in.structure.blocks[0].kind == BlockKind::kHeading);
  CHECK(run_in.structure.blocks[2].kind == BlockKind::kPassage);
  CHECK(Read("1. Kết quả triển khai chuyển\nđổi số\nĐã họp 2 lần.\n").structure.blocks.size() == 2);
  CHECK(Read("1.2. Công nghiệp: giá trị sản xuất đạt 418 tỷ đồng, cấp phép\ncho các hộ kinh doanh, trong năm thành lập "
             "mới được hơn\n31 doanh nghiệp tại huyện.\n")
            .structure.blocks.size() == 1);
  CHECK(Read("4. Chính sách: chi trả trợ cấp cho người có công và cấp thẻ\nmới cho các đối tượng, trong đó cấp thẻ\n"
             "Bảohiểmytếchongườinghèotoànhuyện 7.918 thẻ.\n")
            .structure.blocks.size() == 1);
  CHECK(Read("1. Kết quả\n\nđã họp 2 lần.\n").structure.blocks.size() == 2);
}

TEST_CASE("lines behind a colon that begin with a number are items") {
  const StructuredText prizes = Read("Đạt 19 giải, gồm:\n02 giải nhất\n17 giải khuyến khích\nĐây là kết quả tốt.\n");
  REQUIRE(prizes.structure.blocks.size() == 4);
  CHECK(prizes.structure.blocks[1].kind == BlockKind::kItem);
  CHECK(prizes.structure.blocks[2].kind == BlockKind::kItem);
  CHECK(prizes.structure.blocks[2].parent == 0);
  CHECK(prizes.structure.blocks[3].kind == BlockKind::kPassage);
  CHECK(Read("Kết quả cả năm như sau:\n19 giải các loại\nĐây là kết quả tốt.\n").structure.blocks[1].kind ==
        BlockKind::kPassage);
}

TEST_CASE("items belong to the line that leads them in") {
  const StructuredText reading =
      Read("Tổng kinh phí, cụ thể:\n- Ngân sách huyện:\n+ Chi đầu tư\n+ Chi thường xuyên\n- Ngân sách xã\n");
  const auto& blocks = reading.structure.blocks;
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[1].parent == 0);
  CHECK(blocks[2].parent == 1);
  CHECK(blocks[3].parent == 1);
  CHECK(blocks[4].parent == 0);
}

TEST_CASE("a table has columns by its header, rows by their numbers, and the unit that a line before it declares") {
  const StructuredText reading = Read(
      "ĐVT: triệu đồng\nTT\tNội dung chi\tDự toán\tThực hiện\tTỷ lệ (%)\n1\tSự nghiệp\t100\t90\t90\n"
      "1.1\tGiáo dục và\t60\t55\t91,7\n\tđào tạo\t\t\t\n\nTT\tNội dung chi\tDự toán\tThực hiện\tTỷ lệ (%)\n2\tĐầu "
      "tư\t40\t40\t100\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const Table& table = reading.structure.tables[0];
  CHECK(table.unit == "triệu đồng");
  REQUIRE(table.columns.size() == 5);
  CHECK(table.columns[0].role == ColumnRole::kNumber);
  CHECK(table.columns[1].role == ColumnRole::kLabel);
  CHECK(table.columns[2].role == ColumnRole::kTarget);
  CHECK(table.columns[3].role == ColumnRole::kResult);
  CHECK(table.columns[4].unit == "%");
  REQUIRE(table.rows.size() == 6);
  CHECK(table.rows[0].header);
  CHECK(table.rows[2].number == "1.1");
  CHECK(table.rows[2].parent == 1);
  CHECK(table.rows[3].continued);
  CHECK(table.rows[3].parent == 2);
  CHECK(table.rows[4].header);
  CHECK(table.rows[5].number == "2");
  CHECK(PathOf(reading, "55") == "1.1");
}

TEST_CASE("a Markdown table is read like one of tabs") {
  const StructuredText reading = Read("| STT | Chỉ tiêu | Kết quả |\n|---|:---|---:|\n| 1 | Trạm y tế | 12 |\n");
  REQUIRE(reading.structure.tables.size() == 1);
  REQUIRE(reading.structure.tables[0].rows.size() == 2);
  CHECK(reading.structure.tables[0].columns[2].role == ColumnRole::kResult);
  CHECK(PathOf(reading, "12") == "1");
}

TEST_CASE("a lone tab in a sentence makes no table") {
  CHECK(Read("\t- Tổ chức 07 lớp bồi dưỡng\nCác xã đã hoàn thành.\t\n").structure.tables.empty());
}

TEST_CASE("a heading out of order is a section with the number that it has") {
  const StructuredText reading =
      Read("3. Kinh phí\nđoạn\n3.6. Nguồn vốn\n2.2. Vốn huyện\nđoạn hai\nII. ĐÁNH GIÁ\nđoạn ba\n");
  std::vector<std::string> numbers;
  for (const Section& section : reading.structure.sections) numbers.push_back(section.number);
  CHECK(numbers == std::vector<std::string>{"", "3", "3.6", "2.2", "II"});
  for (size_t i = 1; i < reading.structure.sections.size(); ++i) {
    const Section& section = reading.structure.sections[i];
    REQUIRE(section.block != kNoIndex);
    CHECK(reading.structure.blocks[section.block].kind == BlockKind::kHeading);
    CHECK(reading.structure.blocks[section.block].section == i);
  }
}

TEST_CASE("numbered items of two ranks nest, and the outer list goes on") {
  const StructuredText reading =
      Read("Nhiệm vụ gồm:\n- Nội dung chung:\n1. Rà soát;\n1.1. Hồ sơ;\n1.2. Biểu mẫu;\n2. Báo cáo;\n- Khác.\n");
  const auto& blocks = reading.structure.blocks;
  REQUIRE(blocks.size() == 7);
  CHECK(blocks[1].parent == 0);
  CHECK(blocks[2].parent == 1);
  CHECK(blocks[3].parent == 2);
  CHECK(blocks[4].parent == 2);
  CHECK(blocks[5].parent == 1);
  CHECK(blocks[6].parent == 0);
}

TEST_CASE("each byte of a block is found in it, and those between blocks in none") {
  const StructuredText reading = Read("I. Kết quả\nXã có 5 hộ.\n\n- Một là;\n- Hai là.\nA\t12\t13\nB\t14\t15\n");
  const auto size = static_cast<uint32_t>(reading.document.text.size());
  std::vector<uint32_t> block_of(size + 1, kNoIndex);
  const auto& blocks = reading.structure.blocks;
  for (uint32_t block = 0; block < blocks.size(); ++block) {
    for (const Span span : blocks[block].spans) std::fill_n(block_of.begin() + span.begin, span.size(), block);
  }
  REQUIRE(blocks.size() == 6);
  for (uint32_t offset = 0; offset <= size; ++offset)
    CHECK(reading.structure.PlaceOf(offset).block == block_of[offset]);
}

TEST_CASE("lines that end with semicolons behind a lead-in are items without bullets") {
  const StructuredText reading =
      Read("Kết quả như sau:\nThôn Đoài: 12 hộ;\nThôn Hạ: 15 hộ;\nThôn Thượng: 3 hộ.\nĐánh giá chung tốt.\n");
  const auto& blocks = reading.structure.blocks;
  REQUIRE(blocks.size() == 5);
  for (size_t i = 1; i < 4; ++i) {
    CHECK(blocks[i].kind == BlockKind::kItem);
    CHECK(blocks[i].parent == 0);
  }
  CHECK(blocks[4].kind == BlockKind::kPassage);
  CHECK(Read("Kết quả như sau:\nNăm qua có 12 hộ.\nXã giữ vững.\n").structure.blocks[1].kind == BlockKind::kPassage);
}

}  // namespace
}  // namespace soat
