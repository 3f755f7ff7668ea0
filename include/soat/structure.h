// The layout of a report: sections, passages, lists, tables and notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "soat/document.h"
#include "soat/one_or_many.h"

namespace soat {

inline constexpr uint32_t kNoIndex = UINT32_MAX;  ///< an index that refers to nothing

/// A heading with what stands below it. Section 0 is the report itself, without number or title.
struct Section {
  std::string path;            ///< "I.2", "PHẦN I/II.6.1", "Phụ lục 2"; empty for the report itself
  std::string number;          ///< as the heading gives it: "I", "3.6", "a"
  Span title;                  ///< the words of the heading, number left out
  uint32_t parent = kNoIndex;  ///< index of the section above it
  uint32_t block = kNoIndex;   ///< index of its heading
  int rank = 0;                ///< how deep: part 0 < letter < Roman < Arabic < Arabic of more parts < small letter
};

/// Front matter is what stands before the body: who reports, number, place and date, title, addressee. Back matter is
/// what stands behind it: the list of recipients and the signature.
enum class BlockKind : uint8_t { kHeading, kPassage, kItem, kTableRow, kNote, kFrontMatter, kBackMatter };

/// A piece of the text that is read as one. A passage that a page break or a footnote cut in two has several spans.
struct Block {
  BlockKind kind = BlockKind::kPassage;
  OneOrMany<Span> spans;               ///< of Document::text, in order, marker included
  std::string marker;                  ///< of an item or note: "-", "+", "a)", "1.", "¹"
  uint32_t section = 0;                ///< index of the section that it stands in; of a heading, the one that it opens
  uint32_t parent = kNoIndex;          ///< of an item: the block that leads it in; of a note: the one with its mark
  Span mark;                           ///< of a note: where its mark stands in the text; empty when it was not found
  uint32_t table = kNoIndex, row = 0;  ///< of a table row
};

/// What a column of a table holds, by its header.
enum class ColumnRole : uint8_t {
  kNone,
  kNumber,
  kLabel,
  kUnit,
  kTarget,
  kResult,
  kRemark,
  kPeriod,
  kQuantity,
  kComparison
};
std::string_view ToString(ColumnRole role);

struct Column {
  ColumnRole role = ColumnRole::kNone;
  Span header;                ///< of `headers` the first that is the column's own; empty when the table has none
  std::vector<Span> headers;  ///< all header cells over it, from the top: first those that it shares with neighbours
  std::string unit;           ///< of the column, lower case: "triệu đồng", "%"; empty when it is not said
  std::string number;         ///< that a row of column numbers gives it: "3", "A"
  Span formula;               ///< what stands there behind "3=": "(2)/(1)"; empty when nothing does
};

/// A line of a table. What its author wrote as one row can go on over several: the first is the row, those behind it
/// are `continued`, with that row as their parent.
struct Row {
  std::vector<Span> cells;  ///< trimmed; a row of tabs or bars has as many as its line, others one a column
  std::string number;       ///< in its first cell: "1", "1.10", "II"; empty when it has none of its own
  uint32_t parent =
      kNoIndex;         ///< the row that it is part of ("1" of "1.10", "I" of "1", "1" of "- …"), see `continued`
  bool header = false;  ///< also where it is repeated after a page break
  bool column_numbers = false;  ///< a header that numbers the columns: "(1) (2) (3)=(2)/(1)"
  bool continued = false;       ///< goes on from its parent
  bool total = false;           ///< named as the sum of others: "Tổng cộng"
};

struct Table {
  Span span;
  uint32_t section = 0;
  std::string unit;  ///< that a line before it declares for the whole table: "triệu đồng"
  std::vector<Column> columns;
  std::vector<Row> rows;
};

/// Where a place of the text stands.
struct Place {
  uint32_t block = kNoIndex;
  uint32_t table = kNoIndex, row = 0, column = 0;  ///< table is kNoIndex outside tables
};

/// The mark of a note in the text: "¹" in "tại 08 xã¹".
struct NoteMark {
  Span span;
  uint32_t note = kNoIndex;  ///< index of its block
};

struct Structure {
  std::vector<Section> sections;
  std::vector<Block> blocks;  ///< by their first span
  std::vector<Table> tables;
  std::vector<NoteMark> marks;  ///< sorted

  /// The block (and cell) that holds a byte of the text; block is kNoIndex between blocks.
  Place PlaceOf(uint32_t text_offset) const;
  /// "I.2", or for a numbered row "Phụ lục 2/1.5".
  std::string SectionPath(const Place& place) const;
  /// The block of the note whose mark begins at a byte of the text; kNoIndex when none does.
  uint32_t NoteAt(uint32_t text_offset) const;

 private:
  friend class StructureReader;
  struct Piece {
    Span span;
    uint32_t block;
  };
  size_t PiecesUpTo(uint32_t text_offset) const;

  static constexpr uint32_t kStretch = 256;
  std::vector<Piece> pieces_;            // all spans of all blocks, sorted
  std::vector<uint32_t> pieces_before_;  // how many of them begin before each stretch of so many bytes
};

}  // namespace soat
