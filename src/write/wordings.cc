#include "write/wordings.h"

#include <algorithm>

namespace soat {
namespace {

void Fill(std::string& text, std::string_view name, std::string_view value) {
  const std::string hole = "{" + std::string(name) + "}";
  for (size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
    text.replace(at, hole.size(), value);
}

}  // namespace

std::string Wordings::Of(std::string_view name, uint64_t n, Values values) const {
  const auto found = std::find_if(rules_.wordings.begin(), rules_.wordings.end(),
                                  [&](const Wording& wording) { return wording.name == name; });
  if (found == rules_.wordings.end()) return std::string(name) + " " + std::to_string(n);
  const std::string& english = n == 1 && !found->english_one.empty() ? found->english_one : found->english;
  std::string text = language_ == Language::kVietnamese ? found->vietnamese : english;
  Fill(text, "n", std::to_string(n));
  for (const auto& [hole, value] : values) Fill(text, hole, value);
  return text;
}

}  // namespace soat
