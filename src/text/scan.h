// The search for the rare places of a text at which something has to be done.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace soat {

/// The bytes at sixteen neighbouring positions of a text, or sixteen answers about them: 0xFF for yes, 0 for no.
/// Arithmetic and the operators & | ~ work on all of them at once.
using Lanes = uint8_t __attribute__((vector_size(16)));
inline constexpr size_t kLanes = 16;

inline Lanes LoadLanes(const char* bytes) {
  Lanes lanes;
  std::memcpy(&lanes, bytes, kLanes);
  return lanes;
}

inline Lanes AllLanes(uint8_t byte) { return Lanes{} + byte; }
inline Lanes Is(Lanes lanes, uint8_t byte) { return reinterpret_cast<Lanes>(lanes == AllLanes(byte)); }
/// Whether a is greater than b, both as signed numbers: the one comparison of order that SSE2 has.
inline Lanes IsGreater(Lanes a, Lanes b) {
  using SignedLanes = int8_t __attribute__((vector_size(16)));
  return reinterpret_cast<Lanes>(reinterpret_cast<SignedLanes>(a) > reinterpret_cast<SignedLanes>(b));
}
/// REQUIRES: low <= high, and some byte is not between them
inline Lanes Between(Lanes lanes, uint8_t low, uint8_t high) {
  // From low up the bytes are 0x7F down, as signed numbers.
  const Lanes down = AllLanes(static_cast<uint8_t>(low + 0x7F)) - lanes;
  return IsGreater(down, AllLanes(static_cast<uint8_t>(0x7E - (high - low))));
}
/// Bytes that continue a character: 0x80 to 0xBF, which are the least as signed numbers.
inline Lanes Continue(Lanes lanes) { return IsGreater(AllLanes(0xC0), lanes); }
/// Bytes from `low` on, in one instruction: the answer is the highest bit alone, which is enough for BitsOf.
/// REQUIRES: low >= 0x80
inline Lanes IsFrom(Lanes lanes, uint8_t low) {
#ifdef __SSE2__
  const Lanes limit = AllLanes(static_cast<uint8_t>(low - 0x80));
  return reinterpret_cast<Lanes>(_mm_subs_epu8(reinterpret_cast<__m128i>(lanes), reinterpret_cast<__m128i>(limit)));
#else
  return Between(lanes, low, 0xFF);
#endif
}
/// A bit of each answer, the lowest for the first one.
inline uint32_t BitsOf(Lanes answers) {
#ifdef __SSE2__
  return static_cast<uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(answers)));
#else
  constexpr uint64_t kHighBits = 0x8080808080808080, kGather = 0x0002040810204081;
  uint64_t halves[2];
  std::memcpy(halves, &answers, kLanes);
  uint32_t bits = 0;
  for (size_t i = 0; i < 2; ++i) {
    if constexpr (std::endian::native == std::endian::big) halves[i] = __builtin_bswap64(halves[i]);
    bits |= static_cast<uint32_t>((halves[i] & kHighBits) * kGather >> 56U) << (8 * i);
  }
  return bits;
#endif
}
/// The same of four times sixteen answers.
inline uint64_t BitsOf(Lanes a, Lanes b, Lanes c, Lanes d) {
  return uint64_t{BitsOf(a)} | uint64_t{BitsOf(b)} << 16U | uint64_t{BitsOf(c)} << 32U | uint64_t{BitsOf(d)} << 48U;
}
/// How many of the lowest sixteen bits are set: where processors need not know how to count bits, std::popcount is a
/// call.
inline uint32_t CountBits(uint32_t bits) {
  bits -= bits >> 1U & 0x5555U;
  bits = (bits & 0x3333U) + (bits >> 2U & 0x3333U);
  bits = (bits + (bits >> 4U)) & 0x0F0FU;
  return (bits + (bits >> 8U)) & 0x1FU;
}
inline bool Any(Lanes answers) { return BitsOf(answers) != 0; }
/// REQUIRES: Any(answers)
inline size_t FirstOf(Lanes answers) { return static_cast<size_t>(std::countr_zero(BitsOf(answers))); }
/// The sum of all lanes.
inline uint32_t SumOf(Lanes lanes) {
  constexpr uint64_t kEven = 0x00FF00FF00FF00FF, kOnes = 0x0001000100010001;
  uint64_t halves[2];
  std::memcpy(halves, &lanes, kLanes);
  const uint64_t pairs =
      (halves[0] & kEven) + (halves[0] >> 8 & kEven) + (halves[1] & kEven) + (halves[1] >> 8 & kEven);
  return static_cast<uint32_t>(pairs * kOnes >> 48);
}

