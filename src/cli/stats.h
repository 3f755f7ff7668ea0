// What --stats counts.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"
#include "soat/writer.h"

namespace soat {

/// Counts over any number of documents.
struct Stats {
  uint64_t files = 0, bytes = 0, malformed = 0;
  std::array<uint64_t, kFigureKindCount> figures{};  ///< by kind, malformed ones too
  std::vector<uint64_t> skipped;                     ///< by rule

  /// Counts one document as a file.
  void Count(const Document& document);
  /// Counts what was found in one; of its figures those of `kinds`.
  void Count(const Analysis& analysis, KindSet kinds);
  void Add(const Stats& other);
};

/// Lines for people: files, bytes, figures of each kind, malformed, skipped stretches by rule, time and speed.
std::string Describe(const Stats& stats, const RuleSet& rules, double seconds);

}  // namespace soat
