// Matching of paths against shell patterns.
#pragma once

#include <string_view>

namespace soat {

/// Whether the whole of `path` matches `glob`: `*` any text within one folder, `**` any text across folders (and "**/"
/// also no folder at all), `?` one character, `[a-z]` and `[!a-z]` one of a set, `\` takes the next character as it is.
/// A character is a UTF-8 code point. An unclosed `[` stands for itself.
bool GlobMatches(std::string_view glob, std::string_view path);

}  // namespace soat
