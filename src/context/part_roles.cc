// ReadPartsOfTotals.
#include "context/part_roles.h"

#include <algorithm>
#include <string>

#include "context/label_text.h"

namespace soat {
namespace {

constexpr size_t kShortLabel = 4;  // words of a part's label that needs the name of its total
constexpr size_t kMostParts = 200;

class PartReader {
 public:
  explicit PartReader(BlockText& text) : text_(text) {}

  void Read() {
    for (size_t i = 0; i < text_.size(); ++i) {
      if (text_.At(i).value && LeadsToParts(i)) ReadParts(i);
    }
  }

 private:
  bool EndsSentence(size_t at) const {
    return text_.key[at] == '.' && at + 1 < text_.key.size() && text_.key[at + 1] == ' ';
  }

  bool LeadsToParts(size_t index) const {
    size_t at = text_.behind[index];
    while (at < text_.key.size() && IsEdge(text_.key[at]) && !EndsSentence(at)) ++at;
    return text_.words.part_leads.LongestAt(text_.key, at).has_value();
  }

  // Whether a sentence ends between two figures.
  bool Ended(size_t from, size_t to) const {
    const size_t begin = text_.At(from).end, end = text_.At(to).begin;
    return end > begin && text_.key.substr(begin, end - begin).find(". ") != std::string_view::npos;
  }

  // The value of the sentence up to `last` that has the part's unit; changes between the two are left out.
  Figure* TotalOf(const Figure& part, size_t last) {
    for (size_t i = last + 1; i-- > 0 && i + kMostParts > last;) {
      if (i < last && Ended(i, i + 1)) return nullptr;
      Figure& total = text_.FigureAt(i);
      const bool whole = total.role == FigureRole::kResult || total.role == FigureRole::kTotal;
      if (text_.At(i).value && whole && total.kind == part.kind && total.unit.starts_with(part.unit)) return &total;
    }
    return nullptr;
  }

  void ReadParts(size_t last) {
    const size_t end = std::min(text_.size(), last + kMostParts);
    for (size_t k = last + 1; k < end && !Ended(k - 1, k); ++k) {
      Figure& part = text_.FigureAt(k);
      if (!text_.At(k).value || part.role != FigureRole::kResult) continue;
      // A percentage behind a part is the part's own ("9.751 hồ sơ, đạt 43%").
      if (part.kind == FigureKind::kPercent && k > last + 1) continue;
      Figure* total = TotalOf(part, last);
      if (total == nullptr) continue;
      part.role = FigureRole::kPart;
      total->role = FigureRole::kTotal;
      if (WordCount(part.label) <= kShortLabel && part.label != total->label)
        part.label = Shortened(total->label + ", " + part.label);
    }
  }

  BlockText& text_;
};

}  // namespace

void ReadPartsOfTotals(BlockText& text) { PartReader(text).Read(); }

}  // namespace soat
