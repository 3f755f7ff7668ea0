// Lists of words that rules give, and the words of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"
#include "soat/rule.h"

namespace soat {

/// The words of a rule under a name, else those that all rules share; none when there is no such list.
const std::vector<std::string>& WordsOf(const RuleSet& rules, const RelationRule& rule, std::string_view name);

/// No other rule of the set has the shape of this one: then none sees the same as it does.
bool IsAloneOfItsShape(const RuleSet& rules, const RelationRule& rule);

/// Gives texts numbers from 0 on, equal ones the same.
class TextNumbers {
 public:
  uint32_t Of(std::string_view text);

 private:
  HashIndex numbers_;  // by WordHash
  uint32_t count_ = 0;
};

/// The words of texts as their hashes, so that texts are compared by numbers. Stop words are left out.
class TextWords {
 public:
  explicit TextWords(const std::vector<std::string>& stop_words);

  /// The words and digits of a stretch of text in lower case, in order.
  std::vector<uint64_t> In(std::string_view text) const;
  /// The same, sorted and each once.
  std::vector<uint64_t> SetIn(std::string_view text) const;
  /// Bits that are the same for texts of the same set of words, digits and letters that stand together being one word;
  /// found without a look at each word's hash.
  uint64_t BitsIn(std::string_view text) const;

 private:
  bool IsStopWord(uint64_t word) const;

  std::vector<uint64_t> stop_words_;  // sorted; they are few, and made for a report
  uint64_t stop_marks_ = 0;           // a bit for each of their hashes
  uint64_t stop_bits_ = 0;            // what BitsIn says of all of them
};

/// The hashes of words as TextWords gives them, sorted and each once.
std::vector<uint64_t> SetOf(const std::vector<std::string>& words);
/// How many words are in both. REQUIRES: both are sets
size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

}  // namespace soat
