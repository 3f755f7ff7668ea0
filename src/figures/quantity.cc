// QuantityReader: numerals with what may follow them, and numbers in words.
#include "figures/quantity.h"

#include <algorithm>
#include <array>

#include "text/byte_classes.h"

namespace soat {
namespace {

using Role = NumberWord::Role;

constexpr Decimal kHalf{5, 1};
constexpr Decimal kOne{1, 0};
constexpr char kAbbreviation = '.';
constexpr int kThousand = 3;  // as a power of ten, and as the digits that follow it

// Signs that stand between the ends of a range.
constexpr std::array<std::string_view, 3> kRangeSigns = {"-", "~", "\u00F7"};
constexpr ByteSet kRangeSignLeads("-~\xC3");

// The end of a range sign at `position` with blanks around it; 0 when there is none. Behind a gap the sign is that of
// the next number: "0      -1" stands in two columns.
size_t RangeSignEnd(std::string_view key, size_t end, size_t position) {
  if (position > end + 1 && position + 1 < key.size() && IsDigit(key[position + 1])) return 0;
  if (!kRangeSignLeads.Has(key[position])) return 0;
  for (const std::string_view sign : kRangeSigns) {
    if (key.substr(position).starts_with(sign)) return BlanksEnd(key, position + sign.size());
  }
  return 0;
}

// A number that is part of something longer: "12/2019", "16:00", "5.".
bool ContinuesAsDate(std::string_view key, size_t end) {
  return end + 1 < key.size() && (key[end] == '/' || key[end] == ':' || key[end] == '-') && IsDigit(key[end + 1]);
}

bool LooksLikeYear(const Quantity& quantity, std::string_view key, size_t begin) {
  if (quantity.magnitude || quantity.end - begin != 4 || !quantity.low || quantity.low->scale != 0) return false;
  return quantity.low->coefficient >= 1900 && quantity.low->coefficient < 2100 && IsDigit(key[begin + 1]);
}

void ApplyPower(Quantity& quantity, int power) {
  quantity.low = quantity.low ? std::optional(Shifted(*quantity.low, power)) : std::nullopt;
  quantity.other_value = quantity.other_value ? std::optional(Shifted(*quantity.other_value, power)) : std::nullopt;
}

}  // namespace

QuantityReader::QuantityReader(const std::vector<NumberWord>& words) : words_(words) {
  for (uint32_t i = 0; i < words_.size(); ++i) {
    lexicon_.Add(words_[i].word.substr(0, words_[i].word.find(kAbbreviation)), i);
  }
}

const NumberWord* QuantityReader::WordAt(std::string_view key, size_t position, size_t& end) const {
  const auto hit = lexicon_.LongestAt(key, position);
  if (!hit) return nullptr;
  end = hit->end;
  const NumberWord& word = words_[hit->value];
  const bool dotted = end < key.size() && key[end] == kAbbreviation;
  if (!dotted && word.word.find(kAbbreviation) == std::string::npos) return &word;
  // Of "tr.đồng" the magnitude is "tr."; the currency stands behind it as ever. Of "18 tr" it is all.
  const auto stands = [&](const NumberWord& other) {
    return key.substr(position).starts_with(other.word) && !IsLetterAt(key, position + other.word.size()) &&
           other.word.find(kAbbreviation) != std::string::npos;
  };
  const auto is_all = [&](const NumberWord& other) { return key.substr(position, end - position) == other.word; };
  auto found = dotted ? std::find_if(words_.begin(), words_.end(), stands) : words_.end();
  if (found != words_.end())
    ++end;
  else if (!dotted || !IsLetterAt(key, end + 1))  // "5 tr.hợp" are cases
    found = std::find_if(words_.begin(), words_.end(), is_all);
  return found == words_.end() ? nullptr : &*found;
}

std::vector<std::string> QuantityReader::FirstWords() const {
  std::vector<std::string> firsts;
  for (const NumberWord& word : words_) {
    if (word.role == Role::kUnit || word.role == Role::kUnitNotAlone || word.role == Role::kTen)
      firsts.push_back(word.word);
  }
  return firsts;
}

std::optional<QuantityReader::Magnitude> QuantityReader::ReadMagnitude(std::string_view key, size_t position) const {
  std::optional<Magnitude> magnitude;
  while (true) {
    const size_t at = BlanksEnd(key, position);
    if (at >= key.size() || ClassOf(key[at]) != ByteClass::kLetter) return magnitude;
    size_t end = 0;
    const auto word = WordAt(key, at, end);
    if (!word || word->role != Role::kMagnitude) return magnitude;
    if (magnitude && word->value <= 4) return magnitude;  // "1 tỷ nghìn" is no magnitude
    magnitude = Magnitude{end, (magnitude ? magnitude->power : 0) + word->value};
    position = end;
  }
}

bool QuantityReader::IsAmbiguousWord(std::string_view key, size_t position) const {
  size_t end = 0;
  const auto word = WordAt(key, position, end);
  if (!word || word->role != Role::kUnitNotAlone) return false;
  const size_t next = BlanksEnd(key, end);
  return next == end || WordAt(key, next, end) == nullptr;
}

bool QuantityReader::MagnitudeAt(std::string_view key, size_t position) const {
  return ReadMagnitude(key, position).has_value();
}

// "2 tỷ rưỡi" is two and a half.
void QuantityReader::ReadHalf(std::string_view key, Quantity& quantity) const {
  size_t end = 0;
  const auto word = WordAt(key, BlanksEnd(key, quantity.end), end);
  if (!word || word->role != Role::kHalf || !quantity.low) return;
  quantity.low = Add(*quantity.low, Shifted(kHalf, quantity.power));
  quantity.end = end;
}

// "10 nghìn 250 hộ", "2 nghìn 500 tỷ": the last three digits stand behind the word, and a larger magnitude may follow.
bool QuantityReader::ReadUnitsOfThousand(std::string_view key, const Numeral& numeral, size_t digits,
                                         const std::optional<Magnitude>& magnitude, Quantity& quantity) const {
  if (quantity.power != kThousand || digits != kThousand || !numeral.value || numeral.value->scale != 0) return false;
  if (magnitude ? magnitude->power <= kThousand : !IsLetterAt(key, BlanksEnd(key, numeral.end))) return false;
  quantity.low = Add(*quantity.low, *numeral.value);
  quantity.other_value.reset();
  quantity.power = magnitude ? magnitude->power : 0;
  quantity.low = Shifted(*quantity.low, quantity.power);
  quantity.end = magnitude ? magnitude->end : numeral.end;
  return true;
}

// "1 tỷ 250 triệu": further numbers with ever smaller magnitudes.
void QuantityReader::ReadChain(std::string_view key, NumberStyle style, Quantity& quantity) const {
  while (quantity.low) {
    const size_t at = BlanksEnd(key, quantity.end);
    if (at == quantity.end || at >= key.size() || !IsDigit(key[at])) return;
    const Numeral numeral = ReadNumeral(key, at, style);
    const auto magnitude = ReadMagnitude(key, numeral.end);
    if (ReadUnitsOfThousand(key, numeral, numeral.end - at, magnitude, quantity)) continue;
    if (!magnitude || magnitude->power >= quantity.power || !numeral.value) return;
    quantity.low = Add(*quantity.low, Shifted(*numeral.value, magnitude->power));
    quantity.other_value.reset();
    quantity.power = magnitude->power;
    quantity.end = magnitude->end;
  }
}

// "01 (một)": the same number once more in words.
void QuantityReader::ReadSpelledTwin(std::string_view key, Quantity& quantity) const {
  const size_t open = BlanksEnd(key, quantity.end);
  if (open >= key.size() || key[open] != '(' || !quantity.low) return;
  const auto spelled = ReadWords(key, open + 1);
  if (!spelled || spelled->end >= key.size() || key[spelled->end] != ')') return;
  if (Compare(*spelled->low, *quantity.low) == 0) quantity.end = spelled->end + 1;
}

Quantity QuantityReader::ReadSingle(std::string_view key, size_t position, NumberStyle style, bool cut) const {
  const Numeral numeral = ReadNumeral(key, position, style);
  Quantity quantity;
  quantity.end = cut ? numeral.tight_end : numeral.end;
  quantity.low = cut ? numeral.tight_value : numeral.value;
  if (!cut) {
    quantity.other_value = numeral.other_value;
    quantity.loose = numeral.loose;
    quantity.spaced = numeral.spaced;
  }
  if (const auto magnitude = ReadMagnitude(key, quantity.end)) {
    ApplyPower(quantity, magnitude->power);
    quantity.magnitude = true;
    quantity.power = magnitude->power;
    quantity.end = magnitude->end;
    ReadChain(key, style, quantity);
    ReadHalf(key, quantity);
  }
  ReadSpelledTwin(key, quantity);
  return quantity;
}

std::optional<Quantity> QuantityReader::ReadRange(std::string_view key, const Quantity& low, NumberStyle style) const {
  const size_t behind = BlanksEnd(key, low.end);
  if (behind >= key.size()) return std::nullopt;
  size_t at = RangeSignEnd(key, low.end, behind);
  if (at == 0) {
    size_t end = 0;
    if (ClassOf(key[behind]) != ByteClass::kLetter) return std::nullopt;
    const auto word = WordAt(key, behind, end);
    if (!word || word->role != Role::kRange) return std::nullopt;
    at = BlanksEnd(key, end);
  }
  if (at >= key.size() || !IsDigit(key[at]) || !low.low) return std::nullopt;
  const Quantity high = ReadSingle(key, at, style, false);
  if (!high.low || high.loose || ContinuesAsDate(key, high.end) || LooksLikeYear(high, key, at)) return std::nullopt;
  Quantity range = high;
  range.low = high.magnitude && !low.magnitude ? Shifted(*low.low, high.power) : *low.low;
  range.high = high.low;
  range.other_value.reset();
  if (Compare(*range.low, *range.high) >= 0) return std::nullopt;
  return range;
}

void QuantityReader::ReadDigits(std::string_view key, size_t position, NumberStyle style,
                                std::vector<Quantity>& readings) const {
  readings.clear();
  const Quantity single = ReadSingle(key, position, style, false);
  if (!LooksLikeYear(single, key, position)) {
    if (const auto range = ReadRange(key, single, style)) readings.push_back(*range);
  }
  readings.push_back(single);
  if (single.spaced) readings.push_back(ReadSingle(key, position, style, true));
}

// Blanks, words, the signs of a range, a number in brackets.
bool QuantityReader::MayGoOnWith(char byte) {
  return kRangeSignLeads.Has(byte) || byte == ' ' || byte == '\n' || byte == '(' || ClassOf(byte) == ByteClass::kLetter;
}

// Words below a thousand: "hai trăm linh năm", "mười hai", "hai mươi mốt", "ba".
std::optional<int> QuantityReader::ReadBelowThousand(std::string_view key, size_t& position, size_t& words) const {
  int total = 0;   // hundreds and tens that are settled
  int units = -1;  // a unit that may yet become tens or hundreds
  bool any = false;
  for (size_t at = position; at < key.size();) {
    size_t end = 0;
    const auto word = WordAt(key, at, end);
    if (!word) break;
    const bool unit = word->role == Role::kUnit || word->role == Role::kUnitNotAlone;
    if ((unit || (any && word->role == Role::kUnitInside)) && units < 0)
      units = word->value;
    else if (word->role == Role::kTen && units < 0)
      total += 10;
    else if (word->role == Role::kTens && units > 0)
      total += units * 10, units = -1;
    else if (word->role == Role::kHundred && units > 0 && total == 0)
      total = units * 100, units = -1;
    else if (word->role == Role::kZero && total >= 100 && units < 0) {
    } else
      break;
    any = true;
    ++words;
    position = end;
    at = BlanksEnd(key, end);
    if (at == end) break;
  }
  if (!any) return std::nullopt;
  return total + std::max(units, 0);
}

std::optional<Quantity> QuantityReader::ReadWords(std::string_view key, size_t position) const {
  Quantity quantity;
  quantity.spelled = true;
  quantity.low = Decimal{0, 0};
  size_t at = position;
  int last_power = 99;
  while (last_power > 0) {
    const auto part = ReadBelowThousand(key, at, quantity.words);
    if (!part) break;
    const auto magnitude = ReadMagnitude(key, at);
    const int power = magnitude ? magnitude->power : 0;
    if (power >= last_power) break;
    if (magnitude) {
      at = magnitude->end;
      ++quantity.words;
      quantity.magnitude = true;
    }
    quantity.low = Add(*quantity.low, *Multiply(Decimal{*part, 0}, Decimal{Shifted(kOne, power)}));
    quantity.end = at;
    last_power = power;
    const size_t next = BlanksEnd(key, at);
    if (next == at) break;
    at = next;
  }
  if (quantity.end == 0) return std::nullopt;
  size_t end = 0;
  const auto first = WordAt(key, position, end);
  quantity.ambiguous = quantity.words == 1 && first && first->role == Role::kUnitNotAlone;
  return quantity;
}

}  // namespace soat
