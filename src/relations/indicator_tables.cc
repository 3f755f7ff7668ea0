#include "relations/indicator_tables.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "relations/indicator_groups.h"
#include "relations/rule_words.h"
#include "relations/target_rows.h"

namespace soat {
namespace {

// Of the words of a row, in percent, that an item of the prose has to have to be the same indicator.
constexpr size_t kSameIndicatorPercent = 85;
constexpr size_t kFewestWords = 4;

/// A row that heads others, with them.
struct RowGroup {
  uint32_t table = 0;
  std::vector<uint32_t> rows;  ///< the rows below it, in the order of their numbers
};

}  // namespace

class GroupMatcher {
 public:
  GroupMatcher(const FindingList& found, const std::vector<std::string>& stop_words)
      : found_(found), key_(found.document.key), structure_(found.analysis.structure), words_(stop_words) {
    for (uint32_t table = 0; table < structure_.tables.size(); ++table) ReadTable(table);
  }

  /// The rows that a group of the prose stands for; nothing when that is not certain.
  std::optional<RowGroup> Find(const IndicatorGroup& group);

 private:
  using Title = std::vector<uint64_t>;  ///< the words of a title, as a set of words_
  using Candidates = std::vector<const RowGroup*>;

  Title TitleIn(Span span) { return words_.SetIn(key_.substr(span.begin, span.size())); }
  Candidates CandidatesOf(const IndicatorGroup& group);
  void ReadTable(uint32_t index);
  std::set<std::string> ScopesIn(Span span) const;
  const std::set<std::string>& ScopesAround(const RowGroup& group);
  std::string ScopeOf(const IndicatorGroup& group) const;

  const FindingList& found_;
  const std::string_view key_;
  const Structure& structure_;
  const TextWords words_;
  std::map<Title, std::vector<RowGroup>> named_;      // by the heading row's label
  std::map<uint32_t, std::set<std::string>> scopes_;  // around a table
};

/// The rows of a table with targets and results that head others, by the words of their labels.
void GroupMatcher::ReadTable(uint32_t index) {
  const Table& table = structure_.tables[index];
  const std::optional<uint32_t> label = OnlyColumn(table, ColumnRole::kLabel);
  if (!label || !OnlyColumn(table, ColumnRole::kTarget) || !OnlyColumn(table, ColumnRole::kResult)) return;
  std::map<uint32_t, RowGroup> groups;  // by heading row
  for (uint32_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    if (row.parent == kNoIndex || row.continued || row.parent >= i) continue;
    groups.try_emplace(row.parent, RowGroup{index, {}}).first->second.rows.push_back(i);
  }
  for (auto& [head, group] : groups) {
    const Row& row = table.rows[head];
    if (row.header || row.continued || *label >= row.cells.size()) continue;
    named_[TitleIn(row.cells[*label])].push_back(std::move(group));
  }
}

std::set<std::string> GroupMatcher::ScopesIn(Span span) const {
  std::set<std::string> scopes;
  std::vector<std::string> words(1);
  for (const ScopePhrase& phrase : found_.rules.context.scopes) {
    words.front() = phrase.phrase;
    if (FindPhrase(key_, span.begin, span.end, words) != std::string_view::npos) scopes.insert(phrase.scope);
  }
  return scopes;
}

/// The scopes that are named between the heading of a table's part and the table.
const std::set<std::string>& GroupMatcher::ScopesAround(const RowGroup& group) {
  const auto [scopes, added] = scopes_.try_emplace(group.table);
  if (added) {
    const Table& table = structure_.tables[group.table];
    const Section& section = structure_.sections[table.section];
    scopes->second = ScopesIn({std::min(section.title.begin, table.span.begin), table.span.begin});
  }
  return scopes->second;
}

std::string GroupMatcher::ScopeOf(const IndicatorGroup& group) const {
  const uint32_t figure = group.total != kNoIndex ? group.total : group.parts.front().count;
  return figure == kNoIndex ? std::string() : found_.WithContext(figure).scope;
}

/// The groups that are called like the nearest section around that any group is called like.
GroupMatcher::Candidates GroupMatcher::CandidatesOf(const IndicatorGroup& group) {
  Candidates candidates;
  for (uint32_t section = structure_.blocks[group.block].section; section != 0 && section != kNoIndex;
       section = structure_.sections[section].parent) {
    const Title title = TitleIn(structure_.sections[section].title);
    const auto named = title.empty() ? named_.end() : named_.find(title);
    if (named == named_.end()) continue;
    for (const RowGroup& rows : named->second) candidates.push_back(&rows);
    break;
  }
  return candidates;
}

std::optional<RowGroup> GroupMatcher::Find(const IndicatorGroup& group) {
  if (group.block == kNoIndex) return std::nullopt;
  Candidates candidates = CandidatesOf(group);
  if (candidates.empty()) return std::nullopt;
  const std::string scope = ScopeOf(group);
  if (!scope.empty()) {
    std::erase_if(candidates, [&](const RowGroup* candidate) {
      const std::set<std::string>& around = ScopesAround(*candidate);
      return !around.empty() && !around.contains(scope);
    });
  }
  if (candidates.size() > 1 && group.total != kNoIndex) {
    const Decimal total = *found_.analysis.figures[group.total].value;
    std::erase_if(candidates, [&](const RowGroup* candidate) {
      return Compare(total, {static_cast<Int128>(candidate->rows.size()), 0}) != 0;
    });
  }
  return candidates.size() == 1 ? std::optional(*candidates.front()) : std::nullopt;
}

namespace {

/// The matcher of a report, made once for all rules that share their stop words.
GroupMatcher& MatcherOf(FindingList& found, const RelationRule& rule) {
  const std::vector<std::string>& stop_words = WordsOf(found.rules, rule, "title_stop_words");
  auto& matcher = found.matchers[&stop_words];
  if (!matcher) matcher = std::make_shared<GroupMatcher>(found, stop_words);
  return *matcher;
}

class VerdictFinder {
 public:
  VerdictFinder(FindingList& found, uint32_t rule)
      : found_(found),
        rule_index_(rule),
        rule_(found.rules.relation_rules[rule]),
        key_(found.document.key),
        words_(WordsOf(found.rules, rule_, "title_stop_words")) {}

