#include "relations/enumerations.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "relations/arithmetic.h"
#include "relations/rule_words.h"
#include "rules/reading_marks.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr size_t kLongestLink = 100;  // bytes between a count and its list
constexpr size_t kMostNames = 60;
constexpr size_t kSomeFigures = 3;
constexpr size_t kLongestName = 5;        // words of a plain name of a place
constexpr size_t kFewestClauseWords = 4;  // of what goes on behind the names

constexpr std::array kNoDetails = {FigureKind::kDate, FigureKind::kPeriod, FigureKind::kDocref};  // of a thing listed

using Names = std::vector<std::string_view>;  // of a reading line

bool IsTime(FigureKind kind) { return kind == FigureKind::kDate || kind == FigureKind::kPeriod; }

bool HasMark(std::string_view text) { return text.find(kMarkByte) != std::string_view::npos; }

// Words stand before its first figure, and that is no day and no document.
bool IsNamed(std::string_view item) {
  const size_t first = item.find(kMarkByte);
  if (first == std::string_view::npos) return true;
  return first > 0 && std::none_of(kNoDetails.begin(), kNoDetails.end(), [&](FigureKind kind) {
           std::string mark;
           AppendMark(mark, kFigureMark + static_cast<char32_t>(kind));
           return item.substr(first).starts_with(mark);
         });
}

constexpr ByteSet kSemicolon(";"), kSemicolonAndComma(";,"), kStops(";.");

// The pieces of a text between any of the signs, without those that hold nothing.
Names Divided(std::string_view text, const ByteSet& signs) {
  Names names;
  for (size_t from = 0; from <= text.size();) {
    const size_t to = std::min(FindFirstOf(text, signs, from), text.size());
    const std::string_view name = WithoutSigns(text.substr(from, to - from));
    if (!name.empty()) names.push_back(name);
    from = to + 1;
  }
  return names;
}

// "A, B, C...": not all are named.
bool EndsOpen(std::string_view list) {
  list = list.substr(0, list.find_last_not_of(' ') + 1);
  return list.ends_with("..") || list.ends_with("…");
}

}  // namespace

EnumerationFinder::EnumerationFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : rule_(rule) {
  const RelationRule& words = rules.relation_rules[rule];
  leads_ = Phrases(words, "leads", lists, PhraseLists::Place::kIn);
  joints_ = Phrases(words, "joints");
  places_ = Phrases(words, "places");
  levels_ = Phrases(words, "levels");
  direct_leads_ = Phrases(words, "direct_leads");
  stops_ = Phrases(words, "stops");
  some_ = Phrases(words, "some");
  alone_ = IsAloneOfItsShape(rules, words);
}

class EnumerationSearch {
 public:
  EnumerationSearch(const EnumerationFinder& words, const Reading& reading, FindingList& found)
      : words_(words), reading_(reading), found_(found) {}

  void Run() {
    for (size_t i = 0; i < reading_.figures().size(); ++i) {
      const std::optional<Decimal> stated = StatedCount(i);
      if (stated && (words_.SeeksHeld(found_) || MayContradict(i))) ReadCount(i, *stated);
    }
  }

 private:
  std::optional<Decimal> StatedCount(size_t index) const;
  bool MayContradict(size_t index) const;
  void ReadCount(size_t index, const Decimal& stated);
  std::string_view WordsBehind(size_t index) const;
  size_t FindLead(std::string_view link) const;
  std::optional<std::string_view> ListBehind(size_t index) const;
  std::string_view UpToStop(std::string_view list) const;
  Names DividedAtJoints(const Names& names) const;
  size_t NumberedItems(std::string_view list) const;
  std::string_view ListWithDetails(size_t index, std::string_view list) const;
  bool HoldsDetailed(std::string_view list, size_t count) const;
  size_t PlacesAtBeginning(const Names& names) const;
  bool IsPlainName(std::string_view name) const;
  bool BeginsWithCapital(std::string_view name) const;
  void Tell(size_t index, const Decimal& stated, size_t listed, std::string_view list, Verdict verdict);

