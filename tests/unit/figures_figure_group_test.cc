#include <doctest/doctest.h>

#include <string>

#include "figures/figure_group.h"

namespace soat {
namespace {

std::string Found(const std::string& pattern, std::string_view matched) {
  const auto span = FigureGroup(pattern).Find(matched);
  return span ? std::string(matched.substr(span->begin, span->size())) : "not known";
}

}  // namespace

TEST_CASE("the group stands where every way to match has it") {
  CHECK(Found("mục (?P<figure>[0-9]+)", "mục 12") == "12");
  CHECK(Found("(?P<figure>[0-9]+\\.) ?[a-z]", "3. a") == "3.");
  CHECK(Found("(?P<figure>[0-9](?:\\.[0-9])*\\.?)(?: ?[a-z]|[0-9])", "1.2. a") == "1.2.");
  CHECK(Found("(?:a|ab) ?(?P<figure>[0-9]+)$", "ab 5") == "5");
}

TEST_CASE("what could be told apart in several ways is left to others") {
  CHECK(Found("[a-z]*(?P<figure>[a-z0-9]+)", "ab1") == "not known");
  CHECK(Found("x(?P<figure>[0-9]+)[0-9]*", "x12") == "not known");
  CHECK(Found("a|(?P<figure>b)", "b") == "not known");
  CHECK(Found("\\bx(?P<figure>[0-9])", "x1") == "not known");
  CHECK(Found("a(?P<figure>b)", "a" + std::string(300, 'b')) == "not known");
}

}  // namespace soat