/// The first position at or after `from` where Test::At says yes; text.size() when there is none.
///
/// Test::At(const char* window) answers for sixteen positions at once: LoadLanes(window) are the bytes at them,
/// LoadLanes(window + 1) those behind each, and so on; it may look at Test::kWindow bytes from each position on. Behind
/// the end of the text it sees zeros, for which the answer must be no.
template <typename Test>
size_t FindFirst(std::string_view text, size_t from) {
  constexpr size_t kReach = kLanes + Test::kWindow - 1;
  for (; text.size() - from >= kReach; from += kLanes) {
    const Lanes answers = Test::At(text.data() + from);
    if (Any(answers)) return from + FirstOf(answers);
  }
  std::array<char, 2 * kReach> rest{};
  std::copy(text.begin() + static_cast<ptrdiff_t>(from), text.end(), rest.begin());
  for (const char* window = rest.data(); from < text.size(); from += kLanes, window += kLanes) {
    const Lanes answers = Test::At(window);
    if (Any(answers)) return from + FirstOf(answers);
  }
  return text.size();
}

/// The same, faster where yes is rare: looks at four times sixteen positions at once.
template <typename Test>
size_t FindRare(std::string_view text, size_t from) {
  constexpr size_t kReach = 4 * kLanes + Test::kWindow - 1;
  for (; text.size() - from >= kReach; from += 4 * kLanes) {
    const char* window = text.data() + from;
    const Lanes a = Test::At(window), b = Test::At(window + kLanes), c = Test::At(window + 2 * kLanes),
                d = Test::At(window + 3 * kLanes);
    if (Any(a | b | c | d)) return from + static_cast<size_t>(std::countr_zero(BitsOf(a, b, c, d)));
  }
  return FindFirst<Test>(text, from);
}

/// A test for FindFirst: a digit.
struct DigitByte {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) { return Between(LoadLanes(window), '0', '9'); }
};
/// A line feed.
struct LineFeed {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) { return Is(LoadLanes(window), '\n'); }
};

/// The answers of Test::At for at most sixteen bytes, the lowest bit for the first one. REQUIRES: Test::kWindow is 1
template <typename Test>
uint32_t AnswersFor(std::string_view bytes) {
  static_assert(Test::kWindow == 1);
  std::array<char, kLanes> window{};
  std::copy(bytes.begin(), bytes.end(), window.begin());
  return BitsOf(Test::At(window.data()));
}

/// How many positions Test::At says yes to. REQUIRES: Test::kWindow is 1
template <typename Test>
size_t CountWhere(std::string_view text) {
  constexpr size_t kMostBlocks = 255;  // a lane can count as far as this
  size_t count = 0, at = 0;
  while (text.size() - at >= kLanes) {
    Lanes counts{};
    const size_t end = at + std::min((text.size() - at) / kLanes, kMostBlocks) * kLanes;
    for (; at < end; at += kLanes) counts -= Test::At(text.data() + at);  // yes is -1
    count += SumOf(counts);
  }
  const size_t left = text.size() - at;
  if (left == 0) return count;
  if (at == 0) return CountBits(AnswersFor<Test>(text));
  return count + CountBits(BitsOf(Test::At(text.data() + text.size() - kLanes)) >> (kLanes - left));
}

/// The position behind the last one where Test::At says yes; 0 when there is none. REQUIRES: Test::kWindow is 1
template <typename Test>
size_t BehindLast(std::string_view text) {
  size_t end = text.size();
  for (; end >= kLanes; end -= kLanes) {
    const uint32_t answers = BitsOf(Test::At(text.data() + end - kLanes));
    if (answers != 0) return end - kLanes + static_cast<size_t>(std::bit_width(answers));
  }
  if (end == text.size()) return static_cast<size_t>(std::bit_width(AnswersFor<Test>(text)));
  const uint32_t first = BitsOf(Test::At(text.data())) & ((uint32_t{1} << end) - 1);
  return static_cast<size_t>(std::bit_width(first));
}

/// Calls visit(position) for every position where Test::At says yes, in rising order.
template <typename Test, typename Visit>
void ForEach(std::string_view text, Visit visit) {
  constexpr size_t kReach = kLanes + Test::kWindow - 1;
  const auto visit_all = [&](const char* window, size_t from) {
    for (uint32_t answers = BitsOf(Test::At(window)); answers != 0; answers &= answers - 1) {
      visit(from + static_cast<size_t>(std::countr_zero(answers)));
    }
  };
  size_t from = 0;
  for (; text.size() - from >= kReach; from += kLanes) visit_all(text.data() + from, from);
  std::array<char, 2 * kReach> rest{};
  std::copy(text.begin() + static_cast<ptrdiff_t>(from), text.end(), rest.begin());
  for (const char* window = rest.data(); from < text.size(); from += kLanes, window += kLanes) visit_all(window, from);
}

}  // namespace soat
