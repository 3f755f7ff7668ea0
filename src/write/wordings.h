// The words around findings, in the language of the reader.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "soat/check.h"
#include "soat/rule.h"

namespace soat {

/// RuleSet::wordings in one language. REQUIRES: the rules outlive it
class Wordings {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Wordings(const RuleSet& rules, Language language) : rules_(rules), language_(language) {}

  /// The words of that name with {n} and the other values filled in: "{n} errors" → "3 errors". Without such words (in
  /// a rule pack of one's own) their name and the number.
  std::string Of(std::string_view name, uint64_t n = 0, Values values = {}) const;

 private:
  const RuleSet& rules_;
  const Language language_;
};

}  // namespace soat
