// The identity of a text, read with the embedded rules.
#pragma once

#include <string>
#include <utility>

#include "embedded_analyzer.h"
#include "soat/reader.h"

namespace soat {

inline ReportIdentity IdentityOf(std::string text) {
  return EmbeddedAnalyzer().Analyze(MakeDocument("r.txt", std::move(text)).value()).identity;
}

}  // namespace soat
