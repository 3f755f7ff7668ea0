// The identity of a text, read with the embedded rules.
#pragma once

#include <string>
#include <utility>

#include "soat/analyzer.h"
#include "soat/reader.h"

namespace soat {

inline const Analyzer& EmbeddedAnalyzer() {
  static const Analyzer analyzer = std::move(Analyzer::Make(LoadRules(EmbeddedRules()).rules).value());
  return analyzer;
}

inline ReportIdentity IdentityOf(std::string text) {
  return EmbeddedAnalyzer().Analyze(MakeDocument("r.txt", std::move(text)).value()).identity;
}

}  // namespace soat
