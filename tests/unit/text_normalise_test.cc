#include <doctest/doctest.h>
#include <unicode/normalizer2.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "soat/reader.h"
#include "text/characters.h"
#include "text/normalise.h"

namespace soat {
namespace {

struct Row {
  std::string_view text, normalised;
};

void CheckRows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(NormaliseText(row.text) == row.normalised);
    CHECK(NormaliseText(row.normalised) == row.normalised);
  }
}

/// What the decoded text says where `part` stands in the normalised text.
std::string_view Origin(std::string_view decoded, std::string_view part) {
  const NormalisedText normalised = Normalise(decoded);
  const size_t begin = normalised.text.find(part);
  REQUIRE_MESSAGE(begin != std::string::npos, normalised.text);
  const auto at = static_cast<uint32_t>(begin);
  const Span source = normalised.to_decoded.ToSource({at, at + static_cast<uint32_t>(part.size())});
  return decoded.substr(source.begin, source.size());
}

/// The character rules once more, one character at a time and with NFC over the whole: slow and plain.
std::string FoldedPlainly(std::u32string_view text) {
  std::string folded;
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const auto is = [&](std::u32string_view set) { return set.find(c) != std::u32string_view::npos; };
    if (c == '\r') {
      if (text.substr(i + 1, 1) != U"\n") folded += '\n';
    } else if (is(U"\f\v\u0085\u2028\u2029")) {
      folded += '\n';
    } else if (is(U"\u00A0\u1680\u202F\u205F\u3000") || (c >= 0x2000 && c <= 0x200A)) {
      folded += ' ';
    } else if (is(U"\u2212\uFE58\uFE63\uFF0D") || (c >= 0x2010 && c <= 0x2015)) {
      folded += '-';
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
      folded += static_cast<char>(c - 0xFEE0);
    } else if (!is(U"\u200B\u200C\u200D\u2060\uFEFF\u00AD")) {
      AppendCharacter(folded, c);
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string nfc;
  icu::StringByteSink<std::string> sink(&nfc);
  icu::Normalizer2::getNFCInstance(status)->normalizeUTF8(0, folded, sink, nullptr, status);
  REQUIRE(U_SUCCESS(status));
  return nfc;
}

std::string Encoded(std::u32string_view text) {
  std::string encoded;
  for (const char32_t c : text) AppendCharacter(encoded, c);
  return encoded;
}

std::string FoldedCharacters(std::string_view text) {
  Rewriter rewriter = FoldCharacters(text);
  rewriter.Finish();
  return rewriter.text();
}

}  // namespace

TEST_CASE("plain text stays byte for byte and needs no map") {
  for (const std::string_view text : {"", "a", "Đã giải quyết 1.234/1.240 hồ sơ, đạt 99,52%.\n",
                                      "“trích dẫn” … • 5 km² §3", "\tô\tô\n", "Москва 東京 한국"}) {
    const NormalisedText normalised = Normalise(text);
    CHECK(normalised.text == text);
    CHECK(normalised.to_decoded.runs.empty());
  }
}

TEST_CASE("exotic spaces are spaces, invisible characters are gone, dashes are hyphens") {
  CheckRows({{"10\u00A0000", "10 000"},
             {"a\u1680b\u2000c\u2001d\u2009e\u200Af", "a b c d e f"},
             {"10\u202F000\u205F5\u30006", "10 000 5 6"},
             {"ti\u200Bep\u200C n\u200Dh\u2060an\uFEFF.", "tiep nhan."},
             {"đồng\u00AD ý", "đồng ý"},
             {"7\u20108\u20119\u201210\u201311\u201412\u201513", "7-8-9-10-11-12-13"},
             {"\u22125 \uFE58 \uFE63 \uFF0D", "-5 - - -"},
             {"\u200B\u200B", ""}});
}

TEST_CASE("full-width ASCII is ASCII and superscripts stay") {
  CheckRows({{"２５％", "25%"},
             {"（ａ～Ｚ！）", "(a~Z!)"},
             {"45¹ 10² m³ x₁ 5½ ①", "45¹ 10² m³ x₁ 5½ ①"},
             {"㎏ ﬁ Ⅱ ٣", "㎏ ﬁ Ⅱ ٣"}});
}

