// The reports of samples/, for what has to hold of all of them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "soat/figure.h"
#include "soat/reader.h"

namespace soat {

/// Calls visit(document) for each sample that is one report.
template <typename Visit>
void ForEachSample(Visit visit) {
  size_t read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SOAT_SOURCE_DIR "/samples")) {
    std::ifstream file(entry.path() / "report.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.empty()) continue;
    const Result<Document> document = MakeDocument(entry.path().filename().string(), bytes);
    REQUIRE(document.ok());
    CAPTURE(document.value().path);
    visit(document.value());
    ++read;
  }
  REQUIRE(read > 10);
}

/// The figures of an analysis in an order that is another one for each report.
inline std::vector<uint32_t> Shuffled(const Analysis& analysis) {
  std::vector<uint32_t> order(analysis.figures.size());
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), std::mt19937(static_cast<unsigned>(order.size())));
  return order;
}

}  // namespace soat
