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

/// Copies the bytes at both ends of a text, `count` each, which overlap.
/// \return  them, and zeros
template <size_t count>
Lanes CopyEnds(std::string_view text, char* to) {
  using Halves = uint64_t __attribute__((vector_size(kLanes)));
  const size_t last = text.size() - count;
  Halves ends{};
  uint64_t end = 0;
  std::memcpy(&end, text.data(), count);
  std::memcpy(to, &end, count);
  ends[0] = end;
  std::memcpy(&end, text.data() + last, count);
  std::memcpy(to + last, &end, count);
  ends[1] = end;
  return reinterpret_cast<Lanes>(ends);
}

/// Copies a text, without a call where it is short. \return whether there is no byte in it that needs quotes
bool CopyUnquoted(std::string_view text, char* to) {
  const size_t size = text.size();
  if (size >= kLanes) {
    Lanes special{};
    const auto copy = [&](size_t at) {
      const Lanes bytes = LoadLanes(text.data() + at);
      std::memcpy(to + at, &bytes, kLanes);
      special |= AreSpecialInCsv(bytes);
    };
    for (size_t at = 0; at + kLanes < size; at += kLanes) copy(at);
    copy(size - kLanes);  // what is left of the others, and some of them again
    return !Any(special);
  }
  if (size >= 8) return !Any(AreSpecialInCsv(CopyEnds<8>(text, to)));
  if (size >= 4) return !Any(AreSpecialInCsv(CopyEnds<4>(text, to)));
  if (size >= 2) return !Any(AreSpecialInCsv(CopyEnds<2>(text, to)));
  return size == 0 || !Any(AreSpecialInCsv(CopyEnds<1>(text, to)));
}

/// What makes a cell of CSV need quotes.
struct NeedingQuotes {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) { return AreSpecialInCsv(LoadLanes(window)); }
};
bool NeedsQuotes(std::string_view text) { return FindFirst<NeedingQuotes>(text, 0) < text.size(); }

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

bool CopyPlainCsvText(std::string_view text, char* to) { return CopyUnquoted(text, to) && !IsFormula(text); }

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
