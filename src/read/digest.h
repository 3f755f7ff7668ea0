// The digest by which a file is known.
#pragma once

#include <string>
#include <string_view>

namespace soat {

/// SHA-256 in hexadecimal, lower case.
std::string Sha256(std::string_view bytes);

}  // namespace soat
