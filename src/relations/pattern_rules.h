// Relation rules that are patterns over reading lines.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "relations/finding_list.h"
#include "relations/reading.h"

namespace soat {

/// The pattern rules of a rule set. Patterns are compiled at their first use; const and thread-safe.
class PatternFinder {
 public:
  explicit PatternFinder(const RuleSet& rules);
  ~PatternFinder();

  void Find(const Reading& reading, FindingList& found) const;
  /// \return kRule for each pattern that RE2 refuses or that begins with no figure, or lacks an operand of its check
  std::vector<Error> Check() const;

 private:
  struct Compiled;
  void Compile() const;

  std::vector<std::unique_ptr<Compiled>> patterns_;
  mutable std::once_flag compiled_;
};

}  // namespace soat
