// MessageOf: the template of the check and verdict, filled.
#include <algorithm>
#include <string>

#include "soat/analyzer.h"

namespace soat {
namespace {

constexpr size_t kShownParts = 8;  // of a list; the rest is left out
constexpr size_t kGroup = 3;       // digits between separators

/// A computed number as readers of the language write it: "12.855,68", "12,855.68".
std::string Written(const Decimal& number, Language language) {
  const char separator = language == Language::kVietnamese ? '.' : ',';
  const char mark = language == Language::kVietnamese ? ',' : '.';
  const std::string plain = ToString(number);
  const size_t first = plain.starts_with('-') ? 1 : 0, whole = std::min(plain.find('.'), plain.size());
  std::string written = plain.substr(0, first);
  for (size_t i = first; i < whole; ++i) {
    if (i > first && (whole - i) % kGroup == 0) written += separator;
    written += plain[i];
  }
  if (whole < plain.size()) written += mark + plain.substr(whole + 1);
  return written;
}

std::string Shown(const OperandValue& value, const Document& document, Language language) {
  if (value.span.size() > 0) return std::string(document.Quote(value.span));
  return value.number ? Written(*value.number, language) : value.text;
}

std::string Shown(const Operand& operand, const Document& document, Language language) {
  std::string shown;
  for (size_t i = 0; i < operand.values.size(); ++i) {
    if (i == kShownParts) return shown + ", …";
    shown += (i == 0 ? "" : operand.list ? ", " : " ") + Shown(operand.values[i], document, language);
  }
  return shown;
}

/// The value of a {name} in a template; empty for what the relation does not have.
std::string ValueOf(std::string_view name, const Relation& relation, const Document& document, Language language) {
  if (name == "expected" && relation.expected) return Written(*relation.expected, language);
  if (name == "stated" && relation.stated) return Written(*relation.stated, language);
  if (name == "difference" && relation.difference) return Written(*relation.difference, language);
  const auto operand = std::find_if(relation.operands.begin(), relation.operands.end(),
                                    [&](const Operand& other) { return other.role == name; });
  return operand == relation.operands.end() ? std::string() : Shown(*operand, document, language);
}

std::string Filled(std::string_view text, const Relation& relation, const Document& document, Language language) {
  std::string filled;
  filled.reserve(2 * text.size());
  while (true) {
    const size_t open = text.find('{'), close = text.find('}', std::min(open, text.size()));
    if (close == std::string_view::npos) return filled.append(text);
    filled.append(text, 0, open);
    filled += ValueOf(text.substr(open + 1, close - open - 1), relation, document, language);
    text.remove_prefix(close + 1);
  }
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
  return Filled(language == Language::kVietnamese ? found->vietnamese : found->english, relation, document, language);
}

}  // namespace soat
