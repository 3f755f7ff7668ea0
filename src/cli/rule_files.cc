#include "cli/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "read/file.h"

namespace soat {
namespace {

namespace fs = std::filesystem;

/// The rule files below a folder, or the file itself.
Result<std::vector<std::string>> ListRuleFiles(const std::string& path) {
  std::error_code failed;
  if (fs::is_regular_file(path, failed)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  fs::recursive_directory_iterator next(path, failed);
  for (; !failed && next != fs::recursive_directory_iterator(); next.increment(failed)) {
    if (next->path().filename().native().front() == '.') {
      next.disable_recursion_pending();
    } else if (next->path().extension() == ".toml") {
      files.push_back(next->path().native());
    }
  }
  if (failed) {
    return Error{ErrorCode::kRule, path, "cannot be read: " + failed.message(), "name a folder with .toml rule files"};
  }
  if (files.empty()) {
    return Error{ErrorCode::kRule, path, "holds no rule files",
                 "put *.toml files there, or start with soat rules export"};
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void RulePacks::AddEmbedded(bool check) {
  for (RuleFile file : EmbeddedRules()) {
    file.tested = file.tested && !check;
    files_.push_back(std::move(file));
  }
  ++packs_;
}

void RulePacks::LeaveOutExamples() {
  for (RuleFile& file : files_) file.examples = !file.tested;
}

Status RulePacks::AddFrom(const std::string& directory) {
  const Result<std::vector<std::string>> paths = ListRuleFiles(directory);
  if (!paths.ok()) return paths.error();
  for (const std::string& path : paths.value()) {
    Result<std::string> bytes = ReadFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    contents_.push_back(std::move(bytes.value()));
    files_.push_back({.name = path, .content = contents_.back(), .pack = packs_});
  }
  ++packs_;
  return {};
}

Result<RulePacks> RulePacks::Read(const RuleOptions& options) {
  RulePacks packs;
  if (options.default_rules) packs.AddEmbedded(options.check_embedded);
  for (const std::string& directory : options.directories) {
    if (Status added = packs.AddFrom(directory); !added.ok()) return added.error();
  }
  return packs;
}

std::optional<RuleSet> LoadRuleSet(const RulePacks& packs, Messages& messages) {
  RuleLoad load = LoadRules(packs.files());
  for (const Error& error : load.errors) messages.Tell(error);
  if (!load.errors.empty()) return {};
  return std::move(load.rules);
}

std::optional<RuleSet> LoadRuleSet(const RuleOptions& options, Messages& messages) {
  const Result<RulePacks> packs = RulePacks::Read(options);
  if (packs.ok()) return LoadRuleSet(packs.value(), messages);
  messages.Tell(packs.error());
  return {};
}

std::optional<Analyzer> LoadAnalyzer(const RuleOptions& options, Messages& messages) {
  Result<RulePacks> packs = RulePacks::Read(options);
  if (!packs.ok()) {
    messages.Tell(packs.error());
    return {};
  }
  packs.value().LeaveOutExamples();
  std::optional<RuleSet> rules = LoadRuleSet(packs.value(), messages);
  if (!rules) return {};
  Result<Analyzer> analyzer = Analyzer::Make(*std::move(rules));
  // The embedded rules were checked when they were tested.
  std::vector<Error> faults;
  if (!analyzer.ok())
    faults.push_back(analyzer.error());
  else if (!options.directories.empty())
    faults = analyzer.value().Check();
  if (faults.empty()) return std::move(analyzer.value());
  for (const Error& fault : faults) messages.Tell(fault);
  return {};
}

}  // namespace soat
