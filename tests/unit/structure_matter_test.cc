#include <doctest/doctest.h>

#include "structure_of.h"

namespace soat {
namespace {

const char* const kReport =
    "UBND HUYỆN HÒA MỸ TÂY            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "      Số: 45/BC-UBND                   Độc lập - Tự do - Hạnh phúc\n"
    "                            Hòa Mỹ Tây, ngày 12 tháng 7 năm 2023\n\n"
    "                      BÁO CÁO\n      Tình hình kinh tế - xã hội\n         6 tháng đầu năm 2023\n\n"
    "Kính gửi:\n- Sở Kế hoạch;\n- Sở Tài chính.\n\n"
    "Thực hiện Công văn số 12/UBND, huyện báo cáo như sau:\n- Thu 12 tỷ đồng;\n\n"
    "Nơi nhận:                               TM. ỦY BAN NHÂN DÂN\n- Như trên;                          CHỦ TỊCH\n- "
    "Lưu: VT, 05 bản.\n\n"
    "                                          Trần Văn Mẫu\n\nDANH SÁCH XÃ\nĐoài có 12 hộ.\n";

TEST_CASE("what stands before and behind the body is matter of its own") {
  const StructuredText reading = StructureOf(kReport);
  for (const char* words : {"UBND HUYỆN", "45/BC", "12 tháng 7", "BÁO CÁO", "kinh tế - xã", "6 tháng đầu", "Sở Kế"}) {
    CAPTURE(words);
    CHECK(reading.BlockOf(words).kind == BlockKind::kFrontMatter);
  }
  CHECK(reading.BlockOf("Thực hiện Công văn").kind == BlockKind::kPassage);
  CHECK(reading.BlockOf("Thu 12").kind == BlockKind::kItem);
  for (const char* words : {"Nơi nhận", "TM. ỦY", "Như trên", "05 bản", "Trần Văn"}) {
    CAPTURE(words);
    CHECK(reading.BlockOf(words).kind == BlockKind::kBackMatter);
  }
  CHECK(reading.BlockOf("DANH SÁCH").kind == BlockKind::kPassage);
  CHECK(reading.structure.tables.empty());
}

TEST_CASE("the head can stand in cells, and an appendix behind the signature is body again") {
  const StructuredText reading = StructureOf(
      "UBND XÃ ĐOÀI HẠ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 7/BC-UBND\tĐoài Hạ, ngày 02/3/2023\n\nBÁO CÁO\nCông "
      "tác quý I\n\n"
      "I. KẾT QUẢ\nCó 12 hộ.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Văn Mẫu\nPhụ lục 1\nTT\tThôn\tSố "
      "hộ\n1\tĐoài\t12\n");
  CHECK(reading.BlockOf("Số: 7").kind == BlockKind::kFrontMatter);
  CHECK(reading.BlockOf("PHÓ CHỦ").kind == BlockKind::kBackMatter);
  CHECK(reading.BlockOf("Lê Văn").kind == BlockKind::kBackMatter);
  CHECK(reading.structure.SectionPath(reading.structure.PlaceOf(reading.Find("Đoài\t12"))) == "Phụ lục 1/1");
}

TEST_CASE("a text without a head has no front matter") {
  const StructuredText reading = StructureOf("Trong kỳ đã cấp 12 thẻ.\n1. Kết quả\nCó 3 tổ.\n");
  for (const Block& block : reading.structure.blocks) CHECK(block.kind != BlockKind::kFrontMatter);
  const StructuredText title = StructureOf("Kết quả công tác năm 2023\ntrên địa bàn huyện\nI. KẾT QUẢ\nCó 3 tổ.\n");
  CHECK(title.BlockOf("địa bàn").kind == BlockKind::kFrontMatter);
}

}  // namespace
}  // namespace soat
