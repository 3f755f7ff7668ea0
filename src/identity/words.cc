#include "identity/words.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

constexpr char32_t kBarredD = 0x111;  // the one letter of Vietnamese that does not decompose

}  // namespace

std::string TitleCase(std::string_view text, std::string_view key, Span span) {
  std::string name(key.substr(span.begin, span.size()));
  for (size_t at = span.begin; at < span.end; ++at) {
    if (!IsLetterAt(text, at) || IsLetterBefore(text, at)) continue;
    const size_t size = CharacterAt(text, at).end - at;
    name.replace(at - span.begin, size, text.substr(at, size));
  }
  return name;
}

std::string WithoutMarks(std::string_view key) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
  std::string plain;
  for (size_t at = 0; at < key.size();) {
    const Character character = CharacterAt(key, at);
    icu::UnicodeString parts;
    if (character.code_point == kBarredD) {
      plain += 'd';
    } else if (character.code_point >= 0x80 && decomposer != nullptr && character.code_point != kIllFormed &&
               decomposer->getDecomposition(static_cast<UChar32>(character.code_point), parts) != 0) {
      AppendCharacter(plain, static_cast<char32_t>(parts.char32At(0)));
    } else {
      plain += key.substr(at, character.end - at);
    }
    at = character.end;
  }
  return plain;
}

}  // namespace soat
