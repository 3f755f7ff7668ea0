// Members of JSON objects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "soat/decimal.h"
#include "soat/document.h"

namespace soat {

void AppendInteger(std::string& out, uint32_t number);

/// Appends `,"key":`.
void AppendKey(std::string& out, std::string_view key);
/// Appends the key and the value; nothing when there is no number, or the text is empty.
void AppendMember(std::string& out, std::string_view key, uint32_t number);
void AppendMember(std::string& out, std::string_view key, const std::optional<Decimal>& number);
void AppendMember(std::string& out, std::string_view key, std::string_view text);
/// Appends line, column, end_line, end_column, offset and length.
void AppendPlaceMembers(std::string& out, const Location& place);

}  // namespace soat
