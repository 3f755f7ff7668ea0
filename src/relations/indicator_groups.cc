#include "relations/indicator_groups.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "identity/words.h"
#include "relations/digit_edits.h"
#include "relations/rule_words.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr size_t kWidestJoint = 90;   // bytes between a number of indicators and their list
constexpr uint32_t kBlocksApart = 3;  // from the total to the first part, and between parts
constexpr size_t kClaimReach = 60;    // bytes behind a number in which its claim may stand
constexpr ByteSet kClauseSigns(".;("), kClauseEnds(".;\n,"), kSentenceEnds(".\n");

class GroupReader {
 public:
  GroupReader(const FindingList& found, const RelationRule& rule)
      : key_(found.document.key),
        analysis_(found.analysis),
        indicators_(WordsOf(found.rules, rule, "indicators")),
        done_(WordsOf(found.rules, rule, "done")),
        not_done_(WordsOf(found.rules, rule, "not_done")),
        joints_(WordsOf(found.rules, rule, "list_joints")) {}

  std::vector<IndicatorGroup> Read(const std::vector<FigureKind>& kinds);

 private:
  bool CountsIndicators(const Figure& figure) const;
  bool IsJoint(size_t from, size_t to) const;
  size_t ClauseBegin(uint32_t figure) const;
  IndicatorPart ReadPart(uint32_t figure) const;
  void Assign(const IndicatorPart& part);
  bool Belongs(const IndicatorGroup& group, const IndicatorPart& part) const;

  const std::string_view key_;
  const Analysis& analysis_;
  const std::vector<std::string>&indicators_, &done_, &not_done_, &joints_;
  std::vector<IndicatorGroup> groups_;
};

bool GroupReader::CountsIndicators(const Figure& figure) const {
  return figure.kind == FigureKind::kCount && figure.value && !figure.value_max && figure.value->scale == 0 &&
         std::find(indicators_.begin(), indicators_.end(), figure.unit) != indicators_.end();
}

