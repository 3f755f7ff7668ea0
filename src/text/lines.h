// Lines as editors count them: they end with LF, CRLF or a lone CR.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace soat {

/// How many lines end inside [begin, end). A CRLF ends at its LF.
uint32_t CountLineEnds(std::string_view text, size_t begin, size_t end);
/// Whether a CR ends a line by itself somewhere. It seldom does, and then every line ends at its LF.
bool HasLoneReturns(std::string_view text);
/// The position behind the first line end in [from, to), which may be a lone CR; npos when none ends there.
size_t BehindLineEnd(std::string_view text, size_t from, size_t to);
/// Where each line begins; the first at 0.
std::vector<uint32_t> LineBegins(std::string_view text);
/// Where the line begins that `position` is on.
size_t LineBegin(std::string_view text, size_t position);

}  // namespace soat
