#include "relations/digit_edits.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "relations/arithmetic.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kMostSuggestions = 3;
constexpr size_t kGroup = 3;        // digits between separators
constexpr size_t kMostDigits = 18;  // one more fits into 64 bits, too

enum class Edit : uint8_t { kSwap, kChange, kDrop, kAdd, kMove };
constexpr std::array kEdits = {Edit::kSwap, Edit::kChange, Edit::kDrop, Edit::kAdd, Edit::kMove};

/// A printed number in pieces: "89,64%" has the digits 8964, two of them behind the mark.
struct PrintedDigits {
  std::string digits;
  size_t decimals = 0;
  int32_t magnitude = 0;        ///< power of ten that words add
  std::string separator;        ///< between groups; empty when there is none
  std::string mark;             ///< decimal mark
  uint32_t begin = 0, end = 0;  ///< of the first digit, and of the last one
};

/// Nothing when the printed digits are not those of the value ("1.088 tỷ 473 triệu").
std::optional<PrintedDigits> ReadDigits(std::string_view text, const EditTarget& target) {
  PrintedDigits printed;
  std::string last_sign;
  size_t behind_sign = 0;
  for (uint32_t at = target.span.begin; at < target.span.end; ++at) {
    const char c = text[at];
    if (IsDigit(c)) {
      if (printed.digits.empty()) printed.begin = at;
      printed.digits += c;
      printed.end = at + 1;
      ++behind_sign;
    } else if ((c == '.' || c == ',' || c == ' ') && at + 1 < target.span.end && IsDigit(text[at + 1]) &&
               !printed.digits.empty()) {
      if (!last_sign.empty()) printed.separator = last_sign;
      last_sign = c;
      behind_sign = 0;
    } else if (!printed.digits.empty()) {
      break;
    }
  }
  if (printed.digits.empty() || printed.digits.size() > kMostDigits) return std::nullopt;
  Int128 coefficient = 0;
  for (const char c : printed.digits) coefficient = coefficient * 10 + (c - '0');
  if (coefficient != target.value.coefficient) return std::nullopt;
  // Behind the last sign stand either decimals or a group of three; of three digits the value knows which. With a
  // magnitude word ("4.712 triệu" and "4,712 tỷ" are one value) both readings give the same edits.
  const bool decimals =
      !last_sign.empty() && (behind_sign != kGroup || target.value.scale == static_cast<int32_t>(behind_sign));
  printed.decimals = decimals ? behind_sign : 0;
  if (decimals)
    printed.mark = last_sign;
  else if (!last_sign.empty())
    printed.separator = last_sign;
  printed.magnitude = static_cast<int32_t>(printed.decimals) - target.value.scale;
  return printed;
}

/// The same value with another scale; nothing when it has more digits behind the mark.
std::optional<Decimal> WithScale(Decimal number, int32_t scale) {
  if (auto word = static_cast<int64_t>(number.coefficient); word == number.coefficient) {
    for (; number.scale > scale && word % 10 == 0; --number.scale) word /= 10;
    number.coefficient = word;
  } else {  // 128 bits are slow to divide
    for (; number.scale > scale && number.coefficient % 10 == 0; --number.scale) number.coefficient /= 10;
  }
  if (number.scale > scale && number.coefficient != 0) return std::nullopt;
  return number.coefficient == 0 ? Decimal{0, scale} : Add(number, {0, scale});
}