  void Find();

 private:
  struct ClaimedRow {
    TargetRow row;
    RowJudgement judgement;
    Claim claim = Claim::kNone;
    Span words;
  };

  void Read(const IndicatorGroup& group, const RowGroup& rows);
  void ReadLists(const IndicatorGroup& group, const RowGroup& rows);
  void ReadItems(const IndicatorGroup& group, const RowGroup& rows);
  void ReadItem(const Block& item, const RowGroup& rows);
  void Claimed(const RowGroup& rows, uint32_t row, Claim claim, Span words);
  bool IsSameIndicator(const Block& item, Span label);

  FindingList& found_;
  const uint32_t rule_index_;
  const RelationRule& rule_;
  const std::string_view key_;
  const TextWords words_;
  std::vector<ClaimedRow> claimed_;
};

void VerdictFinder::Claimed(const RowGroup& rows, uint32_t row, Claim claim, Span words) {
  const Table& table = found_.analysis.structure.tables[rows.table];
  const std::optional<TargetRow> read = ReadTargetRow(found_, rule_, table, row);
  if (read) claimed_.push_back({*read, JudgeRow(found_, rule_, *read), claim, words});
}

void VerdictFinder::ReadLists(const IndicatorGroup& group, const RowGroup& rows) {
  const Table& table = found_.analysis.structure.tables[rows.table];
  std::map<std::string, uint32_t> by_number;  // the last part of a row's number
  for (const uint32_t row : rows.rows) {
    const std::string& number = table.rows[row].number;
    by_number.emplace(number.substr(number.rfind('.') + 1), row);
  }
  for (const IndicatorPart& part : group.parts) {
    if (part.index == kNoIndex || part.claim == Claim::kNone) continue;
    for (const uint32_t item : found_.analysis.figures[part.index].items) {
      const auto row = by_number.find(std::to_string(item));
      if (row != by_number.end()) Claimed(rows, row->second, part.claim, part.words);
    }
  }
}

bool VerdictFinder::IsSameIndicator(const Block& item, Span label) {
  const auto in = [&](Span span) { return words_.In(key_.substr(span.begin, span.size())); };
  const std::vector<uint64_t> words = in(label), there = in(item.spans.front());
  if (words.size() < kFewestWords) return false;
  const auto shared = std::count_if(words.begin(), words.end(), [&](uint64_t word) {
    return std::find(there.begin(), there.end(), word) != there.end();
  });
  return static_cast<size_t>(shared) * 100 >= words.size() * kSameIndicatorPercent;
}

// "+ Tỷ lệ … (tỷ lệ 40%). Chưa đạt."
void VerdictFinder::ReadItem(const Block& item, const RowGroup& rows) {
  const Span span = item.spans.back();
  size_t end = span.end;
  while (end > span.begin && std::string_view(" .;*_)\n").find(key_[end - 1]) != std::string_view::npos) --end;
  const size_t no = PhraseBefore(key_, end, WordsOf(found_.rules, rule_, "not_done"));
  const size_t yes = PhraseBefore(key_, end, WordsOf(found_.rules, rule_, "done"));
  if (std::max(no, yes) == 0) return;
  const Table& table = found_.analysis.structure.tables[rows.table];
  const std::optional<uint32_t> label = OnlyColumn(table, ColumnRole::kLabel);
  std::optional<uint32_t> match;
  for (const uint32_t row : rows.rows) {
    if (*label >= table.rows[row].cells.size() || !IsSameIndicator(item, table.rows[row].cells[*label])) continue;
    if (match) return;
    match = row;
  }
  const Span words{static_cast<uint32_t>(end - std::max(no, yes)), static_cast<uint32_t>(end)};
  if (match) Claimed(rows, *match, no > yes ? Claim::kNotDone : Claim::kDone, words);
}

void VerdictFinder::ReadItems(const IndicatorGroup& group, const RowGroup& rows) {
  const std::vector<Block>& blocks = found_.analysis.structure.blocks;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kItem && block.section == blocks[group.block].section) ReadItem(block, rows);
  }
}

