#include <doctest/doctest.h>

#include "structure_of.h"

namespace soat {
namespace {

TEST_CASE("a note and its mark know each other") {
  const StructuredText reading =
      StructureOf("Đã tập huấn tại 08 xã¹ và 02 phường²,\n\n¹ Gồm: Đoài, Hạ.\n\n² Gồm: Thượng.\n\nvới 120 người.\n");
  const Structure& structure = reading.structure;
  REQUIRE(structure.marks.size() == 2);
  const Block& first = reading.BlockOf("Gồm: Đoài");
  CHECK(first.kind == BlockKind::kNote);
  CHECK(reading.Text(first.mark) == "¹");
  CHECK(first.mark.begin == reading.Find("¹ và"));
  CHECK(first.parent == 0);
  const uint32_t second = structure.NoteAt(reading.Find("²,"));
  REQUIRE(second != kNoIndex);
  CHECK(reading.Text(structure.blocks[second].spans[0]) == "² Gồm: Thượng.");
  CHECK(structure.NoteAt(reading.Find("08 xã")) == kNoIndex);
  CHECK(structure.NoteAt(reading.Find("² Gồm")) == kNoIndex);
}

TEST_CASE("numbers of notes can begin anew on each page") {
  const StructuredText reading = StructureOf("Đoạn một¹.\n\n¹ Ghi chú đầu.\n\nĐoạn hai¹.\n\n¹ Ghi chú sau.\n");
  CHECK(reading.BlockOf("Ghi chú đầu").mark.begin == reading.Find("¹.\n\n¹ Ghi chú đầu"));
  CHECK(reading.BlockOf("Ghi chú sau").mark.begin == reading.Find("¹.\n\n¹ Ghi chú sau"));
}

TEST_CASE("the power of a unit is no mark, and a note without a mark has none") {
  const StructuredText reading = StructureOf("Diện tích 120 m² đất.\n\n² Theo sổ địa chính.\n");
  const Block& note = reading.BlockOf("Theo sổ");
  CHECK(note.kind == BlockKind::kNote);
  CHECK(note.mark.size() == 0);
  CHECK(note.parent == kNoIndex);
}

TEST_CASE("brackets mark a note, parentheses only directly behind a word") {
  const StructuredText brackets = StructureOf("Đã họp 02 phiên [1].\n\n[1] Hai phiên trong tháng.\n");
  CHECK(brackets.Text(brackets.BlockOf("Hai phiên").mark) == "[1]");
  const StructuredText glued = StructureOf("Đã họp 02 phiên(1).\n\n(1) Hai phiên trong tháng.\n");
  CHECK(glued.BlockOf("Hai phiên").kind == BlockKind::kNote);
  CHECK(glued.Text(glued.BlockOf("Hai phiên").mark) == "(1)");
  const StructuredText list =
      StructureOf("Đã họp 02 phiên(1). Nội dung như sau:\n(1) Hai phiên trong tháng.\n(2) Một phiên.\n");
  CHECK(list.BlockOf("Hai phiên").kind == BlockKind::kItem);
}

TEST_CASE("a heading ends a note: what stands below it is the text of its section") {
  const StructuredText reading = StructureOf(
      "1. Công tác tập huấn\nĐã tập huấn tại 08 xã¹ trong năm.\n¹ Gồm: Đoài, Hạ.\nTheo kế hoạch đầu năm.\n2. Hạ tầng\n"
      "Đã nâng cấp 12/15 trạm.\n");
  const Block& note = reading.BlockOf("Gồm: Đoài");
  CHECK(note.kind == BlockKind::kNote);
  CHECK(reading.Text(note.spans.back()) == "¹ Gồm: Đoài, Hạ.\nTheo kế hoạch đầu năm.");
  const Block& below = reading.BlockOf("Đã nâng cấp");
  CHECK(below.kind == BlockKind::kPassage);
  CHECK(reading.Text(below.spans.front()) == "Đã nâng cấp 12/15 trạm.");
  CHECK(reading.structure.sections[below.section].path == "2");
}

}  // namespace
}  // namespace soat
