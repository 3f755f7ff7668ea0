// What is told about bytes that could not be decoded.
#pragma once

#include <vector>

#include "soat/document.h"
#include "soat/status.h"

namespace soat {

/// One error for each of the first broken places of a document, one for all the others.
std::vector<Error> DescribeProblems(const Document& document);

}  // namespace soat
