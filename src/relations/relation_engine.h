// Relation rules applied: figures → relations with verdicts.
#pragma once

#include <memory>
#include <vector>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/held_relations.h"
#include "soat/rule.h"

namespace soat {

class ContextReader;
class IndicatorMatcher;

/// Checks the figures of documents by the relation rules of a rule set. Made once; const and thread-safe afterwards.
class RelationEngine {
 public:
  explicit RelationEngine(const RuleSet& rules);
  ~RelationEngine();

  /// Fills relations (by span) and undecided.
  /// \param contexts, indicators  asked for those of the figures that others are compared with, which are few; what
  ///                              indicators the figures have is not looked at
  /// \param use  of the relations that hold; left out: undecided may stay behind as well
  /// \param held  where they are counted; null unless they are
  /// REQUIRES: figures, structure and identity of the analysis are those of the document
  void Check(const Document& document, Analysis& analysis, const ContextReader& contexts,
             const IndicatorMatcher& indicators, HeldUse use, HeldRelations* held) const;
  /// \return kRule for each shape that the program does not know, or a role that its check does not take.
  std::vector<Error> CheckRules() const;

  struct Implementation;

 private:
  std::unique_ptr<const Implementation> implementation_;
};

}  // namespace soat
