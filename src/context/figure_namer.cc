// FigureNamer.
#include "context/figure_namer.h"

#include <algorithm>

#include "context/label_text.h"
#include "context/words_behind.h"
#include "soat/reader.h"
#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

// In words.
constexpr size_t kShortAct = 6;        // an act that goes with its noun
constexpr size_t kShortLabel = 5;      // a label that needs its subject
constexpr size_t kLongestSubject = 8;  // who acts
constexpr size_t kShortName = 3;       // a name that needs its noun, a noun that needs its description
constexpr size_t kDescription = 8;     // what describes a noun, at most
constexpr size_t kShortHeading = 4;    // a heading in the line, before a colon
constexpr size_t kLongestOwner = 5;    // whose rate it is, told in its name
constexpr size_t kNamesBehind = 2;     // words behind a value that can name it

constexpr size_t kFarthestNoun = 1024;   // bytes before a count in which its noun is described
constexpr size_t kFarthestCounted = 16;  // figures before a percentage among which its things were counted

// "đường làng" of "tuyến đường làng".
std::string WithoutUnit(std::string label, const std::string& unit) {
  if (label.starts_with(unit + " ")) label.erase(0, unit.size() + 1);
  return label;
}

std::string Joined(const std::string& first, const std::string& second) {
  return Shortened(first.empty() ? second : Apart(first, second));
}

}  // namespace

bool IsOfBase(const BlockText& text, size_t index) {
  return text.words.bases.IsAt(text.row, BlanksEnd(text.key, text.At(index).end));
}

std::string FigureNamer::Name(size_t index, const WordsBefore& before, Chunk behind) {
  return IsCounted(text_.FigureAt(index)) ? NameCount(index, before, behind) : NameValue(index, before, behind);
}

// Like the figure before it: "412/520 đạt tỷ lệ 79,23% (vượt chỉ tiêu 4,23%)".
std::string FigureNamer::Continued(size_t index, const Figure& previous) const {
  Figure& figure = text_.FigureAt(index);
  if (figure.scope.empty()) figure.scope = previous.scope;
  if (figure.start.empty()) figure.start = previous.start, figure.end = previous.end;
  return previous.label;
}

// A short label is told apart by who acts, or by what the sentence is about.
std::string FigureNamer::WithSubject(Chunk subject, std::string label, const std::string& scope) const {
  if (subject.empty() || WordCount(label) > kShortLabel) return label;
  const std::string name = text_.labels.Text(subject, scope);
  if (name.empty() || label.starts_with(name)) return label;
  return Joined(name, label);
}

// "Kinh tế số: 100% doanh nghiệp dùng hóa đơn điện tử": the heading names no rate, the words behind the value do.
bool FigureNamer::IsBehindHeading(const WordsBefore& before, size_t words_behind) const {
  if (!before.bare || before.sign != ':' || words_behind <= kNamesBehind) return false;
  if (text_.trimmer.Words(before.name) > kShortHeading) return false;
  return text_.FindIn(before.name, text_.words.rate_names, text_.key.size()) >= before.name.end;
}

// "Nhân lực số: 176 tổ công nghệ số cộng đồng": a noun of many words that the heading does not begin to name.
bool FigureNamer::NamesItself(size_t index, const WordsBefore& before) const {
  const std::string& unit = text_.FigureAt(index).unit;
  if (!before.bare || before.sign != ':' || WordCount(unit) <= kShortName) return false;
  if (text_.trimmer.Words(before.name) > kShortHeading) return false;
  return text_.trimmer.Key(before.name).find(unit.substr(0, unit.find(' '))) == std::string_view::npos;
}

