#include "relations/rule_words.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {

const std::vector<std::string>& WordsOf(const RuleSet& rules, const RelationRule& rule, std::string_view name) {
  static const std::vector<std::string> kNone;
  if (const auto own = rule.words.find(name); own != rule.words.end()) return own->second;
  const auto shared = rules.relation_words.find(name);
  return shared == rules.relation_words.end() ? kNone : shared->second;
}

std::vector<std::string_view> ContentWords(std::string_view key, Span span,
                                           const std::vector<std::string>& stop_words) {
  std::vector<std::string_view> words;
  for (size_t at = span.begin; at < span.end;) {
    size_t end = at;
    if (IsLetterAt(key, at)) end = std::min<size_t>(LettersEnd(key, at), span.end);
    while (end < span.end && IsDigit(key[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view word = key.substr(at, end - at);
    if (std::find(stop_words.begin(), stop_words.end(), word) == stop_words.end()) words.push_back(word);
    at = end;
  }
  return words;
}

}  // namespace soat
