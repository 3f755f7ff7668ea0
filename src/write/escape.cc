#include "write/escape.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

#include "read/utf8.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
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
constexpr auto kFormulaStart = CharacterTable("=+-@\t\r\n", false);

bool IsIn(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

Lanes AreSpecialInCsv(Lanes bytes) { return Is(bytes, ',') | Is(bytes, '"') | Is(bytes, '\r') | Is(bytes, '\n'); }

/// The bytes of a text of fewer than sixteen, some of them twice, and zeros.
Lanes BytesOf(std::string_view text) {
  constexpr size_t kWord = 8, kHalfWord = 4;
  const size_t size = text.size();
  std::array<char, kLanes> bytes{};
  const auto take_ends = [&](size_t count) {  // which overlap
    std::memcpy(bytes.data(), text.data(), count);
    std::memcpy(bytes.data() + kWord, text.data() + size - count, count);
  };
  if (size >= kWord)
    take_ends(kWord);
  else if (size >= kHalfWord)
    take_ends(kHalfWord);
  else if (size > 0)
    bytes[0] = text[0], bytes[1] = text[size / 2], bytes[2] = text[size - 1];
  return LoadLanes(bytes.data());
}

/// What makes a cell of CSV need quotes.
bool NeedsQuotes(std::string_view text) {
  if (text.size() < kLanes) return Any(AreSpecialInCsv(BytesOf(text)));
  // What is left of the others, and some of them again.
  Lanes special = AreSpecialInCsv(LoadLanes(text.data() + text.size() - kLanes));
  for (size_t at = 0; at + kLanes < text.size(); at += kLanes) special |= AreSpecialInCsv(LoadLanes(text.data() + at));
  return Any(special);
}

// A lone "-" is no formula: it is the name of standard input, and stays as it is.
bool IsFormula(std::string_view text) { return text.size() > 1 && IsIn(kFormulaStart, text.front()); }

void AppendJsonEscape(std::string& out, char c) {
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

bool IsPlainCsvText(std::string_view text) { return !IsFormula(text) && !NeedsQuotes(text); }

void AppendCsvText(std::string& out, std::string_view text) {
  const bool formula = IsFormula(text), quoted = NeedsQuotes(text);
  if (quoted) out += '"';
  if (formula) out += '\'';
  if (!quoted) {
    out += text;
    return;
  }
  for (size_t begin = 0; begin < text.size();) {
    const size_t quote = std::min(text.find('"', begin), text.size());
    out.append(text, begin, quote - begin);
    if (quote < text.size()) out += "\"\"";
    begin = quote + 1;
  }
  out += '"';
}

std::string ValidUtf8(std::string_view bytes) {
  std::string out;
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t broken = FindIllFormed(bytes, begin);
    out.append(bytes, begin, broken - begin);
    if (broken < bytes.size()) out += kReplacement;
    begin = broken + 1;
  }
  return out;
}

std::string Printable(std::string_view text) {
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
      continue;
    }
    out += "\\x";
    out += kHex[byte >> 4];
    out += kHex[byte & 0xF];
  }
  return out;
}

}  // namespace soat
