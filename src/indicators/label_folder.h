// Labels as indicators and comparisons see them: one spelling, abbreviations in full, without what tells nothing.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "figures/hash_index.h"
#include "indicators/edge_phrases.h"
#include "indicators/folded_text.h"
#include "soat/indicator.h"

namespace soat {

/// Folds labels with the words of a rule set. Made once; const and thread-safe afterwards. All texts are normalised, as
/// Document::text and the labels of figures are.
class LabelFolder {
 public:
  explicit LabelFolder(const LabelWords& words);
  LabelFolder(const LabelFolder&) = delete;
  LabelFolder& operator=(const LabelFolder&) = delete;

  /// Lower case, words apart by one blank and without signs (but , / - %), abbreviations in full, the name of the
  /// reporting unit left out, heads and tails trimmed. "Tổng số hồ sơ TTHC của UBND huyện X" of "huyện X" is
  /// "hồ sơ thủ tục hành chính". Never empty unless the label is.
  std::string Fold(std::string_view label, std::string_view unit_name) const;

  /// The two halves of Fold: the words of a text, with abbreviations in full and nothing trimmed; and their trimming.
  void Split(std::string_view text, FoldedText& words) const;
  /// The same as Split of a text in lower case.
  void SplitKey(std::string_view key, FoldedText& words) const;
  /// \param unit  what Split makes of the name of the reporting unit
  void Trim(FoldedText& words, const FoldedText& unit) const;

  /// What labels that say the same have in common: Fold without years, days, fillers and commas.
  std::string Key(std::string_view label, std::string_view unit_name) const;

 private:
  using Phrases = std::unordered_set<std::string>;
  void SplitAll(FoldedText& words) const;
  void SplitLower(std::string_view lower, std::vector<FoldedWord>& words) const;
  void AppendWord(const FoldedWord& word, std::vector<FoldedWord>& words) const;
  std::vector<FoldedWord> InFull(const std::vector<FoldedWord>& words, int depth) const;

  std::vector<std::pair<std::string, std::string>> abbreviations_;  // short, in full
  HashIndex short_;                                                 // their places
  std::vector<std::vector<FoldedWord>> full_;                       // their words
  EdgePhrases heads_, tails_;
  Phrases fillers_, date_words_;
};

}  // namespace soat
