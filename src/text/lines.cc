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

std::vector<uint32_t> LineBegins(std::string_view text) {
  std::vector<uint32_t> begins = {0};
  for (size_t at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at + 1)) {
    if (EndsLine(text, at)) begins.push_back(static_cast<uint32_t>(at + 1));
  }
  return begins;
}

size_t LineBegin(std::string_view text, size_t position) {
  while (position > 0 && !EndsLine(text, position - 1)) --position;
  return position;
}

}  // namespace soat
