// BlockContext.
#include "context/block_context.h"

#include <algorithm>

#include "context/figure_namer.h"
#include "context/label_text.h"
#include "context/part_roles.h"
#include "context/shared_predicates.h"
#include "context/words_behind.h"
#include "soat/reader.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kLongestStep = 80;         // bytes between the two values of a rise
constexpr size_t kLongestWithHeading = 12;  // words of a label that the heading is a part of
constexpr size_t kWholeDay = 10;            // bytes of an ISO date

}  // namespace

void BlockContext::Read() {
  size_t next = 0;
  for (size_t segment = 0; segment < text_.segments.size() && next < text_.size(); ++segment) {
    if (text_.At(next).begin >= governing_.SentenceEnd(segment)) {
      governing_.Skip(segment);
      continue;
    }
    governing_.Open(segment);
    for (; next < text_.size() && text_.At(next).begin < text_.segments[segment].chunk.end; ++next) {
      text_.depth[next] = text_.segments[segment].depth;
      if (text_.At(next).value) ReadFigure(next, segment);
    }
  }
  SharePredicates(text_);
  ReadPartsOfTotals(text_);
  if (inherited_.parts) MakePart();
}

void BlockContext::ReadFigure(size_t index, size_t segment) {
  Figure& figure = text_.FigureAt(index);
  const WordsBefore before = ReadWordsBefore(text_, governing_, index, segment);
  Chunk behind = WordsBehind(text_, index, segment);
  const bool counted = IsCounted(figure);
  const size_t segment_end = std::max(text_.segments[segment].chunk.end, behind.begin);
  text_.behind[index] = counted ? behind.end : std::min(behind.end, segment_end);
  behind = BeforeComparison(text_, behind);
  text_.trimmer.TrimEnd(behind);
  behind = text_.trimmer.WithoutEdges(behind);
  ReadRole(index, before);
  if (before.genitive) behind = BeforePredicate(text_, behind);
  if (counted && before.genitive && figure.scope.empty()) figure.scope = text_.scopes.Of(behind);
  figure.label = FigureNamer(text_, governing_).Name(index, before, behind);
  if (counted && figure.scope.empty()) figure.scope = text_.scopes.Of(behind);
  Inherit(figure);
}

// What the figure's own words do not say comes from the sentence, the start of the block, its lead-in, its headings.
void BlockContext::Inherit(Figure& figure) const {
  const Governing& governing = governing_.now();
  for (const std::string* scope : {governing.scope, governing_.block_scope(), &inherited_.scope}) {
    if (figure.scope.empty() && scope != nullptr) figure.scope = *scope;
  }
  if (figure.role == FigureRole::kResult && (governing.aim || inherited_.aim)) figure.role = FigureRole::kTarget;
  if (figure.label.empty()) figure.label = inherited_.label;
  if (CompletedByHeading(figure.label)) figure.label = inherited_.heading;
  if (IsOfHeading(figure)) figure.label = Apart(figure.label, inherited_.heading);
  if (figure.start.empty()) figure.start = governing.start, figure.end = governing.end;
  if (figure.start.empty()) figure.start = inherited_.start, figure.end = inherited_.end;
}

// "Đã chi: 5 tỷ đồng" below "Kinh phí chi cho đường giao thông": one word says little without its heading.
bool BlockContext::CompletedByHeading(const std::string& label) const {
  if (label.empty() || inherited_.heading.empty() || label.find(' ') != std::string::npos) return false;
  const std::string heading = " " + LowerCase(inherited_.heading) + " ";
  return heading.find(" " + LowerCase(label) + " ") != std::string::npos;
}

// "Có 3 chỉ tiêu" below "Kinh tế số": what is counted needs the heading to be told apart.
bool BlockContext::IsOfHeading(const Figure& figure) const {
  if (inherited_.heading.empty() || !IsCounted(figure)) return false;
  const auto noun = text_.words.heading_nouns.LongestAt(figure.unit, 0);
  if (!noun || noun->end != figure.unit.size() || !LowerCase(figure.label).ends_with(figure.unit)) return false;
  if (WordCount(figure.label) + WordCount(inherited_.heading) > kLongestWithHeading) return false;
  return !text_.words.acts.LongestAt(LowerCase(inherited_.heading), 0);
}

// The role that the words before a figure give, its qualifier among them ("nhiều hơn 3%") or not ("tăng gần 3%").
std::optional<FigureRole> BlockContext::RoleBefore(size_t begin, size_t lead_end) const {
  for (size_t end : {begin, lead_end}) {
    while (end > 0 && (text_.key[end - 1] == ' ' || text_.key[end - 1] == ':')) --end;
    const auto hit = text_.words.roles.LongestBefore(text_.row, end);
    if (hit) return text_.words.role_phrases[hit->value].role;
    if (end <= lead_end) break;
  }
  return std::nullopt;
}

// Whether two values are the first and the last one of a rise or fall: "từ 30% năm 2021 tăng lên 58%".
bool BlockContext::IsStep(size_t from, size_t to) const {
  if (from >= text_.size() || to >= text_.size()) return false;
  const PassageFigure& first = text_.At(from);
  const PassageFigure& last = text_.At(to);
  const Figure& a = text_.figures[first.figure];
  const Figure& b = text_.figures[last.figure];
  if (last.begin > first.end + kLongestStep || a.kind != b.kind) return false;
  return text_.words.from_words.LongestBefore(text_.row, first.begin).has_value() &&
         text_.words.to_words.LongestBefore(text_.row, last.begin).has_value();
}

