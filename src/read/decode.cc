// Which encoding the bytes are in, whether they are text at all, and UTF-8 with its ill-formed bytes replaced.
#include "read/decode.h"

#include <array>
#include <optional>
#include <utility>

#include "read/utf16.h"
#include "read/utf8.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/rewriter.h"
#include "text/scan.h"

namespace soat {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF"sv, kLittleEndianMark = "\xFF\xFE"sv,
                           kBigEndianMark = "\xFE\xFF"sv;
constexpr std::string_view kConvert = "save it as plain text (UTF-8) first";

struct BinaryFormat {
  std::string_view magic, name;
};
constexpr std::array<BinaryFormat, 12> kBinaryFormats = {{
    {"PK\x03\x04"sv, "a ZIP archive (perhaps .docx, .xlsx or .odt)"},
    {"PK\x05\x06"sv, "an empty ZIP archive"},
    {"%PDF-"sv, "a PDF file"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office file (perhaps .doc or .xls)"},
    {"{\\rtf"sv, "an RTF document"},
    {"\x89PNG"sv, "a PNG image"},
    {"GIF87a"sv, "a GIF image"},
    {"GIF89a"sv, "a GIF image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"\xFF\xFE\x00\x00"sv, "a file in UTF-32"},
    {"\x00\x00\xFE\xFF"sv, "a file in UTF-32"},
}};

/// More than a stray byte here and there: at least these many, and one in these many, say that it is no text.
constexpr size_t kStrayBytes = 32, kStrayShare = 10;

bool IsTooMany(size_t count, size_t size) { return count > kStrayBytes && count > size / kStrayShare; }

Error Refusal(const std::string& path, std::string what, std::string_view fix = kConvert) {
  return {ErrorCode::kInput, path, std::move(what), std::string(fix)};
}

/// The control characters that no text has. NUL is looked for separately.
struct ControlCharacter {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) {
    const Lanes a = LoadLanes(window);
    return Between(a, 0x01, 0x08) | Between(a, 0x0E, 0x1F) | Is(a, 0x7F);
  }
};

size_t CountControlCharacters(std::string_view text) {
  size_t count = 0;
  for (size_t at = FindRare<ControlCharacter>(text, 0); at < text.size(); ++count) {
    at = FindRare<ControlCharacter>(text, at + 1);
  }
  return count;
}

std::optional<Error> RefuseFormat(const std::string& path, std::string_view bytes) {
  for (const BinaryFormat& format : kBinaryFormats) {
    if (bytes.starts_with(format.magic)) return Refusal(path, "this is " + std::string(format.name) + ", not text");
  }
  return std::nullopt;
}

std::optional<Error> RefuseControls(const std::string& path, std::string_view text) {
  if (const size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return Refusal(path, "this is not text: a NUL stands at byte " + std::to_string(nul),
                   "save it as plain text (UTF-8) first; UTF-16 is read when it begins with a byte order mark");
  }
  const size_t controls = CountControlCharacters(text);
  if (!IsTooMany(controls, text.size())) return std::nullopt;
  return Refusal(path, "this is not text: " + std::to_string(controls) + " of " + std::to_string(text.size()) +
                           " bytes are control characters");
}

Error RefuseEncoding(const std::string& path, std::string_view encoding, size_t broken, size_t size) {
  return Refusal(path,
                 "this is not " + std::string(encoding) + ": " + std::to_string(broken) + " of " +
                     std::to_string(size) + " bytes cannot be decoded",
                 "convert it to UTF-8 first; old Vietnamese files are often in TCVN3, VNI or windows-1258");
}

/// \return how many bytes were replaced
size_t ReplaceIllFormed(std::string_view bytes, Rewriter& rewriter, std::vector<DecodingProblem>& problems,
                        size_t begin) {
  size_t broken = 0, counted = 0;
  uint32_t line = 1;
  for (size_t at = FindIllFormed(bytes, begin); at < bytes.size();) {
    const size_t end = CharacterAt(bytes, at).end;
    line += CountLineEnds(bytes, counted, at);
    counted = at;
    problems.push_back({static_cast<uint32_t>(at), line});
    rewriter.Replace(at, end, "\uFFFD");
    broken += end - at;
    at = FindIllFormed(bytes, end);
  }
  return broken;
}

Result<DecodedText> DecodeUtf8(const std::string& path, std::string bytes) {
  DecodedText decoded;
  Rewriter rewriter(bytes);
  const bool marked = bytes.starts_with(kUtf8Mark);
  if (marked) rewriter.Replace(0, kUtf8Mark.size(), "");
  decoded.encoding = marked ? "UTF-8 with BOM" : "UTF-8";
  const size_t broken = ReplaceIllFormed(bytes, rewriter, decoded.problems, marked ? kUtf8Mark.size() : 0);
  if (IsTooMany(broken, bytes.size())) return RefuseEncoding(path, "UTF-8", broken, bytes.size());
  if (rewriter.changed()) {
    rewriter.Finish();
    decoded.text = std::move(rewriter.text());
    decoded.to_file = std::move(rewriter.map());
  } else {
    decoded.text = std::move(bytes);
  }
  return decoded;
}

}  // namespace

Result<DecodedText> Decode(const std::string& path, std::string bytes) {
  if (auto error = RefuseFormat(path, bytes)) return *std::move(error);
  if (bytes.starts_with(kLittleEndianMark) || bytes.starts_with(kBigEndianMark)) {
    DecodedText decoded = DecodeUtf16(bytes, bytes.starts_with(kBigEndianMark));
    if (IsTooMany(2 * decoded.problems.size(), bytes.size())) {
      return RefuseEncoding(path, decoded.encoding, 2 * decoded.problems.size(), bytes.size());
    }
    if (auto error = RefuseControls(path, decoded.text)) return *std::move(error);
    return decoded;
  }
  if (auto error = RefuseControls(path, bytes)) return *std::move(error);
  return DecodeUtf8(path, std::move(bytes));
}

}  // namespace soat