  const EnumerationFinder& words_;
  const Reading& reading_;
  FindingList& found_;
};

// A whole number of things, or the first number of a ratio.
std::optional<Decimal> EnumerationSearch::StatedCount(size_t index) const {
  const Figure& figure = reading_.figure(index);
  std::optional<Decimal> stated;
  if (figure.kind == FigureKind::kCount && !figure.value_max) stated = figure.value;
  if (figure.kind == FigureKind::kRatio) stated = figure.numerator;
  if (figure.qualifier != Qualifier::kNone || !stated || stated->scale != 0) return std::nullopt;
  const bool fits = stated->coefficient > 0 && stated->coefficient <= static_cast<Int128>(kMostNames);
  return fits ? stated : std::nullopt;
}

// A list contradicts its count only where it is numbered, or is of places.
bool EnumerationSearch::MayContradict(size_t index) const {
  return words_.places_.Begins(reading_.figure(index).unit) ||
         reading_.line().find("(2)", reading_.figures()[index].at) != std::string_view::npos;
}

// The words behind a count, and behind the dates that follow it: "10 xã trong tháng 6, gồm: …".
std::string_view EnumerationSearch::WordsBehind(size_t index) const {
  size_t next = index + 1;
  while (next < reading_.figures().size() && IsTime(reading_.figures()[next].kind)) ++next;
  const size_t begin = reading_.figures()[index].at + kMarkSize;
  const size_t end = next < reading_.figures().size() ? reading_.figures()[next].at : reading_.line().size();
  return reading_.line().substr(begin, end - begin);
}

// Where the first leading word begins; npos when there is none. The row of a reading with some figures is read anyway.
size_t EnumerationSearch::FindLead(std::string_view link) const {
  const bool none = reading_.figures().size() >= kSomeFigures && !words_.leads_.IsIn(reading_.row(), link);
  return none ? std::string_view::npos : words_.leads_.FindIn(link);
}

// What stands in the parentheses, behind the colon or behind the leading word after a count, up to the next figure;
// behind "3 cấp" at once.
std::optional<std::string_view> EnumerationSearch::ListBehind(size_t index) const {
  const std::string_view after = WordsBehind(index);
  if (words_.direct_leads_.Begins(after)) return words_.direct_leads_.WithoutBeginning(after);
  const size_t open = after.find('('), colon = after.find(':');
  const size_t sign = std::min(open, colon);
  const size_t begin = std::min(sign, FindLead(after.substr(0, std::min(sign, kLongestLink))));
  if (begin > kLongestLink) return std::nullopt;  // also when there is none
  const std::string_view link = after.substr(0, begin);
  if (HasAnyOf(link, kStops) || words_.some_.IsIn(link)) return std::nullopt;
  if (begin != open) return after.substr(begin == colon ? begin + 1 : begin);
  const size_t close = after.find(')', open);
  if (close == std::string_view::npos) return after.substr(open + 1);
  // "(1) …, (2) …" is the list itself.
  if (close - open <= 3) return after.substr(open);
  return after.substr(open + 1, close - open - 1);
}

std::string_view EnumerationSearch::UpToStop(std::string_view list) const {
  const size_t end = std::min(list.find(kMarkByte), list.size());  // the next figure or sentence
  list = list.substr(0, end);
  return list.substr(0, std::min(words_.stops_.FindIn(list), list.size()));
}

// "D và E" is two names, unless it is one.
Names EnumerationSearch::DividedAtJoints(const Names& names) const {
  Names divided;
  divided.reserve(names.size());
  for (std::string_view name : names) {
    for (size_t joint = words_.joints_.FindIn(name); joint != std::string_view::npos;
         joint = words_.joints_.FindIn(name)) {
      const std::string_view before = WithoutSigns(name.substr(0, joint));
      if (!before.empty()) divided.push_back(before);
      name = WithoutSigns(name.substr(std::min(name.find(' ', joint), name.size())));
    }
    if (!name.empty()) divided.push_back(name);
  }
  return divided;
}

