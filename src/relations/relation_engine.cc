// RelationEngine: runs the finders in order and sorts what they found.
#include "relations/relation_engine.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "context/context_reader.h"
#include "context/document_context.h"
#include "indicators/figure_indicators.h"
#include "relations/complements.h"
#include "relations/document_dates.h"
#include "relations/document_references.h"
#include "relations/enumerations.h"
#include "relations/finding_list.h"
#include "relations/header_fields.h"
#include "relations/indicator_groups.h"
#include "relations/indicator_tables.h"
#include "relations/invalid_dates.h"
#include "relations/numbering.h"
#include "relations/pattern_rules.h"
#include "relations/ratios_over_one.h"
#include "relations/reading.h"
#include "relations/reading_list.h"
#include "relations/repeats.h"
#include "relations/rises.h"
#include "relations/shares.h"
#include "relations/sums.h"
#include "relations/table_changes.h"
#include "relations/table_equations.h"
#include "relations/target_rows.h"
#include "relations/terms.h"
#include "text/edit_distance.h"

namespace soat {
namespace {

/// A finder that looks at the report as a whole: figures, sections, tables.
struct ReportFinder {
  std::string_view shape;
  CheckKind check;
  void (*find)(FindingList& found, uint32_t rule);
};
constexpr ReportFinder kReportFinders[] = {
    {"date", CheckKind::kDateInvalid, FindInvalidDates},
    {"numbering", CheckKind::kNumberingGap, FindNumberingGaps},
    {"table-percent", CheckKind::kRatioPercent, FindTablePercents},
    {"table-sum", CheckKind::kPartWholeSum, FindTableSums},
    {"table-change", CheckKind::kChange, FindTableChanges},
    {"report-number", CheckKind::kMissingField, FindMissingNumber},
    {"report-date", CheckKind::kMissingField, FindMissingDate},
    {"document-dates", CheckKind::kDocrefConflict, FindDateConflicts},
    {"document-numbers", CheckKind::kDocrefConflict, FindNumberConflicts},
    {"document-years", CheckKind::kDocrefConflict, FindYearConflicts},
    {"span", CheckKind::kDateOrder, FindReversedSpans},
    {"before-report", CheckKind::kDateOrder, FindDocumentsAfterReport},
    {"cause", CheckKind::kDateOrder, FindDocumentsBeforeTheirCause},
    {"index", CheckKind::kIndexCount, FindIndexCounts},
    {"indicators", CheckKind::kComplement, FindIndicatorComplements},
    {"indicator-rows", CheckKind::kEnumerationCount, FindIndicatorRowCounts},
    {"indicator-verdicts", CheckKind::kTargetVerdict, FindListedVerdicts},
    {"row-verdicts", CheckKind::kTargetVerdict, FindRowVerdicts},
    {"ratio", CheckKind::kRatioOverOne, FindRatiosOverOne},
    {"part-of-whole", CheckKind::kRatioOverOne, FindPartsOverWholes},
    {"repeat", CheckKind::kRepeatConflict, FindRepeats},
};
constexpr size_t kFewestTerms = 3;  // a total and two parts

/// A shape whose finders read passages.
struct PassageShape {
  std::string_view shape;
  CheckKind check;
};
constexpr PassageShape kPassageShapes[] = {
    {"share", CheckKind::kRatioPercent},           {"sum", CheckKind::kPartWholeSum}, {"rest", CheckKind::kComplement},
    {"enumeration", CheckKind::kEnumerationCount}, {"rise", CheckKind::kChange},
};

const ReportFinder* FindReportFinder(std::string_view shape) {
  const auto* found = std::find_if(std::begin(kReportFinders), std::end(kReportFinders),
                                   [&](const ReportFinder& finder) { return finder.shape == shape; });
  return found == std::end(kReportFinders) ? nullptr : found;
}

/// The check whose relations a shape makes; nothing for one that the program does not know.
std::optional<CheckKind> CheckOfShape(std::string_view shape) {
  if (const ReportFinder* finder = FindReportFinder(shape)) return finder->check;
  const auto* found = std::find_if(std::begin(kPassageShapes), std::end(kPassageShapes),
                                   [&](const PassageShape& known) { return known.shape == shape; });
  return found == std::end(kPassageShapes) ? std::nullopt : std::optional(found->check);
}

Error Fault(const RelationRule& rule, const std::string& what, std::string fix) {
  return {ErrorCode::kRule, rule.file + ":" + std::to_string(rule.line), "rule '" + rule.id + "' " + what,
          std::move(fix)};
}

Status CheckShape(const RelationRule& rule) {
  if (rule.shape.empty()) return {};
  const std::optional<CheckKind> check = CheckOfShape(rule.shape);
  if (!check) {
    return Fault(rule, "names the shape '" + rule.shape + "', which the program does not know",
                 "docs/rules.md lists the shapes");
  }
  if (*check == rule.check) return {};
  return Fault(
      rule,
      "names the check " + std::string(ToString(rule.check)) + ", which the shape '" + rule.shape + "' does not make",
      "write check = \"" + std::string(ToString(*check)) + "\"");
}

// Only rules of one check can see one relation.
Status CheckAlso(const RelationRule& rule, const RuleSet& rules) {
  std::vector<std::string> ids;
  for (const RelationRule& other : rules.relation_rules) {
    if (other.check == rule.check && other.id != rule.id) ids.push_back(other.id);
  }
  for (const std::string& id : rule.also) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    const std::string nearest = NearestWord(id, ids);
    return Fault(
        rule, "names '" + id + "' in 'also', which is no other rule of the check " + std::string(ToString(rule.check)),
        nearest.empty() ? "soat explain " + std::string(ToString(rule.check)) + " lists them"
                        : "did you mean '" + nearest + "'?");
  }
  return {};
}

// A single amount is no term of anything.
bool MayHoldSeveral(const Reading& reading) { return reading.figures().size() > 1 || reading.Has(FigureKind::kRatio); }

}  // namespace

