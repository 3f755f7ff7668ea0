#include <doctest/doctest.h>

#include "soat/status.h"

namespace soat {

TEST_CASE("an error reads as place, fault and advice, with the empty parts left out") {
  CHECK(ToString(Error{ErrorCode::kRule, "x.toml:3:1", "no such key", "remove it"}) ==
        "x.toml:3:1: no such key; remove it");
  CHECK(ToString(Error{ErrorCode::kUsage, "", "no command", "see --help"}) == "no command; see --help");
  CHECK(ToString(Error{ErrorCode::kInput, "a.txt", "is empty", ""}) == "a.txt: is empty");
  CHECK(ToString(Error{}).empty());
}

}  // namespace soat
