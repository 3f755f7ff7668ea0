// The analyzer with the embedded rules, made once.
#pragma once

#include <utility>

#include "soat/analyzer.h"
#include "soat/reader.h"

namespace soat {

inline const Analyzer& EmbeddedAnalyzer() {
  static const Analyzer analyzer = std::move(Analyzer::Make(LoadRules(EmbeddedRules()).rules).value());
  return analyzer;
}

}  // namespace soat
