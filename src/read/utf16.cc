// Decoding UTF-16 into UTF-8 with a map back.
#include "read/utf16.h"

#include <utility>

#include "text/characters.h"
#include "text/lines.h"

namespace soat {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

class Utf16Decoder {
 public:
  Utf16Decoder(std::string_view bytes, bool big_endian) : bytes_(bytes), high_(big_endian ? 0 : 1) {}

  DecodedText Decode() {
    decoded_.encoding = high_ == 0 ? "UTF-16BE" : "UTF-16LE";
    decoded_.text.reserve(bytes_.size());
    decoded_.to_file.runs.push_back({0, 0, 0, 2});
    for (size_t at = 2; at < bytes_.size();) at += TakeCharacter(at);
    return std::move(decoded_);
  }

 private:
  /// \return how many bytes the character takes in the file
  size_t TakeCharacter(size_t at) {
    if (at + 1 == bytes_.size()) return Fail(at, 1);
    const char32_t unit = UnitAt(at);
    if (unit < 0xD800 || unit > 0xDFFF) return Append(at, 2, unit);
    const char32_t low = unit < 0xDC00 && at + 3 < bytes_.size() ? UnitAt(at + 2) : 0;
    if (low < 0xDC00 || low > 0xDFFF) return Fail(at, 2);
    return Append(at, 4, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
  }

  char32_t UnitAt(size_t at) const {
    const auto byte = [&](size_t index) { return static_cast<char32_t>(static_cast<uint8_t>(bytes_[index])); };
    return byte(at + high_) << 8 | byte(at + 1 - high_);
  }

  size_t Append(size_t at, size_t size, char32_t code_point) {
    const size_t begin = decoded_.text.size();
    AppendCharacter(decoded_.text, code_point);
    const size_t text_size = decoded_.text.size() - begin;
    if (text_size != size) {
      decoded_.to_file.runs.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(text_size),
                                       static_cast<uint32_t>(at), static_cast<uint32_t>(size)});
    }
    return size;
  }

  size_t Fail(size_t at, size_t size) {
    line_ += CountLineEnds(decoded_.text, counted_, decoded_.text.size());
    counted_ = decoded_.text.size();
    decoded_.problems.push_back({static_cast<uint32_t>(at), line_});
    return Append(at, size, kReplacement);
  }

  std::string_view bytes_;
  size_t high_;  // where in a unit its high byte stands
  DecodedText decoded_;
  uint32_t line_ = 1;   // of the last problem
  size_t counted_ = 0;  // the text up to which line_ has been counted
};

}  // namespace

DecodedText DecodeUtf16(std::string_view bytes, bool big_endian) { return Utf16Decoder(bytes, big_endian).Decode(); }

}  // namespace soat
