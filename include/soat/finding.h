// A relation as it is shown to a reader: with its places, its words and its fingerprint, and without its document.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "soat/check.h"
#include "soat/decimal.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// A number or words that take part.
struct FindingValue {
  std::optional<Decimal> number;
  std::string text;               ///< what a record shows when it is no number
  std::string quote;              ///< as it stands in the report; empty when it was counted or computed
  std::optional<Location> place;  ///< empty likewise
};

/// The values of one role, in the order of the record.
struct FindingOperand {
  std::string role;
  bool list = false;
  std::vector<FindingValue> values;
};

/// An edit of the report after which the relation would hold.
struct FindingEdit {
  std::string before, after;  ///< the whole figure: "89,64%", "89,65%"
  Location place;             ///< what is to be replaced, which may be less than the whole figure
  std::string replacement;
};

/// A line of the report with what takes part on it.
struct ExcerptLine {
  struct Mark {
    uint32_t begin = 0, end = 0;  ///< code points of `text`, from 0; the end is exclusive
  };
  uint32_t line = 0;        ///< 1-based
  std::string text;         ///< decoded, without its line end
  std::vector<Mark> marks;  ///< sorted and disjoint
};

/// One relation with everything that any format writes of it.
struct Finding {
  std::string report;  ///< the path as given
  Location place;
  std::vector<uint32_t> lines;  ///< that take part, in rising order
  CheckKind check = CheckKind::kRatioPercent;
  std::string rule;  ///< its id
  Verdict verdict = Verdict::kOk;
  Severity severity = Severity::kOk;
  std::vector<FindingOperand> operands;
  std::optional<Decimal> expected, stated, difference;
  std::string quote;  ///< what stands at `place`
  std::string message;
  std::vector<FindingEdit> edits;  ///< best first
  std::string fingerprint;         ///< 16 hexadecimal digits; see MakeFinding
  std::vector<ExcerptLine> excerpt;
};

/// How often what was checked came out how.
struct CheckCounts {
  struct OfCheck {
    std::array<uint64_t, 4> severities{};  ///< relations by Severity; kOk: verified
    uint64_t undecided = 0;
    uint64_t Relations() const { return severities[0] + severities[1] + severities[2] + severities[3]; }
  };
  uint64_t files = 0, known = 0;  ///< known: findings that the baseline holds; they are counted as relations too
  std::array<OfCheck, kCheckKindCount> checks;

  void Add(const CheckCounts& other);
  OfCheck Total() const;
};

/// One report after its check.
struct CheckedReport {
  std::string report;
  std::vector<Finding> findings;  ///< those that are to be shown, by place
  CheckCounts counts;             ///< of all that was checked in it
  bool cuts_off = false;          ///< it cuts its percentages off throughout instead of rounding them
};

/// Makes findings of the relations of one document.
class FindingMaker {
 public:
  /// \param excerpts  whether Finding::excerpt is wanted
  FindingMaker(const Document& document, const Analysis& analysis, const RuleSet& rules, Language language,
               bool excerpts);

  /// The fingerprint depends on the check, the rule, the name of the file without its folder, what takes part as it is
  /// printed, and the sentence in which the relation begins; not on lines and columns, nor on anything else around.
  Finding Make(const Relation& relation);

 private:
  FindingOperand MakeOperand(const Operand& operand);
  Span FigureAround(Span span) const;
  FindingEdit MakeEdit(const Suggestion& suggestion);
  std::string Quote(Span span);
  std::string SentenceAt(uint32_t begin) const;
  std::string Fingerprint(const Relation& relation, const Finding& finding) const;

  const Document& document_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  const Language language_;
  const bool excerpts_;
  const std::string report_;  ///< its path as it is shown
  Locator locator_;
};

}  // namespace soat
