// UTF-8: where it is ill-formed.
#pragma once

#include <cstddef>
#include <string_view>

namespace soat {

/// The first position at or after `from` at which no well-formed character begins; text.size() when there is none.
/// REQUIRES: a character begins at `from`.
size_t FindIllFormed(std::string_view text, size_t from);

}  // namespace soat
