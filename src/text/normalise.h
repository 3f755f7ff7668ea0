// From decoded text to the text that rules are matched against.
#pragma once

#include <string>
#include <string_view>

#include "soat/document.h"
#include "text/rewriter.h"

namespace soat {

/// Normalised text with the map that leads back to the decoded text.
struct NormalisedText {
  std::string text;
  OffsetMap to_decoded;
};

/// NFC; exotic spaces are ' ', dashes '-', line ends "\n", full-width ASCII is ASCII, invisible characters are gone,
/// and of two spellings of one Vietnamese syllable one is left. Superscripts stay: "45¹" is not 451. Idempotent.
/// REQUIRES: decoded is well-formed UTF-8 (ill-formed bytes stay, but then it may not be idempotent).
NormalisedText Normalise(std::string_view decoded);

/// NFC alone. REQUIRES: text is well-formed UTF-8, less than 2 GB
std::string ToNfc(std::string_view text);

/// The first half: characters. Leaves well-formed text in NFC.
Rewriter FoldCharacters(std::string_view decoded);
/// The second half: "hoà" is "hòa", "kì" is "kỳ". Keeps the case. REQUIRES: what FoldCharacters leaves.
Rewriter FoldSpelling(std::string_view text);

}  // namespace soat
