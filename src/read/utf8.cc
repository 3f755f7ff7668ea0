// The validation of UTF-8, sixteen bytes at a time.
#include "read/utf8.h"

#include <algorithm>

#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr size_t kMostBehind = 3;  // continuation bytes of a character

/// Looks at the byte behind three others: it has to continue a character exactly when one of them says that one goes
/// on so far. What begins a character with further conditions is told, too, and with it some that is rare.
struct MayBeIllFormed {
  static constexpr size_t kWindow = kMostBehind + 1;
  static Lanes At(const char* window) {
    const Lanes goes_on =
        IsFrom(LoadLanes(window + 2), 0xC0) | IsFrom(LoadLanes(window + 1), 0xE0) | IsFrom(LoadLanes(window), 0xF0);
    const Lanes byte = LoadLanes(window + 3), strict = Is(byte & 0xFE, 0xC0) | Is(byte, 0xE0) | IsFrom(byte, 0xED);
    return (goes_on ^ Continue(byte)) | strict;
  }
};

/// The first ill-formed character of those that begin in [from, to); `to`, or the end of the last of them, if all are
/// well-formed.
size_t FirstIllFormed(std::string_view text, size_t from, size_t to, bool& found) {
  while (from < to) {
    const Character character = CharacterAt(text, from);
    found = character.code_point == kIllFormed;
    if (found) break;
    from = character.end;
  }
  return from;
}

}  // namespace

size_t FindIllFormed(std::string_view text, size_t from) {
  bool found = false;
  size_t position = from;
  while (position < text.size()) {
    // The test sees nothing of the first bytes, and the characters at the place that it tells decide.
    position = FirstIllFormed(text, position, std::min(text.size(), position + 3 * kMostBehind), found);
    if (found || position >= text.size()) break;
    position = FindRare<MayBeIllFormed>(text, position - kMostBehind);
    while (position > from && position < text.size() && IsContinuation(text[position])) --position;
  }
  return std::min(position, text.size());
}

}  // namespace soat
