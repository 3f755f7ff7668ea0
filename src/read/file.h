// The bytes of files.
#pragma once

#include <string>

#include "soat/status.h"

namespace soat {

/// All bytes of a file, or of a pipe until it ends. Stops one byte behind what MakeDocument takes, so that it can say
/// that the file is too large. \error  kInput: the file cannot be opened or read
Result<std::string> ReadFileBytes(const std::string& path);

/// The same of standard input.
Result<std::string> ReadStandardInput();

}  // namespace soat
