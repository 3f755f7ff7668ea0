// Reading typed keys of a TOML rule file, with every fault placed at its line and column.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"

namespace soat {

/// One rule file while it is loaded. The readers tell a fault and return an empty value when a key is not as it must
/// be.
class TomlFile {
 public:
  TomlFile(const RuleFile& file, std::vector<Error>& errors) : file_(file), errors_(errors) {}

  void Fault(const toml::source_region& at, std::string what, std::string fix);

 protected:
  /// Tells every key of the table that is not among the known ones.
  void CheckKeys(const toml::table& table, const std::vector<std::string_view>& known, std::string_view of);
  std::string String(const toml::table& table, std::string_view key, bool required);
  bool Flag(const toml::table& table, std::string_view key);
  std::vector<std::string> Strings(const toml::table& table, std::string_view key);
  /// Calls visit(table) for every [[key]].
  void ForEachTable(const toml::table& root, std::string_view key, auto&& visit) {
    const toml::node* node = root.get(key);
    if (node == nullptr) return;
    if (!node->is_array_of_tables()) {
      Fault(node->source(), "'" + std::string(key) + "' must be a list of tables",
            "write [[" + std::string(key) + "]]");
      return;
    }
    for (const toml::node& entry : *node->as_array()) visit(*entry.as_table());
  }
  /// Takes the marks ⟦ ⟧ out of a text; their places go to `spans`. \return the text without them
  std::string ReadMarks(std::string_view marked, const toml::source_region& at, std::vector<Span>& spans);
  /// Tells what RE2 refuses, and a pattern that matches the empty text unless it may.
  void CheckPattern(const std::string& pattern, const toml::source_region& at, bool may_be_empty);
  /// As Document::key is folded.
  static std::string Folded(std::string_view words);

  const RuleFile& file() const { return file_; }

 private:
  const RuleFile& file_;
  std::vector<Error>& errors_;
};

}  // namespace soat
