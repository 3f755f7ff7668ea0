// From the bytes of a file to a Document.
#pragma once

#include <string>
#include <string_view>

#include "soat/document.h"
#include "soat/status.h"

namespace soat {

/// Decodes and normalises one report.
///
/// \param path   how the report is named in the output
/// \param bytes  the whole file: UTF-8 with or without BOM, or UTF-16 with BOM; at most 1 GiB
/// \return       the document; broken bytes stand as U+FFFD in it and are listed in Document::problems
/// \error        kInput: NUL bytes or control characters say that this is no text; the file is too large
Result<Document> MakeDocument(std::string path, std::string bytes);

/// Reads the file at `path` and makes it a document.
/// \error  kInput: the file cannot be opened or read, and what MakeDocument refuses
Result<Document> ReadDocument(const std::string& path);

/// The folding of normalised text alone: what rules do to their words so that they meet the text's.
/// NFC, spaces, dashes, digits, placement of tone marks, i/y. Idempotent.
std::string NormaliseText(std::string_view utf8);
/// Lower case, byte for byte as long as `text` (a letter whose lower case is longer or shorter stays).
std::string LowerCase(std::string_view text);
/// Writes the same over `key`, which is no part of the text.
void LowerCase(std::string_view text, std::string& key);

}  // namespace soat
