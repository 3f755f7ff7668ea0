// Rule files without what only proves them.
#pragma once

#include <string>
#include <string_view>

namespace soat {

/// The file with every table [[….example]] left out; what follows keeps its line numbers.
/// REQUIRES: no line inside a string of several lines begins with '['
std::string WithoutExamples(std::string_view toml);

}  // namespace soat
