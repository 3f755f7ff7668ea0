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

/// A letter that may end the onset of a syllable which is spelt in two ways, with one of its toned vowels behind it and
/// no letter behind that, as far as the first byte tells. Lower and upper case are one, but for bits that do not
/// matter.
struct MayBeSpeltInTwoWays {
  static constexpr size_t kWindow = 5;
  static Lanes EndsWord(Lanes behind) { return ~(Continue(behind) | Between(behind | 0x20, 'a', 'z')); }
  static Lanes At(const char* window) {
    const Lanes letter = LoadLanes(window) | 0x20, a = LoadLanes(window + 1), b = LoadLanes(window + 2),
                c = LoadLanes(window + 3), d = LoadLanes(window + 4), low = b | 0x20;
    const Lanes onset = Is(letter, 'h') | Between(letter, 'k', 'm') | Is(letter, 'o') | Between(letter, 's', 'u');
    // àáã èé ìí ý, ĩ
    const Lanes latin = (Is(a, 0xC3) & (Is(low & 0xFE, 0xA0) | Is(low, 0xA3) | Is(low & 0xFE, 0xA8) |
                                        Is(low & 0xFE, 0xAC) | Is(low, 0xBD))) |
                        (Is(a, 0xC4) & Is(b | 1, 0xA9));
    // ạả ẹẻẽ, ỉị ỳỵỷỹ
    const Lanes vietnamese = Is(a, 0xE1) & ((Is(b, 0xBA) & (Between(c, 0xA0, 0xA3) | Between(c, 0xB8, 0xBD))) |
                                            (Is(b, 0xBB) & (Between(c, 0x88, 0x8B) | Between(c, 0xB2, 0xB9))));
    return onset & ((latin & EndsWord(c)) | (vietnamese & EndsWord(d)));
  }
};

char Lower(char ascii) { return static_cast<char>(ascii | 0x20); }

bool IsQ(std::string_view text, size_t position) { return position < text.size() && Lower(text[position]) == 'q'; }

/// Whether an i with a tone behind text[first] is the whole rhyme of a syllable that begins with one of these onsets.
bool IsOnsetOfY(std::string_view text, size_t first) {
  static constexpr std::string_view kOnsets = "hklmst";
  const char letter = Lower(text[first]);
  if (letter == 'u') return IsQ(text, first - 1) && !LetterPrecedes(text, first - 1);
  return kOnsets.find(letter) != std::string_view::npos && !LetterPrecedes(text, first);
}

/// Folds the syllable whose letter before the toned vowel is text[first], if it is one of those.
void FoldAt(std::string_view text, size_t first, Rewriter& rewriter) {
  const Character last = CharacterAt(text, first + 1);
  const TonedVowel toned = FindTone(last.code_point);
  if (LetterFollows(text, last.end)) return;
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
  ForEach<MayBeSpeltInTwoWays>(text, [&](size_t letter) { FoldAt(text, letter, rewriter); });
  return rewriter;
}

}  // namespace soat
