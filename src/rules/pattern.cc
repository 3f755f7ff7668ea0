// ExpandPattern and Alternation.
#include "rules/pattern.h"

#include <algorithm>
#include <string>

#include "soat/reader.h"

namespace soat {
namespace {

constexpr int kMaxDepth = 8;  // of fragments inside fragments
constexpr std::string_view kAnyBlanks = "(?:[ ]+\\n?[ ]*|\\n[ ]*)";

bool IsFragmentName(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// The end of the escape at `at`: \S, \pL, \p{Lu}, \x{1EF9}.
size_t EscapeEnd(std::string_view pattern, size_t at) {
  const char kind = pattern[at + 1];
  if ((kind != 'p' && kind != 'P' && kind != 'x') || at + 2 >= pattern.size()) return at + 2;
  if (pattern[at + 2] != '{') return kind == 'x' ? at + 2 : at + 3;
  const size_t close = pattern.find('}', at);
  return close == std::string_view::npos ? pattern.size() : close + 1;
}

// Lower case of everything but escapes (\S, \pL) and the P of (?P<name>…).
std::string LowerPattern(const std::string& pattern) {
  std::string lower = LowerCase(pattern);
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) {
      const size_t end = EscapeEnd(pattern, i);
      lower.replace(i, end - i, pattern, i, end - i);
      i = end - 1;
    } else if (pattern.compare(i, 3, "(?P") == 0) {
      lower[i + 2] = 'P';
    }
  }
  return lower;
}

// How patterns are written out.
struct Style {
  bool case_sensitive;
  std::string_view blanks;
};

void ExpandFragment(std::string_view name, const Fragments& fragments, const Style& style, int depth,
                    ExpandedPattern& result);

// Appends the pattern with its fragments replaced, which are folded and expanded as they are met.
void Expand(std::string_view folded, const Fragments& fragments, const Style& style, int depth,
            ExpandedPattern& result) {
  bool in_class = false;
  for (size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c == '\\' && i + 1 < folded.size()) {
      const size_t end = EscapeEnd(folded, i);
      result.pattern.append(folded, i, end - i);
      i = end - 1;
      continue;
    }
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    const size_t close = c == '{' && !in_class ? folded.find('}', i) : std::string::npos;
    if (close != std::string::npos && IsFragmentName(folded.substr(i + 1, close - i - 1))) {
      ExpandFragment(folded.substr(i + 1, close - i - 1), fragments, style, depth, result);
      i = close;
    } else if (c == ' ' && !in_class) {
      result.pattern += style.blanks;
    } else {
      result.pattern += c;
    }
  }
}

void ExpandFragment(std::string_view name, const Fragments& fragments, const Style& style, int depth,
                    ExpandedPattern& result) {
  const auto found = fragments.find(name);
  if (found == fragments.end() || depth == kMaxDepth) {
    result.unknown.emplace_back(name);
    return;
  }
  std::string folded = NormaliseText(found->second);
  if (!style.case_sensitive) folded = LowerPattern(folded);
  result.pattern += "(?:";
  Expand(folded, fragments, style, depth + 1, result);
  result.pattern += ")";
}

}  // namespace

ExpandedPattern ExpandPattern(std::string_view written, const Fragments& fragments, bool case_sensitive,
                              Blanks blanks) {
  ExpandedPattern result;
  std::string folded = NormaliseText(written);
  if (!case_sensitive) folded = LowerPattern(folded);
  Expand(folded, fragments, {case_sensitive, blanks == Blanks::kAny ? kAnyBlanks : " "}, 0, result);
  return result;
}

std::string Alternation(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  std::string pattern;
  for (const std::string& word : words) {
    if (!pattern.empty()) pattern += '|';
    for (const char c : word) {
      if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) pattern += '\\';
      pattern += c;
    }
  }
  return pattern;
}

}  // namespace soat
