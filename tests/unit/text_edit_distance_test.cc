#include <doctest/doctest.h>

#include "text/edit_distance.h"

namespace soat {
namespace {

TEST_CASE("EditDistance and NearestWord") {
  CHECK(EditDistance("", "abc") == 3);
  CHECK(EditDistance("kitten", "sitting") == 3);
  CHECK(EditDistance("same", "same") == 0);
  CHECK(NearestWord("money/dogn", {"money/usd", "money/dong", "date/full"}) == "money/dong");
  CHECK(NearestWord("xyz", {"extract", "rules"}).empty());
}

}  // namespace
}  // namespace soat
