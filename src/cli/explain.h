// What soat explain shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "soat/analyzer.h"
#include "soat/document.h"
#include "soat/rule.h"

namespace soat {

/// A rule with its examples, and as it is written in the one of `files` that defines it.
std::string ExplainRule(const FigureRule& rule, const std::vector<RuleFile>& files);
std::string ExplainRule(const RelationRule& rule, const std::vector<RuleFile>& files);

/// What an indicator measures, and the labels that are and are not it.
std::string ExplainIndicator(const Indicator& indicator, const RuleSet& rules);
/// The same with the pattern as it is written.
std::string ExplainIndicator(const Indicator& indicator, const RuleSet& rules, const std::vector<RuleFile>& files);

/// What a check compares, which verdicts it gives, and its rules.
std::string ExplainCheck(CheckKind check, const RuleSet& rules, Language language);

/// How a report was read: sections, blocks and figures with their context, one a line.
std::string ExplainReport(const Document& document, const Analyzer& analyzer);

/// How one line of a report was read: its blocks as the relation rules see them, its figures, the relations that they
/// take part in with all numbers, and the figures that no relation has.
/// \error kUsage: the report has no such line
Result<std::string> ExplainLine(const Document& document, const Analyzer& analyzer, uint32_t line, Language language);

}  // namespace soat
