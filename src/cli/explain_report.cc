#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "cli/explain.h"
#include "soat/analyzer.h"
#include "soat/reader.h"

namespace soat {
namespace {

constexpr size_t kShownBytes = 100;  // of a block's text

std::string_view Word(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kPassage:
      return "passage";
    case BlockKind::kItem:
      return "item";
    case BlockKind::kTableRow:
      return "row";
    case BlockKind::kNote:
      return "note";
    case BlockKind::kFrontMatter:
      return "front matter";
    case BlockKind::kBackMatter:
      return "back matter";
  }
  return "";
}

/// How a report was read: its sections, their blocks, and under each block its figures with their context.
class ReportTree {
 public:
  ReportTree(const Document& document, const Analysis& analysis, const RuleSet& rules)
      : document_(document), analysis_(analysis), rules_(rules), locator_(document) {}

  std::string Draw() {
    for (const Block& block : analysis_.structure.blocks) {
      AppendSection(block);
      AppendBlock(block);
      for (const Span span : block.spans) AppendFigures(span);
    }
    if (out_.empty()) out_ = "(no text)\n";
    return std::move(out_);
  }

 private:
  auto Out() { return std::back_inserter(out_); }

  void AppendSection(const Block& block) {
    if (block.section == section_ && !out_.empty()) return;
    section_ = block.section;
    const Section& section = analysis_.structure.sections[section_];
    const std::string_view title = std::string_view(document_.text).substr(section.title.begin, section.title.size());
    fmt::format_to(Out(), "{}\n",
                   section.path.empty() ? "(before the first heading)" : section.path + "  " + std::string(title));
  }

  void AppendBlock(const Block& block) {
    const Location place = locator_.Locate(block.spans.front());
    std::string text;
    for (const Span span : block.spans) {
      if (!text.empty()) text += " … ";
      text.append(document_.text, span.begin, span.size());
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\t', ' ');
    if (text.size() > kShownBytes) {
      size_t end = kShownBytes;
      while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
      text = text.substr(0, end) + "…";
    }
    fmt::format_to(Out(), "  {}:{} {}  {}\n", place.line, place.column, Word(block.kind), text);
  }

  void AppendFigures(Span span) {
    const auto& figures = analysis_.figures;
    auto next = std::lower_bound(figures.begin(), figures.end(), span.begin,
                                 [](const Figure& figure, uint32_t begin) { return figure.span.begin < begin; });
    for (; next != figures.end() && next->span.end <= span.end; ++next) AppendFigure(*next);
  }

  void AppendFigure(const Figure& figure) {
    const Location place = locator_.Locate(figure.span);
    fmt::format_to(Out(), "    {}:{} {} {}", place.line, place.column, ToString(figure.kind),
                   document_.Quote(figure.span));
    fmt::format_to(Out(), " = {}", CanonicalValue(figure));
    AppendPart("unit", figure.unit == "%" ? std::string_view() : std::string_view(figure.unit));
    AppendPart("qualifier", ToString(figure.qualifier));
    AppendPart("label", figure.label);
    AppendPart("indicator", figure.indicator);
    AppendPart("scope", figure.scope);
    AppendPart("role", ToString(figure.role));
    if (figure.kind <= FigureKind::kMeasure && !figure.start.empty())
      AppendPart("period",
                 figure.end.empty() || figure.start == figure.end ? figure.start : figure.start + ".." + figure.end);
    AppendPart("rule", rules_.figure_rules[figure.rule].id);
    out_ += '\n';
  }

  void AppendPart(std::string_view name, std::string_view value) {
    if (!value.empty()) fmt::format_to(Out(), "  {}: {}", name, value);
  }

  const Document& document_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  Locator locator_;
  uint32_t section_ = kNoIndex;
  std::string out_;
};

}  // namespace

std::string ExplainReport(const Document& document, const Analyzer& analyzer) {
  Analysis analysis = analyzer.Analyze(document);
  analyzer.AddContext(document, analysis);
  return ReportTree(document, analysis, analyzer.rules()).Draw();
}

}  // namespace soat