/// A group whose rows contradict more often than they agree is another one than the prose means.
void VerdictFinder::Read(const IndicatorGroup& group, const RowGroup& rows) {
  claimed_.clear();
  ReadLists(group, rows);
  ReadItems(group, rows);
  size_t agree = 0, contradict = 0;
  for (const ClaimedRow& row : claimed_) {
    if (row.judgement.reached == Reached::kUnknown) continue;
    ++((row.judgement.reached == Reached::kYes) == (row.claim == Claim::kDone) ? agree : contradict);
  }
  if (contradict > agree) return found_.CountUndecided(rule_.check);
  for (const ClaimedRow& row : claimed_)
    AddTargetVerdict(found_, rule_index_, row.row, row.judgement, row.claim, row.words);
}

void VerdictFinder::Find() {
  GroupMatcher& matcher = MatcherOf(found_, rule_);
  for (const IndicatorGroup& group : ReadIndicatorGroups(found_, rule_)) {
    if (group.parts.empty()) continue;
    if (const std::optional<RowGroup> rows = matcher.Find(group)) Read(group, *rows);
  }
}

}  // namespace

void FindIndicatorRowCounts(FindingList& found, uint32_t rule_index) {
  const RelationRule& rule = found.rules.relation_rules[rule_index];
  GroupMatcher& matcher = MatcherOf(found, rule);
  for (const IndicatorGroup& group : ReadIndicatorGroups(found, rule)) {
    if (group.total == kNoIndex) continue;
    const std::optional<RowGroup> rows = matcher.Find(group);
    if (!rows) continue;
    const Table& table = found.analysis.structure.tables[rows->table];
    const Decimal stated = *found.analysis.figures[group.total].value;
    const Decimal listed{static_cast<Int128>(rows->rows.size()), 0};
    const bool equal = Compare(stated, listed) == 0;
    Relation relation;
    relation.check = rule.check;
    relation.verdict = equal ? Verdict::kExact : Verdict::kMismatch;
    relation.severity = equal ? Severity::kOk : rule.severity;
    relation.rule = rule_index;
    relation.span = found.analysis.figures[group.total].span;
    const Span first = table.rows[rows->rows.front()].cells.front();
    relation.operands = Operands(FigureOperand("stated", found.analysis, group.total, stated),
                                 NumberOperand("listed", listed, {}), TextOperand("first", {}, first));
    relation.operands.back().values.front().text = found.document.Quote(first);
    relation.expected = listed;
    relation.stated = stated;
    relation.difference = Subtract(stated, listed);
    found.Add(std::move(relation));
  }
}

void FindListedVerdicts(FindingList& found, uint32_t rule) { VerdictFinder(found, rule).Find(); }

}  // namespace soat
