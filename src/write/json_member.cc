#include "write/json_member.h"

#include <array>
#include <charconv>

#include "write/escape.h"

namespace soat {

void AppendInteger(std::string& out, uint32_t number) {
  std::array<char, 10> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), static_cast<size_t>(end - digits.data()));
}

void AppendKey(std::string& out, std::string_view key) {
  out += ",\"";
  out += key;
  out += "\":";
}

void AppendMember(std::string& out, std::string_view key, uint32_t number) {
  AppendKey(out, key);
  AppendInteger(out, number);
}

void AppendMember(std::string& out, std::string_view key, const std::optional<Decimal>& number) {
  if (!number) return;
  AppendKey(out, key);
  AppendTo(out, *number);
}

void AppendMember(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  AppendKey(out, key);
  AppendJsonString(out, text);
}

void AppendPlaceMembers(std::string& out, const Location& place) {
  AppendMember(out, "line", place.line);
  AppendMember(out, "column", place.column);
  AppendMember(out, "end_line", place.end_line);
  AppendMember(out, "end_column", place.end_column);
  AppendMember(out, "offset", place.offset);
  AppendMember(out, "length", place.length);
}

}  // namespace soat
