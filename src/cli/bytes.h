// Whole files as bytes.
#pragma once

#include <string>

#include "soat/status.h"

namespace soat {

/// \error kInput: the file cannot be opened or read
Result<std::string> ReadFileBytes(const std::string& path);
/// \error kInput: standard input cannot be read
Result<std::string> ReadStandardInput();

}  // namespace soat