// How many of "(1)", "(2)", … stand in the list, in order.
size_t EnumerationSearch::NumberedItems(std::string_view list) const {
  size_t items = 0;
  for (size_t at = 0; at < list.size();) {
    const std::string number = "(" + std::to_string(items + 1) + ")";
    const size_t found = list.find(number, at);
    if (found == std::string_view::npos) break;
    ++items;
    at = found + number.size();
  }
  return items;
}

// Begins with a capital, behind a word such as "xã" if there is one, and is short; or is nothing but such a word.
bool EnumerationSearch::IsPlainName(std::string_view name) const {
  if (HasMark(name) || WordCount(name) > kLongestName) return false;
  name = words_.levels_.WithoutBeginning(name);
  return name.empty() || BeginsWithCapital(name);
}

bool EnumerationSearch::BeginsWithCapital(std::string_view name) const {
  if (name.empty()) return false;
  const auto line_offset = static_cast<size_t>(name.data() - reading_.line().data());
  const uint32_t text_offset = reading_.TextOffset(line_offset);
  const std::string_view text = found_.document.text, key = found_.document.key;
  size_t end = text_offset + 1;
  while (end < text.size() && ClassOf(text[end]) == ByteClass::kContinuation) ++end;
  return text.substr(text_offset, end - text_offset) != key.substr(text_offset, end - text_offset);
}

void EnumerationSearch::ReadCount(size_t index, const Decimal& stated) {
  const std::optional<std::string_view> behind = ListBehind(index);
  if (!behind) return;
  const std::string_view list = UpToStop(*behind);
  // "04 xã: xã A, xã B và hai xã …", "03 xã: A, B (15 hộ), C (3 hộ)": behind a number the list goes on.
  const size_t open = list.rfind('(');
  const bool enclosed = open != std::string_view::npos && list.find(')', open) == std::string_view::npos;
  const bool goes_on = enclosed || EndsOpen(list) || words_.joints_.Ends(list);
  const auto count = static_cast<size_t>(stated.coefficient);
  if (const size_t numbered = NumberedItems(list); numbered > 1)
    return Tell(index, stated, numbered, list, numbered == count ? Verdict::kExact : Verdict::kMismatch);
  const std::string_view detailed = ListWithDetails(index, list);
  if (HoldsDetailed(detailed, count)) return Tell(index, stated, count, detailed, Verdict::kExact);
  if (enclosed) return;  // the names behind the parentheses count as well
  std::string_view names = WithoutSigns(list);
  if (words_.leads_.Begins(names)) names = WithoutSigns(names.substr(std::min(names.find(' '), names.size())));
  const Names at_semicolons = Divided(names, kSemicolon), at_commas = Divided(names, kSemicolonAndComma);
  const Names at_joints = DividedAtJoints(at_commas);
  const std::string& unit = reading_.figure(index).unit;
  const size_t named = words_.places_.Begins(unit) ? PlacesAtBeginning(at_joints) : 0;
  if (named > 1 && words_.levels_.Begins(unit) && !(goes_on && named != count))
    return Tell(index, stated, named, list, named == count ? Verdict::kExact : Verdict::kMismatch);
  for (const Names* divided : {&at_joints, &at_commas, &at_semicolons}) {
    if (divided->size() == count && count > 1) return Tell(index, stated, count, list, Verdict::kExact);
  }
  // Behind the names the sentence may go on, which is no name.
  if (named > 1 && named == count) return Tell(index, stated, named, list, Verdict::kExact);
  // Of communes "D và E" is two; of offices ("Phòng Giáo dục và Đào tạo") it can be one.
  if (named > 1 && !goes_on && (count < at_commas.size() || count > named))
    Tell(index, stated, named, list, Verdict::kMismatch);
}

