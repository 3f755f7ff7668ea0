// The noun that a number counts: "văn bản" of "gần 250 văn bản chỉ đạo".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/lexicon.h"
#include "soat/rule.h"

namespace soat {

/// A counted noun as it was found.
struct NounPhrase {
  std::string text;    ///< lower case, blanks folded to one space; empty when no noun follows
  bool known = false;  ///< it begins with a noun of the rules
  size_t begin = 0;    ///< in the text
  size_t end = 0;      ///< in the text; where the search began when there is none
};

/// Finds the noun behind a number: the longest known one with those of its group that are joined to it ("xã, thị
/// trấn"), else the first word or two of what may be one.
class NounReader {
 public:
  explicit NounReader(const RuleSet& rules);

  NounPhrase ReadAt(std::string_view key, size_t position) const;
  /// Whether a known noun begins at `position`, after blanks.
  bool KnownAt(std::string_view key, size_t position) const;
  /// The end of the known noun there, or 0.
  size_t KnownEnd(std::string_view key, size_t position) const;

 private:
  std::optional<Lexicon::Hit> NounAt(std::string_view key, size_t position) const;
  NounPhrase ReadKnown(std::string_view key, size_t begin, Lexicon::Hit hit) const;
  NounPhrase ReadUnknown(std::string_view key, size_t begin) const;

  size_t SkipOpeners(std::string_view key, size_t position) const;

  Lexicon nouns_{Lexicon::Look::kAt};  // and the stops
  Lexicon stops_{Lexicon::Look::kAt}, openers_{Lexicon::Look::kAt};
  std::vector<uint32_t> groups_;  // of each noun; 0: none
};

}  // namespace soat