constexpr std::array<uint64_t, kMostDigits + 1> kPowersOfTen = [] {
  std::array<uint64_t, kMostDigits + 1> powers{1};
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// The edits of one number. Tried in numbers, since nearly all are refused; written only when one is taken.
/// Holds says of digits (without a mark) and the number of decimals among them whether they are a fitting edit.
template <typename Holds>
class TargetEdits {
 public:
  TargetEdits(const PrintedDigits& printed, const Holds& holds, size_t most, std::vector<Suggestion>& found)
      : printed_(printed), holds_(holds), most_(most), found_(found) {
    for (const char c : printed_.digits) whole_ = whole_ * 10 + static_cast<uint64_t>(c - '0');
  }

  void Try(Edit edit) const {
    switch (edit) {
      case Edit::kSwap:
        return Swap();
      case Edit::kChange:
        return Change();
      case Edit::kDrop:
        return Drop();
      case Edit::kAdd:
        return Add();
      case Edit::kMove:
        return Move();
    }
  }

 private:
  size_t size() const { return printed_.digits.size(); }
  uint64_t DigitAt(size_t at) const { return static_cast<uint64_t>(printed_.digits[at] - '0'); }
  /// What a one in place of that digit is worth.
  uint64_t WorthAt(size_t at) const { return kPowersOfTen[size() - 1 - at]; }

  void Swap() const {
    for (size_t i = 0; i + 1 < size(); ++i) {
      if (DigitAt(i) == DigitAt(i + 1)) continue;
      const uint64_t rise = WorthAt(i) - WorthAt(i + 1);
      Offer(whole_ + DigitAt(i + 1) * rise - DigitAt(i) * rise, size(), printed_.decimals);
    }
  }

  void Change() const {
    for (size_t i = 0; i < size(); ++i) {
      const uint64_t without = whole_ - DigitAt(i) * WorthAt(i);
      for (uint64_t digit = 0; digit <= 9; ++digit) {
        if (digit != DigitAt(i)) Offer(without + digit * WorthAt(i), size(), printed_.decimals);
      }
    }
  }

  void Drop() const {
    for (size_t i = 0; i < size() && size() > 1; ++i) {
      const uint64_t worth = WorthAt(i);
      const bool decimal = size() - i <= printed_.decimals;
      Offer(whole_ / worth / 10 * worth + whole_ % worth, size() - 1, printed_.decimals - (decimal ? 1 : 0));
    }
  }

  void Add() const {
    for (size_t i = 0; i <= size(); ++i) {
      const uint64_t worth = kPowersOfTen[size() - i];
      const bool decimal = size() - i < printed_.decimals;
      for (uint64_t digit = 0; digit <= 9; ++digit)
        Offer((whole_ / worth * 10 + digit) * worth + whole_ % worth, size() + 1,
              printed_.decimals + (decimal ? 1 : 0));
    }
  }

  void Move() const {
    if (printed_.decimals == 0) return;
    if (printed_.decimals < size()) Offer(whole_, size(), printed_.decimals - 1);
    if (printed_.decimals + 1 < size()) Offer(whole_, size(), printed_.decimals + 1);
  }

  /// \param size  digits, with zeros in front
  void Offer(uint64_t digits, size_t size, size_t decimals) const {
    if (found_.size() >= most_ || size <= decimals) return;
    const bool leading_zero = digits < kPowersOfTen[size - 1];
    if (leading_zero && size - decimals > 1 && printed_.digits[0] != '0') return;
    if (!holds_(digits, decimals)) return;
    const Suggestion suggestion{{printed_.begin, printed_.end}, Written(digits, size, decimals)};
    const auto same = [&](const Suggestion& other) {
      return other.span == suggestion.span && other.replacement == suggestion.replacement;
    };
    if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back(suggestion);
  }

  std::string Written(uint64_t value, size_t size, size_t decimals) const {
    std::string digits = std::to_string(value);
    digits.insert(0, size - std::min(size, digits.size()), '0');
    const size_t whole = size - decimals;
    std::string written;
    for (size_t i = 0; i < whole; ++i) {
      if (i > 0 && (whole - i) % kGroup == 0) written += printed_.separator;
      written += digits[i];
    }
    if (decimals > 0) written += printed_.mark.empty() ? "," : printed_.mark;
    return written + digits.substr(whole);
  }

  const PrintedDigits& printed_;
  const Holds holds_;
  const size_t most_;
  std::vector<Suggestion>& found_;
  uint64_t whole_ = 0;  // all digits as one number
};

/// An edited number has one value. Its digits are compared as numbers, of every count of decimals that edits lead to.
class IsValue {
 public:
  IsValue(const PrintedDigits& printed, const Decimal& value)
      : least_(printed.decimals - (printed.decimals > 0 ? 1 : 0)) {
    for (size_t i = 0; i < digits_.size(); ++i) {
      const auto scale = static_cast<int32_t>(least_ + i) - printed.magnitude;
      const std::optional<Decimal> whole = value.coefficient >= 0 ? WithScale(value, scale) : std::nullopt;
      if (whole && whole->coefficient == static_cast<Int128>(static_cast<uint64_t>(whole->coefficient)))
        digits_[i] = static_cast<uint64_t>(whole->coefficient);
    }
  }
  bool Any() const {
    return std::any_of(digits_.begin(), digits_.end(), [](const auto& each) { return each.has_value(); });
  }
  bool operator()(uint64_t digits, size_t decimals) const {
    const std::optional<uint64_t>& wanted = digits_[decimals - least_];
    return wanted && *wanted == digits;
  }

 private:
  size_t least_;                                   // decimals
  std::array<std::optional<uint64_t>, 3> digits_;  // of the value, by decimals from the least on
};

uint32_t StrokeOf(const Document& document, const Figure& figure) {
  uint32_t stroke = figure.span.begin;
  while (stroke < figure.span.end && document.text[stroke] != '/') ++stroke;
  return stroke;
}

}  // namespace