/// What is known of the terms of one reading; filled again and again.
struct EquationRoom {
  std::vector<bool> rests;                          // by term
  std::vector<std::vector<bool>> sure;              // by finder and term
  std::vector<std::vector<SumFinder::Role>> roles;  // by finder and term
};

struct RelationEngine::Implementation {
  explicit Implementation(const RuleSet& set);

  const RuleSet& rules;
  void FindEquations(Terms& terms, EquationRoom& room, FindingList& found) const;
  void FindInNotes(FindingList& found) const;
  ReadingChoice Readings() const;

  PhraseLists lists;  // of the finders that look into rows
  PatternFinder patterns;
  ChangeWords changes;
  Phrases continuations;
  std::vector<ShareFinder> shares;
  std::vector<EnumerationFinder> enumerations;
  std::vector<RiseFinder> rises;
  std::vector<SumFinder> sums;
  std::vector<ComplementFinder> complements;
};

RelationEngine::Implementation::Implementation(const RuleSet& set) : rules(set), patterns(set) {
  const auto words = rules.relation_words.find("continuations");
  if (words != rules.relation_words.end()) continuations = Phrases(words->second);
  for (uint32_t i = 0; i < rules.relation_rules.size(); ++i) {
    const RelationRule& rule = rules.relation_rules[i];
    if (rule.shape == "share") shares.emplace_back(rules, i, lists);
    if (rule.shape == "enumeration") enumerations.emplace_back(rules, i, lists);
    if (rule.shape == "rise") rises.emplace_back(rules, i, lists);
    if (rule.shape == "rest") complements.emplace_back(rules, i, lists);
    if (rule.shape != "sum") continue;
    sums.emplace_back(rules, i, lists);
    changes = ChangeWords(rule, lists);
  }
}

// What words call a sum comes first, because its parts are no terms of anything else; what merely adds up comes last,
// and cannot fail to.
void RelationEngine::Implementation::FindEquations(Terms& terms, EquationRoom& room, FindingList& found) const {
  if (terms.size() < kFewestTerms) return;
  room.rests.assign(terms.size(), false);
  room.sure.resize(complements.size());
  for (size_t i = 0; i < complements.size(); ++i) {
    complements[i].SureRests(terms, room.sure[i]);
    for (size_t term = 0; term < terms.size(); ++term) room.rests[term] = room.rests[term] || room.sure[i][term];
  }
  room.roles.resize(sums.size());
  for (size_t i = 0; i < sums.size(); ++i) {
    sums[i].RolesOf(terms, room.roles[i]);
    sums[i].FindLed(terms, room.roles[i], room.rests, found);
  }
  for (size_t i = 0; i < complements.size(); ++i) complements[i].Find(terms, room.sure[i], found);
  if (!found.SeeksHeld()) return;
  for (size_t i = 0; i < sums.size(); ++i) sums[i].FindUnled(terms, room.roles[i], found);
}

