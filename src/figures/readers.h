// From a rule's match to the figures that it stands for, kind by kind.
#pragma once

#include <vector>

#include "figures/matcher.h"
#include "figures/numeral.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// Appends the figures of a match of a rule of this kind: one, or two where a range shares its tail ("từ 10 đến 15
/// tháng 5 năm 2023"). What cannot be read ("31/02/2023") becomes a figure without a value.
/// REQUIRES: kind is ratio, date, period, docref or index
void ReadMatch(const Document& document, const Match& match, FigureKind kind, NumberStyle style,
               std::vector<Figure>& figures);

}  // namespace soat
