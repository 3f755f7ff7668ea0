#include "rules/reading_marks.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace soat {
namespace {

using Named = std::pair<std::string_view, std::string_view>;
constexpr std::array<Named, 6> kNames = {{{"end", "\\x{E110}"},
                                          {"item", "\\x{E111}"},
                                          {"clause", "[^\\x{E100}-\\x{E111};]*?"},
                                          {"sentence", "[^\\x{E100}-\\x{E111}]*?"},
                                          {"wide", "[^\\x{E100}-\\x{E10F}]*?"},
                                          {"when", "(?: \\(?\\x{E106}\\)?)?"}}};  // FigureKind::kPeriod

std::string MarkEscape(FigureKind kind) {
  std::array<char, 16> escape{};
  std::snprintf(escape.data(), escape.size(), "\\x{%X}",
                static_cast<unsigned>(kFigureMark) + static_cast<unsigned>(kind));
  return escape.data();
}

void AppendKind(std::string_view word, ReadingPattern& result) {
  if (word == "amount") {
    for (const FigureKind kind : {FigureKind::kCount, FigureKind::kMoney, FigureKind::kMeasure})
      result.pattern += MarkEscape(kind);
  } else if (const auto kind = ParseFigureKind(word)) {
    result.pattern += MarkEscape(*kind);
  } else {
    result.unknown_kinds.emplace_back(word);
  }
}

// "{role:kind|kind}" without its braces.
void AppendFigure(std::string_view group, size_t colon, ReadingPattern& result) {
  result.pattern += "(?P<" + std::string(group.substr(0, colon)) + ">[";
  for (size_t from = colon + 1; from <= group.size();) {
    const size_t to = std::min(group.find('|', from), group.size());
    AppendKind(group.substr(from, to - from), result);
    from = to + 1;
  }
  result.pattern += "])";
}

}  // namespace

void AppendMark(std::string& line, char32_t mark) {
  const std::array<char, kMarkSize> bytes = {static_cast<char>(0xE0 | (mark >> 12)),
                                             static_cast<char>(0x80 | ((mark >> 6) & 0x3F)),
                                             static_cast<char>(0x80 | (mark & 0x3F))};
  line.append(bytes.data(), bytes.size());
}

ReadingPattern ExpandFigures(std::string_view written) {
  ReadingPattern result;
  for (size_t i = 0; i < written.size(); ++i) {
    const size_t close = written[i] == '{' ? written.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      result.pattern += written[i];
      continue;
    }
    const std::string_view group = written.substr(i + 1, close - i - 1);
    const size_t colon = group.find(':');
    const auto named =
        std::find_if(kNames.begin(), kNames.end(), [&](const Named& name) { return name.first == group; });
    if (colon != std::string_view::npos)
      AppendFigure(group, colon, result);
    else if (named != kNames.end())
      result.pattern += named->second;
    else
      result.pattern.append(written, i, close - i + 1);
    i = close;
  }
  return result;
}

}  // namespace soat
