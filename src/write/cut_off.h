// What is told of a report that cuts its percentages off where it should round them.
#pragma once

#include <vector>

#include "soat/finding.h"
#include "soat/held_relations.h"
#include "write/wordings.h"

namespace soat {

/// Whether that is how the report writes percentages: at least three are cut off, and none is rounded up.
/// \param held  the relations that are counted alone
bool CutsOffThroughout(const std::vector<Relation>& relations, const HeldRelations& held);

/// Puts one note, at the place of the first, for all findings of percentages that are cut off. REQUIRES: they stand in
/// the order of their places
void MergeCutOffs(std::vector<Finding>& findings, const Wordings& wordings);

}  // namespace soat
