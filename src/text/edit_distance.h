// "Did you mean": the nearest of some known words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace soat {

/// How many bytes have to be inserted, removed or replaced to turn one word into the other.
size_t EditDistance(std::string_view a, std::string_view b);

/// The known word nearest to `word`; empty when none is near enough to be what was meant.
std::string NearestWord(std::string_view word, const std::vector<std::string>& known);

}  // namespace soat
