// soat config: which defaults are in force, and where they come from.
#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/config.h"
#include "write/escape.h"

namespace soat {
namespace {

constexpr std::string_view kDefault = "default";

/// A key with what holds.
struct InForce {
  const SettingKey* key;
  std::vector<std::string> values;
  std::string source;
};

std::vector<InForce> SettingsInForce(const Config& config) {
  std::vector<InForce> settings;
  for (const SettingKey& key : SettingKeys()) {
    if (const Setting* setting = config.Find(key.key))
      settings.push_back({&key, setting->values, setting->where});
    else
      settings.push_back({&key, key.fallback, std::string(kDefault)});
  }
  return settings;
}

/// A value as both TOML and JSON write it.
std::string Value(const InForce& setting) {
  const SettingType type = setting.key->type;
  if (type == SettingType::kFlag || type == SettingType::kNumber) return setting.values.front();
  const bool list = type == SettingType::kTexts || type == SettingType::kPaths;
  std::string out = list ? "[" : "";
  for (size_t i = 0; i < setting.values.size(); ++i) {
    if (i > 0) out += ", ";
    AppendJsonString(out, ValidUtf8(setting.values[i]));
  }
  return list ? out + "]" : out;
}

std::string FileRead(const Config& config) {
  if (!config.file.empty()) return Printable(config.file);
  return config.isolated ? "--isolated: no soat.toml is read" : "no soat.toml here or in a folder above";
}

std::string AsToml(const Config& config) {
  std::string out = fmt::format("# {}\n", FileRead(config));
  std::string_view table;
  for (const InForce& setting : SettingsInForce(config)) {
    const size_t dot = setting.key->key.find('.');
    const std::string_view in = dot == std::string_view::npos ? std::string_view() : setting.key->key.substr(0, dot);
    if (in != table) fmt::format_to(std::back_inserter(out), "\n[{}]\n", in);
    table = in;
    const std::string line = fmt::format("{} = {}", setting.key->key.substr(in.empty() ? 0 : dot + 1), Value(setting));
    fmt::format_to(std::back_inserter(out), "{:<34}  # {}\n", line, Printable(setting.source));
  }
  return out;
}

std::string AsJson(const Config& config) {
  std::string out = "{\"schema\":\"soat/config/1\",";
  if (!config.file.empty()) {
    out += "\"file\":";
    AppendJsonString(out, ValidUtf8(config.file));
    out += ',';
  }
  out += "\"settings\":[";
  std::string_view separator = "\n";
  for (const InForce& setting : SettingsInForce(config)) {
    fmt::format_to(std::back_inserter(out), "{}{{\"key\":\"{}\",\"value\":{},\"source\":", separator, setting.key->key,
                   Value(setting));
    AppendJsonString(out, ValidUtf8(setting.source));
    out += '}';
    separator = ",\n";
  }
  return out + "\n]}\n";
}

}  // namespace

int Run(const ConfigOptions& options, const Config& config, Messages& messages) {
  Show(options.format == ListFormat::kJson ? AsJson(config) : AsToml(config), messages);
  return ExitStatus(messages);
}

}  // namespace soat