TEST_CASE("every line end is one line feed and tabs stay") {
  CheckRows({{"a\r\nb\rc\nd", "a\nb\nc\nd"},
             {"a\r\r\n\n\rb", "a\n\n\n\nb"},
             {"a\u2028b\u2029c\u0085"
              "d",
              "a\nb\nc\nd"},
             {"a\fb\vc", "a\nb\nc"},
             {"a\tb", "a\tb"},
             {"a\r", "a\n"}});
}

TEST_CASE("decomposed letters are composed") {
  CheckRows({{"Tie\u0302\u0301p nha\u0323\u0302n", "Tiếp nhận"},
             {"u\u031Bo\u031B\u0301c", "ước"},
             {"u\u031B\u031B", "ư\u031B"},
             {"\u212B \u2126 \u212A", "Å Ω K"},
             {"a\u0301\u0323", "ạ\u0301"},
             {"\u0301a", "\u0301a"},
             {"\u1112\u1161\u11AB", "한"}});
}

TEST_CASE("folded characters compose with the marks behind them") {
  CheckRows({{"\uFF41\u0301", "á"},
             {"a\u200B\u0301", "á"},
             {"\u200Ba\u200B\u200B\u0301\u200Bb", "áb"},
             {"\uFF1D\u0338", "≠"},
             {"\u200B\u0301", "\u0301"},
             {"\r\n\u0301", "\n\u0301"}});
}

TEST_CASE("the tone mark of oa, oe and uy stands on the first vowel at the end of a syllable") {
  CheckRows({{"hoà hoá hoả hoã hoạ", "hòa hóa hỏa hõa họa"},
             {"khoè khoé khoẻ khoẽ khoẹ", "khòe khóe khỏe khõe khọe"},
             {"thuỳ thuý thuỷ thuỹ thuỵ", "thùy thúy thủy thũy thụy"},
             {"HOÀ HOÁ HOẢ HOÃ HOẠ", "HÒA HÓA HỎA HÕA HỌA"},
             {"KHOÈ KHOÉ KHOẺ KHOẼ KHOẸ", "KHÒE KHÓE KHỎE KHÕE KHỌE"},
             {"THUỲ THUÝ THUỶ THUỸ THUỴ", "THÙY THÚY THỦY THŨY THỤY"},
             {"Uỷ ban, uỷ quyền; uỷ", "Ủy ban, ủy quyền; ủy"},
             {"hOà Hoà hoÀ", "hÒa Hòa hòA"},
             {"hoà-thuỷ/hoá5 hoà¹ hoà.", "hòa-thủy/hóa5 hòa¹ hòa."},
             {"oà", "òa"}});
}

TEST_CASE("the tone mark stays where a letter follows, and in uy behind q") {
  CheckRows({{"hoàn toàn khoảng hoạt khoẻn", "hoàn toàn khoảng hoạt khoẻn"},
             {"khuỷu huỳnh", "khuỷu huỳnh"},
             {"quý quỹ QUỲ Quỵ", "quý quỹ QUỲ Quỵ"},
             {"hoàđ hoà\u0308", "hoàđ hoà\u0308"},
             {"hòa khỏe thúy oa uy", "hòa khỏe thúy oa uy"},
             {"quà huệ loà xoà", "quà huệ lòa xòa"}});
}

TEST_CASE("i with a tone is y behind a single h, k, l, m, s, t and behind qu") {
  CheckRows({{"hì kí lỉ mĩ sị tí", "hỳ ký lỷ mỹ sỵ tý"},
             {"HÌ KÍ LỈ MĨ SỊ TÍ", "HỲ KÝ LỶ MỸ SỴ TÝ"},
             {"tỉ lệ, kì họp; lí do", "tỷ lệ, kỳ họp; lý do"},
             {"bác sĩ thạc sĩ Sĩ", "bác sỹ thạc sỹ Sỹ"},
             {"quí Quì QUỈ", "quý Quỳ QUỶ"},
             {"(tỉ/5kì-kĩ", "(tỷ/5kỳ-kỹ"},
             {"tỉ", "tỷ"}});
}

