#include "rules/list_names.h"

#include <toml++/toml.h>

#include <set>
#include <utility>

#include "soat/rule.h"

namespace soat {
namespace {

using Names = std::set<std::string>;

void InsertKeys(const toml::node* node, Names& names) {
  if (node == nullptr || !node->is_table()) return;
  for (const auto& [key, value] : *node->as_table()) names.emplace(key.str());
}

}  // namespace

ListNames::ListNames() {
  std::map<std::string, Names> by_shape;
  Names shared;
  for (const RuleFile& file : EmbeddedRules()) {
    // Most files have no relations, and TOML takes its time.
    if (file.content.find("[relation") == std::string_view::npos) continue;
    const toml::table root = toml::parse(file.content);
    InsertKeys(root.get("relation_words"), shared);
    const toml::array* rules = root.get_as<toml::array>("relation");
    for (size_t i = 0; rules != nullptr && i < rules->size(); ++i) {
      const toml::table& rule = *rules->get(i)->as_table();
      if (const auto shape = rule["shape"].value<std::string>()) InsertKeys(rule.get("words"), by_shape[*shape]);
    }
  }
  Names all = shared;
  for (auto& [shape, names] : by_shape) {
    all.insert(names.begin(), names.end());
    names.insert(shared.begin(), shared.end());
    by_shape_[shape] = {names.begin(), names.end()};
  }
  all_ = {all.begin(), all.end()};
}

const ListNames& ListNames::Embedded() {
  static const ListNames kNames;
  return kNames;
}

const std::vector<std::string>* ListNames::Of(std::string_view shape) const {
  const auto found = by_shape_.find(shape);
  return found == by_shape_.end() ? nullptr : &found->second;
}

}  // namespace soat
