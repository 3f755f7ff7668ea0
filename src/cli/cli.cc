#include "cli/cli.h"

#include <csignal>
#include <exception>
#include <new>
#include <utility>
#include <variant>

#include "cli/commands.h"
#include "cli/config.h"
#include "cli/output.h"

namespace soat {
namespace {

/// Runs a command that takes defaults from soat.toml.
int RunWithConfig(CommandLine& line, Messages& messages) {
  const ConfigLoad load = LoadConfig(line.config);
  for (const Error& error : load.errors) messages.Tell(error);
  if (!load.errors.empty()) return kExitFailure;
  ApplyConfig(load.config, line);
  const auto run = [&](const auto& options) {
    if constexpr (requires { Run(options, load.config, messages); })
      return Run(options, load.config, messages);
    else
      return Run(options, messages);
  };
  return std::visit(run, line.command);
}

int Run(CommandLine& line, Messages& messages) {
  if (const auto* text = std::get_if<ShowText>(&line.command)) return Run(*text, messages);
  if (const auto* options = std::get_if<RulesExportOptions>(&line.command)) return Run(*options, messages);
  return RunWithConfig(line, messages);
}

int RunCommand(CommandLine& line, Messages& messages) {
  try {
    return Run(line, messages);
  } catch (const std::bad_alloc&) {
    messages.Tell({ErrorCode::kInput, "", "out of memory", "use fewer --jobs or smaller files"});
  } catch (const std::exception& exception) {
    messages.Tell({ErrorCode::kInput, "", std::string("internal error: ") + exception.what(), "please report it"});
  }
  return kExitFailure;
}

}  // namespace

int ExitStatus(const Messages& messages) { return messages.failed() ? kExitFailure : kExitSuccess; }

void Show(std::string_view text, Messages& messages) {
  if (const Status shown = PrintToStandardOutput(text); !shown.ok()) messages.Tell(shown.error());
}

int Run(const ShowText& options, Messages& messages) {
  Show(options.text, messages);
  return ExitStatus(messages);
}

int Main(std::vector<std::string> arguments) {
  // A closed pipe is then an error of write(), and ends the program quietly instead of killing it.
  std::signal(SIGPIPE, SIG_IGN);
  Result<CommandLine> line = ParseCommandLine(std::move(arguments));
  if (!line.ok()) {
    Messages messages{MessageOptions{}};
    messages.Tell(line.error());
    return kExitFailure;
  }
  Messages messages(line.value().messages);
  return RunCommand(line.value(), messages);
}

}  // namespace soat