EditTarget ValueTarget(const Figure& figure) { return {figure.span, figure.value.value_or(Decimal{})}; }

EditTarget NumeratorTarget(const Document& document, const Figure& figure) {
  return {{figure.span.begin, StrokeOf(document, figure)}, figure.numerator.value_or(Decimal{})};
}

EditTarget DenominatorTarget(const Document& document, const Figure& figure) {
  uint32_t begin = StrokeOf(document, figure);
  while (begin < figure.span.end && !IsDigit(document.text[begin])) ++begin;
  return {{begin, figure.span.end}, figure.denominator.value_or(Decimal{})};
}

namespace {

using Readable = std::vector<std::pair<size_t, PrintedDigits>>;  // targets by index

Readable ReadableOf(const Document& document, const std::vector<EditTarget>& targets) {
  Readable readable;
  readable.reserve(targets.size());
  for (size_t i = 0; i < targets.size(); ++i) {
    if (auto printed = ReadDigits(document.text, targets[i])) readable.emplace_back(i, std::move(*printed));
  }
  return readable;
}

/// \param holds_of  gives what TargetEdits asks of the edits of a target
template <typename HoldsOf>
std::vector<Suggestion> FindEdits(const Readable& readable, const HoldsOf& holds_of, size_t most) {
  std::vector<Suggestion> found;
  std::vector<decltype(TargetEdits(readable.front().second, holds_of(0, readable.front().second), most, found))>
      targets;
  targets.reserve(readable.size());
  for (const auto& [index, printed] : readable) targets.emplace_back(printed, holds_of(index, printed), most, found);
  for (const Edit edit : kEdits) {
    for (const auto& target : targets) {
      if (found.size() < most) target.Try(edit);
    }
  }
  return found;
}

/// The same with a question about values.
template <typename Holds>
std::vector<Suggestion> FindEditsTo(const Document& document, const std::vector<EditTarget>& targets,
                                    const Holds& holds, size_t most) {
  const auto holds_of = [&](size_t index, const PrintedDigits& printed) {
    return [&holds, index, &printed](uint64_t digits, size_t decimals) {
      return holds(index, Decimal{Int128{digits}, static_cast<int32_t>(decimals) - printed.magnitude});
    };
  };
  return FindEdits(ReadableOf(document, targets), holds_of, most);
}

std::vector<Suggestion> FindPercentEdits(const Document& document, const EditTarget& percent, const EditTarget& part,
                                         const EditTarget& whole, size_t most) {
  const auto holds = [&](size_t index, const Decimal& value) {
    return RoundsTo(index == 1 ? value : part.value, index == 2 ? value : whole.value,
                    index == 0 ? value : percent.value);
  };
  return FindEditsTo(document, {percent, part, whole}, holds, most);
}

}  // namespace

std::vector<Suggestion> SmallestEdits(const Document& document, const std::vector<EditTarget>& targets,
                                      const std::function<bool(size_t index, const Decimal&)>& holds) {
  return FindEditsTo(document, targets, holds, kMostSuggestions);
}

std::vector<Suggestion> SumEdits(const Document& document, const EditTarget& total,
                                 const std::vector<EditTarget>& parts) {
  std::optional<Decimal> sum = Decimal{};
  for (const EditTarget& part : parts) {
    if (sum) sum = Add(*sum, part.value);
  }
  const std::optional<Decimal> excess = sum ? Subtract(*sum, total.value) : std::nullopt;
  if (!excess) return {};
  std::vector<EditTarget> targets = {total};
  targets.insert(targets.end(), parts.begin(), parts.end());
  std::vector<std::optional<Decimal>> fitting = {sum};  // by target: the one value with which the parts add up
  fitting.reserve(targets.size());
  for (const EditTarget& part : parts) fitting.push_back(Subtract(part.value, *excess));
  Readable readable = ReadableOf(document, targets);
  std::erase_if(readable, [&](const auto& target) {
    const std::optional<Decimal>& value = fitting[target.first];
    return !value || !IsValue(target.second, *value).Any();
  });
  const auto holds_of = [&](size_t index, const PrintedDigits& printed) { return IsValue(printed, *fitting[index]); };
  return FindEdits(readable, holds_of, kMostSuggestions);
}

std::vector<Suggestion> PercentEdits(const Document& document, const EditTarget& percent, const EditTarget& part,
                                     const EditTarget& whole) {
  return FindPercentEdits(document, percent, part, whole, kMostSuggestions);
}

bool HasPercentEdit(const Document& document, const EditTarget& percent, const EditTarget& part,
                    const EditTarget& whole) {
  return !FindPercentEdits(document, percent, part, whole, 1).empty();
}

}  // namespace soat
