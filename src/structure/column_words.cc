#include "structure/column_words.h"

#include <algorithm>

#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr size_t kLongestUnitWords = 6;
constexpr size_t kFewestColumnNumbers = 3;

bool StartsWord(std::string_view text, size_t at) { return at == 0 || !IsLetterBefore(text, at); }
bool EndsWord(std::string_view text, size_t end) { return end >= text.size() || !IsLetterAt(text, end); }

std::string_view Trimmed(std::string_view words, std::string_view set) {
  const size_t first = words.find_first_not_of(set);
  if (first == std::string_view::npos) return {};
  return words.substr(first, words.find_last_not_of(set) - first + 1);
}

// "%", and "+/- %" in "Tỷ lệ (+/- %)".
bool IsPercentSign(std::string_view words) { return Trimmed(words, "+-/ ") == "%"; }

}  // namespace

ColumnRole RoleInHeader(std::string_view key, const RuleSet& rules) {
  ColumnRole first = ColumnRole::kNone, any = ColumnRole::kNone;
  size_t first_size = 0, any_size = 0;
  const uint64_t bytes = BytesIn(key);
  for (const ColumnPhrase& column : rules.columns) {
    if ((column.bytes & ~bytes) != 0) continue;
    const size_t at = key.find(column.phrase);
    if (at == std::string_view::npos || !StartsWord(key, at) || !EndsWord(key, at + column.phrase.size())) continue;
    if (at <= 2 && column.phrase.size() > first_size) first = column.role, first_size = column.phrase.size();
    if (column.phrase.size() > any_size) any = column.role, any_size = column.phrase.size();
  }
  return first != ColumnRole::kNone ? first : any;
}

bool IsYearCell(std::string_view cell) {
  return cell.size() == 4 && std::all_of(cell.begin(), cell.end(), IsDigit) &&
         (cell.starts_with("19") || cell.starts_with("20"));
}

bool NamesColumns(std::string_view key, const std::vector<Span>& cells, const RuleSet& rules) {
  size_t named = 0, with_unit = 0;
  for (const Span cell : cells) {
    const std::string_view words = key.substr(cell.begin, cell.size());
    if (words.empty()) continue;
    const bool number = words.find_first_not_of("0123456789.,%") == std::string_view::npos;
    if (number && words != "%" && !IsYearCell(words)) return false;
    if (RoleInHeader(words, rules) != ColumnRole::kNone)
      ++named;
    else if (words.ends_with(')') && !UnitInHeader(words, rules).empty())
      ++with_unit;  // "Diện tích (ha)"
  }
  return named > 0 && named + with_unit > 1;
}

std::string UnitInHeader(std::string_view key, const RuleSet& rules) {
  // "% tăng", "% so với kế hoạch"
  if (key.starts_with("% ")) return "%";
  const size_t open = key.rfind('('), close = key.rfind(')');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    key = key.substr(open + 1, close - open - 1);
    std::string declared = DeclaredUnitIn(key, rules);
    if (!declared.empty()) return declared;
    return IsPercentSign(key) ? "%" : std::string(key);
  }
  return key.ends_with("%") ? "%" : std::string();
}

std::string DeclaredUnitIn(std::string_view key, const RuleSet& rules) {
  for (const std::string& declaration : rules.unit_words) {
    const size_t at = key.find(declaration);
    if (at == std::string_view::npos || !StartsWord(key, at)) continue;
    size_t from = key.find_first_not_of(' ', at + declaration.size());
    if (from == std::string_view::npos || key[from] != ':') continue;
    from = key.find_first_not_of(' ', from + 1);
    if (from == std::string_view::npos) continue;
    const size_t end = std::min(key.find_first_of(");\t|*_", from), key.size());
    const std::string_view unit = Trimmed(key.substr(from, end - from), " .");
    if (static_cast<size_t>(std::count(unit.begin(), unit.end(), ' ')) < kLongestUnitWords) return std::string(unit);
  }
  return {};
}

bool NamesTotal(std::string_view key, const RuleSet& rules) {
  std::string_view words = Trimmed(key, " *_:.");
  if (words.ends_with(")")) words = Trimmed(words.substr(0, words.rfind('(')), " *_:.");
  return std::find(rules.total_rows.begin(), rules.total_rows.end(), words) != rules.total_rows.end();
}

ColumnNumber ReadColumnNumber(std::string_view cell) {
  constexpr std::string_view kMarks = " *_";
  constexpr std::string_view kFormula = "0123456789()[]+-*/:x%=., ABCDEFGHabcdefgh";
  size_t at = std::min(cell.find_first_not_of(kMarks), cell.size());
  const bool open = at < cell.size() && cell[at] == '(';
  if (open) ++at;
  size_t end = at;
  while (end < cell.size() && IsDigit(cell[end]) && end - at < 2) ++end;
  if (end == at && end < cell.size() && kFormula.substr(kFormula.find('A')).find(cell[at]) != std::string_view::npos)
    ++end;
  ColumnNumber number{std::string(cell.substr(at, end - at)), {}};
  if (number.number.empty()) return {};
  at = std::min(cell.find_first_not_of(' ', end), cell.size());
  bool closed = !open;
  if (!closed && at < cell.size() && cell[at] == ')') closed = true, ++at;
  at = std::min(cell.find_first_not_of(kMarks, at), cell.size());
  if (at < cell.size() && cell[at] == '=') {
    const size_t from = std::min(cell.find_first_not_of(' ', at + 1), cell.size());
    size_t to = cell.find_last_not_of(kMarks) + 1;
    if (!closed && cell[to - 1] == ')') --to;  // "(3=2/1)"
    if (from >= to || cell.substr(from, to - from).find_first_not_of(kFormula) != std::string_view::npos) return {};
    number.formula = {static_cast<uint32_t>(from), static_cast<uint32_t>(to)};
    return number;
  }
  return at == cell.size() && closed ? number : ColumnNumber{};
}

bool AreColumnNumbers(std::string_view text, const std::vector<Span>& cells) {
  std::string before;
  size_t seen = 0;
  for (const Span cell : cells) {
    if (cell.size() == 0) continue;
    const std::string number = ReadColumnNumber(text.substr(cell.begin, cell.size())).number;
    if (number.empty()) return false;
    const std::string_view seen_number = number;
    const bool begins = seen_number == "1" || (seen == 0 && (seen_number == "A" || seen_number == "a"));
    const bool digits = IsDigit(number.front()), as_before = seen > 0 && digits == IsDigit(before.front());
    const bool next = as_before && (digits ? std::stoi(number) == std::stoi(before) + 1 : number[0] == before[0] + 1);
    if (as_before ? !next : !begins) return false;
    before = number;
    ++seen;
  }
  return seen >= kFewestColumnNumbers;
}

}  // namespace soat