// Those with amounts, shares and counts, which the finders relate, or with what patterns begin with. Days and documents
// alone, as where a report says what it is based on, are seen by the finders of the report as a whole.
ReadingChoice RelationEngine::Implementation::Readings() const {
  ReadingChoice choice{patterns.FirstKinds(), patterns.MatchesLoneFigures()};
  for (const FigureKind kind :
       {FigureKind::kCount, FigureKind::kRatio, FigureKind::kPercent, FigureKind::kMoney, FigureKind::kMeasure})
    choice.kinds.set(static_cast<size_t>(kind));
  return choice;
}

// The parts and names of an amount that stand in its note. What stands in the note alone was found with the note.
void RelationEngine::Implementation::FindInNotes(FindingList& found) const {
  Reading reading(found.document, found.analysis, lists);
  std::vector<SumFinder::Role> roles;
  // Lists of names are told apart by the amount alone, which may have several notes.
  const HeldUse use = found.SeeksHeld() || enumerations.size() > 1 ? HeldUse::kKeep : HeldUse::kLeaveOut;
  for (NoteReadingList notes(found.analysis); notes.Next(reading);) {
    FindingList in_note(found.document, found.analysis, rules, use);
    for (const EnumerationFinder& finder : enumerations) finder.Find(reading, in_note);
    const std::vector<Amount> amounts = AmountsOf(reading, found.document);
    Terms terms(reading, amounts, changes);
    const std::vector<bool> rests(terms.size(), false);
    for (const SumFinder& finder : sums) {
      finder.RolesOf(terms, roles);
      finder.FindLed(terms, roles, rests, in_note);
    }
    for (Relation& relation : in_note.Take()) {
      if (relation.operands.front().values.front().figure == reading.figures().front().figure)
        found.Add(std::move(relation));
    }
  }
}

RelationEngine::RelationEngine(const RuleSet& rules) : implementation_(new Implementation(rules)) {}
RelationEngine::~RelationEngine() = default;

void RelationEngine::Check(const Document& document, Analysis& analysis, const ContextReader& contexts,
                           const IndicatorMatcher& indicators, HeldUse use, HeldRelations* held) const {
  DocumentContext context = contexts.Of(document, analysis);
  FigureIndicators of_figures(indicators, document, analysis, &context);
  FindingList found(document, analysis, implementation_->rules, use, held);
  found.context = &context;
  found.indicators = &of_figures;
  for (uint32_t i = 0; i < implementation_->rules.relation_rules.size(); ++i) {
    const ReportFinder* finder = FindReportFinder(implementation_->rules.relation_rules[i].shape);
    if (finder != nullptr) finder->find(found, i);
  }
  Reading reading(document, analysis, implementation_->lists);
  std::vector<Amount> amounts;
  PatternRoom room;
  EquationRoom of_equations;
  ReadingList readings(document, analysis, implementation_->continuations, implementation_->Readings());
  while (readings.Next(reading)) {
    implementation_->patterns.Find(reading, room, found);
    amounts.clear();
    if (MayHoldSeveral(reading)) ReadAmounts(reading, document, amounts);
    for (const ShareFinder& finder : implementation_->shares) finder.Find(reading, amounts, found);
    for (const EnumerationFinder& finder : implementation_->enumerations) finder.Find(reading, found);
    for (const RiseFinder& finder : implementation_->rises) finder.Find(reading, amounts, found);
    if (amounts.size() < kFewestTerms) continue;
    Terms terms(reading, amounts, implementation_->changes);
    implementation_->FindEquations(terms, of_equations, found);
  }
  implementation_->FindInNotes(found);
  analysis.undecided = found.undecided();
  analysis.relations = found.Take();
}

std::vector<Error> RelationEngine::CheckRules() const {
  const RuleSet& rules = implementation_->rules;
  std::vector<Error> faults = implementation_->patterns.Check();
  for (const RelationRule& rule : rules.relation_rules) {
    if (Status shape = CheckShape(rule); !shape.ok()) faults.push_back(shape.error());
    if (Status also = CheckAlso(rule, rules); !also.ok()) faults.push_back(also.error());
  }
  return faults;
}

}  // namespace soat
