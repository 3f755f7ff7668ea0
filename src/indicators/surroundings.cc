// AroundInDocument.
#include "indicators/surroundings.h"

#include <algorithm>
#include <utility>

namespace soat {
namespace {

// "6. Kinh phí: …": the few words before a colon at the start of a passage head it.
std::string_view HeadingInLine(std::string_view before) {
  constexpr size_t kLongest = 60;  // bytes
  const size_t colon = before.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view heading = before.substr(0, colon);
  return heading.find(',') == std::string_view::npos ? heading : std::string_view();
}

}  // namespace

std::string_view AroundInDocument::Before() const {
  constexpr uint32_t kFar = 400;  // bytes
  const Place place = analysis_.structure.PlaceOf(offset_);
  if (place.block == kNoIndex) return {};
  std::string_view text;
  for (const Span span : analysis_.structure.blocks[place.block].spans) {
    if (span.begin > offset_ || offset_ >= span.end) continue;
    text = std::string_view(document_.key).substr(span.begin, offset_ - span.begin);
  }
  if (text.size() <= kFar) return text;
  text.remove_prefix(text.size() - kFar);
  return text.substr(std::min(text.find_first_of(" \n"), text.size()));
}

std::string AroundInDocument::Headings() {
  const Place place = analysis_.structure.PlaceOf(offset_);
  const bool apart = place.block == kNoIndex;
  std::string headings = apart ? analysis_.identity.title : OfSection(analysis_.structure.blocks[place.block].section);
  if (const std::string_view in_line = HeadingInLine(Before()); !in_line.empty()) (headings += " ").append(in_line);
  return headings;
}

const std::string& AroundInDocument::OfSection(uint32_t index) {
  const auto known = texts_.find(index);
  if (known != texts_.end()) return known->second;
  const Section& section = analysis_.structure.sections[index];
  std::string text = section.parent == kNoIndex ? analysis_.identity.title : OfSection(section.parent);
  if (section.title.size() > 0) (text += " ").append(document_.text, section.title.begin, section.title.size());
  return texts_.emplace(index, std::move(text)).first->second;
}

}  // namespace soat
