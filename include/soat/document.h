// A report as it flows through the program: the bytes of the file, the decoded text, the normalised text, and the maps
// that lead back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace soat {

/// Bytes [begin, end) of one text.
struct Span {
  uint32_t begin = 0, end = 0;
  uint32_t size() const { return end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// Leads from the bytes of a text to the bytes of the text that it was made from.
struct OffsetMap {
  /// A stretch that did not map byte for byte: text [text, text+text_size) came from
  /// source [source, source+source_size). Either size may be 0.
  struct Run {
    uint32_t text, text_size, source, source_size;
  };
  /// Sorted and disjoint in both texts; between the runs bytes correspond one to one. No runs: identity.
  std::vector<Run> runs;

  /// The source bytes that a span of the text came from; widens to whole runs. An empty span maps to an empty span.
  Span ToSource(Span text) const;
  /// The same. `near` is 0 at first and left alone by the caller: spans that follow each other are found at once.
  Span ToSource(Span text, size_t& near) const;
};

/// A stretch of bytes that could not be decoded and stands as U+FFFD in the decoded text.
struct DecodingProblem {
  uint32_t offset = 0;  ///< byte in the file
  uint32_t line = 0;    ///< 1-based
};

/// One report.
///
/// bytes (the file) --decode--> decoded (valid UTF-8, no BOM) --normalise--> text --lower case--> key.
/// Every span that the stages pass on is in bytes of `text`.
struct Document {
  std::string path;      ///< as given; "-" or the given name for standard input
  std::string encoding;  ///< "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE"
  std::string decoded;   ///< the file as valid UTF-8, line ends as they stand
  OffsetMap to_file;     ///< decoded -> bytes of the file
  std::string text;      ///< NFC, folded spaces, dashes, digits and spelling; line ends are "\n"
  OffsetMap to_decoded;  ///< text -> decoded
  std::string key;       ///< text in lower case; byte for byte as long as text
  std::vector<DecodingProblem> problems;
  std::string sha256;  ///< of the file, in hexadecimal; empty unless whoever read it was asked for it

  /// What stands in the file for a span of the text, unaltered.
  std::string_view Quote(Span text_span) const;
};

/// Where a figure stands, for people and for machines.
struct Location {
  uint32_t line = 1, column = 1;          ///< 1-based; columns count code points of the decoded text
  uint32_t end_line = 1, end_column = 1;  ///< exclusive
  uint32_t offset = 0, length = 0;        ///< bytes in the file
};

/// Finds the places of spans of one document. Fastest when the spans are asked for in rising order; any order is right.
class Locator {
 public:
  explicit Locator(const Document& document);
  Location Locate(Span text);
  /// What Document::Quote says of a span. Fast for the one that was located last.
  std::string_view Quote(Span text);

 private:
  struct Position {
    uint32_t offset = 0, line = 1, column = 1;
  };
  Position From(const Position& near, uint32_t decoded_offset) const;
  void Jump(uint32_t decoded_offset);

  const Document& document_;
  const bool lone_returns_;                  // some lines end in CR alone
  Position position_;                        // where the last span began
  size_t near_decoded_ = 0, near_file_ = 0;  // the runs of the maps that were met last
  std::vector<uint32_t> line_begins_;        // made when a span is far from the one before it
};

}  // namespace soat
