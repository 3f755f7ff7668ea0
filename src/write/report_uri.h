// How CI formats name a report: relative to a folder, so that no machine shows through.
#pragma once

#include <string>
#include <string_view>

namespace soat {

/// The path relative to `folder` (absolute) when it is below it; another absolute path shrinks to the name of the file;
/// a relative path is only tidied ("./a//b" is "a/b").
std::string PathWithin(std::string_view folder, std::string_view path);

/// A path as a relative URI reference: UTF-8, percent-encoded.
std::string AsUri(std::string_view path);

}  // namespace soat
