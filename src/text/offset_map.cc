// From a span of a text to the span of what it was made from.
#include <algorithm>

#include "soat/document.h"

namespace soat {
namespace {

using Run = OffsetMap::Run;

constexpr size_t kNearRuns = 16;  // that are walked over rather than searched

/// The source position of a text position that lies behind `run`, with no other run between.
uint32_t Behind(const Run& run, uint32_t position) {
  return run.source + run.source_size + (position - run.text - run.text_size);
}

uint32_t SourceBegin(const std::vector<Run>& runs, uint32_t begin) {
  const auto next =
      std::partition_point(runs.begin(), runs.end(), [&](const Run& run) { return run.text + run.text_size <= begin; });
  if (next != runs.end() && next->text < begin) return next->source;
  return next == runs.begin() ? begin : Behind(next[-1], begin);
}

/// What stands directly behind the span and is not in the text (a byte order mark, a soft hyphen) is no part of it.
uint32_t SourceEnd(const std::vector<Run>& runs, uint32_t end) {
  const auto next = std::partition_point(runs.begin(), runs.end(), [&](const Run& run) { return run.text < end; });
  if (next == runs.begin()) return end;
  const Run& last = next[-1];
  return end < last.text + last.text_size ? last.source + last.source_size : Behind(last, end);
}

}  // namespace

Span OffsetMap::ToSource(Span text, size_t& near) const {
  if (runs.empty()) return text;
  const auto ends_before = [&](const Run& run) { return run.text + run.text_size <= text.begin; };
  const size_t last = std::min(near + kNearRuns, runs.size());
  if ((near > 0 && !ends_before(runs[near - 1])) || (near < last && ends_before(runs[last - 1]))) {
    near = static_cast<size_t>(std::partition_point(runs.begin(), runs.end(), ends_before) - runs.begin());
  }
  while (near < runs.size() && ends_before(runs[near])) ++near;
  // Behind the span's begin the span's end is near.
  if (near == runs.size() || runs[near].text >= text.end) {
    if (near == 0) return text;
    const uint32_t begin = Behind(runs[near - 1], text.begin);
    return {begin, begin + text.size()};
  }
  return ToSource(text);
}

Span OffsetMap::ToSource(Span text) const {
  const uint32_t begin = SourceBegin(runs, text.begin);
  return {begin, text.end == text.begin ? begin : SourceEnd(runs, text.end)};
}

std::string_view Document::Quote(Span text_span) const {
  const Span span = to_decoded.ToSource(text_span);
  return std::string_view(decoded).substr(span.begin, span.size());
}

}  // namespace soat
