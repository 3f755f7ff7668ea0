#include "figures/number_places.h"

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kColumnGap = 2;  // blanks

}  // namespace

bool AtLineStart(std::string_view key, size_t position) {
  while (position > 0) {
    const char c = key[position - 1];
    if (c == '\n') return true;
    if (c != ' ' && c != '*' && c != '|' && c != '#' && c != '+' && c != '-' && c != '_' && c != '>') return false;
    --position;
  }
  return true;
}

bool BetweenNumbers(std::string_view key, size_t begin, size_t end) {
  size_t left = begin, right = end;
  while (left > 0 && key[left - 1] == ' ') --left;
  while (right < key.size() && key[right] == ' ') ++right;
  return (begin - left < kColumnGap && left > 0 && (IsDigit(key[left - 1]) || key[left - 1] == '%')) ||
         (right - end < kColumnGap && right < key.size() && IsDigit(key[right]));
}

bool FillsColumn(std::string_view key, size_t begin, size_t end) {
  size_t left = begin, right = end;
  while (left > 0 && key[left - 1] == ' ') --left;
  while (right < key.size() && key[right] == ' ') ++right;
  return begin - left >= kColumnGap && left > 0 && key[left - 1] != '\n' &&
         (right - end >= kColumnGap || right == key.size() || key[right] == '\n');
}

bool FillsCell(std::string_view key, size_t begin, size_t end) {
  while (begin > 0 && key[begin - 1] == ' ') --begin;
  while (end < key.size() && key[end] == ' ') ++end;
  const bool opened = begin > 0 && (key[begin - 1] == '\t' || key[begin - 1] == '|');
  return opened && (end == key.size() || key[end] == '\t' || key[end] == '|' || key[end] == '\n');
}

bool FillsClause(std::string_view key, size_t begin, size_t end) {
  while (begin > 0 && key[begin - 1] == ' ') --begin;
  if (begin == 0 || key[begin - 1] != ':') return false;
  if (end == key.size() || key[end] == ';' || key[end] == ')' || key[end] == '\n') return true;
  return key[end] == '.' && (end + 1 == key.size() || !IsDigit(key[end + 1]));
}

bool EndsRow(std::string_view key, size_t begin, size_t end, size_t next) {
  return end < next && key.substr(end, next - end).find('\n') != std::string_view::npos && FillsCell(key, begin, end);
}

}  // namespace soat
