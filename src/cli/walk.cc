#include "cli/walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/glob.h"
#include "read/file.h"

namespace soat {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtensions[] = {".txt", ".text", ".md"};

/// ASCII alone: "BAOCAO.TXT" is a report too.
std::string LowerAscii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool HasReportExtension(const std::string& name) {
  const std::string extension = LowerAscii(fs::path(name).extension().string());
  return std::find(std::begin(kExtensions), std::end(kExtensions), extension) != std::end(kExtensions);
}

bool MatchesAny(const std::vector<std::string>& globs, const std::string& relative, const std::string& name) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return GlobMatches(glob, relative) || GlobMatches(glob, name); });
}

/// "a" and "b" are "a/b", "a/" and "b" too, "" and "b" are "b".
std::string Join(const std::string& folder, const std::string& name) {
  return folder.empty() || folder.back() == '/' ? folder + name : folder + "/" + name;
}

Error Unreadable(const std::string& path, const std::error_code& reason) {
  return {ErrorCode::kInput, path, "cannot be opened: " + reason.message(), "check the name and the permissions"};
}

/// Collects the readable files below one named folder.
class FolderWalk {
 public:
  FolderWalk(const InputOptions& options, std::vector<Input>& inputs) : options_(options), inputs_(inputs) {}

  /// `folder` as it is shown, "" for the current one; `relative` to the named folder.
  void Walk(const std::string& folder, const std::string& relative) {
    std::error_code failed;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator next(folder.empty() ? fs::path(".") : fs::path(folder), failed);
    for (; !failed && next != fs::directory_iterator(); next.increment(failed)) entries.push_back(*next);
    if (failed) inputs_.push_back({folder, false, Unreadable(folder.empty() ? "." : folder, failed)});
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().filename().native() < b.path().filename().native(); });
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().native();
      if (name.front() != '.') Visit(entry, name, Join(folder, name), Join(relative, name));
    }
  }

 private:
  void Visit(const fs::directory_entry& entry, const std::string& name, const std::string& path,
             const std::string& relative) {
    if (MatchesAny(options_.exclude, relative, name)) return;
    std::error_code failed;
    if (entry.is_directory(failed)) {
      // Links to folders are left alone: they can lead in a circle, or read a report twice.
      if (!entry.is_symlink(failed)) Walk(path, relative);
      return;
    }
    const bool wanted =
        options_.include.empty() ? HasReportExtension(name) : MatchesAny(options_.include, relative, name);
    // A link that leads nowhere is no regular file, and told as an error; sockets and the like are passed over.
    if (wanted && (entry.is_regular_file(failed) || failed || !entry.exists())) inputs_.push_back({path, false, {}});
  }

  const InputOptions& options_;
  std::vector<Input>& inputs_;
};

void AddPath(const std::string& path, const InputOptions& options, InputList& list) {
  if (path == "-") {
    list.inputs.push_back({options.stdin_name, true, {}});
    return;
  }
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    list.inputs.push_back(
        {path, false, Error{ErrorCode::kInput, path, "no such file or folder", "check the spelling of the path"}});
    return;
  }
  if (failed) {
    list.inputs.push_back({path, false, Unreadable(path, failed)});
    return;
  }
  if (!fs::is_directory(status)) {
    list.inputs.push_back({path, false, {}});
    return;
  }
  const size_t before = list.inputs.size();
  FolderWalk(options, list.inputs).Walk(path, "");
  if (list.inputs.size() == before) list.empty_folders.push_back(path);
}

}  // namespace

std::vector<std::string> SplitPaths(const std::string& list, bool nul_separated) {
  std::vector<std::string> paths;
  const char separator = nul_separated ? '\0' : '\n';
  for (size_t begin = 0; begin < list.size();) {
    const size_t end = std::min(list.find(separator, begin), list.size());
    std::string path = list.substr(begin, end - begin);
    if (!nul_separated && !path.empty() && path.back() == '\r') path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    begin = end + 1;
  }
  return paths;
}

Result<InputList> ListInputs(const InputOptions& options) {
  std::vector<std::string> paths = options.paths;
  if (!options.files_from.empty()) {
    const bool standard_input = options.files_from == "-";
    Result<std::string> list = standard_input ? ReadStandardInput() : ReadFileBytes(options.files_from);
    if (!list.ok()) return list.error();
    for (std::string& path : SplitPaths(list.value(), options.nul_separated)) paths.push_back(std::move(path));
  }
  const auto uses = std::count(paths.begin(), paths.end(), "-") + (options.files_from == "-" ? 1 : 0);
  if (uses > 1) {
    return Error{ErrorCode::kUsage, "", "standard input (\"-\") is asked for more than once", "name it once"};
  }
  InputList list;
  if (options.paths.empty() && options.files_from.empty()) {
    FolderWalk(options, list.inputs).Walk("", "");
    if (list.inputs.empty()) list.empty_folders.emplace_back(".");
  }
  for (const std::string& path : paths) AddPath(path, options, list);
  return list;
}

}  // namespace soat
