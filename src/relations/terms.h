// The amounts of one reading while equations among them are looked for.
#pragma once

#include <vector>

#include "relations/amounts.h"
#include "relations/change_words.h"
#include "relations/finding_list.h"
#include "relations/phrases.h"
#include "relations/reading.h"

namespace soat {

/// Amounts with what is known of each. A part of a sum that was found is taken: it is no term of what stands around it.
class Terms {
 public:
  /// \param amounts  AmountsOf(reading); they outlive the terms
  Terms(const Reading& reading, const std::vector<Amount>& amounts, const ChangeWords& changes);

  size_t size() const { return amounts_.size(); }
  const Amount& operator[](size_t term) const { return amounts_[term]; }
  const Reading& reading() const { return reading_; }
  const PhraseRow& row() const { return reading_.row(); }
  const ReadFigure& place(size_t term) const { return reading_.figures()[amounts_[term].index]; }
  bool change(size_t term) const { return states_[term].change; }
  bool taken(size_t term) const { return states_[term].taken; }
  void Take(size_t term) { states_[term].taken = true; }
  /// The words before the figure of a term, back to the figure before it.
  std::string_view Before(size_t term) const { return reading_.Before(amounts_[term].index); }
  /// The same, of "4 việc" for both terms of "4 việc/1,78 tỷ đồng".
  std::string_view NameBefore(size_t term) const;
  std::string_view After(size_t term) const { return reading_.After(amounts_[term].index); }
  /// The figures that a total and its parts stand in, until it is called again.
  const std::vector<uint32_t>& Figures(size_t total, const std::vector<size_t>& parts) const;
  /// The numbers of some terms, until it is called again.
  const std::vector<Printed>& Numbers(const std::vector<size_t>& terms) const;

 private:
  struct State {
    bool change, taken = false;
  };

  const Reading& reading_;
  const std::vector<Amount>& amounts_;
  std::vector<State> states_;
  mutable std::vector<Printed> numbers_;
  mutable std::vector<uint32_t> figures_;
};

/// Adds a relation between a total and its parts, with the expected total, suggestions and severity of a contradiction.
void AddSum(const Terms& terms, FindingList& found, uint32_t rule, size_t total, const std::vector<size_t>& parts,
            Verdict verdict);

}  // namespace soat
