// Looking for phrases and capitals in normalised text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "soat/document.h"

namespace soat {

/// How long the longest of `phrases` is that begins at `at` and ends with a word; 0 when none does.
size_t PhraseAt(std::string_view key, size_t at, const std::vector<std::string>& phrases);
/// The same for a phrase that begins with a word and ends at `end`.
size_t PhraseBefore(std::string_view key, size_t end, const std::vector<std::string>& phrases);
/// Where the first of `phrases` begins that stands within [from, to); npos when none does.
size_t FindPhrase(std::string_view key, size_t from, size_t to, const std::vector<std::string>& phrases);
/// Where the last of them begins.
size_t FindLastPhrase(std::string_view key, size_t from, size_t to, const std::vector<std::string>& phrases);

/// How many words a text has, which blanks stand between.
size_t WordCount(std::string_view text);

/// The position behind the blanks (spaces and emphasis marks) at `at`, within [at, end).
size_t SkipBlanks(std::string_view text, size_t at, size_t end);

/// A letter begins at `at` whose lower case is another one. REQUIRES: key is the lower case of text.
bool IsCapitalAt(std::string_view text, std::string_view key, size_t at);
/// The span has letters, and all are capitals.
bool IsAllCapitals(std::string_view text, std::string_view key, Span span);
/// The first letter of the span is a small one.
bool BeginsLower(std::string_view text, std::string_view key, Span span);

}  // namespace soat
