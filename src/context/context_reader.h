// What a figure measures, whose it is and what part it plays: label, scope, own period, role.
#pragma once

#include <memory>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

class DocumentContext;
struct ContextLexicons;

/// Finds the context of figures with the words of a rule set. Made once; const and thread-safe afterwards.
class ContextReader {
 public:
  explicit ContextReader(const RuleSet& rules);
  ~ContextReader();

  /// Fills label, scope, role, and start and end of the figures that have values.
  /// REQUIRES: figures and structure of the analysis are those of the document
  void Read(const Document& document, Analysis& analysis) const;
  /// The same for the figures that are asked for.
  DocumentContext Of(const Document& document, Analysis& analysis) const;

 private:
  std::unique_ptr<const ContextLexicons> words_;
};

}  // namespace soat
