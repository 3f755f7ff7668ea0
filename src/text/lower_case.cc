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

/// Lowers the character that has a byte at `position`, whatever it is, if its lower case is as long.
void LowerCharacter(std::string& text, size_t position) {
  while (position > 0 && IsContinuation(text[position])) --position;
  const Character character = CharacterAt(text, position);
  if (character.code_point == kIllFormed) return;
  const auto lower_code = static_cast<char32_t>(u_tolower(static_cast<UChar32>(character.code_point)));
  if (character.code_point >= 0x80 && (lower_code ^ character.code_point) < 0x40) {  // the last byte alone may change
    text[character.end - 1] = static_cast<char>(0x80 | (lower_code & 0x3F));
    return;
  }
  std::string lower;
  AppendCharacter(lower, lower_code);
  if (lower.size() == character.end - character.begin) text.replace(position, lower.size(), lower);
}

/// How far back it is decided whether a byte may change.
constexpr size_t kReachBack = 2;

/// Sixteen bytes with the letters of ASCII in lower case, and which of them are of other characters that may have to
/// be lowered (the highest bit alone tells it).
struct LowerLanes {
  Lanes lower, others;
};

using LongLanes = uint64_t __attribute__((vector_size(kLanes)));  // which one instruction shifts, and bytes none

/// The small letters of Vietnamese stay, and so does what begins below U+00C0. \param bytes  the first of sixteen, with
/// two more before them
[[gnu::always_inline]] inline LowerLanes Lower(const char* bytes) {
  const Lanes a = LoadLanes(bytes - 2), b = LoadLanes(bytes - 1), c = LoadLanes(bytes);
  // Up to U+01BF two bytes, each with six bits of the code point: the lowest eight of them tell the letters apart.
  const Lanes code = (reinterpret_cast<Lanes>(reinterpret_cast<LongLanes>(b) << 6) & 0xC0) + (c - 0x80);
  const Lanes latin = IsFrom(code, 0xE0) | Is(code | 0x12, 0x13) | Is(code | 0x40, 0x69) | Is(code, 0xA1) |
                      Is(code, 0xB0);                                // à to ÿ; ă, đ with ā, ē; ĩ, ũ; ơ; ư
  const Lanes vietnamese = Is(b | 0x01, 0xBB) & Is(c | 0xFE, 0xFF);  // ạ to ỹ are odd
  const Lanes two_bytes = IsFrom(b, 0xC3) & ~Is(b, 0xE1) & (~latin | IsFrom(b, 0xC7));
  return {c + (Between(c, 'A', 'Z') & 0x20), two_bytes | (Is(a, 0xE1) & ~vietnamese)};
}

/// Writes a text in lower case piece by piece, and the rarer characters in the end.
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
