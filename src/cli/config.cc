#include "cli/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "read/file.h"
#include "text/edit_distance.h"

namespace soat {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = "soat.toml";
constexpr int64_t kMostJobs = 1024;

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

/// Reads one file, telling every fault at its place.
class ConfigReader {
 public:
  explicit ConfigReader(std::string file) : folder_(fs::path(file).parent_path()) {
    load_.config.file = std::move(file);
  }

  ConfigLoad Read(std::string_view content) {
    try {
      ReadTable(toml::parse(content), "");
    } catch (const toml::parse_error& error) {
      Fault(error.source(), std::string(error.description()), "mend the TOML");
    }
    // TOML's tables are sorted by their keys, a reader goes from line to line.
    const auto earlier = [](const PlacedError& a, const PlacedError& b) { return a.at < b.at; };
    std::stable_sort(errors_.begin(), errors_.end(), earlier);
    for (PlacedError& placed : errors_) load_.errors.push_back(std::move(placed.error));
    return std::move(load_);
  }

 private:
  struct PlacedError {
    toml::source_position at;
    Error error;
  };

  std::string Where(const toml::source_region& at) const {
    return fmt::format("{}:{}:{}", load_.config.file, at.begin.line, at.begin.column);
  }

  void Fault(const toml::source_region& at, std::string what, std::string fix) {
    errors_.push_back({at.begin, {ErrorCode::kUsage, Where(at), std::move(what), std::move(fix)}});
  }

  void ReadTable(const toml::table& table, const std::string& prefix) {
    for (const auto& [name, node] : table) {
      const std::string key = prefix + std::string(name.str());
      const auto known = std::find_if(SettingKeys().begin(), SettingKeys().end(),
                                      [&](const SettingKey& setting) { return setting.key == key; });
      if (known != SettingKeys().end())
        ReadSetting(*known, node, name.source());
      else if (prefix.empty() && node.is_table() && IsTable(key))
        ReadTable(*node.as_table(), key + ".");
      else
        TellUnknown(key, name.source());
    }
  }

  static bool IsTable(const std::string& name) {
    return std::any_of(SettingKeys().begin(), SettingKeys().end(),
                       [&](const SettingKey& setting) { return setting.key.starts_with(name + "."); });
  }

  void TellUnknown(const std::string& key, const toml::source_region& at) {
    std::vector<std::string> known;
    for (const SettingKey& setting : SettingKeys()) known.emplace_back(setting.key);
    const std::string nearest = NearestWord(key, known);
    Fault(at, fmt::format("unknown key '{}'", key),
          nearest.empty() ? "the keys are " + Joined(known) : fmt::format("did you mean '{}'?", nearest));
  }

  void ReadSetting(const SettingKey& key, const toml::node& node, const toml::source_region& at) {
    std::optional<std::vector<std::string>> values = ValuesOf(key, node);
    if (!values) return;
    if (key.type == SettingType::kPaths || key.type == SettingType::kPath) {
      for (std::string& path : *values) path = path.empty() ? path : (folder_ / path).lexically_normal().native();
    }
    load_.config.settings.push_back({std::string(key.key), std::move(*values), Where(at)});
  }

  /// Nothing when the type is wrong, which is told then.
  std::optional<std::vector<std::string>> ValuesOf(const SettingKey& key, const toml::node& node) {
    switch (key.type) {
      case SettingType::kTexts:
      case SettingType::kPaths:
        return Texts(key, node);
      case SettingType::kFlag:
        if (const auto flag = node.value_exact<bool>()) return {{*flag ? "true" : "false"}};
        Fault(node.source(), fmt::format("'{}' must be true or false", key.key), "write it without quotes");
        return {};
      case SettingType::kNumber:
        if (const auto number = node.value_exact<int64_t>(); number && *number >= 0 && *number <= kMostJobs)
          return {{std::to_string(*number)}};
        Fault(node.source(), fmt::format("'{}' must be a whole number up to {}", key.key, kMostJobs), "write 4, or 0");
        return {};
      case SettingType::kPath:
      case SettingType::kWord:
        return Word(key, node);
    }
    return {};
  }

  std::optional<std::vector<std::string>> Texts(const SettingKey& key, const toml::node& node) {
    std::vector<std::string> texts;
    bool right = node.is_array();
    if (right) {
      for (const toml::node& entry : *node.as_array()) {
        const auto text = entry.value_exact<std::string>();
        right = right && text.has_value();
        texts.push_back(text.value_or(""));
      }
    }
    if (right) return texts;
    Fault(node.source(), fmt::format("'{}' must be a list of strings", key.key), "write [\"…\", \"…\"]");
    return {};
  }

  std::optional<std::vector<std::string>> Word(const SettingKey& key, const toml::node& node) {
    const auto word = node.value_exact<std::string>();
    if (!word) {
      Fault(node.source(), fmt::format("'{}' must be a string", key.key), "put it in quotes");
      return {};
    }
    if (!key.words.empty() && std::find(key.words.begin(), key.words.end(), *word) == key.words.end()) {
      Fault(node.source(), fmt::format("'{}': \"{}\" is none of {}", key.key, *word, Joined(key.words)),
            "write one of them");
      return {};
    }
    return {{*word}};
  }

  const fs::path folder_;
  ConfigLoad load_;
  std::vector<PlacedError> errors_;
};

/// The nearest soat.toml from the current folder upwards; empty when there is none.
std::string FindConfig() {
  std::error_code failed;
  fs::path folder = fs::current_path(failed);
  fs::path relative;
  while (!failed) {
    if (fs::is_regular_file(folder / kFileName, failed)) return (relative / kFileName).native();
    failed.clear();
    if (folder == folder.root_path()) break;
    folder = folder.parent_path();
    relative /= "..";
  }
  return {};
}

}  // namespace

const std::vector<SettingKey>& SettingKeys() {
  static const std::vector<SettingKey> kKeys = {
      {"jobs", "jobs", SettingType::kNumber, {"0"}, {}},
      {"input.include", "include", SettingType::kTexts, {}, {}},
      {"input.exclude", "exclude", SettingType::kTexts, {}, {}},
      {"rules.directories", "rules", SettingType::kPaths, {}, {}},
      {"rules.default", "no-default-rules", SettingType::kFlag, {"true"}, {}},
      {"check.select", "select", SettingType::kTexts, {}, {}},
      {"check.ignore", "ignore", SettingType::kTexts, {}, {}},
      {"check.min-severity", "min-severity", SettingType::kWord, {"note"}, {"note", "warning", "error"}},
      {"check.fail-on", "fail-on", SettingType::kWord, {"warning"}, {"note", "warning", "error", "never"}},
      {"check.lang", "lang", SettingType::kWord, {"vi"}, {"vi", "en"}},
      {"check.baseline", "baseline", SettingType::kPath, {""}, {}},
  };
  return kKeys;
}

const Setting* Config::Find(std::string_view key) const {
  const auto found =
      std::find_if(settings.begin(), settings.end(), [&](const Setting& setting) { return setting.key == key; });
  return found == settings.end() ? nullptr : &*found;
}

ConfigLoad ParseConfig(const std::string& file, std::string_view content) { return ConfigReader(file).Read(content); }

ConfigLoad LoadConfig(const ConfigChoice& choice) {
  if (choice.isolated) {
    ConfigLoad none;
    none.config.isolated = true;
    return none;
  }
  const std::string file = choice.file.empty() ? FindConfig() : choice.file;
  if (file.empty()) return {};
  const Result<std::string> content = ReadFileBytes(file);
  if (!content.ok()) return {{}, {content.error()}};
  return ParseConfig(file, content.value());
}

}  // namespace soat
