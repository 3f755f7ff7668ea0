// Normalised text → sections, passages, lists, tables and notes.
#pragma once

#include "soat/document.h"
#include "soat/rule.h"
#include "soat/structure.h"

namespace soat {

/// Reads the layout of a document. Odd layouts give fewer blocks, never an error.
Structure ReadStructure(const Document& document, const RuleSet& rules);

}  // namespace soat
