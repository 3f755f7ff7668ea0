// Rewriting a text with a map back, and joining two such maps.
#include "text/rewriter.h"

#include <algorithm>

#include "text/characters.h"

namespace soat {
namespace {

/// Walks along the middle text, over the runs of the upper map (text -> middle) and the lower one (middle -> source).
class Joiner {
 public:
  Joiner(const OffsetMap& upper, const OffsetMap& lower) : upper_(upper.runs), lower_(lower.runs) {}

  OffsetMap Join() {
    OffsetMap joined;
    while (upper_index_ < upper_.size() || lower_index_ < lower_.size()) joined.runs.push_back(NextRun());
    return joined;
  }

 private:
  /// Runs of the two maps that overlap in the middle text become one.
  OffsetMap::Run NextRun() {
    const uint32_t begin = std::min(UpperBegin(), LowerBegin());
    const uint32_t text = begin + to_text_, source = begin + to_source_;
    uint32_t end = begin;
    do {
      if (UpperBegin() < LowerBegin() || (UpperBegin() == LowerBegin() && lower_[lower_index_].text_size != 0)) {
        end = std::max(end, TakeUpper());
      } else {
        end = std::max(end, TakeLower());
      }
    } while (std::min(UpperBegin(), LowerBegin()) < end);
    return {text, end + to_text_ - text, source, end + to_source_ - source};
  }

  // Where the next run of a map begins in the middle text, and the step over it. The offsets may wrap around.
  uint32_t UpperBegin() const { return upper_index_ < upper_.size() ? upper_[upper_index_].source : UINT32_MAX; }
  uint32_t LowerBegin() const { return lower_index_ < lower_.size() ? lower_[lower_index_].text : UINT32_MAX; }
  uint32_t TakeUpper() {
    const OffsetMap::Run& run = upper_[upper_index_++];
    const uint32_t end = run.source + run.source_size;
    to_text_ = run.text + run.text_size - end;
    return end;
  }
  uint32_t TakeLower() {
    const OffsetMap::Run& run = lower_[lower_index_++];
    const uint32_t end = run.text + run.text_size;
    to_source_ = run.source + run.source_size - end;
    return end;
  }

  const std::vector<OffsetMap::Run>&upper_, &lower_;
  size_t upper_index_ = 0, lower_index_ = 0;
  uint32_t to_text_ = 0, to_source_ = 0;  // what leads from the middle text to the others behind the runs taken
};

}  // namespace

void Rewriter::Replace(size_t begin, size_t end, std::string_view replacement) {
  if (!changed()) text_.reserve(source_.size() + source_.size() / 64 + replacement.size());
  Keep(begin);
  const bool same_size = end - begin == replacement.size();
  if (!same_size || !IsOneCharacter(replacement) || !IsOneCharacter(source_.substr(begin, end - begin))) {
    map_.runs.push_back({static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(replacement.size()),
                         static_cast<uint32_t>(begin), static_cast<uint32_t>(end - begin)});
  }
  text_ += replacement;
  taken_ = end;
}

void Rewriter::Finish() { Keep(source_.size()); }

void Rewriter::Keep(size_t end) { text_ += source_.substr(taken_, end - taken_); }

OffsetMap Compose(const OffsetMap& text_to_middle, const OffsetMap& middle_to_source) {
  if (text_to_middle.runs.empty()) return middle_to_source;
  if (middle_to_source.runs.empty()) return text_to_middle;
  return Joiner(text_to_middle, middle_to_source).Join();
}

}  // namespace soat
