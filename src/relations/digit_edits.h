// The smallest edits of printed numbers after which a relation would hold.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "soat/check.h"
#include "soat/decimal.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// A number of a report that may be edited.
struct EditTarget {
  Span span;      ///< of the digits and separators in Document::text; words may follow in it
  Decimal value;  ///< that is printed there
};

/// Where a figure's number stands: the whole figure, or of a ratio the part before or behind the stroke.
EditTarget ValueTarget(const Figure& figure);
EditTarget NumeratorTarget(const Document& document, const Figure& figure);
EditTarget DenominatorTarget(const Document& document, const Figure& figure);

/// Tries on each target in turn: two neighbouring digits swapped, one digit changed, dropped, added, and the decimal
/// mark moved by one place.
///
/// \param holds  whether the relation holds when target `index` has that value instead
/// \return       the edits after which it does, swaps and changes first; at most three
std::vector<Suggestion> SmallestEdits(const Document& document, const std::vector<EditTarget>& targets,
                                      const std::function<bool(size_t index, const Decimal&)>& holds);
/// The edits of one number after which the parts add up to the total exactly.
std::vector<Suggestion> SumEdits(const Document& document, const EditTarget& total,
                                 const std::vector<EditTarget>& parts);
/// The edits of one number after which part / whole rounds to the percentage.
std::vector<Suggestion> PercentEdits(const Document& document, const EditTarget& percent, const EditTarget& part,
                                     const EditTarget& whole);
bool HasPercentEdit(const Document& document, const EditTarget& percent, const EditTarget& part,
                    const EditTarget& whole);

}  // namespace soat