// "huyện là địa phương dẫn đầu cả nước có ⟨tỷ lệ hồ sơ trực tuyến⟩": behind many words a rate is named.
// A name too long to be one is a clause, and what its verb says is the name: "việc dùng … đã ⟨giảm giấy tờ⟩".
Chunk FigureNamer::RateOf(Chunk name) const {
  const std::string_view key = text_.key.substr(0, name.end);
  const bool clause = text_.trimmer.Words(name) > kLongestLabel;
  Chunk rate = name;
  const auto next_joint = [&](size_t from) { return text_.FindIn({from, name.end}, text_.words.joints, name.end); };
  for (size_t at = next_joint(name.begin); at < name.end; at = next_joint(text_.NextWord(at))) {
    const auto joint = text_.words.joints.LongestAt(text_.row, at, name.end);
    if (!joint || (joint->value & kJoin) == 0 || text_.trimmer.Words({name.begin, at}) <= kLongestOwner) continue;
    const size_t next = BlanksEnd(key, joint->end);
    const bool verb = clause && (joint->value & kClauseOpening) != 0 && next < name.end &&
                      !text_.words.passives.LongestAt(text_.row, next, name.end);
    if (verb && rate.begin == name.begin) return {next, name.end};
    if (text_.words.rate_names.LongestAt(text_.row, next, name.end)) rate.begin = next;
  }
  return rate;
}

// A percentage, an amount or a bare number is a value of what stands before it, or behind it where it opens.
std::string FigureNamer::NameValue(size_t index, const WordsBefore& before, Chunk behind) {
  Figure& figure = text_.FigureAt(index);
  const size_t words = text_.trimmer.Words(behind);
  const bool described = words >= kNamesBehind && !IsOfBase(text_, index) && text_.LeadingPeriod(behind) == nullptr;
  const bool act = text_.trimmer.BeginsWithAct(before.core);
  const bool short_name = !act && text_.trimmer.Words(before.name) < kShortName;
  const bool opens = described && (before.Is(kAfterLead) || IsBehindHeading(before, words) ||
                                   (!before.linked && short_name && words > kNamesBehind));
  const Figure* previous = text_.Previous(index);
  if (const auto about = text_.words.abouts.LongestAt(text_.row, behind.begin); about && before.name.empty())
    return text_.labels.Text({about->end, behind.end}, figure.scope);
  if (before.bare && before.sign == ' ' && previous != nullptr) return Continued(index, *previous);
  if (!before.name.empty() && !opens) {
    std::string label = text_.labels.Text(RateOf(before.name), figure.scope);
    return act ? WithSubject(governing_.now().subject, std::move(label), figure.scope) : label;
  }
  const bool goes_on = before.linked || (!described && before.sign != '.');
  if (!opens && previous != nullptr && goes_on) return Continued(index, *previous);
  if (!described) return {};
  if (figure.scope.empty()) figure.scope = text_.scopes.Of(behind);
  text_.behind[index] = std::max(text_.behind[index], behind.end);
  return WithCounted(index, behind);
}

// "Cử 12 giáo viên đi học. Kết quả, 100% được cấp giấy khen": of those that were counted last.
std::string FigureNamer::WithCounted(size_t index, Chunk behind) const {
  const std::string& scope = text_.FigureAt(index).scope;
  const bool said = text_.words.predicates.IsAt(text_.row, behind.begin);
  if (!said || text_.FigureAt(index).kind != FigureKind::kPercent) return text_.labels.Text(behind, scope);
  const auto opening = text_.words.beginnings.LongestAt(text_.row, behind.begin);
  if (opening && opening->value == kOpening) behind.begin = opening->end;
  std::string label = text_.labels.Text(behind, scope);
  for (size_t i = index; i-- > 0 && i + kFarthestCounted > index;) {
    if (text_.At(i).value && IsCounted(text_.FigureAt(i))) return Joined(text_.FigureAt(i).unit, label);
  }
  return label;
}

// What a count or a ratio counts: its noun with what describes it, and the act before it.
std::string FigureNamer::NameCount(size_t index, const WordsBefore& before, Chunk behind) {
  const Figure& figure = text_.FigureAt(index);
  const size_t end = text_.At(index).end, unit_end = UnitEnd(text_, index);
  const bool by_slash = unit_end < text_.key.size() && text_.key[unit_end] == '/';  // "9 tin, bài/ xã"
  const Chunk description = text_.trimmer.WithoutEdges({unit_end, behind.end});
  const bool mark = SuperscriptEnd(text_.passage.text(), description.begin) >= description.end;
  const bool described = !by_slash && !description.empty() && !mark;
  std::string noun = described ? text_.labels.Text(behind, figure.scope) : NounInContext(index, before);
  if (noun.empty()) noun = text_.labels.Text({end, unit_end}, {});
  if (noun.empty()) noun = figure.unit;
  if (!described && NamesItself(index, before)) return noun;
  if (!before.name.empty()) return NameWithWords(index, before, noun, described);
  return described ? noun : NameUndescribed(index, before, noun);
}

