// MessageOf: the template of the check and verdict, filled.
#include <algorithm>
#include <string>

#include "soat/analyzer.h"

namespace soat {
namespace {

constexpr size_t kShownParts = 8;  // of a list; the rest is left out

std::string Shown(const OperandValue& value, const Document& document) {
  if (value.span.size() > 0) return std::string(document.Quote(value.span));
  return value.number ? ToString(*value.number) : value.text;
}

std::string Shown(const Operand& operand, const Document& document) {
  std::string shown;
  for (size_t i = 0; i < operand.values.size(); ++i) {
    if (i == kShownParts) return shown + ", …";
    shown += (i == 0 ? "" : operand.list ? ", " : " ") + Shown(operand.values[i], document);
  }
  return shown;
}

/// The value of a {name} in a template; empty for what the relation does not have.
std::string ValueOf(std::string_view name, const Relation& relation, const Document& document) {
  if (name == "expected" && relation.expected) return ToString(*relation.expected);
  if (name == "stated" && relation.stated) return ToString(*relation.stated);
  if (name == "difference" && relation.difference) return ToString(*relation.difference);
  const auto operand = std::find_if(relation.operands.begin(), relation.operands.end(),
                                    [&](const Operand& other) { return other.role == name; });
  return operand == relation.operands.end() ? std::string() : Shown(*operand, document);
}

std::string Filled(std::string_view text, const Relation& relation, const Document& document) {
  std::string filled;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      filled += text[i];
      continue;
    }
    filled += ValueOf(text.substr(i + 1, close - i - 1), relation, document);
    i = close;
  }
  return filled;
}

}  // namespace

std::string MessageOf(const Relation& relation, const Document& document, const RuleSet& rules, Language language) {
  const auto find = [&](const std::string& rule) {
    return std::find_if(rules.messages.rbegin(), rules.messages.rend(), [&](const MessageTemplate& message) {
      return message.check == relation.check && message.verdict == relation.verdict && message.rule == rule;
    });
  };
  auto found = find(rules.relation_rules[relation.rule].id);
  if (found == rules.messages.rend()) found = find({});
  if (found == rules.messages.rend())
    return std::string(ToString(relation.check)) + ": " + std::string(ToString(relation.verdict));
  return Filled(language == Language::kVietnamese ? found->vietnamese : found->english, relation, document);
}

}  // namespace soat
