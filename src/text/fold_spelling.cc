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

/// The last byte of a character beyond ASCII behind which stands no ASCII letter.
struct EndsBeyondAscii {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) {
    const Lanes behind = LoadLanes(window + 1);
    return Continue(LoadLanes(window)) & ~(Continue(behind) | Between(behind | 0x20, 'a', 'z'));
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

/// Whether a letter and a vowel without its tone behind it, both in lower case, may end a syllable that FoldAt folds.
bool MayBeSpeltOtherwise(char letter, char vowel) {
  static constexpr ByteSet kBeforeI("hklmstu");
  if (vowel == 'i') return kBeforeI.Has(letter);
  return letter == 'o' ? vowel == 'a' || vowel == 'e' : letter == 'u' && vowel == 'y';
}

/// The character of two or three bytes from `begin` to `last`; of other bytes anything.
char32_t ShortCharacter(std::string_view text, size_t begin, size_t last) {
  const auto bits = [&](size_t position) { return char32_t{static_cast<uint8_t>(text[position])} & 0x3F; };
  if (last - begin == 1) return (bits(begin) & 0x1F) << 6 | bits(last);
  return (bits(begin) & 0x0F) << 12 | bits(begin + 1) << 6 | bits(last);
}

/// Folds the syllable whose last byte is text[last], if it may be spelt in two ways.
void FoldSyllable(std::string_view text, size_t last, Rewriter& rewriter) {
  if (last < 2) return;
  const size_t begin = IsContinuation(text[last - 1]) ? last - 2 : last - 1;
  if (begin == 0) return;
  const TonedVowel toned = FindTone(ShortCharacter(text, begin, last));
  if (MayBeSpeltOtherwise(Lower(text[begin - 1]), Lower(toned.vowel))) FoldAt(text, begin - 1, rewriter);
}

}  // namespace

Rewriter FoldSpelling(std::string_view text) {
  Rewriter rewriter(text);
  ForEach<EndsBeyondAscii>(text, [&](size_t last) { FoldSyllable(text, last, rewriter); });
  return rewriter;
}

}  // namespace soat
