#include "relations/digit_edits.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kMostSuggestions = 3;
constexpr size_t kGroup = 3;  // digits between separators
constexpr size_t kMostDigits = 18;

enum class Edit : uint8_t { kSwap, kChange, kDrop, kAdd, kMove };
constexpr std::array kEdits = {Edit::kSwap, Edit::kChange, Edit::kDrop, Edit::kAdd, Edit::kMove};

/// A printed number in pieces: "89,64%" has the digits 8964, two of them behind the mark.
struct PrintedDigits {
  std::string digits;
  size_t decimals = 0;
  int32_t magnitude = 0;  ///< power of ten that words add
  std::string separator;  ///< between groups; empty when there is none
  std::string mark;       ///< decimal mark
  std::vector<uint32_t> places;
  uint32_t end = 0;  ///< of the last digit
};

/// Nothing when the printed digits are not those of the value ("1.088 tỷ 473 triệu").
std::optional<PrintedDigits> ReadDigits(std::string_view text, const EditTarget& target) {
  PrintedDigits printed;
  std::string last_sign;
  size_t behind_sign = 0;
  for (uint32_t at = target.span.begin; at < target.span.end; ++at) {
    const char c = text[at];
    if (IsDigit(c)) {
      printed.digits += c;
      printed.places.push_back(at);
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
  printed.end = printed.places.back() + 1;
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

class TargetEdits {
 public:
  TargetEdits(const PrintedDigits& printed, size_t index, const std::function<bool(size_t, const Decimal&)>& holds,
              std::vector<Suggestion>& found)
      : printed_(printed), index_(index), holds_(holds), found_(found) {}

  void Try(Edit edit) {
    for (size_t i = 0; i <= printed_.digits.size(); ++i) {
      for (const auto& [digits, decimals] : Edited(edit, i)) Offer(digits, decimals);
    }
  }

 private:
  using Variant = std::pair<std::string, size_t>;

  std::vector<Variant> Edited(Edit edit, size_t at) const {
    const std::string& digits = printed_.digits;
    const bool inside = at < digits.size();
    const size_t behind = digits.size() - at;  // digits from here on
    std::vector<Variant> variants;
    const auto add = [&](std::string changed, size_t decimals) { variants.emplace_back(std::move(changed), decimals); };
    switch (edit) {
      case Edit::kSwap:
        if (at + 1 < digits.size() && digits[at] != digits[at + 1]) {
          std::string changed = digits;
          std::swap(changed[at], changed[at + 1]);
          add(std::move(changed), printed_.decimals);
        }
        break;
      case Edit::kChange:
        for (char digit = '0'; inside && digit <= '9'; ++digit) {
          std::string changed = digits;
          changed[at] = digit;
          if (digit != digits[at]) add(std::move(changed), printed_.decimals);
        }
        break;
      case Edit::kDrop:
        if (inside && digits.size() > 1)
          add(std::string(digits).erase(at, 1), printed_.decimals - (behind <= printed_.decimals ? 1 : 0));
        break;
      case Edit::kAdd:
        for (char digit = '0'; digit <= '9'; ++digit)
          add(std::string(digits).insert(at, 1, digit), printed_.decimals + (behind < printed_.decimals ? 1 : 0));
        break;
      case Edit::kMove:
        if (at == 0 && printed_.decimals > 0 && printed_.decimals < digits.size()) add(digits, printed_.decimals - 1);
        if (at == 1 && printed_.decimals > 0 && printed_.decimals + 1 < digits.size())
          add(digits, printed_.decimals + 1);
        break;
    }
    return variants;
  }

  void Offer(const std::string& digits, size_t decimals) {
    if (found_.size() >= kMostSuggestions || digits.size() <= decimals) return;
    if (digits[0] == '0' && digits.size() - decimals > 1 && printed_.digits[0] != '0') return;
    Int128 coefficient = 0;
    for (const char c : digits) coefficient = coefficient * 10 + (c - '0');
    if (!holds_(index_, {coefficient, static_cast<int32_t>(decimals) - printed_.magnitude})) return;
    const Suggestion suggestion{{printed_.places.front(), printed_.end}, Written(digits, decimals)};
    const auto same = [&](const Suggestion& other) {
      return other.span == suggestion.span && other.replacement == suggestion.replacement;
    };
    if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back(suggestion);
  }

  std::string Written(const std::string& digits, size_t decimals) const {
    const size_t whole = digits.size() - decimals;
    std::string written;
    for (size_t i = 0; i < whole; ++i) {
      if (i > 0 && (whole - i) % kGroup == 0) written += printed_.separator;
      written += digits[i];
    }
    if (decimals > 0) written += printed_.mark.empty() ? "," : printed_.mark;
    return written + digits.substr(whole);
  }

  const PrintedDigits& printed_;
  const size_t index_;
  const std::function<bool(size_t, const Decimal&)>& holds_;
  std::vector<Suggestion>& found_;
};

uint32_t StrokeOf(const Document& document, const Figure& figure) {
  const size_t stroke = document.text.find('/', figure.span.begin);
  return stroke < figure.span.end ? static_cast<uint32_t>(stroke) : figure.span.end;
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

std::vector<Suggestion> SmallestEdits(const Document& document, const std::vector<EditTarget>& targets,
                                      const std::function<bool(size_t index, const Decimal&)>& holds) {
  std::vector<Suggestion> found;
  std::vector<std::pair<size_t, PrintedDigits>> readable;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (auto printed = ReadDigits(document.text, targets[i])) readable.emplace_back(i, std::move(*printed));
  }
  for (const Edit edit : kEdits) {
    for (const auto& [index, printed] : readable) TargetEdits(printed, index, holds, found).Try(edit);
  }
  return found;
}

}  // namespace soat
