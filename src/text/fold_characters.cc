// Spaces, dashes, line ends, full-width and invisible characters, and NFC.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cassert>
#include <optional>

#include "text/characters.h"
#include "text/normalise.h"
#include "text/scan.h"

namespace soat {
namespace {

/// Everything that may have to change. What it lets pass begins and ends on its own in NFC: ASCII, U+00C0 to U+02FF and
/// U+1E00 to U+1EFF, which is all that plain Vietnamese text is made of, but for a few signs.
struct NeedsAttention {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) {
    const Lanes a = LoadLanes(window), b = LoadLanes(window + 1);
    const Lanes line_end = Between(a, '\v', '\r');
    const Lanes vietnamese = Is(a, 0xE1) & Is(b & 0xFC, 0xB8);  // 0xB8 to 0xBB
    return line_end | Is(a, 0xC2) | (IsFrom(a, 0xCC) & ~vietnamese);
  }
};

/// What stands for a character by the rules below; nothing when it stays.
std::optional<std::string_view> Folded(char32_t c) {
  static constexpr std::string_view kPrintable =
      "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  if (c >= 0xFF01 && c <= 0xFF5E) return kPrintable.substr(c - 0xFF01, 1);
  if (c >= 0x2000 && c <= 0x200A) return " ";
  if (c >= 0x2010 && c <= 0x2015) return "-";
  switch (c) {
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return " ";
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return "";
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
      return "-";
    case '\r':
    case '\f':
    case '\v':
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return "\n";
    default:
      return std::nullopt;
  }
}

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2& nfc = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status));  // the data is part of the library
    return *instance;
  }();
  return nfc;
}

/// Characters that NFC neither changes nor joins to what stands before them, decided without ICU.
bool IsPlain(char32_t c) { return c < 0x300 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x206F); }

bool JoinsBackwards(char32_t c) {
  return c != kIllFormed && !IsPlain(c) && !Nfc().hasBoundaryBefore(static_cast<UChar32>(c));
}

/// REQUIRES: !JoinsBackwards(c)
bool StaysInNfc(char32_t c) {
  return c == kIllFormed || IsPlain(c) ||
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

/// The one character that two or more compose to, pair by pair, in the usual case of a letter with its marks; 0 when
/// they do not. REQUIRES: text is not empty
char32_t Composed(std::string_view text) {
  Character next = CharacterAt(text, 0);
  if (next.code_point == kIllFormed || next.end == text.size()) return 0;
  auto composed = static_cast<UChar32>(next.code_point);
  while (next.end < text.size() && composed >= 0) {
    next = CharacterAt(text, next.end);
    const bool ill_formed = next.code_point == kIllFormed;
    composed = ill_formed ? U_SENTINEL : Nfc().composePair(composed, static_cast<UChar32>(next.code_point));
  }
  return composed < 0 ? 0 : static_cast<char32_t>(composed);
}

/// A character and those that join it: what NFC has to see at once.
struct Segment {
  size_t begin = 0, end = 0;
  std::string folded;  ///< without NFC
  bool stays_in_nfc = true;
};

void Append(std::string_view source, const Character& character, std::string& out) {
  if (const auto replacement = Folded(character.code_point)) {
    out += *replacement;
  } else {
    out += source.substr(character.begin, character.end - character.begin);
  }
}

/// Takes in what joins the segment, also across invisible characters: they will be gone. A segment that begins with
/// such characters takes all of them, so that a long row of them is walked over once.
void Extend(std::string_view source, Segment& segment) {
  for (size_t position = segment.end; position < source.size();) {
    const Character next = CharacterAt(source, position);
    position = next.end;
    if (Folded(next.code_point) == "") {
      if (segment.folded.empty()) segment.end = next.end;
      continue;
    }
    if (!JoinsBackwards(next.code_point)) return;
    Append(source, next, segment.folded);
    segment.end = next.end;
    segment.stays_in_nfc = false;
  }
}

/// The segment at a character that NeedsAttention. When that joins what stands before it, the segment begins one
/// character earlier; that character is as it was in the source, because otherwise its own segment would reach to here.
Segment SegmentAt(std::string_view source, size_t position) {
  Segment segment;
  const Character first = CharacterAt(source, position);
  segment.begin = position;
  segment.end = source.substr(position, 2) == "\r\n" ? position + 2 : first.end;
  const bool joins = JoinsBackwards(first.code_point);
  segment.stays_in_nfc = !joins && StaysInNfc(first.code_point);
  Append(source, first, segment.folded);
  Extend(source, segment);
  const bool open = joins || (!segment.stays_in_nfc && Folded(first.code_point) == "");
  if (open && position > 0) {
    const Character before = CharacterBefore(source, position);
    segment.begin = before.begin;
    segment.folded.insert(0, source.substr(before.begin, before.end - before.begin));
  }
  return segment;
}

}  // namespace

std::string ToNfc(std::string_view text) {
  std::string result;
  if (const char32_t composed = text.empty() ? 0 : Composed(text); composed != 0) {
    AppendCharacter(result, composed);
    return result;
  }
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  Nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  assert(U_SUCCESS(status));
  return result;
}

Rewriter FoldCharacters(std::string_view decoded) {
  Rewriter rewriter(decoded);
  size_t position = FindRare<NeedsAttention>(decoded, 0);
  while (position < decoded.size()) {
    Segment segment = SegmentAt(decoded, position);
    if (!segment.stays_in_nfc) segment.folded = ToNfc(segment.folded);
    if (segment.folded != decoded.substr(segment.begin, segment.end - segment.begin)) {
      rewriter.Replace(segment.begin, segment.end, segment.folded);
    }
    position = FindRare<NeedsAttention>(decoded, segment.end);
  }
  return rewriter;
}

}  // namespace soat
