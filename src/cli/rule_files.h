// Rule files from the binary and from folders.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "cli/options.h"
#include "soat/analyzer.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// Rule files in the order in which they are applied, with the bytes that they point into.
class RulePacks {
 public:
  /// The embedded pack, then the *.toml files of each folder in byte order.
  /// \error kRule, kInput: a folder or a file cannot be read
  static Result<RulePacks> Read(const RuleOptions& options);
  RulePacks(RulePacks&&) = default;
  RulePacks& operator=(RulePacks&&) = default;

  /// Of the files that have been tested: who only reads reports needs none, and loads a quarter faster.
  void LeaveOutExamples();
  const std::vector<RuleFile>& files() const { return files_; }

 private:
  RulePacks() = default;
  void AddEmbedded(bool check);
  Status AddFrom(const std::string& directory);

  std::deque<std::string> contents_;  // a deque: what is in it never moves
  std::vector<RuleFile> files_;
  uint32_t packs_ = 0;
};

/// What the files say. Tells every error of every file, and returns nothing then.
std::optional<RuleSet> LoadRuleSet(const RulePacks& packs, Messages& messages);

/// Read and LoadRuleSet.
std::optional<RuleSet> LoadRuleSet(const RuleOptions& options, Messages& messages);

/// LoadRuleSet, compiled. The embedded rules have their examples only when `options` ask to check them.
std::optional<Analyzer> LoadAnalyzer(const RuleOptions& options, Messages& messages);

}  // namespace soat
