// From the bytes of a file to a Document.
#include <utility>

#include "read/decode.h"
#include "soat/reader.h"
#include "text/normalise.h"

namespace soat {
namespace {

/// Offsets are 32 bits wide, and normalising makes some characters three times as long.
constexpr size_t kLargestFile = size_t{1} << 30;

}  // namespace

Result<Document> MakeDocument(std::string path, std::string bytes) {
  if (bytes.size() > kLargestFile) {
    return Error{ErrorCode::kInput, std::move(path), "the file is larger than 1 GiB", "split it"};
  }
  Result<DecodedText> decoded = Decode(path, std::move(bytes));
  if (!decoded.ok()) return decoded.error();
  NormalisedText normalised = Normalise(decoded.value().text);
  Document document;
  document.path = std::move(path);
  document.encoding = std::move(decoded.value().encoding);
  document.decoded = std::move(decoded.value().text);
  document.to_file = std::move(decoded.value().to_file);
  document.problems = std::move(decoded.value().problems);
  document.text = std::move(normalised.text);
  document.to_decoded = std::move(normalised.to_decoded);
  document.key = LowerCase(document.text);
  return document;
}

}  // namespace soat
