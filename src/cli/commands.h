// One function a command. Each returns the exit status of the program.
#pragma once

#include <string>
#include <string_view>

#include "cli/messages.h"
#include "cli/options.h"
#include "soat/analyzer.h"
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
int Run(const ShowText& options, Messages& messages);

/// How a report was read: sections, blocks and figures with their context, one a line.
std::string ExplainReport(const Document& document, const Analyzer& analyzer);

/// What an indicator measures, and the labels that are and are not it.
std::string ExplainIndicator(const Indicator& indicator, const RuleSet& rules);

}  // namespace soat
