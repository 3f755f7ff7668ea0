// Counting and finding line ends.
#include "text/lines.h"

#include <algorithm>

namespace soat {
namespace {

/// Whether text[position] is the last byte of a line end.
bool EndsLine(std::string_view text, size_t position) {
  return text[position] == '\n' || (text[position] == '\r' && text.substr(position + 1, 1) != "\n");
}

}  // namespace

uint32_t CountLineEnds(std::string_view text, size_t begin, size_t end) {
  const std::string_view stretch = text.substr(begin, end - begin);
  auto count = static_cast<uint32_t>(std::count(stretch.begin(), stretch.end(), '\n'));
  for (size_t cr = stretch.find('\r'); cr != std::string_view::npos; cr = stretch.find('\r', cr + 1)) {
    if (EndsLine(text, begin + cr)) ++count;
  }
  return count;
}

bool HasLoneReturns(std::string_view text) {
  size_t cr = text.find('\r');
  while (cr != std::string_view::npos && !EndsLine(text, cr)) cr = text.find('\r', cr + 1);
  return cr != std::string_view::npos;
}

size_t BehindLineEnd(std::string_view text, size_t from, size_t to) {
  const std::string_view range = text.substr(0, to);
  size_t at = range.find_first_of("\r\n", from);
  while (at != std::string_view::npos && !EndsLine(text, at)) at = range.find_first_of("\r\n", at + 1);
  return at == std::string_view::npos ? at : at + 1;
}

std::vector<uint32_t> LineBegins(std::string_view text) {
  std::vector<uint32_t> begins = {0};
  const auto add = [&](size_t begin) { begins.push_back(static_cast<uint32_t>(begin)); };
  if (HasLoneReturns(text)) {
    for (size_t at = 0; (at = BehindLineEnd(text, at, text.size())) != std::string_view::npos;) add(at);
  } else {
    for (size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;) add(++at);
  }
  return begins;
}

size_t LineBegin(std::string_view text, size_t position) {
  while (position > 0 && !EndsLine(text, position - 1)) --position;
  return position;
}

}  // namespace soat
