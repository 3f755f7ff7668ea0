// The validation of UTF-8, sixteen bytes at a time.
#include "read/utf8.h"

#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

/// A byte that begins no character, a character with too few or wrong continuation bytes, or one more than it takes.
struct IllFormed {
  static constexpr size_t kWindow = 5;
  static Lanes At(const char* window) {
    const Lanes a = LoadLanes(window), b = LoadLanes(window + 1);
    const Lanes b_goes_on = GoesOn(b), c_goes_on = GoesOn(LoadLanes(window + 2));
    const Lanes d_goes_on = GoesOn(LoadLanes(window + 3)), e_goes_on = GoesOn(LoadLanes(window + 4));
    const Lanes one = Between(a, 0x00, 0x7F) & b_goes_on;
    const Lanes two = Between(a, 0xC2, 0xDF) & (~b_goes_on | c_goes_on);
    const Lanes three = Between(a, 0xE0, 0xEF) & (~b_goes_on | ~c_goes_on | d_goes_on);
    const Lanes four = Between(a, 0xF0, 0xF4) & (~b_goes_on | ~c_goes_on | ~d_goes_on | e_goes_on);
    const Lanes never = Between(a, 0xC0, 0xC1) | Between(a, 0xF5, 0xFF);
    const Lanes overlong = (Is(a, 0xE0) & Between(b, 0x80, 0x9F)) | (Is(a, 0xF0) & Between(b, 0x80, 0x8F));
    const Lanes no_scalar = (Is(a, 0xED) & Between(b, 0xA0, 0xBF)) | (Is(a, 0xF4) & Between(b, 0x90, 0xBF));
    return one | two | three | four | never | overlong | no_scalar;
  }

 private:
  static Lanes GoesOn(Lanes lanes) { return Between(lanes, 0x80, 0xBF); }
};

}  // namespace

size_t FindIllFormed(std::string_view text, size_t from) {
  if (from < text.size() && CharacterAt(text, from).code_point == kIllFormed) return from;
  size_t position = FindFirst<IllFormed>(text, from);
  // What was found may also be a whole character with a continuation byte too many behind it.
  while (position < text.size()) {
    const Character character = CharacterAt(text, position);
    if (character.code_point == kIllFormed) break;
    position = character.end;
  }
  return position;
}

}  // namespace soat
