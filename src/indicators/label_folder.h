// Labels as indicators and comparisons see them: one spelling, abbreviations in full, without what tells nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "soat/indicator.h"

namespace soat {

/// Folds labels with the words of a rule set. Made once; const and thread-safe afterwards. All texts are normalised, as
/// Document::text and the labels of figures are.
class LabelFolder {
 public:
  /// REQUIRES: words outlives it
  explicit LabelFolder(const LabelWords& words);

  /// Lower case, words apart by one blank and without signs (but , / - %), abbreviations in full, the name of the
  /// reporting unit left out, heads and tails trimmed. "Tổng số hồ sơ TTHC của UBND huyện X" of "huyện X" is
  /// "hồ sơ thủ tục hành chính". Never empty unless the label is.
  std::string Fold(std::string_view label, std::string_view unit_name) const;

  /// What labels that say the same have in common: Fold without years, days, fillers and commas.
  std::string Key(std::string_view label, std::string_view unit_name) const;

  /// The words of a text as Fold sees them, with abbreviations in full, nothing trimmed.
  std::string Words(std::string_view text) const;

  const LabelWords& words() const { return words_; }

 private:
  using Phrases = std::unordered_set<std::string>;
  void TrimHeads(std::vector<std::string>& words) const;
  void TrimTails(std::vector<std::string>& words) const;
  void AppendWord(std::string_view word, std::vector<std::string>& words) const;
  std::vector<std::string> Split(std::string_view folded) const;

  const LabelWords& words_;
  std::unordered_map<std::string, std::string> abbreviations_;
  Phrases heads_, tails_, fillers_, date_words_;
  Phrases head_starts_, tail_ends_;  ///< their first (last) words: most labels have none
  size_t longest_ = 0;               ///< of heads and tails, in words
};

}  // namespace soat
