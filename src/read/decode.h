// From the bytes of a file to well-formed UTF-8.
#pragma once

#include <string>
#include <vector>

#include "soat/document.h"
#include "soat/status.h"

namespace soat {

/// What the bytes say, and where in the file it stands.
struct DecodedText {
  std::string text;      ///< well-formed UTF-8 without byte order mark
  OffsetMap to_file;     ///< text -> bytes of the file
  std::string encoding;  ///< as Document::encoding
  std::vector<DecodingProblem> problems;
};

/// UTF-16 when a byte order mark says so, else UTF-8. Well-formed UTF-8 is moved, not copied.
///
/// \param path  for the error
/// \error       kInput: a known binary format; NUL; too many control characters or ill-formed bytes for a text
Result<DecodedText> Decode(const std::string& path, std::string bytes);

}  // namespace soat
