// From what the command line names to the list of things to read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "soat/status.h"

namespace soat {

/// One thing to read, or why it cannot be.
struct Input {
  std::string path;             ///< as it is opened and as it is called in the output
  bool standard_input = false;  ///< `path` is then only its name
  std::optional<Error> error;
};

struct InputList {
  std::vector<Input> inputs;
  std::vector<std::string> empty_folders;  ///< named folders that hold nothing to read
};

/// Lists the inputs in the order in which they are named; what a folder holds stands in the byte order of its names.
/// Hidden files and folders are left out, symbolic links to folders are not followed (unless named), and of the files
/// in folders only .txt, .text and .md are taken, or what --include says.
/// \error kUsage: standard input is asked for twice; kInput: the list of paths cannot be read
Result<InputList> ListInputs(const InputOptions& options);

/// The paths of a list: one a line (a carriage return before the line end and empty lines are dropped), or each
/// followed by a NUL.
std::vector<std::string> SplitPaths(const std::string& list, bool nul_separated);

}  // namespace soat
