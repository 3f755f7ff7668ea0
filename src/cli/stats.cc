#include "cli/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace soat {
namespace {

/// A figure that has its kind and its place, but could not be read.
bool IsMalformed(const Figure& figure) {
  return !figure.value && !figure.numerator && figure.start.empty() && figure.ref.empty() && figure.items.empty();
}

uint64_t SizeOfFile(const Document& document) {
  const auto end = static_cast<uint32_t>(document.decoded.size());
  return document.to_file.ToSource({end, end}).end;
}

}  // namespace

void Stats::Count(const Document& document) {
  ++files;
  bytes += SizeOfFile(document);
}

void Stats::Count(const Analysis& analysis, KindSet kinds) {
  for (const Figure& figure : analysis.figures) {
    const auto kind = static_cast<size_t>(figure.kind);
    if (!kinds[kind]) continue;
    ++figures[kind];
    malformed += IsMalformed(figure) ? 1 : 0;
  }
  for (const Skip& skip : analysis.skips) {
    if (skip.rule >= skipped.size()) skipped.resize(skip.rule + 1);
    ++skipped[skip.rule];
  }
}

void Stats::Add(const Stats& other) {
  files += other.files;
  bytes += other.bytes;
  malformed += other.malformed;
  for (size_t i = 0; i < figures.size(); ++i) figures[i] += other.figures[i];
  skipped.resize(std::max(skipped.size(), other.skipped.size()));
  for (size_t i = 0; i < other.skipped.size(); ++i) skipped[i] += other.skipped[i];
}

std::string Describe(const Stats& stats, const RuleSet& rules, double seconds) {
  std::string out;
  const auto line = [&out](std::string_view name, uint64_t number) {
    fmt::format_to(std::back_inserter(out), "{:<24}{:>12}\n", name, number);
  };
  line("files", stats.files);
  line("bytes", stats.bytes);
  line("figures", std::accumulate(stats.figures.begin(), stats.figures.end(), uint64_t{0}));
  for (size_t i = 0; i < stats.figures.size(); ++i) {
    if (stats.figures[i] > 0) line(fmt::format("  {}", ToString(static_cast<FigureKind>(i))), stats.figures[i]);
  }
  line("malformed", stats.malformed);
  line("skipped", std::accumulate(stats.skipped.begin(), stats.skipped.end(), uint64_t{0}));
  for (size_t i = 0; i < stats.skipped.size(); ++i) {
    if (stats.skipped[i] > 0) line(fmt::format("  {}", rules.figure_rules.at(i).id), stats.skipped[i]);
  }
  const double megabytes = static_cast<double>(stats.bytes) / 1e6;
  fmt::format_to(std::back_inserter(out), "{:<24}{:>12.3f}\n", "seconds", seconds);
  fmt::format_to(std::back_inserter(out), "{:<24}{:>12.1f}\n", "MB/s", seconds > 0 ? megabytes / seconds : 0);
  return out;
}

}  // namespace soat
