// The letters and digits of a text, sixty-four bytes at a time.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {

/// The bytes with which letters begin, as ClassOf has it; and all bytes that ClassOf has not as kOther.
inline Lanes BeginLetters(Lanes bytes) {
  return Between(bytes | 0x20, 'a', 'z') | Between(bytes, 0xC3, 0xDF) | Is(bytes, 0xE1);
}
inline Lanes AreDigits(Lanes bytes) { return Between(bytes, '0', '9'); }
inline Lanes AreOfWords(Lanes bytes) { return BeginLetters(bytes) | Continue(bytes) | AreDigits(bytes); }

/// Walks over a text in blocks, each of which says of its bytes what ClassOf says of them, with a bit for each byte,
/// the lowest for the first one. REQUIRES: text is well-formed, but it may begin or end inside a character
class ByteBlocks {
 public:
  static constexpr size_t kSize = 64;

  explicit ByteBlocks(std::string_view text) : text_(text) {}

  /// To the first block, and on from each to the next one; the last one reaches behind the text.
  /// \return whether there is one
  bool Next() {
    begin_ += loaded_ ? kSize : 0;
    loaded_ = true;
    if (begin_ > text_.size()) return false;
    Load();
    Classify();
    return true;
  }

  /// Where the block begins in the text.
  size_t begin() const { return begin_; }
  /// All bytes of letters.
  uint64_t letters() const { return letters_; }
  uint64_t digits() const { return digits_; }
  /// The first bytes of all other characters.
  uint64_t others() const { return others_; }
  /// The bytes of letters and digits that stand behind those before them, also behind the last one of the block before.
  uint64_t behind_letters() const { return letters_ << 1U | last_letter_; }
  uint64_t behind_digits() const { return digits_ << 1U | last_digit_; }
  /// The bytes at which words begin, which are letters and digits, and those behind them; and both. From the first
  /// block on, each begin has its end.
  uint64_t word_begins() const { return words() & ~behind_words(); }
  uint64_t word_ends() const { return ~words() & behind_words(); }
  uint64_t word_edges() const { return words() ^ behind_words(); }
  /// Where the letters end that one of the block, at `position` in the text, begins.
  size_t LettersEndOf(size_t position) const {
    const size_t size = static_cast<size_t>(std::countr_one(letters_ >> (position - begin_)));
    const size_t end = position + size;
    return end < begin_ + kSize ? end : LettersEnd(text_, end);
  }
  uint64_t Where(char byte) const {
    return BitsOfAll([byte](Lanes lanes) { return Is(lanes, static_cast<uint8_t>(byte)); });
  }

 private:
  uint64_t words() const { return letters_ | digits_; }
  uint64_t behind_words() const { return words() << 1U | last_letter_ | last_digit_; }

  template <typename Test>
  uint64_t BitsOfAll(Test test) const {
    return BitsOf(test(lanes_[0]), test(lanes_[1]), test(lanes_[2]), test(lanes_[3]));
  }

  void Load() {
    if (text_.size() - begin_ >= kSize) {
      std::memcpy(lanes_.data(), text_.data() + begin_, kSize);
    } else {
      lanes_ = {};
      text_.copy(reinterpret_cast<char*>(lanes_.data()), kSize, begin_);
    }
  }

  void Classify() {
    last_letter_ = letters_ >> (kSize - 1);
    last_digit_ = digits_ >> (kSize - 1);
    digits_ = BitsOfAll([](Lanes bytes) { return AreDigits(bytes); });
    // Beyond ASCII there is little but letters.
    letters_ = BitsOfAll([](Lanes bytes) { return bytes | Between(bytes | 0x20, 'a', 'z'); });
    const bool continues_sign = last_letter_ == 0 && BitsOf(Continue(lanes_[0])) % 2 != 0;
    if (continues_sign || BeginsSign()) return ClassifySigns();
    others_ = ~(letters_ | digits_);
  }

  /// Whether a sign beyond ASCII begins in the block.
  bool BeginsSign() const {
    const auto begin = [](Lanes bytes) { return Is(bytes & 0xDD, 0xC0) | IsFrom(bytes, 0xE3); };  // 0xC2, 0xE0, 0xE2
    return Any(begin(lanes_[0]) | begin(lanes_[1]) | begin(lanes_[2]) | begin(lanes_[3]));
  }

  /// What continues a sign is no letter. Nothing goes on over more than three bytes.
  void ClassifySigns() {
    const uint64_t first_bytes = BitsOfAll([](Lanes bytes) { return BeginLetters(bytes); });
    const uint64_t more_bytes = BitsOfAll([](Lanes bytes) { return Continue(bytes); });
    uint64_t sign = ~(first_bytes | more_bytes), sign_bytes = sign;
    others_ = sign & ~digits_;
    for (int i = 0; i < 3; ++i) {
      sign = more_bytes & (sign << 1U | (i == 0 && last_letter_ == 0 ? 1 : 0));
      sign_bytes |= sign;
    }
    letters_ = ~sign_bytes;
  }

  const std::string_view text_;
  size_t begin_ = 0;
  bool loaded_ = false;
  std::array<Lanes, kSize / kLanes> lanes_{};
  uint64_t letters_ = 0, digits_ = 0, others_ = 0;
  uint64_t last_letter_ = 0, last_digit_ = 0;  // of the byte before the block
};

}  // namespace soat
