#include "cli/messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "write/escape.h"

namespace soat {
namespace {

constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::string_view kClearLine = "\r\x1b[K";

bool WantsColor(ColorChoice choice, int descriptor) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool forbidden =
      (no_color != nullptr && *no_color != '\0') || (terminal != nullptr && std::string_view(terminal) == "dumb");
  return !forbidden && isatty(descriptor) == 1;
}

/// When standard error itself is gone there is nobody left to tell.
void WriteToStandardError(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) text.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace

bool ColorsStandardOutput(ColorChoice choice) { return WantsColor(choice, STDOUT_FILENO); }

Messages::Messages(const MessageOptions& options)
    : quiet_(options.quiet), color_(WantsColor(options.color, STDERR_FILENO)), terminal_(isatty(STDERR_FILENO) == 1) {}

void Messages::Tell(const Error& error) {
  failed_ = true;
  Write(kRed, ToString(error));
}

void Messages::Note(std::string_view text) {
  if (!quiet_) Write(kYellow, text);
}

void Messages::Print(std::string_view lines) {
  EndProgress();
  WriteToStandardError(lines);
}

void Messages::Progress(std::string_view text) {
  if (quiet_ || !terminal_) return;
  progress_shown_ = true;
  WriteToStandardError(fmt::format("{}{}", kClearLine, text));
}

void Messages::EndProgress() {
  if (progress_shown_) WriteToStandardError(kClearLine);
  progress_shown_ = false;
}

void Messages::Write(std::string_view color, std::string_view text) {
  EndProgress();
  const std::string line = color_ ? fmt::format("{}soat:{} {}\n", color, kPlain, Printable(text))
                                  : fmt::format("soat: {}\n", Printable(text));
  WriteToStandardError(line);
}

}  // namespace soat
