// Lines as editors count them: they end with LF, CRLF or a lone CR.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace soat {

/// How many lines end inside [begin, end). A CRLF ends at its LF.
uint32_t CountLineEnds(std::string_view text, size_t begin, size_t end);
/// Where the line begins that `position` is on.
size_t LineBegin(std::string_view text, size_t position);

}  // namespace soat
