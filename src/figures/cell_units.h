// Numbers in table cells take the unit of their column: "ĐVT: triệu đồng", "Tỷ lệ (%)", a column of units.
#pragma once

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"
#include "soat/structure.h"

namespace soat {

class QuantityReader;
class NounReader;
class UnitTable;

/// What a unit in a table makes of a bare number.
struct CellUnit {
  FigureKind kind = FigureKind::kCount;
  std::string unit;
  int power = 0;  ///< "triệu đồng": 6
};

/// Reads the words of units as tables declare them.
class CellUnitReader {
 public:
  CellUnitReader(const RuleSet& rules, const QuantityReader& quantities, const UnitTable& percents,
                 const UnitTable& currencies, const UnitTable& measures, const NounReader& nouns);

  /// \param known_only  a noun counts only if the rules know it: words in a header may be anything
  std::optional<CellUnit> Read(std::string_view words, bool known_only) const;
  /// Gives every bare count that fills its cell the unit of its column, its row or its table.
  void Apply(const Document& document, const Structure& structure, std::vector<Figure>& figures) const;

 private:
  static std::string UnitInRow(const Document& document, const Table& table, uint32_t row);
  std::string UnitOfRow(const Document& document, const Table& table, uint32_t row) const;
  std::optional<CellUnit> UnitOfName(const Document& document, const Row& row, uint32_t column) const;
  std::optional<CellUnit> UnitOfCell(const Document& document, const Table& table, const Place& place) const;

  const RuleSet& rules_;
  const QuantityReader& quantities_;
  const UnitTable &percents_, &currencies_, &measures_;
  const NounReader& nouns_;
};

}  // namespace soat
