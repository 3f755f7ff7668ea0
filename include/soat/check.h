// What was checked in a report: relations between figures, with what came of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "soat/decimal.h"
#include "soat/document.h"
#include "soat/one_or_many.h"
#include "soat/structure.h"

namespace soat {

/// What is compared with what. The words that ToString gives reach files: do not rename them.
enum class CheckKind : uint8_t {
  kRatioPercent,
  kPartWholeSum,
  kEnumerationCount,
  kIndexCount,
  kTargetGap,
  kTargetVerdict,
  kComplement,
  kRatioOverOne,
  kChange,
  kPlausibility,
  kDateInvalid,
  kDateOrder,
  kDocrefConflict,
  kRepeatConflict,
  kNumberingGap,
  kMissingField
};
inline constexpr int kCheckKindCount = 16;
std::string_view ToString(CheckKind check);  ///< "ratio_percent"
std::optional<CheckKind> ParseCheckKind(std::string_view word);

/// What came of a check. The words reach files.
enum class Verdict : uint8_t {
  kExact,      ///< equal
  kRounded,    ///< equal after rounding half up at the stated precision
  kTruncated,  ///< equal only when further digits are cut off
  kMismatch,   ///< the numbers disagree
  kOk,         ///< holds within the precision and the qualifiers of its operands, or is no equation
  kImpossible,
  kInvalid,
  kMissing,
  kConflict
};
std::string_view ToString(Verdict verdict);
std::optional<Verdict> ParseVerdict(std::string_view word);

/// How much a reader should mind, in rising order. The words reach files.
enum class Severity : uint8_t { kOk, kNote, kWarning, kError };
std::string_view ToString(Severity severity);
std::optional<Severity> ParseSeverity(std::string_view word);

enum class Language : uint8_t { kVietnamese, kEnglish };

/// A number or words that take part in a check.
struct OperandValue {
  std::optional<Decimal> number;  ///< exact; empty when the operand is no number
  std::string text;               ///< what a record shows when it is no number: "Đạt", "2023-06-30", "608/QĐ-UBND"
  Span span;                      ///< where it stands in Document::text; empty when it was counted or computed
  uint32_t figure = kNoIndex;     ///< index into Analysis::figures, when it is one
};

using OperandValues = OneOrMany<OperandValue>;

/// The operands of one role: "num", "den", "pct"; "parts" is a list.
struct Operand {
  std::string role;
  bool list = false;     ///< written as a list, whatever their number
  OperandValues values;  ///< one unless it is a list
};

/// An edit of the text after which the relation would hold.
struct Suggestion {
  Span span;                ///< of Document::text
  std::string replacement;  ///< in place of it, written as the report writes numbers
};

/// One relation that was checked.
struct Relation {
  CheckKind check = CheckKind::kRatioPercent;
  Verdict verdict = Verdict::kOk;
  Severity severity = Severity::kOk;
  uint32_t rule = 0;              ///< index into RuleSet::relation_rules
  Span span;                      ///< where a reader should look first
  std::vector<Operand> operands;  ///< in the order in which records show them
  /// The number that would be right, the one that stands there, and stated - expected, where that is what was checked.
  /// A quotient is rounded half up to two digits more than the stated number has.
  std::optional<Decimal> expected, stated, difference;
  std::vector<Suggestion> suggestions;  ///< best first, at most three
};

/// How many relations a rule saw and could not decide, by check.
using UndecidedCounts = std::array<uint32_t, kCheckKindCount>;

}  // namespace soat