TEST_CASE("i stays without a tone, behind other onsets and before another letter") {
  CheckRows({{"ti si ki quy li mi", "ti si ki quy li mi"},
             {"thị chỉ khí nghỉ phí trí", "thị chỉ khí nghỉ phí trí"},
             {"tỉnh kính lịch mìn síp quít", "tỉnh kính lịch mìn síp quít"},
             {"bì dĩ gì nỉ rỉ vị xí ỉ đĩ", "bì dĩ gì nỉ rỉ vị xí ỉ đĩ"},
             {"đsĩ ếtỉ aquí", "đsĩ ếtỉ aquí"},
             {"tuí huì", "tuí huì"}});
}

TEST_CASE("spelling is folded after composition and across invisible characters") {
  CheckRows({{"hoa\u0300", "hòa"},
             {"ti\u0309 le\u0323\u0302", "tỷ lệ"},
             {"ho\u00ADà", "hòa"},
             {"hoà\u200Bn", "hoàn"},
             {"ｔỉ", "tỷ"}});
}

TEST_CASE("a span of the text leads back to whole characters of the original") {
  CHECK(Origin("phường hoà bình", "òa") == "oà");
  CHECK(Origin("phường hoà bình", "a b") == "oà b");
  CHECK(Origin("phường hoà bình", "bình") == "bình");
  CHECK(Origin("cái tỉ lệ", "tỷ") == "tỉ");
  CHECK(Origin("bác sĩ ạ", "ỹ") == "ĩ");
  CHECK(Origin("bác sĩ ạ", "ạ") == "ạ");
  CHECK(Origin("tie\u0302\u0301p nha\u0323\u0302n 5", "ế") == "e\u0302\u0301");
  CHECK(Origin("tie\u0302\u0301p nha\u0323\u0302n 5", "nhận") == "nha\u0323\u0302n");
  CHECK(Origin("tie\u0302\u0301p nha\u0323\u0302n 5", "5") == "5");
  CHECK(Origin("10\u00A0000 đồng", "10 000") == "10\u00A0000");
  CHECK(Origin("10\u00A0000 đồng", "000") == "000");
  CHECK(Origin("x\u200B12\u200By", "12") == "12");
  CHECK(Origin("x\u200B1\u200B2\u200By", "12") == "1\u200B2");
  CHECK(Origin("một\r\nhai\r\nba", "hai") == "hai");
  CHECK(Origin("một\r\nhai\r\nba", "hai\n") == "hai\r\n");
  CHECK(Origin("２５％ 7", "5%") == "５％");
  CHECK(Origin("hoa\u0300\u00A05", "hòa") == "hoa\u0300");
  CHECK(Origin("ho\u00ADa\u0300 5", "òa") == "o\u00ADa\u0300");
}

TEST_CASE("a replacement of one character by another as long needs no run") {
  CHECK(Normalise("kí\f5\r6").to_decoded.runs.empty());
  CHECK(Normalise("kì").to_decoded.runs.size() == 1);
  CHECK(Normalise("a\u200B\u200B\u200Bb").to_decoded.runs.size() == 1);
}

TEST_CASE("every character folds as the plain rules say, alone and between letters") {
  int failures = 0;
  char32_t first = 0;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::u32string text = {c, 'a', c, 'b', c};
    if (FoldedCharacters(Encoded(text)) == FoldedPlainly(text)) continue;
    if (failures++ == 0) first = c;
  }
  CAPTURE(static_cast<uint32_t>(first));
  CHECK(failures == 0);
}

TEST_CASE("random rows of difficult characters fold as the plain rules say") {
  static constexpr std::u32string_view kDifficult =
      U"aoOuyAtqhkìỉàẽỳ \t\r\n\f-5%\u00A0\u00AD\u0085\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B\u0338\u0344\u0345"
      U"\u200B\u2060\uFEFF\u2000\u2013\u2212\uFF10\uFF41\uFF1D\u212B\u1100\u1161\u11A8\uAC00\u0958\u0F71\u0F73\u3099か"
      U"\U0001D15E\U0001F600ơưăâđ";
  std::mt19937 random(20240101);
  int failures = 0;
  std::string first;
  for (int i = 0; i < 50000; ++i) {
    std::u32string text;
    for (size_t size = random() % 40; size > 0; --size) text += kDifficult[random() % kDifficult.size()];
    const std::string encoded = Encoded(text), once = NormaliseText(encoded);
    if (FoldedCharacters(encoded) == FoldedPlainly(text) && NormaliseText(once) == once) continue;
    if (failures++ == 0) first = encoded;
  }
  CAPTURE(first);
  CHECK(failures == 0);
}

