// Lower case that keeps every byte in its place.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "soat/reader.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

Lanes IsEven(Lanes lanes) { return Is(lanes & 1, 0); }

/// Lowers the character that has a byte at `position`, whatever it is, if its lower case is as long.
void LowerCharacter(std::string& text, size_t position) {
  while (position > 0 && IsContinuation(text[position])) --position;
  const Character character = CharacterAt(text, position);
  if (character.code_point == kIllFormed) return;
  std::string lower;
  AppendCharacter(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(character.code_point))));
  if (lower.size() == character.end - character.begin) text.replace(position, lower.size(), lower);
}

/// How far back the lower case of a byte is decided.
constexpr size_t kReachBack = 2;

/// Sixteen bytes in lower case, and where characters go on whose lower case is not known.
struct LowerLanes {
  Lanes lower, others;
};

/// Lowers the letters of ASCII and Vietnamese: their lower case differs in the last byte alone, by one or (from À to Þ)
/// by 0x20. \param bytes  the first of sixteen, with two more before them
[[gnu::always_inline]] inline LowerLanes Lower(const char* bytes) {
  const Lanes a = LoadLanes(bytes - 2), b = LoadLanes(bytes - 1), c = LoadLanes(bytes), odd = c | 1;
  const Lanes continues = Continue(c), high = continues & Is(c & 0x20, 0x20);
  const Lanes capital =
      Between(c, 'A', 'Z') | (Is(b, 0xC3) & continues & ~high & ~(Is(c, 0x97) | Is(c, 0x9F)));  // À to Þ, no ×
  const Lanes u_tilde = Is(odd, 0xA9);
  const Lanes even_first = (Is(b, 0xC4) & (Is(odd, 0x83) | Is(odd, 0x91) | u_tilde)) | (Is(b, 0xC5) & u_tilde);
  const Lanes latin_b = Is(b, 0xC6), big_horn = latin_b & (Is(c, 0xA0) | Is(c, 0xAF));  // Ơ, Ư
  const Lanes horn = big_horn | (latin_b & (Is(c, 0xA1) | Is(c, 0xB0)));
  const Lanes latin_1e = Is(a, 0xE1), dotted = latin_1e & Is(b, 0xBA);
  const Lanes vietnamese = (dotted & high) | (latin_1e & Is(b, 0xBB) & continues);  // Ạ to ỿ
  const Lanes known = even_first | horn | (Is(b, 0xE1) & Is(c & 0xFE, 0xBA)) | (Is(b, 0xE2) & Is(c, 0x80));
  return {c + (capital & 0x20) + (((even_first | vietnamese) & IsEven(c) & 1) | (big_horn & 1)),
          (Between(b, 0xC4, 0xFF) & ~known) | (dotted & ~high)};
}

/// Writes a text in lower case piece by piece, except for what Lower does not know.
class Lowering {
 public:
  /// REQUIRES: key is as long as the text
  Lowering(std::string_view text, std::string& key) : text_(text), key_(key) {}

  void Run() {
    // The first bytes have none before them: they stand among zeros. The last sixteen may be lowered in part twice.
    size_t at = std::min(text_.size(), kLanes);
    LowerApart(0, at);
    for (; text_.size() - at >= kLanes; at += kLanes) LowerAt(at);
    if (at < text_.size() && text_.size() >= kReachBack + kLanes)
      LowerAt(text_.size() - kLanes);
    else if (at < text_.size())
      LowerApart(at, text_.size());
    for (const size_t other : others_) LowerCharacter(key_, other);
  }

 private:
  [[gnu::always_inline]] void LowerAt(size_t at) {
    const LowerLanes lanes = Lower(text_.data() + at);
    std::memcpy(key_.data() + at, &lanes.lower, kLanes);
    if (Any(lanes.others)) Remember(at, lanes.others);
  }
  void LowerApart(size_t begin, size_t end) {
    std::array<char, kReachBack + kLanes> bytes{};
    const size_t before = std::min(begin, kReachBack);
    text_.copy(bytes.data() + kReachBack - before, end - begin + before, begin - before);
    const LowerLanes lanes = Lower(bytes.data() + kReachBack);
    std::memcpy(key_.data() + begin, &lanes.lower, end - begin);
    if (Any(lanes.others)) Remember(begin, lanes.others);
  }
  void Remember(size_t at, Lanes lanes) {
    for (uint32_t others = BitsOf(lanes); others != 0; others &= others - 1) {
      const size_t other = at + static_cast<size_t>(std::countr_zero(others));
      if (other < text_.size()) others_.push_back(other);
    }
  }

  std::string_view text_;
  std::string& key_;
  std::vector<size_t> others_;  // bytes of such characters
};

}  // namespace

std::string LowerCase(std::string_view text) {
  std::string key;
  LowerCase(text, key);
  return key;
}

void LowerCase(std::string_view text, std::string& key) {
  key.assign(text);
  Lowering(text, key).Run();
}

}  // namespace soat
