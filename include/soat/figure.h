// The figures of a report: typed, exact, placed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "soat/check.h"
#include "soat/decimal.h"
#include "soat/document.h"
#include "soat/structure.h"

namespace soat {

/// What a figure is. The words that ToString gives reach files: do not rename them.
enum class FigureKind : uint8_t { kCount, kRatio, kPercent, kMoney, kMeasure, kDate, kPeriod, kDocref, kIndex };
inline constexpr int kFigureKindCount = 9;
std::string_view ToString(FigureKind kind);
std::optional<FigureKind> ParseFigureKind(std::string_view word);

/// How the text hedges a value: trên, dưới, gần, khoảng, tối thiểu, tối đa. The words reach files.
enum class Qualifier : uint8_t { kNone, kOver, kUnder, kNear, kAbout, kMin, kMax };
std::string_view ToString(Qualifier qualifier);  ///< "" for kNone
std::optional<Qualifier> ParseQualifier(std::string_view word);

/// What a figure is in a relation, a table or a phrase. The words reach files.
enum class FigureRole : uint8_t { kNone, kResult, kTarget, kExcess, kChange, kTotal, kPart, kShare, kRank };
std::string_view ToString(FigureRole role);  ///< "" for kNone
std::optional<FigureRole> ParseFigureRole(std::string_view word);

/// One figure. Which fields are set depends on the kind; a figure that cannot be read ("12.34.567", "31/02/2023") has
/// its kind and place and no value.
struct Figure {
  FigureKind kind = FigureKind::kCount;
  Qualifier qualifier = Qualifier::kNone;
  uint32_t rule = 0;  ///< index into RuleSet::figure_rules
  Span span;          ///< bytes of Document::text
  /// count, percent, money (whole units of the currency), measure
  std::optional<Decimal> value, value_max;
  /// ratio
  std::optional<Decimal> numerator, denominator;
  /// the counted noun, the unit of measure, "%", the ISO code of the currency, or empty
  std::string unit;
  /// date (start only), period: ISO, or partial ("2024-12", "--10-10", "--Q1"); of other kinds the period that the
  /// sentence gives the figure, when it is not the report's ("năm 2022 đạt …, 6 tháng đầu năm 2023 đạt …")
  std::string start, end;
  /// docref: number and symbol without spaces
  std::string ref;
  /// index
  std::vector<uint32_t> items;
  /// the noun phrase that the figure is a value of; empty when none was found
  std::string label;
  /// whose figure it is inside the report ("cấp huyện", "cấp xã"), when said
  std::string scope;
  FigureRole role = FigureRole::kNone;
  /// the identifier of a known indicator
  std::string indicator;
};

/// A stretch with digits that a rule recognised as no figure (a heading number, a footnote mark, a name, a telephone).
struct Skip {
  Span span;
  uint32_t rule = 0;
};

/// Who reports, on what, when. Fields are empty when the report does not say.
struct ReportIdentity {
  std::string unit_name;     ///< "huyện Lâm Thao"
  std::string unit_level;    ///< "tỉnh", "huyện", "xã", …
  std::string province;      ///< "Phú Thọ"
  std::string number;        ///< "373/BC-UBND"
  std::string date;          ///< ISO
  std::string period_start;  ///< ISO
  std::string period_end;    ///< ISO
  std::string title;
  std::string status;  ///< "draft" when number or day is blank or the text says so; else empty
};

/// What was found in one document; figures and skips are sorted by span and disjoint.
struct Analysis {
  Structure structure;
  ReportIdentity identity;
  std::vector<Figure> figures;
  bool has_context = false;  ///< all figures have their label, scope, role and own period
  std::vector<Skip> skips;
  std::vector<Relation> relations;  ///< what Analyzer::AddRelations checked, by span
  UndecidedCounts undecided{};      ///< what it saw and could not decide
};

}  // namespace soat
