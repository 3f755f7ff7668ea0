#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "soat/check.h"

namespace soat {
namespace {

OperandValue Value(std::string text) { return {std::nullopt, std::move(text), {}, kNoIndex}; }

std::string TextsOf(const OperandValues& values) {
  std::string texts;
  for (const OperandValue& value : values) texts += value.text + " ";
  return texts;
}

TEST_CASE("values are kept in order, one or many") {
  OperandValues values;
  CHECK(values.size() == 0);
  CHECK(TextsOf(values).empty());
  values.push_back(Value("a"));
  CHECK(values.size() == 1);
  CHECK(&values.front() == &values.back());
  values.front().text = "b";
  values.push_back(Value("c"));
  values.push_back(Value("d"));
  CHECK(values.size() == 3);
  CHECK(TextsOf(values) == "b c d ");
  values[2].text = "e";
  CHECK(values.back().text == "e");
  CHECK(values.front().text == "b");
}

TEST_CASE("values are copied and moved, one or many") {
  OperandValues one(Value("a")), many(Value("a"));
  many.push_back(Value("b"));
  const OperandValues one_more = one, many_more = many;
  CHECK(TextsOf(one_more) == "a ");
  CHECK(TextsOf(many_more) == "a b ");
  const OperandValues moved = std::move(one), many_moved = std::move(many);
  CHECK(TextsOf(moved) == "a ");
  CHECK(TextsOf(many_moved) == "a b ");
}

}  // namespace
}  // namespace soat
