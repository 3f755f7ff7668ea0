// Quoting of text for JSON and CSV.
#pragma once

#include <string>
#include <string_view>

namespace soat {

/// Appends `text` as a JSON string with its quotes. REQUIRES: valid UTF-8.
void AppendJsonString(std::string& out, std::string_view text);

/// Appends `text` as one CSV cell (RFC 4180), quoted only where it must be. A text that a spreadsheet would run as a
/// formula (it begins with = + - @ TAB CR LF and is more than that sign) gets a leading apostrophe; so numbers must not
/// come this way.
void AppendCsvText(std::string& out, std::string_view text);
/// Copies a text to where there is room for it. \return whether that is what AppendCsvText appends
bool CopyPlainCsvText(std::string_view text, char* to);

/// `bytes` with every byte that is part of no UTF-8 character replaced by U+FFFD: file names need not be UTF-8.
std::string ValidUtf8(std::string_view bytes);

/// Control characters as \xNN: what a file is called must not reach the terminal as a command.
std::string Printable(std::string_view text);

}  // namespace soat