size_t BlockContext::NextIndex(size_t index) const {
  while (++index < text_.size() && !text_.At(index).value) {
  }
  return index;
}

size_t BlockContext::PreviousIndex(size_t index) const {
  while (index-- > 0) {
    if (text_.At(index).value) return index;
  }
  return text_.size();
}

// The period directly behind a figure: "30% ⟨năm 2021⟩".
bool BlockContext::TakePeriodBehind(size_t index) {
  if (index + 1 >= text_.size()) return false;
  const PassageFigure& period = text_.At(index + 1);
  const Figure& time = text_.figures[period.figure];
  if (time.kind != FigureKind::kPeriod || time.start.size() != kWholeDay) return false;
  if (BlanksEnd(text_.key, text_.At(index).end) != period.begin) return false;
  Figure& figure = text_.FigureAt(index);
  figure.start = time.start;
  figure.end = time.end;
  return true;
}

// By the words directly before a figure, else by those behind it ("đạt 74% kế hoạch"). A percentage alone in
// parentheses behind a change is that change, and so is the next count of a list of changes.
void BlockContext::ReadRole(size_t index, const WordsBefore& before) {
  Figure& figure = text_.FigureAt(index);
  figure.role = FigureRole::kResult;
  if (before.reference) return;
  if (IsStep(index, NextIndex(index))) {
    // The value before the rise is that of a year that it names, else of an unknown one.
    if (!TakePeriodBehind(index)) figure.role = FigureRole::kChange;
    return;
  }
  if (index > 0 && IsStep(PreviousIndex(index), index)) {
    TakePeriodBehind(index);
    return;
  }
  if (const auto role = RoleBefore(text_.At(index).begin, before.lead_end)) {
    figure.role = *role;
    return;
  }
  const Figure* previous = text_.Previous(index);
  const bool percent = figure.kind == FigureKind::kPercent;
  const bool listed =
      before.sign == ',' && IsCounted(figure) && text_.Claimed(index, text_.At(index).begin) > governing_.sentence();
  const bool goes_on = before.bare && (percent ? before.sign == '(' : listed);
  if (goes_on && previous != nullptr && previous->role == FigureRole::kChange)
    figure.role = FigureRole::kChange;
  else if (percent && before.name.empty() && IsOfBase(text_, index))
    figure.role = FigureRole::kShare;
}

// The figure of a list's item that is its part: the first one outside parentheses.
void BlockContext::MakePart() {
  for (size_t i = 0; i < text_.size(); ++i) {
    Figure& figure = text_.FigureAt(i);
    if (!text_.At(i).value || text_.depth[i] > 0) continue;
    if (figure.unit != inherited_.unit || figure.kind == FigureKind::kPercent) continue;
    if (figure.role == FigureRole::kResult) figure.role = FigureRole::kPart;
    return;
  }
}

Inherited BlockContext::LeadIn() {
  const auto& all = text_.passage.figures();
  if (std::any_of(all.begin(), all.end(), [](const PassageFigure& figure) { return figure.value; })) {
    Inherited lead = inherited_;
    MakeTotal(lead);
    return lead;
  }
  Inherited lead;
  Figure own;
  bool ignored = false;
  const Chunk whole{0, text_.key.size()};
  const Chunk core = CoreOf(text_, whole, own, ignored);
  lead.heading = inherited_.heading;
  lead.aim = inherited_.aim || IsAim();
  lead.scope = text_.scopes.Of(whole);
  lead.label = text_.labels.Text(core, lead.scope);
  if (lead.scope.empty()) lead.scope = inherited_.scope;
  lead.start = own.start.empty() ? inherited_.start : own.start;
  lead.end = own.start.empty() ? inherited_.end : own.end;
  lead.parts = text_.words.part_headings.IsAt(text_.row, core.begin);
  if (lead.parts) lead.unit = "VND";
  return lead;
}

// "Phương hướng, nhiệm vụ năm 2024", "Phấn đấu:"; not "Nhiệm vụ đã hoàn thành".
bool BlockContext::IsAim() const {
  if (text_.words.aims.IsAt(text_.row, 0)) return true;
  if (!text_.words.aim_headings.IsAt(text_.row, 0)) return false;
  return text_.FindIn({0, text_.key.size()}, text_.words.review_signs, text_.key.size()) == text_.key.size();
}

// "Đã chi: 5 tỷ đồng, cụ thể:" is the total of the list below it.
void BlockContext::MakeTotal(Inherited& lead) {
  const Chunk words = text_.trimmer.WithoutEdges({0, text_.key.size()});
  lead.parts = false;
  if (!text_.words.part_leads.LongestBefore(text_.row, words.end, words.begin)) return;
  for (size_t i = text_.size(); i-- > 0;) {
    Figure& total = text_.FigureAt(i);
    if (!text_.At(i).value || total.kind == FigureKind::kPercent) continue;
    total.role = FigureRole::kTotal;
    lead.unit = total.unit;
    lead.parts = true;
    return;
  }
}

}  // namespace soat
