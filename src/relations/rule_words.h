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

/// Gives words numbers, equal ones the same, so that texts are compared by numbers. Stop words have none.
class WordNumbers {
 public:
  explicit WordNumbers(const std::vector<std::string>& stop_words);

  /// The words and digits of a stretch of text in lower case, in order.
  std::vector<uint32_t> In(std::string_view text);
  /// The same, sorted and each once.
  std::vector<uint32_t> SetIn(std::string_view text);
  std::vector<uint32_t> SetOf(const std::vector<std::string>& words);
  uint32_t Of(std::string_view word);

 private:
  HashIndex numbers_;  // by WordHash
  uint32_t count_ = 0;
};

/// How many words are in both. REQUIRES: both are sets of one WordNumbers
size_t CountShared(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

}  // namespace soat
