#include "relations/document_dates.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "relations/document_citations.h"
#include "relations/rule_words.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr size_t kIsoDay = 10;  // "2023-08-01"
// From a document to the word that says that it carries another one out, and from there to that one, in bytes.
constexpr size_t kWordReach = 80, kCauseReach = 45;
constexpr ByteSet kClauseSigns(",;:.\t|");

struct Dated {
  std::string day;
  Span span;
};

void AddOrder(FindingList& found, uint32_t rule, const Dated& earlier, const Dated& later, Span span) {
  const bool conflict = later.day < earlier.day;
  Relation relation;
  relation.check = found.rules.relation_rules[rule].check;
  relation.verdict = conflict ? Verdict::kConflict : Verdict::kOk;
  relation.severity = conflict ? found.rules.relation_rules[rule].severity : Severity::kOk;
  relation.rule = rule;
  relation.span = span;
  if (found.CountIfHeld(relation, {})) return;
  relation.operands =
      Operands(TextOperand("earlier", earlier.day, earlier.span), TextOperand("later", later.day, later.span));
  found.Add(std::move(relation));
}

bool IsFullDay(const Figure& figure) {
  return figure.kind == FigureKind::kDate && figure.start.size() == kIsoDay && figure.start.front() != '-';
}

int YearOf(const std::string& day) { return std::stoi(day.substr(0, 4)); }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

/// Documents with the dates that stand beside them or beside another citation of theirs.
class CauseFinder {
 public:
  CauseFinder(FindingList& found, uint32_t rule)
      : found_(found),
        rule_index_(rule),
        rules_(found.rules),
        rule_(found.rules.relation_rules[rule]),
        key_(found.document.key),
        citations_(ReadCitations(found, rule_)) {}

  void Find();

 private:
  Dated DateOf(const Citation& citation) const;
  void Compare(const Citation& cause, const Citation& effect);
  bool CarriesOut(uint32_t from, uint32_t to) const;
  void FindBehind(size_t index);
  void FindLead(size_t index);
  void FindInRow(size_t index);

  FindingList& found_;
  const uint32_t rule_index_;
  const RuleSet& rules_;
  const RelationRule& rule_;
  const std::string_view key_;
  const std::vector<Citation>& citations_;
  std::map<std::string, Dated> known_;
};

Dated CauseFinder::DateOf(const Citation& citation) const {
  if (citation.date != kNoIndex) return {citation.day, found_.analysis.figures[citation.date].span};
  const auto known = known_.find(citation.ref);
  return known == known_.end() ? Dated{} : known->second;
}

void CauseFinder::Compare(const Citation& cause, const Citation& effect) {
  const Dated earlier = DateOf(cause), later = DateOf(effect);
  if (earlier.day.empty() || later.day.empty() || cause.ref == effect.ref) return;
  const Span numbers{found_.analysis.figures[effect.figure].span.begin, effect.end};
  AddOrder(found_, rule_index_, earlier, later, numbers);
}

/// Between a document and another: "… về việc thực hiện …", without a stop or a further clause; but not "… được điều
/// chỉnh tại …", which names what came later.
bool CauseFinder::CarriesOut(uint32_t from, uint32_t to) const {
  if (from >= to) return false;
  if (HasAnyOf(key_.substr(from, to - from), kClauseSigns)) return false;
  const std::vector<std::string>& words = WordsOf(rules_, rule_, "carries_out");
  const size_t at = FindLastPhrase(key_, from, to, words);
  if (at == std::string_view::npos || at - from > kWordReach) return false;
  size_t before = at;
  while (before > from && key_[before - 1] == ' ') --before;
  if (PhraseBefore(key_, before, WordsOf(rules_, rule_, "passives")) > 0) return false;
  const size_t end = at + PhraseAt(key_, at, words);
  return to - std::min<size_t>(end, to) <= kCauseReach;
}

// "Kế hoạch 17/KH-UBND ngày … triển khai Chương trình số 26-CTr/HU ngày …"
void CauseFinder::FindBehind(size_t index) {
  if (index + 1 >= citations_.size()) return;
  const Citation &effect = citations_[index], &cause = citations_[index + 1];
  if (effect.block == cause.block && CarriesOut(effect.end, cause.begin)) Compare(cause, effect);
}

// "Thực hiện Chỉ thị số … ngày …, UBND huyện ban hành Kế hoạch số … ngày …"
void CauseFinder::FindLead(size_t index) {
  const Citation &cause = citations_[index - 1], &effect = citations_[index];
  if (effect.block != cause.block || effect.sentence.begin != cause.sentence.begin) return;
  const size_t lead = SkipBlanks(key_, cause.sentence.begin, cause.begin);
  const size_t size = PhraseAt(key_, lead, WordsOf(rules_, rule_, "leads"));
  if (size == 0 || !Trimmed(key_.substr(lead + size, cause.begin - lead - size)).empty()) return;
  size_t end = effect.begin;
  while (end > 0 && key_[end - 1] == ' ') --end;
  if (PhraseBefore(key_, end, WordsOf(rules_, rule_, "issue_verbs")) > 0) Compare(cause, effect);
}

