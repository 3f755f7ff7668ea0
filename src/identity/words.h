// Names as they are written out and compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "soat/document.h"
#include "text/phrases.h"

namespace soat {

/// "LÂM THAO" is "Lâm Thao".
std::string TitleCase(std::string_view text, std::string_view key, Span span);

/// Lower-case text without tone marks and other diacritics, to compare names that were read or typed wrong.
std::string WithoutMarks(std::string_view key);

}  // namespace soat
