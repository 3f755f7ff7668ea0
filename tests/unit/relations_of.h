// What the embedded rules see in a text, in a short form that tests compare.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "embedded_analyzer.h"

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string shown;
    for (const std::string& line : lines) shown += "\n  " + line;
    return shown.c_str();
  }
};
}  // namespace doctest

namespace soat {

/// The relations of one check in a text, in its order: "warning mismatch previous=2 found=4 expected=3". The values of
/// a list stand between commas.
inline std::vector<std::string> RelationsOf(const std::string& text, CheckKind check) {
  Result<Document> document = MakeDocument("report.txt", text);
  REQUIRE(document.ok());
  Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  EmbeddedAnalyzer().AddContext(document.value(), analysis);
  EmbeddedAnalyzer().AddRelations(document.value(), analysis);
  std::vector<std::string> lines;
  for (const Relation& relation : analysis.relations) {
    if (relation.check != check) continue;
    std::string line = std::string(ToString(relation.severity)) + " " + std::string(ToString(relation.verdict));
    for (const Operand& operand : relation.operands) {
      line += " " + operand.role + "=";
      for (size_t i = 0; i < operand.values.size(); ++i) {
        const OperandValue& value = operand.values[i];
        line += (i == 0 ? "" : ",") + (value.number ? ToString(*value.number) : value.text);
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace soat
