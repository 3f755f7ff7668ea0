#include <doctest/doctest.h>

#include <string>

#include "figures/pattern_tree.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;

/// The tree in one line: bytes as hexadecimal ranges, repetitions as {least,most}.
std::string Shown(const PatternTree& tree) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto hex = [&](uint8_t byte) { return std::string{kHex[byte >> 4U], kHex[byte & 0xFU]}; };
  std::string parts;
  for (const PatternTree& part : tree.parts) {
    parts += (parts.empty() ? "" : tree.kind == Kind::kChoice ? "|" : " ") + Shown(part);
  }
  const std::string name = tree.name.empty() ? std::string() : std::string(tree.name) + ":";
  switch (tree.kind) {
    case Kind::kNothing:
      return name + "nothing";
    case Kind::kByte:
      return name + hex(tree.low) + (tree.low == tree.high ? "" : "-" + hex(tree.high));
    case Kind::kText:
      return name + "'" + std::string(tree.text) + "'";
    case Kind::kTextBegin:
      return name + "begin";
    case Kind::kTextEnd:
      return name + "end";
    case Kind::kRepeat: {
      const bool open = tree.most == PatternTree::kUnlimited;
      return name + parts + "{" + std::to_string(tree.least) + "," + (open ? "" : std::to_string(tree.most)) + "}";
    }
    case Kind::kSequence:
    case Kind::kChoice:
      return name + "(" + parts + ")";
  }
  return {};
}

std::string Read(std::string_view pattern) {
  const auto tree = ParsePattern(pattern);
  return tree ? Shown(*tree) : "unknown";
}

}  // namespace

TEST_CASE("patterns as trees") {
  struct Row {
    std::string_view pattern, tree;
  };
  const Row rows[] = {
      {"", "nothing"},
      {"ngày", "'ngày'"},
      {"ab*c", "('a' 62{0,} 'c')"},
      {"xã?", "('x' (C3 A3){0,1})"},
      {"a|bc|", "('a'|'bc'|nothing)"},
      {"(?:a|b)+?", "('a'|'b'){1,}"},
      {"(?P<day>[0-9]{1,2})/", "(day:30-39{1,2} '/')"},
      {"(?P<a>(?P<b>x))", "a:(b:'x')"},
      {"[0-9]{3}[a-c]{2,}", "(30-39{3,3} 61-63{2,})"},
      {"a{b}{,2}", "(61 7B 'b' 7D 7B ',2' 7D)"},
      {"^a\\.\\x27\\x{1EA1}$|\\z", "((begin 'a' 2E 27 (E1 BA A1) end)|end)"},
      {"[]a.-]", "(2D|2E|5D|61)"},
      {"[à-ã]", "(C3 A0-A3)"},
      {"[^\\n]", Read(".")},
      {"\\d", "30-39"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CHECK(Read(row.pattern) == row.tree);
  }
}

TEST_CASE("ranges of characters fall into ranges of bytes") {
  CHECK(Read("[\\x{7E}-\\x{81}]") == "(7E-7F|(C2 80-81))");
  CHECK(Read("[\\x{7FF}-\\x{801}]") == "((DF BF)|(E0 A0 80-81))");
  CHECK(Read("[\\x{C0}-\\x{24F}]") == "((C3-C8 80-BF)|(C9 80-8F))");
  CHECK(Read("[\\x{FFFF}-\\x{10000}]") == "((EF BF BF)|(F0 90 80 80))");
}

TEST_CASE("what a tree cannot say") {
  for (const std::string_view pattern :
       {"\\bđạt", "\\pL", "(?i)a", "(?=a)", "a**", "*a", "(a", "a)", "[a", "[[:alpha:]]", "a{2,1}", "a{1001}", "\\"}) {
    CAPTURE(pattern);
    CHECK(Read(pattern) == "unknown");
  }
}

}  // namespace soat
