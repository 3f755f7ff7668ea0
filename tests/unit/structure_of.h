// The layout of a text, read with the embedded rules.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/reader.h"
#include "structure/structure_reader.h"

namespace soat {

struct StructuredText {
  Document document;
  Structure structure;

  std::string Text(Span span) const { return document.text.substr(span.begin, span.size()); }
  uint32_t Find(std::string_view words) const {
    const size_t at = document.text.find(words);
    REQUIRE(at != std::string::npos);
    return static_cast<uint32_t>(at);
  }
  /// The cells of a row, with bars between them.
  std::string Cells(const Row& row) const {
    std::string cells;
    for (const Span cell : row.cells) cells += (cells.empty() ? "" : "|") + Text(cell);
    return cells;
  }
  /// The headers over a column, with bars between them.
  std::string Headers(const Column& column) const {
    std::string headers;
    for (const Span header : column.headers) headers += (headers.empty() ? "" : "|") + Text(header);
    return headers;
  }
  const Block& BlockOf(std::string_view words) const {
    const uint32_t block = structure.PlaceOf(Find(words)).block;
    REQUIRE(block != kNoIndex);
    return structure.blocks[block];
  }
};

inline const RuleSet& EmbeddedRuleSet() {
  static const RuleSet rules = LoadRules(EmbeddedRules()).rules;
  return rules;
}

inline StructuredText StructureOf(const std::string& text) {
  Result<Document> document = MakeDocument("report", text);
  REQUIRE(document.ok());
  Structure structure = ReadStructure(document.value(), EmbeddedRuleSet());
  return {std::move(document.value()), std::move(structure)};
}

}  // namespace soat
