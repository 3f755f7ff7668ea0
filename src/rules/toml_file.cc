#include "rules/toml_file.h"

#include <re2/re2.h>

#include <algorithm>

#include "soat/reader.h"

namespace soat {
namespace {

constexpr std::string_view kMarkOpen = "⟦", kMarkClose = "⟧";
constexpr int64_t kMaxPatternMemory = 8 << 20;

}  // namespace

void TomlFile::Fault(const toml::source_region& at, std::string what, std::string fix) {
  errors_.push_back({ErrorCode::kRule,
                     file_.name + ":" + std::to_string(at.begin.line) + ":" + std::to_string(at.begin.column),
                     std::move(what), std::move(fix)});
}

void TomlFile::CheckKeys(const toml::table& table, const std::vector<std::string_view>& known, std::string_view of) {
  for (const auto& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    std::string list;
    for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + std::string(name);
    Fault(key.source(), "unknown key '" + std::string(key.str()) + "' in " + std::string(of), "the keys are " + list);
  }
}

std::string TomlFile::String(const toml::table& table, std::string_view key, bool required) {
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    if (required)
      Fault(table.source(), "'" + std::string(key) + "' is missing", "add " + std::string(key) + " = \"…\"");
    return {};
  }
  if (const auto value = node->value<std::string>(); value && node->is_string()) return *value;
  Fault(node->source(), "'" + std::string(key) + "' must be a string", "put it in quotes");
  return {};
}

bool TomlFile::Flag(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return false;
  if (node->is_boolean()) return *node->value<bool>();
  Fault(node->source(), "'" + std::string(key) + "' must be true or false", "write " + std::string(key) + " = true");
  return false;
}

std::vector<std::string> TomlFile::Strings(const toml::table& table, std::string_view key) {
  std::vector<std::string> values;
  const toml::node* node = table.get(key);
  if (node == nullptr) return values;
  if (!node->is_array()) {
    Fault(node->source(), "'" + std::string(key) + "' must be a list of strings", "write [\"…\", \"…\"]");
    return values;
  }
  for (const toml::node& entry : *node->as_array()) {
    if (entry.is_string())
      values.push_back(*entry.value<std::string>());
    else
      Fault(entry.source(), "'" + std::string(key) + "' must hold strings alone", "put the entry in quotes");
  }
  return values;
}

std::string TomlFile::ReadMarks(std::string_view marked, const toml::source_region& at, std::vector<Span>& spans) {
  std::string text;
  size_t open = std::string_view::npos;
  for (size_t i = 0; i < marked.size();) {
    if (marked.substr(i).starts_with(kMarkOpen)) {
      if (open != std::string_view::npos) Fault(at, "'⟦' stands inside another '⟦'", "close the first mark");
      open = text.size();
      i += kMarkOpen.size();
    } else if (marked.substr(i).starts_with(kMarkClose)) {
      if (open == std::string_view::npos)
        Fault(at, "'⟧' without '⟦'", "open the mark");
      else
        spans.push_back({static_cast<uint32_t>(open), static_cast<uint32_t>(text.size())});
      open = std::string_view::npos;
      i += kMarkClose.size();
    } else {
      text += marked[i++];
    }
  }
  if (open != std::string_view::npos) Fault(at, "'⟦' is not closed", "add '⟧'");
  return text;
}

void TomlFile::CheckPattern(const std::string& pattern, const toml::source_region& at, bool may_be_empty) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxPatternMemory);
  const RE2 expression(pattern, options);
  if (!expression.ok()) {
    Fault(at, "RE2 refuses the pattern: " + expression.error() + " at '" + expression.error_arg() + "'",
          "see the RE2 syntax; look-around and back-references do not exist in it");
  } else if (!may_be_empty && RE2::FullMatch("", expression)) {
    Fault(at, "the pattern can match nothing at all", "let at least one character be required");
  }
}

std::string TomlFile::Folded(std::string_view words) { return LowerCase(NormaliseText(words)); }

}  // namespace soat
