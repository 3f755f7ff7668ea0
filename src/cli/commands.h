// One function a command. Each returns the exit status of the program.
#pragma once

#include <string>
#include <string_view>

#include "cli/config.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "soat/status.h"

namespace soat {

inline constexpr int kExitSuccess = 0;
inline constexpr int kExitFindings =
    1;  ///< of check: something at or above --fail-on; of `rules test`: an example is not as it says
inline constexpr int kExitFailure = 2;

/// 2 when anything was told as an error, else 0.
int ExitStatus(const Messages& messages);

/// Writes to standard output, tells when that fails.
void Show(std::string_view text, Messages& messages);

int Run(const ExtractOptions& options, Messages& messages);
int Run(const ReportsOptions& options, Messages& messages);
int Run(const CheckOptions& options, Messages& messages);
int Run(const CompareCommandOptions& options, Messages& messages);
int Run(const RulesListOptions& options, Messages& messages);
int Run(const RulesTestOptions& options, Messages& messages);
int Run(const RulesExportOptions& options, Messages& messages);
int Run(const ExplainOptions& options, Messages& messages);
/// \param config  what the nearest soat.toml says
int Run(const ConfigOptions& options, const Config& config, Messages& messages);
int Run(const ShowText& options, Messages& messages);

}  // namespace soat