// A row names what a document is about in one cell, and its number in the next.
void CauseFinder::FindInRow(size_t index) {
  const Structure& structure = found_.analysis.structure;
  const Citation &cause = citations_[index - 1], &effect = citations_[index];
  if (effect.block != cause.block || effect.block == kNoIndex) return;
  if (structure.blocks[effect.block].kind != BlockKind::kTableRow) return;
  const Place cause_place = structure.PlaceOf(cause.begin), place = structure.PlaceOf(effect.begin);
  if (cause_place.column + 1 != place.column) return;
  const Row& row = structure.tables[place.table].rows[place.row];
  const uint32_t cell = row.cells[cause_place.column].begin;
  const size_t at = FindLastPhrase(key_, cell, cause.begin, WordsOf(rules_, rule_, "carries_out"));
  if (at == std::string_view::npos || !CarriesOut(static_cast<uint32_t>(at), cause.begin)) return;
  const uint32_t number_cell = row.cells[place.column].begin;
  const std::string_view before = key_.substr(number_cell, effect.begin - number_cell);
  if (Trimmed(before).empty()) Compare(cause, effect);
}

void CauseFinder::Find() {
  for (const Citation& citation : citations_) {
    if (citation.date == kNoIndex) continue;
    const Dated dated{citation.day, found_.analysis.figures[citation.date].span};
    const auto [known, added] = known_.emplace(citation.ref, dated);
    if (!added && known->second.day != citation.day) known->second.day.clear();  // two documents of that number
  }
  for (size_t i = 0; i < citations_.size(); ++i) {
    FindBehind(i);
    if (i > 0) FindLead(i);
    if (i > 0) FindInRow(i);
  }
}

}  // namespace

void FindReversedSpans(FindingList& found, uint32_t rule) {
  const RelationRule& words = found.rules.relation_rules[rule];
  const std::string_view key = found.document.key;
  const std::vector<Figure>& figures = found.analysis.figures;
  const std::vector<FigureKind>& kinds = found.kinds();
  const std::vector<std::string>& joints = WordsOf(found.rules, words, "to");
  const std::vector<std::string>& leads = WordsOf(found.rules, words, "from");
  for (size_t i = 0; i + 1 < figures.size(); ++i) {
    if (kinds[i] != FigureKind::kDate || kinds[i + 1] != FigureKind::kDate) continue;
    const Figure &from = figures[i], &to = figures[i + 1];
    if (!IsFullDay(from) || !IsFullDay(to)) continue;
    const std::string_view between = Trimmed(key.substr(from.span.end, to.span.begin - from.span.end));
    if (std::find(joints.begin(), joints.end(), between) == joints.end()) continue;
    size_t end = from.span.begin;
    while (end > 0 && key[end - 1] == ' ') --end;
    if (PhraseBefore(key, end, leads) == 0) continue;
    AddOrder(found, rule, {from.start, from.span}, {to.start, to.span}, {from.span.begin, to.span.end});
  }
}

namespace {

/// Where a day stands first.
Span FirstSpanOf(FindingList& found, const std::string& day) {
  const std::vector<FigureKind>& kinds = found.kinds();
  for (size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != FigureKind::kDate) continue;
    const Figure& date = found.analysis.figures[i];
    if (IsFullDay(date) && date.start == day) return date.span;
  }
  return {};
}

}  // namespace

void FindDocumentsAfterReport(FindingList& found, uint32_t rule) {
  const ReportIdentity& identity = found.analysis.identity;
  const bool dated = identity.date.size() == kIsoDay;
  const std::string& limit = dated ? identity.date : identity.period_end;
  if (limit.size() != kIsoDay) return;
  const Dated report{limit, dated ? FirstSpanOf(found, limit) : Span{}};
  for (const Citation& citation : ReadCitations(found, found.rules.relation_rules[rule])) {
    const Figure& number = found.analysis.figures[citation.figure];
    if (citation.day.empty() || number.ref == identity.number) continue;
    // A report without a date may be younger than a document of after its period, but hardly by years.
    if (!dated && citation.day > limit && YearOf(citation.day) <= YearOf(limit) + 1) continue;
    const Span day = found.analysis.figures[citation.date].span;
    AddOrder(found, rule, {citation.day, day}, report, {std::min(number.span.begin, day.begin), citation.end});
  }
}

void FindDocumentsBeforeTheirCause(FindingList& found, uint32_t rule) { CauseFinder(found, rule).Find(); }

}  // namespace soat