// "cấp huyện 2.914 hồ sơ, …; cấp xã 3.377 hồ sơ": the last value of the unit in the sentence, when it has another
// scope.
const Figure* FigureNamer::OfOtherScope(size_t index) const {
  const Figure& figure = text_.FigureAt(index);
  const Figure* last = text_.LastOfUnit(index);
  if (figure.scope.empty() || last == nullptr || last->scope.empty() || last->scope == figure.scope) return nullptr;
  return figure.kind == last->kind && governing_.now().scope_at > governing_.sentence() ? last : nullptr;
}

// A count without words of its own: like one before it, of what was counted before it, or with the act of the list.
std::string FigureNamer::NameUndescribed(size_t index, const WordsBefore& before, const std::string& noun) {
  const Figure& figure = text_.FigureAt(index);
  if (figure.role == FigureRole::kChange) {
    if (const Figure* last = text_.LastOfUnit(index)) return Continued(index, *last);
  }
  if (const Figure* other = OfOtherScope(index)) return other->label;
  const Chunk subject = governing_.Subject();
  if (!before.remainder.empty())
    return WithSubject(subject, Joined(noun, text_.labels.Text(before.remainder, figure.scope)), figure.scope);
  const Figure* previous = text_.Previous(index);
  if (previous == nullptr || before.sign == '.') return noun;
  if (before.linked && LowerCase(previous->label).find(figure.unit) != std::string::npos)
    return Continued(index, *previous);
  if (text_.words.members.LongestAt(figure.unit, 0)) return text_.labels.OfLabel(noun, Continued(index, *previous));
  const Chunk act = governing_.now().act;
  const bool listed = before.bare || before.Is(kCut) || before.Is(kParting);
  // "17 hệ thống/290 điểm"
  const size_t sign = BlanksBegin(text_.key, text_.At(index).begin);
  const bool divided = sign > 0 && text_.key[sign - 1] == '/' && WordCount(figure.unit) == 1;
  if (act.empty() && divided)
    return text_.labels.OfLabel(noun, WithoutUnit(Continued(index, *previous), previous->unit));
  if (act.empty() || !listed) return noun;
  return WithSubject(subject, Joined(text_.labels.Text(act, figure.scope), noun), figure.scope);
}

// A count with words before it.
std::string FigureNamer::NameWithWords(size_t index, const WordsBefore& before, const std::string& noun,
                                       bool described) {
  const Figure& figure = text_.FigureAt(index);
  const PhraseTrimmer& trimmer = text_.trimmer;
  if (!described && trimmer.Key(before.name).find(figure.unit) != std::string_view::npos)
    return text_.labels.Text(before.name, figure.scope);
  // "tổ chức (trực tiếp) 4 lớp": the act stands before the parentheses.
  const bool whole = before.name.end == before.core.end || (before.core.empty() && before.sign == ')');
  const Chunk& core = whole ? before.name : before.core;
  const auto acts = trimmer.ActsBegin(core);
  const bool passive = text_.words.passives.LongestBefore(text_.row, acts.value_or(core.begin), core.begin).has_value();
  const bool verb = !before.linked || before.Is(kPlace) || (acts && *acts == core.begin);
  if (acts && verb && !passive) return ActLabel(core, *acts, noun, figure.scope);
  if (before.linked) return NameLinked(index, before, noun, described);
  const size_t words = trimmer.Words(before.core);
  if (!before.Is(kParting) && trimmer.BeginsWithAct(before.core) && words <= kShortAct)
    return ActLabel(before.core, before.core.begin, noun, figure.scope);
  if (!described) return text_.labels.NounOf(noun, before.name, figure.scope);
  // "… của các xã, thị trấn và 3 hội nghị …": the end of a list is no part of what follows it.
  return words <= kShortName && !before.Is(kCut) ? Joined(text_.labels.Text(before.core, figure.scope), noun) : noun;
}

