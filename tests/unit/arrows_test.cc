// A room includes only its own files and those of the rooms below it in the map of README.md.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace soat {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kRooms = {"number",  "text",    "read",       "structure", "rules",
                                         "figures", "context", "indicators", "identity",  "relations",
                                         "compare", "write",   "cli"};

/// The files that know more than one room: the order of the stages, the running of examples, and the program.
bool JoinsRooms(const fs::path& source) { return source.parent_path().filename() == "src"; }

struct Include {
  fs::path source;
  std::string file;
  bool quoted = false;
};

/// What stands in `line` behind "#include" and a quote or an angle bracket; nothing on other lines.
void AppendInclude(const fs::path& source, const std::string& line, std::vector<Include>& includes) {
  if (!line.starts_with("#include ")) return;
  const size_t open = line.find_first_of("<\"");
  const size_t close = line.find_first_of(">\"", open + 1);
  REQUIRE(close != std::string::npos);
  includes.push_back({source, line.substr(open + 1, close - open - 1), line[open] == '"'});
}

std::vector<Include> IncludesBelow(const fs::path& folder) {
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) AppendInclude(entry.path(), line, includes);
  }
  return includes;
}

size_t RankOf(const std::string& room) {
  return static_cast<size_t>(std::find(kRooms.begin(), kRooms.end(), room) - kRooms.begin());
}

TEST_CASE("no include points upward") {
  const std::vector<Include> includes = IncludesBelow(SOAT_SOURCE_DIR "/src");
  REQUIRE(includes.size() > 100);
  for (const Include& include : includes) {
    const std::string room = include.file.substr(0, include.file.find('/'));
    if (!include.quoted || room == "soat") continue;
    CAPTURE(include.source.native());
    CAPTURE(include.file);
    REQUIRE(RankOf(room) < kRooms.size());
    if (!JoinsRooms(include.source)) CHECK(RankOf(room) <= RankOf(include.source.parent_path().filename()));
  }
}

TEST_CASE("every room is in the map") {
  for (const auto& entry : fs::directory_iterator(SOAT_SOURCE_DIR "/src")) {
    if (!entry.is_directory()) continue;
    CAPTURE(entry.path().native());
    CHECK(RankOf(entry.path().filename()) < kRooms.size());
  }
}

TEST_CASE("the public headers need the standard library alone") {
  for (const Include& include : IncludesBelow(SOAT_SOURCE_DIR "/include")) {
    CAPTURE(include.source.native());
    CAPTURE(include.file);
    // A header of the standard library has neither a folder nor an ending.
    CHECK((include.quoted ? include.file.starts_with("soat/") : include.file.find_first_of("/.") == std::string::npos));
  }
}

TEST_CASE("no source lies in a room called util, common, core or misc, or is called so") {
  for (const Include& include : IncludesBelow(SOAT_SOURCE_DIR "/src")) {
    for (const char* name : {"util", "utils", "common", "core", "misc", "helpers"}) {
      CHECK(include.source.stem() != name);
      CHECK(include.source.parent_path().filename() != name);
    }
  }
}

}  // namespace
}  // namespace soat
