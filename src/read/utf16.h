// UTF-16 with a byte order mark.
#pragma once

#include <string_view>

#include "read/decode.h"

namespace soat {

/// REQUIRES: bytes begin with the byte order mark of that order. Unpaired surrogates and a byte too many are problems.
DecodedText DecodeUtf16(std::string_view bytes, bool big_endian);

}  // namespace soat