// A count that is said to be the value of a name: "Tổng số hộ nghèo là 45 hộ".
std::string FigureNamer::NameLinked(size_t index, const WordsBefore& before, const std::string& noun, bool described) {
  const std::string& scope = text_.FigureAt(index).scope;
  const bool short_name = text_.trimmer.Words(before.name) <= kShortName;
  if (described && (before.bare || (before.Is(kPlace) && short_name))) return noun;
  if (short_name && !before.Is(kPlace) && text_.LastOfUnit(index) != nullptr)
    return text_.labels.NounOf(noun, before.name, scope);
  return text_.labels.Text(before.name, scope);
}

// "TAND tỉnh thụ lý 469 vụ": the act with its noun; who acts stays the subject of the sentence.
std::string FigureNamer::ActLabel(Chunk core, size_t acts, const std::string& noun, const std::string& scope) {
  Chunk subject{core.begin, acts};
  const bool joined = text_.words.cuts.LongestBefore(text_.row, acts).has_value();
  text_.trimmer.TrimEnd(subject);
  if (!joined && !subject.empty() && !text_.IsScope(subject) && text_.trimmer.Words(subject) <= kLongestSubject)
    governing_.SetSubject(subject);
  governing_.SetAct({acts, core.end});
  return WithSubject(governing_.Subject(), Joined(text_.labels.Text({acts, core.end}, scope), noun), scope);
}

// "31 đội" behind "giao việc cho các đội xung kích": the noun with the words that it had before in the sentence.
// A body is called by its first word in the next sentences too.
std::string FigureNamer::NounInContext(size_t index, const WordsBefore& before) const {
  const Figure& figure = text_.FigureAt(index);
  if (WordCount(figure.unit) >= kShortName) return {};
  const bool body = text_.words.bodies.LongestAt(figure.unit, 0).value_or(Lexicon::Hit{}).end == figure.unit.size();
  const size_t end = text_.At(index).begin;
  const size_t begin = std::max(body ? 0 : governing_.sentence(), end > kFarthestNoun ? end - kFarthestNoun : 0);
  const std::string_view sentence = text_.trimmer.Key({begin, end});
  for (size_t at = FindLast(sentence, figure.unit); at != std::string_view::npos;
       at = FindLast(sentence.substr(0, at + figure.unit.size() - 1), figure.unit)) {
    const Chunk noun{begin + at, begin + at + figure.unit.size()};
    if (IsLetterBefore(text_.key, noun.begin) || IsLetterAt(text_.key, noun.end)) continue;
    // Of another clause: "5 kế hoạch của tỉnh; ban hành 3 kế hoạch".
    const bool owned = text_.words.genitives.IsAt(text_.row, BlanksEnd(text_.key, noun.end));
    if (owned && before.sign == ';' && !before.core.empty()) return {};
    const Chunk described = WithDescription(noun, end, body);
    if (described.end > noun.end) return text_.labels.Text(described, figure.scope);
  }
  return {};
}

// A noun with the next words that describe it: up to a verb, and to the next sign.
Chunk FigureNamer::WithDescription(Chunk noun, size_t limit, bool body) const {
  constexpr uint32_t kEnds = kJoin | kPassive | kComparison | kClauseOpening | kVerb;
  const std::string_view key = text_.key.substr(0, limit);
  size_t tail = noun.end;  // before the last preposition
  for (size_t words = 0; noun.end < limit && key[noun.end] == ' '; ++words) {
    const size_t next = noun.end + 1;
    if (!IsLetterAt(key, next)) break;
    if (words == kDescription) {
      if (tail > noun.begin + 1) noun.end = tail;
      break;
    }
    if (words > 0 && text_.words.tails.LongestAt(text_.row, next, limit)) tail = noun.end;
    const auto joint = text_.words.joints.LongestAt(text_.row, next, limit);
    // "tổ hòa giải": a body is named by what it does
    const uint32_t ends = body && words == 0 ? kEnds & ~uint32_t{kVerb} : kEnds;
    if (joint && (joint->value & ends) != 0) break;
    noun.end = LettersEnd(key, next);
  }
  text_.trimmer.TrimEnd(noun);
  return noun;
}

}  // namespace soat
