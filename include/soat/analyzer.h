// The stages in order: a document in, its figures out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/held_relations.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// Finds the figures of documents by a set of rules. Made once; const and thread-safe afterwards.
class Analyzer {
 public:
  /// \error kRule: the set lacks the words without which no number can be read
  static Result<Analyzer> Make(RuleSet rules);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  Analysis Analyze(const Document& document) const;
  /// Fills what the words around say of the figures: label, scope, role, own period, indicator. Costs up to half as
  /// much again as Analyze, so it is asked for where it is shown. REQUIRES: analysis is Analyze's of this document
  void AddContext(const Document& document, Analysis& analysis) const;
  /// Checks the figures against each other: fills Analysis::relations and undecided.
  /// The context of the figures that it needs is filled, too, indicators apart.
  /// REQUIRES: analysis is Analyze's of this document, with its context or without
  void AddRelations(const Document& document, Analysis& analysis) const;
  /// The same, but relations that hold are counted alone, which costs less.
  void AddRelations(const Document& document, Analysis& analysis, HeldRelations& held) const;
  /// Fills Analysis::relations with those that do not hold alone, the same ones; undecided may stay behind. What can
  /// only hold is not looked for, which costs least.
  void AddFindings(const Document& document, Analysis& analysis) const;
  const RuleSet& rules() const;
  /// Compiles every pattern now instead of at its first use.
  /// \return kRule for each rule with a pattern that RE2 refuses, or with what the program does not know
  std::vector<Error> Check() const;

 private:
  struct Implementation;
  explicit Analyzer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

/// The comparable form of a figure's value, as rule examples and tests write it: "93720", "7..25", "6322/7052",
/// "2023-08-01", "invalid", "2021-01-01..2023-12-31", "--06", "608/QĐ-UBND", "1,2,4,5", "malformed".
std::string CanonicalValue(const Figure& figure);

/// One sentence that a reader of the report understands: what is stated, what it computes to, by how much it is off.
/// Written from RuleSet::messages, with the operands as printed.
std::string MessageOf(const Relation& relation, const Document& document, const RuleSet& rules, Language language);

/// Runs every example of every rule.
/// \return one error for each example that is not as it says; kRule, placed at the example
std::vector<Error> TestExamples(const Analyzer& analyzer);

}  // namespace soat