/// Only words that join a number with its list stand between them.
bool GroupReader::IsJoint(size_t from, size_t to) const {
  if (to - from > kWidestJoint) return false;
  for (size_t at = from; at < to;) {
    if (!IsLetterAt(key_, at)) {
      if (IsDigit(key_[at]) || key_[at] == '.' || key_[at] == ';') return false;
      ++at;
      continue;
    }
    size_t size = PhraseAt(key_, at, joints_);
    if (size == 0) size = PhraseAt(key_, at, indicators_);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

/// Where the clause of a figure begins: behind a stop or semicolon, or behind the figure before it.
size_t GroupReader::ClauseBegin(uint32_t figure) const {
  const uint32_t begin = analysis_.figures[figure].span.begin;
  const Place place = analysis_.structure.PlaceOf(begin);
  size_t from = begin;
  if (place.block != kNoIndex) {
    for (const Span span : analysis_.structure.blocks[place.block].spans)
      if (span.begin <= begin && begin < span.end) from = span.begin;
  }
  if (figure > 0) from = std::max<size_t>(from, analysis_.figures[figure - 1].span.end);
  size_t clause = begin;
  while (clause > from && !kClauseSigns.Has(key_[clause - 1])) --clause;
  return std::max(from, clause);
}

IndicatorPart GroupReader::ReadPart(uint32_t figure) const {
  IndicatorPart part;
  const std::vector<Figure>& figures = analysis_.figures;
  const Span span = figures[figure].span;
  part.block = analysis_.structure.PlaceOf(span.begin).block;
  part.claim = FindClaim(key_, ClauseBegin(figure), span.begin, done_, not_done_, part.words);
  if (figures[figure].kind == FigureKind::kIndex) {
    part.index = figure;
    return part;
  }
  part.count = figure;
  const bool listed = figure + 1 < figures.size() && figures[figure + 1].kind == FigureKind::kIndex;
  const size_t next = figure + 1 < figures.size() ? figures[figure + 1].span.begin : key_.size();
  if (listed && IsJoint(span.end, next)) part.index = figure + 1;
  if (part.claim != Claim::kNone) return part;
  const size_t end = std::min({next, span.end + kClaimReach, FindFirstOf(key_, kClauseEnds, span.end)});
  part.claim = FindClaim(key_, span.end, end, done_, not_done_, part.words);
  return part;
}

bool GroupReader::Belongs(const IndicatorGroup& group, const IndicatorPart& part) const {
  const std::vector<Block>& blocks = analysis_.structure.blocks;
  const uint32_t last = group.parts.empty() ? group.block : group.parts.back().block;
  if (last == kNoIndex || part.block == kNoIndex || part.block > last + kBlocksApart) return false;
  if (blocks[last].section != blocks[part.block].section) return false;
  return std::none_of(group.parts.begin(), group.parts.end(),
                      [&](const IndicatorPart& other) { return other.claim == part.claim; });
}

void GroupReader::Assign(const IndicatorPart& part) {
  if (part.claim == Claim::kNone) {
    if (part.index != kNoIndex && part.count == kNoIndex) return;
    IndicatorGroup& group = groups_.emplace_back();
    group.total = part.count;
    group.block = part.block;
    if (part.index != kNoIndex) group.parts.push_back(part);
    return;
  }
  if (groups_.empty() || !Belongs(groups_.back(), part)) {
    groups_.emplace_back();
    groups_.back().block = part.block;
  }
  groups_.back().parts.push_back(part);
}

/// \param kinds  of the figures
std::vector<IndicatorGroup> GroupReader::Read(const std::vector<FigureKind>& kinds) {
  for (uint32_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != FigureKind::kCount && kinds[i] != FigureKind::kIndex) continue;
    const Figure& figure = analysis_.figures[i];
    const bool count = CountsIndicators(figure);
    if (!count && figure.kind != FigureKind::kIndex) continue;
    const uint32_t block = analysis_.structure.PlaceOf(figure.span.begin).block;
    if (block != kNoIndex && analysis_.structure.blocks[block].table != kNoIndex) continue;
    const IndicatorPart part = ReadPart(i);
    Assign(part);
    if (part.count != kNoIndex && part.index != kNoIndex) ++i;  // its list
  }
  return std::move(groups_);
}

Relation NewRelation(const FindingList& found, uint32_t rule, Verdict verdict, Span span) {
  Relation relation;
  relation.check = found.rules.relation_rules[rule].check;
  relation.verdict = verdict;
  const bool holds = verdict != Verdict::kMismatch && verdict != Verdict::kConflict;
  relation.severity = holds ? Severity::kOk : found.rules.relation_rules[rule].severity;
  relation.rule = rule;
  relation.span = span;
  return relation;
}

Decimal Whole(size_t number) { return {static_cast<Int128>(number), 0}; }

/// The numbers of a list in their order, each once; nothing is numbered 0.
std::vector<uint32_t> Listed(const Analysis& analysis, const IndicatorPart& part) {
  if (part.index == kNoIndex) return {};
  std::vector<uint32_t> listed = analysis.figures[part.index].items;
  std::sort(listed.begin(), listed.end());
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  if (!listed.empty() && listed.front() == 0) listed.erase(listed.begin());
  return listed;
}

// "07 nhiệm vụ, gồm nhiệm vụ 1, 2, 3 do …; nhiệm vụ 4-7 do …": the noun stands before further numbers of the sentence.
bool GoesOnBehind(const FindingList& found, const IndicatorPart& part) {
  const std::string noun = found.analysis.figures[part.count].unit + " ";
  std::string_view behind = std::string_view(found.document.key).substr(found.analysis.figures[part.index].span.end);
  behind = behind.substr(0, FindFirstOf(behind, kSentenceEnds));
  const size_t at = noun.size() > 1 ? behind.find(noun) : std::string_view::npos;
  return at != std::string_view::npos && at + noun.size() < behind.size() && IsDigit(behind[at + noun.size()]);
}

void AddIndexCount(FindingList& found, uint32_t rule, const IndicatorPart& part) {
  const Figure &count = found.analysis.figures[part.count], &index = found.analysis.figures[part.index];
  const Decimal stated = *count.value, listed = Whole(Listed(found.analysis, part).size());
  const bool equal = Compare(stated, listed) == 0;
  if (Compare(stated, listed) > 0 && GoesOnBehind(found, part)) return found.CountUndecided(CheckKind::kIndexCount);
  Relation relation =
      NewRelation(found, rule, equal ? Verdict::kExact : Verdict::kMismatch, {count.span.begin, index.span.end});
  if (found.CountIfHeld(relation, std::array{part.count})) return;
  relation.operands = Operands(FigureOperand("stated", found.analysis, part.count, stated),
                               NumberOperand("listed", listed, index.span));
  relation.expected = listed;
  relation.stated = stated;
  relation.difference = Subtract(stated, listed);
  if (!equal) {
    relation.suggestions = SmallestEdits(found.document, {ValueTarget(count)},
                                         [&](size_t, const Decimal& value) { return Compare(value, listed) == 0; });
  }
  found.Add(std::move(relation));
}

/// A group whose total and parts stand in blocks of their own.
class ComplementReader {
 public:
  ComplementReader(FindingList& found, uint32_t rule, const IndicatorGroup& group)
      : found_(found), rule_(rule), group_(group) {}
  void Read();

 private:
  bool IsComplete() const;
  void AddSum();
  void AddOverlap();
  Relation New(Verdict verdict, Decimal total) const;

  FindingList& found_;
  const uint32_t rule_;
  const IndicatorGroup& group_;
};

bool ComplementReader::IsComplete() const {
  if (group_.total == kNoIndex || group_.parts.size() != 2) return false;
  const auto counted = [](const IndicatorPart& part) { return part.claim != Claim::kNone && part.count != kNoIndex; };
  const bool apart = group_.parts[0].block != group_.block || group_.parts[1].block != group_.block;
  return counted(group_.parts[0]) && counted(group_.parts[1]) && apart;
}

Relation ComplementReader::New(Verdict verdict, Decimal total) const {
  const std::vector<Figure>& figures = found_.analysis.figures;
  Relation relation =
      NewRelation(found_, rule_, verdict, {figures[group_.total].span.begin, figures[group_.parts[1].count].span.end});
  Operand parts{"parts", true, {}};
  for (const IndicatorPart& part : group_.parts)
    parts.values.push_back({*figures[part.count].value, {}, figures[part.count].span, part.count});
  relation.operands = Operands(FigureOperand("total", found_.analysis, group_.total, total), std::move(parts));
  return relation;
}

void ComplementReader::AddSum() {
  const std::vector<Figure>& figures = found_.analysis.figures;
  const Decimal total = *figures[group_.total].value;
  const Decimal first = *figures[group_.parts[0].count].value, second = *figures[group_.parts[1].count].value;
  const std::optional<Decimal> sum = Add(first, second);
  if (!sum) return;
  const bool equal = Compare(total, *sum) == 0;
  Relation relation = New(equal ? Verdict::kExact : Verdict::kMismatch, total);
  relation.expected = sum;
  relation.stated = total;
  relation.difference = Subtract(total, *sum);
  if (!equal) {
    const std::vector<EditTarget> targets = {ValueTarget(figures[group_.parts[0].count]),
                                             ValueTarget(figures[group_.parts[1].count]),
                                             ValueTarget(figures[group_.total])};
    relation.suggestions = SmallestEdits(found_.document, targets, [&](size_t index, const Decimal& value) {
      const auto edited = Add(index == 0 ? value : first, index == 1 ? value : second);
      return edited && Compare(index == 2 ? value : total, *edited) == 0;
    });
  }
  found_.Add(std::move(relation));
}

/// One indicator is in both lists, or beyond the last.
void ComplementReader::AddOverlap() {
  const Analysis& analysis = found_.analysis;
  const std::vector<uint32_t> first = Listed(analysis, group_.parts[0]), second = Listed(analysis, group_.parts[1]);
  const Decimal total = *analysis.figures[group_.total].value;
  if (first.empty() || second.empty()) return;
  std::set<uint32_t> wrong;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::inserter(wrong, wrong.end()));
  for (const std::vector<uint32_t>* list : {&first, &second}) {
    if (Compare(Whole(list->back()), total) > 0) wrong.insert(list->back());
  }
  if (wrong.empty()) return;
  Relation relation = New(Verdict::kConflict, total);
  relation.span = {analysis.figures[group_.parts[0].index].span.begin,
                   analysis.figures[group_.parts[1].index].span.end};
  Operand numbers{"numbers", true, {}};
  for (const uint32_t number : wrong) numbers.values.push_back({Whole(number), {}, {}, kNoIndex});
  relation.operands.push_back(std::move(numbers));
  relation.operands.push_back(TextOperand("first", {}, analysis.figures[group_.parts[0].index].span));
  relation.operands.push_back(TextOperand("second", {}, analysis.figures[group_.parts[1].index].span));
  for (size_t i = 3; i < 5; ++i) {
    OperandValue& list = relation.operands[i].values.front();
    list.text = found_.document.Quote(list.span);
  }
  found_.Add(std::move(relation));
}

