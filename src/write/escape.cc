#include "write/escape.h"

#include <array>
#include <cstddef>

namespace soat {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

constexpr std::array<bool, 256> CharacterTable(std::string_view special, bool control) {
  std::array<bool, 256> table{};
  for (char c : special) table[static_cast<unsigned char>(c)] = true;
  if (control) {
    for (size_t i = 0; i < 0x20; ++i) table[i] = true;
  }
  return table;
}

constexpr auto kJsonSpecial = CharacterTable("\"\\", true);
constexpr auto kCsvSpecial = CharacterTable("\",\r\n", false);
constexpr auto kFormulaStart = CharacterTable("=+-@\t\r\n", false);

bool IsIn(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

bool HasAny(const std::array<bool, 256>& table, std::string_view text) {
  for (char c : text) {
    if (IsIn(table, c)) return true;
  }
  return false;
}

void AppendJsonEscape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 0xF];
  }
}

/// The length of the UTF-8 character that `bytes` begins with; 0 when it begins with none.
size_t CharacterLength(std::string_view bytes) {
  const auto at = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return 1;
  const size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                        : lead >= 0xE0 && lead < 0xF0 ? 3
                        : lead >= 0xF0 && lead < 0xF5 ? 4
                                                      : 0;
  if (length == 0 || bytes.size() < length) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xC0) != 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies behind U+10FFFF.
  if (lead == 0xE0 && at(1) < 0xA0) return 0;
  if (lead == 0xED && at(1) >= 0xA0) return 0;
  if (lead == 0xF0 && at(1) < 0x90) return 0;
  if (lead == 0xF4 && at(1) >= 0x90) return 0;
  return length;
}

}  // namespace

void AppendJsonString(std::string& out, std::string_view text) {
  out += '"';
  size_t copied = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!IsIn(kJsonSpecial, text[i])) continue;
    out.append(text, copied, i - copied);
    AppendJsonEscape(out, text[i]);
    copied = i + 1;
  }
  out.append(text, copied, text.size() - copied);
  out += '"';
}

void AppendCsvText(std::string& out, std::string_view text) {
  // A lone "-" is no formula: it is the name of standard input, and stays as it is.
  const bool formula = text.size() > 1 && IsIn(kFormulaStart, text.front());
  const bool quoted = HasAny(kCsvSpecial, text);
  if (quoted) out += '"';
  if (formula) out += '\'';
  if (!quoted) {
    out += text;
    return;
  }
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string ValidUtf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const size_t length = CharacterLength(bytes);
    if (length == 0) {
      out += kReplacement;
    } else {
      out.append(bytes.substr(0, length));
    }
    bytes.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

}  // namespace soat
