// soat.toml: defaults for the options of the command line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "soat/status.h"

namespace soat {

enum class SettingType : uint8_t { kTexts, kPaths, kPath, kWord, kFlag, kNumber };

/// A key that soat.toml can have.
struct SettingKey {
  std::string_view key;     ///< "check.fail-on"
  std::string_view option;  ///< of the command line, which outweighs it: "fail-on"
  SettingType type = SettingType::kTexts;
  std::vector<std::string> fallback;  ///< what holds without it
  std::vector<std::string> words;     ///< that a kWord can be
};
/// All of them, by table.
const std::vector<SettingKey>& SettingKeys();

/// A value, as the words of one option: a list has any number of them, everything else one.
struct Setting {
  std::string key;
  std::vector<std::string> values;  ///< paths are relative to the current folder, not to that of the file
  std::string where;                ///< "soat.toml:4:1"
};

/// What a file says; of no file, nothing.
struct Config {
  std::string file;       ///< empty: none was read
  bool isolated = false;  ///< because --isolated says so
  std::vector<Setting> settings;

  const Setting* Find(std::string_view key) const;
};

/// What was read, and every fault in it.
struct ConfigLoad {
  Config config;
  std::vector<Error> errors;
};

/// Reads the content of a configuration file. Errors are placed as "soat.toml:4:1": what TOML refuses, unknown keys,
/// values of a wrong type.
ConfigLoad ParseConfig(const std::string& file, std::string_view content);

/// Reads the file that is chosen, or else the nearest soat.toml from the current folder upwards.
ConfigLoad LoadConfig(const ConfigChoice& choice);

/// Sets those options of a command that were not given on the command line.
void ApplyConfig(const Config& config, CommandLine& line);

}  // namespace soat
