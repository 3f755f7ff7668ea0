// ExpandPattern and Alternation.
#include "rules/pattern.h"

#include <re2/re2.h>

#include <algorithm>

#include "soat/reader.h"

namespace soat {
namespace {

constexpr std::string_view kBlanks = "(?:[ ]+\\n?[ ]*|\\n[ ]*)";

bool IsFragmentName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// Lower case of everything but escapes (\S, \pL) and the P of (?P<name>…).
std::string LowerPattern(const std::string& pattern) {
  std::string lower = LowerCase(pattern);
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) {
      lower[i + 1] = pattern[i + 1];
      if ((pattern[i + 1] == 'p' || pattern[i + 1] == 'P') && i + 2 < pattern.size()) lower[i + 2] = pattern[i + 2];
      ++i;
    } else if (pattern.compare(i, 3, "(?P") == 0) {
      lower[i + 2] = 'P';
    }
  }
  return lower;
}

}  // namespace

ExpandedPattern ExpandPattern(std::string_view written, const Fragments& fragments, bool case_sensitive) {
  std::string folded = NormaliseText(written);
  if (!case_sensitive) folded = LowerPattern(folded);
  ExpandedPattern result;
  constexpr std::string_view kQuantity = "{quantity}";
  size_t i = 0;
  if (folded.starts_with(kQuantity)) {
    result.quantity = true;
    i = kQuantity.size();
  }
  bool in_class = false;
  for (; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c == '\\' && i + 1 < folded.size()) {
      result.pattern.append(folded, i, 2);
      ++i;
      continue;
    }
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    const size_t close = c == '{' && !in_class ? folded.find('}', i) : std::string::npos;
    if (close != std::string::npos && IsFragmentName(std::string_view(folded).substr(i + 1, close - i - 1))) {
      const std::string name = folded.substr(i + 1, close - i - 1);
      const auto found = fragments.find(name);
      if (found == fragments.end()) result.unknown.push_back(name);
      else result.pattern += "(?:" + found->second + ")";
      i = close;
    } else if (c == ' ' && !in_class) {
      result.pattern += kBlanks;
    } else {
      result.pattern += c;
    }
  }
  return result;
}

std::string Alternation(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  std::string pattern;
  for (const std::string& word : words) {
    if (!pattern.empty()) pattern += '|';
    size_t from = 0;
    for (size_t space = word.find(' '); space != std::string::npos; space = word.find(' ', from)) {
      pattern += RE2::QuoteMeta(word.substr(from, space - from));
      pattern += kBlanks;
      from = space + 1;
    }
    pattern += RE2::QuoteMeta(word.substr(from));
  }
  return pattern;
}

}  // namespace soat
