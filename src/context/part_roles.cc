// ReadPartsOfTotals.
#include "context/part_roles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "context/label_text.h"
#include "soat/reader.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kShortLabel = 4;  // words of a part's label that needs the name of its total
constexpr size_t kMostParts = 200;

class PartReader {
 public:
  explicit PartReader(BlockText& text) : text_(text), led_(text.words.part_leads.MayBeginIn(text.row)) {
    if (led_) divided_.resize(text.size());
  }

  void Read() {
    // From the right: what a part is divided into belongs to that part.
    for (size_t i = text_.size(); i-- > 0;) {
      if (!text_.At(i).value) continue;
      if (led_) ReadLed(i);
      ReadEnclosed(i);
    }
  }

 private:
  bool EndsSentence(size_t at) const {
    return text_.key[at] == '.' && at + 1 < text_.key.size() && text_.key[at + 1] == ' ';
  }

  void ReadLed(size_t index) {
    const char sign = SignBeforeParts(index);
    if (sign != 0 || LeadsToParts(index)) ReadParts(index, sign == '.');
  }

  bool LeadsToParts(size_t index) const {
    size_t at = text_.behind[index];
    while (at < text_.key.size() && IsEdge(text_.key[at]) && !EndsSentence(at)) ++at;
    return text_.words.part_leads.IsAt(text_.row, at);
  }

  // "Đã thu 5 tỷ đồng, đạt 50% dự toán. Trong đó, …": the sign before the clause that leads to the next value, when it
  // begins so; 0 when it does not.
  char SignBeforeParts(size_t index) const {
    const PassageFigure* next = text_.NextValue(index);
    if (next == nullptr) return 0;
    const auto behind = [](const Segment& segment, size_t at) { return segment.chunk.begin < at; };
    auto segment = std::lower_bound(text_.segments.begin(), text_.segments.end(), text_.At(index).end, behind);
    char sign = 0;
    for (; segment != text_.segments.end() && segment->chunk.begin <= next->begin; ++segment) {
      if (segment->sign == '.' && segment->depth == 0) sign = 0;
      if (text_.words.part_leads.IsAt(text_.row, segment->chunk.begin)) sign = segment->sign;
    }
    return sign;
  }

  // "80 giấy phép (cấp mới 52; cấp lại: 21; thu hồi: 07)": several counts of the same in parentheses, and nothing else.
  void ReadEnclosed(size_t index) {
    Figure& total = text_.FigureAt(index);
    const size_t open = BlanksEnd(text_.key, text_.behind[index]);
    if (!IsCounted(total) || total.kind != FigureKind::kCount || open >= text_.key.size() || text_.key[open] != '(')
      return;
    if (total.role != FigureRole::kResult) return;
    size_t end = index + 1;
    for (; end < text_.size() && text_.depth[end] > text_.depth[index] && text_.At(end).begin > open; ++end) {
      const Figure& part = text_.FigureAt(end);
      const bool same = part.kind == FigureKind::kCount && (part.unit.empty() || part.unit == total.unit);
      if (!text_.At(end).value || !same || part.role != FigureRole::kResult || part.label.empty()) return;
      if (part.start != total.start || text_.depth[end] != text_.depth[index] + 1 || part.label == total.label) return;
      if (end > index + 1 && Closed(end - 1, end)) break;
    }
    if (end < index + 3) return;
    total.role = FigureRole::kTotal;
    for (size_t i = index + 1; i < end; ++i) {
      Figure& part = text_.FigureAt(i);
      part.role = FigureRole::kPart;
      if (part.label == part.unit) part.label = total.label;
      if (part.unit.empty() && WordCount(part.label) <= kShortLabel) part.label = total.unit + " " + part.label;
    }
  }

  bool Closed(size_t from, size_t to) const {
    const size_t begin = text_.At(from).end;
    return text_.key.substr(begin, text_.At(to).begin - begin).find(')') != std::string_view::npos;
  }

  // Whether a sentence ends between two figures.
  bool Ended(size_t from, size_t to) const {
    const size_t begin = text_.At(from).end, end = text_.At(to).begin;
    return end > begin && text_.key.substr(begin, end - begin).find(". ") != std::string_view::npos;
  }

  // The value of the sentence up to `last` that has the part's unit; changes between the two are left out.
  std::optional<size_t> TotalOf(const Figure& part, size_t last) const {
    for (size_t i = last + 1; i-- > 0 && i + kMostParts > last;) {
      if (i < last && Ended(i, i + 1)) return std::nullopt;
      const Figure& total = text_.FigureAt(i);
      const bool whole = total.role == FigureRole::kResult || total.role == FigureRole::kTotal;
      if (!text_.At(i).value || !whole || total.kind != part.kind || !IsUnitOf(total.unit, part.unit)) continue;
      if (!total.value || !part.value || Compare(*total.value, *part.value) >= 0) return i;
    }
    return std::nullopt;
  }

  // "12 hội nghị, trong đó 7 hội nghị trực tuyến", "40 hộ nghèo, trong đó 12 hộ …"
  static bool IsUnitOf(const std::string& total, const std::string& part) {
    return total.starts_with(part) || (!total.empty() && part.starts_with(total));
  }

  // A short label, unless it says itself what it counts ("hồ sơ quá hạn").
  static bool NeedsTotal(const Figure& part, const Figure& total) {
    if (WordCount(part.label) > kShortLabel || part.label == total.label) return false;
    if (WordCount(part.label) + WordCount(total.label) > kLongestLabel) return false;
    const std::string& unit = part.unit.size() < total.unit.size() ? part.unit : total.unit;
    const bool noun = IsCounted(part) && WordCount(part.label) > WordCount(unit) &&
                      LowerCase(part.label).find(unit) != std::string::npos;
    return !noun;
  }

  void ReadParts(size_t last, bool next_sentence) {
    const size_t end = std::min(text_.size(), last + kMostParts);
    bool begun = !next_sentence;
    for (size_t k = last + 1; k < end && !(begun && Ended(k - 1, k)); ++k) {
      begun = begun || text_.At(k).value;
      Figure& part = text_.FigureAt(k);
      if (!text_.At(k).value || !(part.role == FigureRole::kResult || divided_[k])) continue;
      // A percentage behind a part is the part's own ("9.751 hồ sơ, đạt 43%").
      if (part.kind == FigureKind::kPercent && (next_sentence || k > last + 1)) continue;
      const auto found = TotalOf(part, last);
      if (!found) continue;
      Figure& total = text_.FigureAt(*found);
      part.role = FigureRole::kPart;
      total.role = FigureRole::kTotal;
      divided_[k] = false;
      divided_[*found] = true;
      if (NeedsTotal(part, total)) part.label = Shortened(total.label + ", " + part.label);
    }
  }

  BlockText& text_;
  const bool led_;             // the passage has words that lead to parts
  std::vector<bool> divided_;  // the totals that this pass found
};

}  // namespace

void ReadPartsOfTotals(BlockText& text) { PartReader(text).Read(); }

}  // namespace soat
