// Two spellings of one Vietnamese syllable become one: where the tone mark of oa, oe and uy stands, and i or y.
#include <algorithm>
#include <array>

#include "text/byte_classes.h"
#include "text/characters.h"
#include "text/normalise.h"
#include "text/scan.h"

namespace soat {
namespace {

/// A vowel without its tone, and which of the five tones it carries.
struct TonedVowel {
  char vowel = 0;
  uint8_t tone = 0;
};

struct Tones {
  char vowel;
  std::u32string_view toned;
};
constexpr std::array<Tones, 12> kTones = {{{'a', U"àáảãạ"},
                                           {'e', U"èéẻẽẹ"},
                                           {'i', U"ìíỉĩị"},
                                           {'o', U"òóỏõọ"},
                                           {'u', U"ùúủũụ"},
                                           {'y', U"ỳýỷỹỵ"},
                                           {'A', U"ÀÁẢÃẠ"},
                                           {'E', U"ÈÉẺẼẸ"},
                                           {'I', U"ÌÍỈĨỊ"},
                                           {'O', U"ÒÓỎÕỌ"},
                                           {'U', U"ÙÚỦŨỤ"},
                                           {'Y', U"ỲÝỶỸỴ"}}};

/// The toned vowels stand in five blocks of 64 characters, each of which has one beginning in UTF-8.
constexpr std::array<char32_t, 5> kBlocks = {0x00C0 >> 6, 0x0100 >> 6, 0x0140 >> 6, 0x1E80 >> 6, 0x1EC0 >> 6};
using ToneTable = std::array<std::array<TonedVowel, 64>, kBlocks.size()>;

constexpr size_t BlockOf(char32_t c) {
  return static_cast<size_t>(std::find(kBlocks.begin(), kBlocks.end(), c >> 6) - kBlocks.begin());
}

constexpr ToneTable MakeToneTable() {
  ToneTable table{};
  for (const Tones& row : kTones) {
    for (size_t tone = 0; tone < row.toned.size(); ++tone) {
      table[BlockOf(row.toned[tone])][row.toned[tone] & 63] = {row.vowel, static_cast<uint8_t>(tone)};
    }
  }
  return table;
}

/// What a character is as a toned vowel; one without a vowel when it is none.
TonedVowel FindTone(char32_t c) {
  static constexpr ToneTable kTable = MakeToneTable();
  const size_t block = BlockOf(c);
  return block < kBlocks.size() ? kTable[block][c & 63] : TonedVowel{};
}

/// REQUIRES: vowel is one of kTones
char32_t WithTone(char vowel, size_t tone) {
  const Tones* row = kTones.begin();
  while (row->vowel != vowel) ++row;
  return row->toned[tone];
}

/// The letter that may end the onset of a syllable which is spelt in two ways, with one of its toned vowels behind it,
/// as far as few questions tell: either it is o or u, or the vowel ends with such bytes as i with a tone does, and no
/// letter of ASCII follows. Of a vowel of three bytes the latter tells the first one.
struct MayBeSpeltInTwoWays {
  static constexpr size_t kWindow = 4;
  static Lanes At(const char* window) {
    const Lanes letter = LoadLanes(window) | 0x20, a = LoadLanes(window + 1), b = LoadLanes(window + 2),
                behind = LoadLanes(window + 3) | 0x20;
    const Lanes o_or_u = Is(letter, 'o') | Is(letter, 'u'), toned = Is(a, 0xC3) | Is(a, 0xE1);
    // ìí, ĩ: begin with 0xC3 and 0xC4. ỉị: the last two bytes of them.
    const Lanes toned_i = (Is(a | 0x07, 0xC7) & Between(b | 0x20, 0xA8, 0xAD)) | (Is(a, 0xBB) & Is(b & 0xFC, 0x88));
    return (o_or_u & toned) | (toned_i & ~Between(behind, 'a', 'z'));
  }
};

char Lower(char ascii) { return static_cast<char>(ascii | 0x20); }

bool IsQ(std::string_view text, size_t position) { return position < text.size() && Lower(text[position]) == 'q'; }

/// Whether an i with a tone behind text[first] is the whole rhyme of a syllable that begins with one of these onsets.
bool IsOnsetOfY(std::string_view text, size_t first) {
  static constexpr ByteSet kOnsets("hklmst");
  const char letter = Lower(text[first]);
  if (letter == 'u') return IsQ(text, first - 1) && !LetterPrecedes(text, first - 1);
  return kOnsets.Has(letter) && !LetterPrecedes(text, first);
}

/// Whether the first byte of a vowel says that it has three, and not two.
bool IsLong(char first_byte) { return first_byte == '\xE1'; }

/// Folds the syllable whose letter before the toned vowel is text[first], if it is one of those.
void FoldAt(std::string_view text, size_t first, Rewriter& rewriter) {
  if (LetterFollows(text, first + (IsLong(text[first + 1]) ? 4 : 3))) return;
  const Character last = CharacterAt(text, first + 1);
  const TonedVowel toned = FindTone(last.code_point);
  const char vowel = Lower(toned.vowel), letter = Lower(text[first]);
  std::string replacement;
  if ((letter == 'o' && (vowel == 'a' || vowel == 'e')) || (letter == 'u' && vowel == 'y' && !IsQ(text, first - 1))) {
    AppendCharacter(replacement, WithTone(text[first], toned.tone));
    rewriter.Replace(first, last.end, replacement + toned.vowel);
  } else if (vowel == 'i' && IsOnsetOfY(text, first)) {
    AppendCharacter(replacement, WithTone(toned.vowel == 'i' ? 'y' : 'Y', toned.tone));
    rewriter.Replace(last.begin, last.end, replacement);
  }
}

}  // namespace

Rewriter FoldSpelling(std::string_view text) {
  Rewriter rewriter(text);
  size_t next = 1;  // where the vowel of the next syllable can begin: both halves of the test may tell of one
  ForEach<MayBeSpeltInTwoWays>(text, [&](size_t place) {
    const size_t vowel = IsLong(text[place]) ? place : place + 1;
    if (vowel < next) return;
    next = vowel + 1;
    FoldAt(text, vowel - 1, rewriter);
  });
  return rewriter;
}

}  // namespace soat
