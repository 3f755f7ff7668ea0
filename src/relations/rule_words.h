// Lists of words that rules give, and the words of a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soat/document.h"
#include "soat/rule.h"

namespace soat {

/// The words of a rule under a name, else those that all rules share; none when there is no such list.
const std::vector<std::string>& WordsOf(const RuleSet& rules, const RelationRule& rule, std::string_view name);

/// The words and numbers of a stretch of text in lower case, those of `stop_words` left out.
std::vector<std::string_view> ContentWords(std::string_view key, Span span, const std::vector<std::string>& stop_words);

}  // namespace soat
