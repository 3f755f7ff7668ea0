#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "cli/glob.h"

namespace soat {
namespace {

TEST_CASE("GlobMatches") {
  const struct {
    std::string_view glob, path;
    bool expected;
  } cases[] = {
      {"", "", true},
      {"", "a", false},
      {"a.txt", "a.txt", true},
      {"a.txt", "a.tx", false},
      // One star stays within a name.
      {"*.txt", "a.txt", true},
      {"*.txt", ".txt", true},
      {"*.txt", "a/b.txt", false},
      {"*", "", true},
      {"a*b*c", "aXbXbXc", true},
      {"a*b*c", "aXcXb", false},
      {"*/*.txt", "a/b.txt", true},
      {"*/*.txt", "a/b/c.txt", false},
      // Two stars cross folders.
      {"**", "a/b/c", true},
      {"**/x", "x", true},
      {"**/x", "a/x", true},
      {"**/x", "a/b/x", true},
      {"**/x", "ax", false},
      {"**/x", "a/bx", false},
      {"a/**", "a/b/c", true},
      {"a/**", "b/a/c", false},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**/b", "a/x/yb", false},
      {"**/a*/**/b", "q/ax/r/s/b", true},
      {"**/2023/*.txt", "x/2023/y/2023/a.txt", true},
      {"x**/b", "xx/b", true},
      {"**x**/b", "axxb", false},
      {"**x**/b", "axx/b", true},
      {"***", "a/b", true},
      // One character is a code point.
      {"?", "a", true},
      {"?", "ễ", true},
      {"??", "ễ", false},
      {"a?c", "a/c", false},
      {"[a-c]", "b", true},
      {"[a-c]", "d", false},
      {"[!a-c]", "d", true},
      {"[^a-c]", "b", false},
      {"[!a]", "/", false},
      {"*[!á]", "xá", false},
      {"[ạ-ỹ]", "ế", true},
      {"[]]", "]", true},
      {"[a-]", "-", true},
      {"[", "[", true},
      {"[a", "[a", true},
      {"báo cáo *.txt", "báo cáo quý I.txt", true},
      // Escaped characters stand for themselves.
      {R"(\*)", "*", true},
      {R"(\*)", "a", false},
      {R"(a\)", R"(a\)", true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.glob);
    CAPTURE(c.path);
    CHECK(GlobMatches(c.glob, c.path) == c.expected);
  }
}

TEST_CASE("many stars take no exponential time") {
  CHECK_FALSE(GlobMatches("*a*a*a*a*a*a*a*a*a*a*b", std::string(5000, 'a')));
  CHECK_FALSE(GlobMatches("**/a/**/a/**/a/**/a/**/b", std::string(5000, 'a')));
}

}  // namespace
}  // namespace soat