// A list that a figure cuts off, up to the end of its parentheses or of the sentence; empty where it begins in another
// sentence than its count.
std::string_view EnumerationSearch::ListWithDetails(size_t index, std::string_view list) const {
  if (list.empty()) return {};
  const auto begin = static_cast<size_t>(list.data() - reading_.line().data());
  const std::string_view rest = reading_.line().substr(begin);
  if (!HasMark(rest.substr(list.size(), 1))) return {};
  const std::string_view link = reading_.line().substr(0, begin).substr(reading_.figures()[index].at);
  if (link.find(kSentenceEndMark) != std::string_view::npos || link.find(kItemStartMark) != std::string_view::npos)
    return {};
  int depth = 0;
  for (size_t at = 0; at < rest.size(); ++at) {
    depth += rest[at] == '(' ? 1 : rest[at] == ')' ? -1 : 0;
    const std::string_view mark = rest.substr(at, kMarkSize);
    if (depth < 0 || mark == kSentenceEndMark || mark == kItemStartMark) return rest.substr(0, at);
  }
  return rest;
}

// "A (32 ha), B (45 ha) và C", "A: 12 hộ, B: 8 hộ", "A 25 tỷ đồng, đạt 74%; B 17 tỷ đồng, đạt 20%": so many names, each
// with figures of its own or none with any.
bool EnumerationSearch::HoldsDetailed(std::string_view list, size_t count) const {
  if (count < 2 || !HasMark(list)) return false;
  std::string plain;
  int depth = 0;
  for (const char c : list) {
    if (c == '(') ++depth;
    if (depth == 0) plain += c;
    if (c == ')') --depth;
  }
  const auto are_items = [count](const Names& names) {
    const auto marked = static_cast<size_t>(std::count_if(names.begin(), names.end(), HasMark));
    return names.size() == count && (marked == 0 || marked == count) &&
           std::all_of(names.begin(), names.end(), IsNamed);
  };
  return are_items(Divided(plain, kSemicolon)) || are_items(DividedAtJoints(Divided(plain, kSemicolonAndComma)));
}

// How many names stand before what is none: "A, B và C; các xã còn lại học trực tuyến". None where what follows the
// names may be or hold another one.
size_t EnumerationSearch::PlacesAtBeginning(const Names& names) const {
  const auto end =
      std::find_if_not(names.begin(), names.end(), [&](std::string_view name) { return IsPlainName(name); });
  if (end == names.end()) return names.size();
  const bool clauses = std::none_of(end, names.end(), [&](std::string_view name) {
    return BeginsWithCapital(words_.levels_.WithoutBeginning(name)) || IsPlainName(name);
  });
  auto places = static_cast<size_t>(end - names.begin());
  // "…; các xã, thị trấn còn lại …": the clause has begun already.
  while (places > 0 && words_.levels_.Is(names[places - 1])) --places;
  return clauses && places > 2 && WordCount(*end) >= kFewestClauseWords ? places : 0;
}

void EnumerationSearch::Tell(size_t index, const Decimal& stated, size_t listed, std::string_view list,
                             Verdict verdict) {
  const Figure& figure = reading_.figure(index);
  const auto begin = static_cast<size_t>(list.data() - reading_.line().data());
  const Span names{reading_.TextOffset(begin), reading_.TextOffset(begin + list.size())};
  Relation relation;
  relation.check = CheckKind::kEnumerationCount;
  relation.verdict = verdict;
  relation.rule = words_.rule_;
  relation.span = {figure.span.begin, std::max(names.end, figure.span.end)};
  const Decimal counted{static_cast<Int128>(listed), 0};
  relation.operands = Operands(FigureOperand("stated", found_.analysis, reading_.figures()[index].figure, stated),
                               NumberOperand("listed", counted, names));
  relation.stated = stated;
  relation.expected = counted;
  relation.difference = Subtract(stated, counted);
  if (!Holds(verdict)) relation.severity = found_.rules.relation_rules[words_.rule_].severity;
  found_.Add(std::move(relation));
}

void EnumerationFinder::Find(const Reading& reading, FindingList& found) const {
  EnumerationSearch(*this, reading, found).Run();
}

}  // namespace soat