constexpr std::u32string_view kVowels = U"aeiouyAEIOUY";
constexpr std::array<std::u32string_view, 12> kTonedVowels = {U"àáảãạ", U"èéẻẽẹ", U"ìíỉĩị", U"òóỏõọ",
                                                              U"ùúủũụ", U"ỳýỷỹỵ", U"ÀÁẢÃẠ", U"ÈÉẺẼẸ",
                                                              U"ÌÍỈĨỊ", U"ÒÓỎÕỌ", U"ÙÚỦŨỤ", U"ỲÝỶỸỴ"};

/// The spelling of a syllable of ASCII letters and one more letter, once more: with tables instead of bytes.
std::u32string SpeltPlainly(std::u32string_view before, char32_t letter, char32_t last) {
  const auto lower = [](char32_t c) { return c | 0x20; };
  std::u32string spelt = std::u32string(before) + letter + last;
  for (size_t row = 0; row < kTonedVowels.size(); ++row) {
    const size_t tone = kTonedVowels[row].find(last);
    if (tone == std::u32string_view::npos) continue;
    const char32_t vowel = lower(kVowels[row]);
    const bool after_q = !before.empty() && lower(before.back()) == 'q';
    const auto toned = [&](char32_t base) { return kTonedVowels[kVowels.find(base)][tone]; };
    if ((lower(letter) == 'o' && (vowel == 'a' || vowel == 'e')) || (lower(letter) == 'u' && vowel == 'y' && !after_q))
      return std::u32string(before) + toned(letter) + kVowels[row];
    const bool onset = lower(letter) == 'u' ? after_q && before.size() == 1
                                            : before.empty() && std::u32string_view(U"hklmst").find(lower(letter)) !=
                                                                    std::u32string_view::npos;
    if (vowel == 'i' && onset) spelt.back() = toned(kVowels[row] == 'i' ? 'y' : 'Y');
  }
  return spelt;
}

TEST_CASE("each syllable of a letter and a vowel is spelt as the plain rules say") {
  int failures = 0;
  std::string first;
  const auto check = [&](std::u32string_view before, char32_t letter, char32_t last) {
    for (const std::u32string_view behind : {U"", U" ", U".n", U"n", U"đ"}) {
      const bool ends = behind.empty() || behind.front() == ' ' || behind.front() == '.';
      const std::u32string syllable = std::u32string(before) + letter + last;
      const std::string text = Encoded(syllable + std::u32string(behind));
      const std::u32string spelt = ends ? SpeltPlainly(before, letter, last) : syllable;
      if (NormaliseText(text) == Encoded(spelt + std::u32string(behind))) continue;
      if (failures++ == 0) first = text;
    }
  };
  for (const std::u32string_view before : {U"", U"q", U"Q", U"g"}) {
    for (char32_t letter = 'A'; letter <= 'z'; ++letter) {
      if (letter > 'Z' && letter < 'a') continue;
      for (char32_t last = 0x00C0; last < 0x0180; ++last) check(before, letter, last);
      for (char32_t last = 0x1E80; last < 0x1F00; ++last) check(before, letter, last);
    }
  }
  CAPTURE(first);
  CHECK(failures == 0);
}

TEST_CASE("long rows of invisible characters and marks take no longer than their length") {
  std::string invisible, marks = "a";
  for (int i = 0; i < 200000; ++i) invisible += "\u200B";
  for (int i = 0; i < 200000; ++i) marks += "\u0323";
  CHECK(NormaliseText("a" + invisible + "b" + invisible) == "ab");
  CHECK(NormaliseText(marks).size() == marks.size());
}

TEST_CASE("ill-formed bytes stay as they are") {
  CHECK(NormaliseText("a\xC3 b\xE1\xBA") == "a\xC3 b\xE1\xBA");
  CHECK(NormaliseText("ho\xC3") == "ho\xC3");
  CHECK(NormaliseText("oC\xA0 hoc\xA1\xA1") == "oC\xA0 hoc\xA1\xA1");  // bytes that continue nothing
}

}  // namespace soat
