// Which lines of a table are one row, and which rows belong to which.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/rule.h"
#include "soat/structure.h"

namespace soat {

/// Numbers the rows of a table, joins those that go on, and finds their parents.
class RowTree {
 public:
  RowTree(std::string_view text, std::string_view key, const RuleSet& rules, Table& table)
      : text_(text), key_(key), rules_(rules), rows_(table.rows), columns_(table.columns) {}

  /// `run_on`: rows that go on from the one above whatever their cells are. `centred`: the numbers of a row can stand
  /// beside the middle of its words.
  /// REQUIRES: headers are marked and columns read
  void Grow(const std::vector<bool>& run_on, bool centred);

 private:
  std::string_view Text(Span span) const { return text_.substr(span.begin, span.size()); }
  Span LabelOf(const Row& row) const;
  int RankOf(const Row& row) const;
  bool OpensRow(const Row& row) const;
  bool HasOwnNumbers(uint32_t row) const;
  bool GoesOn(uint32_t row) const;
  bool HasNumbers(const Row& row) const;
  void JoinWordsAbove(uint32_t row);
  uint32_t ParentOf(uint32_t row);

  const std::string_view text_, key_;
  const RuleSet& rules_;
  std::vector<Row>& rows_;
  const std::vector<Column>& columns_;
  std::map<std::string, uint32_t, std::less<>> numbers_;  // the last row of each number
  std::vector<std::pair<int, uint32_t>> open_;            // rank and index of the rows that further ones can belong to
};

}  // namespace soat
