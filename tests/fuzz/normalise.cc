// Any bytes become a consistent document, or an error.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "soat/reader.h"
#include "text/characters.h"

namespace {

void Require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

void CheckRuns(const soat::OffsetMap& map, size_t text_size, size_t source_size) {
  uint32_t text_end = 0, source_end = 0;
  for (const soat::OffsetMap::Run& run : map.runs) {
    Require(run.text >= text_end && run.source >= source_end, "runs are sorted and disjoint");
    Require(run.text - text_end == run.source - source_end, "bytes between runs correspond one to one");
    text_end = run.text + run.text_size;
    source_end = run.source + run.source_size;
  }
  Require(text_end <= text_size && source_end <= source_size, "runs are inside the texts");
  Require(text_size - text_end == source_size - source_end, "bytes behind the last run correspond one to one");
}

bool IsBoundary(const std::string& text, uint32_t offset) {
  return offset == text.size() || (offset < text.size() && !soat::IsContinuation(text[offset]));
}

void CheckSpans(const soat::Document& document, size_t file_size) {
  uint32_t last_begin = 0, last_end = 0, last_offset = 0;
  for (size_t at = 0; at < document.text.size();) {
    const size_t end = soat::CharacterAt(document.text, at).end;
    const soat::Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    const soat::Span decoded = document.to_decoded.ToSource(span), file = document.to_file.ToSource(decoded);
    Require(decoded.begin < decoded.end, "a character comes from somewhere");
    Require(decoded.begin >= last_begin && decoded.end >= last_end, "the map is monotone");
    Require(IsBoundary(document.decoded, decoded.begin) && IsBoundary(document.decoded, decoded.end),
            "a span leads to whole characters");
    Require(file.begin >= last_offset && file.begin < file.end && file.end <= file_size, "the file has the span");
    last_begin = decoded.begin;
    last_end = decoded.end;
    last_offset = file.begin;
    at = end;
  }
}

void CheckLocations(const soat::Document& document) {
  soat::Locator locator(document);
  uint32_t line = 1, column = 0;
  for (uint32_t at = 0; at < document.text.size(); ++at) {
    if (soat::IsContinuation(document.text[at])) continue;
    const soat::Location location = locator.Locate({at, at + 1});
    Require(location.line > line || (location.line == line && location.column >= column), "places rise with spans");
    Require(location.end_line > location.line || location.end_column > location.column, "a place is not empty");
    line = location.line;
    column = location.column;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  (void)soat::NormaliseText(bytes);  // may be ill-formed here
  const soat::Result<soat::Document> made = soat::MakeDocument("fuzz", bytes);
  if (!made.ok()) {
    Require(!made.error().what.empty() && made.error().where == "fuzz", "an error says what and where");
    return 0;
  }
  const soat::Document& document = made.value();
  Require(document.key.size() == document.text.size(), "the key is as long as the text");
  Require(soat::LowerCase(document.key) == document.key, "lower case is idempotent");
  Require(soat::NormaliseText(document.text) == document.text, "normalising is idempotent");
  CheckRuns(document.to_decoded, document.text.size(), document.decoded.size());
  CheckRuns(document.to_file, document.decoded.size(), size);
  CheckSpans(document, size);
  CheckLocations(document);
  return 0;
}