void ComplementReader::Read() {
  if (!IsComplete()) return;
  AddSum();
  AddOverlap();
}

}  // namespace

Claim FindClaim(std::string_view key, size_t from, size_t to, const std::vector<std::string>& done,
                const std::vector<std::string>& not_done, Span& words) {
  if (from >= to) return Claim::kNone;
  const size_t positive = FindLastPhrase(key, from, to, done), negative = FindLastPhrase(key, from, to, not_done);
  const auto take = [&](size_t at, const std::vector<std::string>& phrases) {
    const size_t end = at + PhraseAt(key, at, phrases);
    // "đã hoàn thành" ends with "hoàn thành": the longer one is quoted.
    words = {static_cast<uint32_t>(end - PhraseBefore(key, end, phrases)), static_cast<uint32_t>(end)};
  };
  if (negative != std::string_view::npos) {
    take(negative, not_done);
    // "chưa hoàn thành" has "hoàn thành" in it.
    if (positive == std::string_view::npos || positive < words.end) return Claim::kNotDone;
  }
  if (positive == std::string_view::npos) return Claim::kNone;
  take(positive, done);
  return Claim::kDone;
}

const std::vector<IndicatorGroup>& ReadIndicatorGroups(FindingList& found, const RelationRule& rule) {
  const auto words = [&](std::string_view name) { return &WordsOf(found.rules, rule, name); };
  auto& groups = found.indicator_groups[{words("indicators"), words("done"), words("not_done"), words("list_joints")}];
  if (!groups)
    groups = std::make_shared<const std::vector<IndicatorGroup>>(GroupReader(found, rule).Read(found.kinds()));
  return *groups;
}

void FindIndexCounts(FindingList& found, uint32_t rule) {
  for (const IndicatorGroup& group : ReadIndicatorGroups(found, found.rules.relation_rules[rule])) {
    for (const IndicatorPart& part : group.parts) {
      if (part.count != kNoIndex && part.index != kNoIndex) AddIndexCount(found, rule, part);
    }
  }
}

void FindIndicatorComplements(FindingList& found, uint32_t rule) {
  for (const IndicatorGroup& group : ReadIndicatorGroups(found, found.rules.relation_rules[rule]))
    ComplementReader(found, rule, group).Read();
}

}  // namespace soat
