// Two spellings of one Vietnamese syllable become one: where the tone mark of oa, oe and uy stands, and i or y.
#include <array>
#include <optional>

#include "text/characters.h"
#include "text/normalise.h"
#include "text/scan.h"

namespace soat {
namespace {

/// A vowel without its tone, and which of the five tones it carries.
struct TonedVowel {
  char vowel = 0;
  size_t tone = 0;
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

std::optional<TonedVowel> FindTone(char32_t c) {
  for (const Tones& row : kTones) {
    const size_t tone = row.toned.find(c);
    if (tone != std::u32string_view::npos) return TonedVowel{row.vowel, tone};
  }
  return std::nullopt;
}

/// REQUIRES: vowel is one of kTones
char32_t WithTone(char vowel, size_t tone) {
  const Tones* row = kTones.begin();
  while (row->vowel != vowel) ++row;
  return row->toned[tone];
}

/// Looks at the letter before an onset, the onset or first vowel, the bytes of the toned vowel and the letter behind
/// it. It knows ASCII letters alone; FoldAt decides.
struct MayBeSpeltOtherwise {
  static constexpr size_t kWindow = 6;
  static Lanes At(const char* window) {
    const Lanes before = LoadLanes(window) | 0x20, first = LoadLanes(window + 1) | 0x20;
    const Lanes b = LoadLanes(window + 2), c = LoadLanes(window + 3), d = LoadLanes(window + 4);
    const Lanes two = Between(b, 0xC3, 0xC4), behind = (d & two) | (LoadLanes(window + 5) & ~two);
    const Lanes ends = ~Between(behind | 0x20, 'a', 'z');
    const Lanes latin = Is(b, 0xC3), dotted = Is(b, 0xE1) & Is(c, 0xBA), hooked = Is(b, 0xE1) & Is(c, 0xBB);
    const Lanes low = c | 0x20, odd = d | 1;

    const Lanes a_or_e = (latin & (Is(low, 0xA0) | Is(low, 0xA1) | Is(low, 0xA3) | Between(low, 0xA8, 0xA9))) |
                         (dotted & (Is(odd, 0xA1) | Is(odd, 0xA3) | Between(odd, 0xB9, 0xBD)));
    const Lanes y = (latin & Is(low, 0xBD)) | (hooked & Between(odd, 0xB3, 0xB9));
    const Lanes i =
        (latin & Between(low, 0xAC, 0xAD)) | (Is(b, 0xC4) & Is(c | 1, 0xA9)) | (hooked & Between(odd, 0x89, 0x8B));
    const Lanes u = Is(first, 'u');
    const Lanes onset =
        (Is(first, 'h') | Between(first, 'k', 'm') | Between(first, 's', 't')) & ~Between(before, 'a', 'z');
    return ends & ((Is(first, 'o') & a_or_e) | (u & y) | (i & (onset | (u & Is(before, 'q')))));
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
  if (first + 1 >= text.size()) return;
  const Character last = CharacterAt(text, first + 1);
  const std::optional<TonedVowel> toned = FindTone(last.code_point);
  if (!toned || LetterFollows(text, last.end)) return;
  const char vowel = Lower(toned->vowel), letter = Lower(text[first]);
  std::string replacement;
  if ((letter == 'o' && (vowel == 'a' || vowel == 'e')) || (letter == 'u' && vowel == 'y' && !IsQ(text, first - 1))) {
    AppendCharacter(replacement, WithTone(text[first], toned->tone));
    rewriter.Replace(first, last.end, replacement + toned->vowel);
  } else if (vowel == 'i' && IsOnsetOfY(text, first)) {
    AppendCharacter(replacement, WithTone(toned->vowel == 'i' ? 'y' : 'Y', toned->tone));
    rewriter.Replace(last.begin, last.end, replacement);
  }
}

}  // namespace

Rewriter FoldSpelling(std::string_view text) {
  Rewriter rewriter(text);
  if (text.empty()) return rewriter;
  FoldAt(text, 0, rewriter);  // has no letter before it, which the windows need
  for (size_t before = FindFirst<MayBeSpeltOtherwise>(text, 0); before < text.size();
       before = FindFirst<MayBeSpeltOtherwise>(text, before + 1)) {
    FoldAt(text, before + 1, rewriter);
  }
  return rewriter;
}

}  // namespace soat
