// ExplainLine: how one line of a report was read, and what was checked on it.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/explain.h"
#include "soat/decimal.h"
#include "soat/finding.h"
#include "write/escape.h"

namespace soat {
namespace {

/// Text on one line, without what a terminal would run as a command.
std::string Visible(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return Printable(text);
}

bool Overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

class LineExplanation {
 public:
  LineExplanation(const Document& document, const Analysis& analysis, const RuleSet& rules, Language language,
                  uint32_t line)
      : document_(document),
        analysis_(analysis),
        rules_(rules),
        maker_(document, analysis, rules, language, true),
        locator_(document),
        line_(line) {}

  /// \return empty when the report has no such line
  std::string Draw() {
    if (!FindLine()) return {};
    fmt::format_to(Out(), "{}:{}\n  {}\n", Printable(ValidUtf8(document_.path)), line_, Shown(span_));
    DrawBlocks();
    DrawFigures();
    DrawRelations();
    DrawUnrelated();
    return std::move(out_);
  }

 private:
  std::back_insert_iterator<std::string> Out() { return std::back_inserter(out_); }

  std::string Shown(Span span) const { return Visible(std::string(document_.text, span.begin, span.size())); }

  /// Looks the line up among those of the text, which has one "\n" for each line end of the report.
  bool FindLine() {
    const std::string_view text = document_.text;
    size_t begin = 0;
    for (uint32_t line = 1; line < line_; ++line) {
      begin = text.find('\n', begin);
      if (begin == std::string_view::npos) return false;
      ++begin;
    }
    if (line_ == 0 || (begin == text.size() && line_ > 1)) return false;
    span_ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(std::min(text.find('\n', begin), text.size()))};
    return true;
  }

  /// The blocks that stand on the line, with their figures as the relation rules see them.
  void DrawBlocks() {
    for (const Block& block : analysis_.structure.blocks) {
      const bool here = std::any_of(block.spans.begin(), block.spans.end(), [&](Span s) { return Overlap(s, span_); });
      if (!here) continue;
      const std::string path = analysis_.structure.SectionPath(analysis_.structure.PlaceOf(block.spans.front().begin));
      fmt::format_to(Out(), "\nread as{}\n ", path.empty() ? "" : " part of " + path);
      for (const Span span : block.spans) out_ += " " + ReadingOf(span);
      out_ += '\n';
    }
  }

  std::string ReadingOf(Span span) const {
    std::string reading;
    uint32_t copied = span.begin;
    for (const Figure& figure : analysis_.figures) {
      if (figure.span.begin < span.begin || figure.span.end > span.end) continue;
      reading.append(document_.key, copied, figure.span.begin - copied);
      fmt::format_to(std::back_inserter(reading), "⟨{}⟩", ToString(figure.kind));
      copied = figure.span.end;
    }
    reading.append(document_.key, copied, span.end - copied);
    return Visible(std::move(reading));
  }

  void DrawFigures() {
    out_ += "\nfigures\n";
    bool any = false;
    for (const Figure& figure : analysis_.figures) {
      if (!Overlap(figure.span, span_)) continue;
      any = true;
      DrawFigure(figure);
    }
    if (!any) out_ += "  none\n";
  }

  void DrawFigure(const Figure& figure) {
    const Location place = locator_.Locate(figure.span);
    fmt::format_to(Out(), "  {}:{} {} {} = {}", place.line, place.column, ToString(figure.kind), Shown(figure.span),
                   CanonicalValue(figure));
    const auto part = [this](std::string_view name, std::string_view value) {
      if (!value.empty()) fmt::format_to(Out(), "  {}: {}", name, value);
    };
    part("unit", figure.unit == "%" ? std::string_view() : std::string_view(figure.unit));
    part("qualifier", ToString(figure.qualifier));
    part("label", figure.label);
    part("indicator", figure.indicator);
    part("scope", figure.scope);
    part("role", ToString(figure.role));
    part("rule", rules_.figure_rules[figure.rule].id);
    out_ += '\n';
  }

  void DrawRelations() {
    out_ += "\nrelations\n";
    bool any = false;
    for (const Relation& relation : analysis_.relations) {
      const Finding finding = maker_.Make(relation);
      for (const Operand& operand : relation.operands) {
        for (const OperandValue& value : operand.values) related_.push_back(value.span);
      }
      if (std::find(finding.lines.begin(), finding.lines.end(), line_) == finding.lines.end()) continue;
      any = true;
      DrawRelation(finding);
    }
    if (!any) out_ += "  none\n";
  }

  void DrawRelation(const Finding& finding) {
    fmt::format_to(Out(), "  {}:{} {} {} ({}), seen by {}\n", finding.place.line, finding.place.column,
                   ToString(finding.check), ToString(finding.verdict), ToString(finding.severity), finding.rule);
    for (const FindingOperand& operand : finding.operands) {
      for (const FindingValue& value : operand.values) DrawValue(operand.role, value);
    }
    DrawNumber("expected", finding.expected);
    DrawStated(finding);
    DrawNumber("difference", finding.difference);
    DrawText("message", finding.message);
    for (const FindingEdit& edit : finding.edits) DrawText("would agree", edit.before + " → " + edit.after);
  }

  void DrawValue(std::string_view role, const FindingValue& value) {
    std::string shown = value.number ? ToString(*value.number) : value.text;
    if (!value.quote.empty() && value.quote != shown) shown = value.quote + " = " + shown;
    if (value.place) fmt::format_to(std::back_inserter(shown), "  at {}:{}", value.place->line, value.place->column);
    DrawText(role, shown);
  }

  /// With the intervals by which the verdict is found: which numbers would be printed so.
  void DrawStated(const Finding& finding) {
    if (!finding.stated) return;
    std::string shown = ToString(*finding.stated);
    if (finding.expected) {
      const Interval rounded = RoundedFrom(*finding.stated), cut_off = CutOffFrom(*finding.stated);
      fmt::format_to(std::back_inserter(shown), "  (rounded: {} to {}; cut off: {} to below {})", ToString(rounded.low),
                     ToString(rounded.high), ToString(cut_off.low), ToString(cut_off.high));
    }
    DrawText("stated", shown);
  }

  void DrawNumber(std::string_view name, const std::optional<Decimal>& number) {
    if (number) DrawText(name, ToString(*number));
  }

  void DrawText(std::string_view name, std::string_view text) {
    fmt::format_to(Out(), "    {:<12}{}\n", name, Printable(text));
  }

  void DrawUnrelated() {
    bool any = false;
    for (const Figure& figure : analysis_.figures) {
      const auto takes_part = [&](Span related) { return Overlap(related, figure.span); };
      if (!Overlap(figure.span, span_) || std::any_of(related_.begin(), related_.end(), takes_part)) continue;
      if (!std::exchange(any, true)) out_ += "\nin no relation\n";
      const Location place = locator_.Locate(figure.span);
      fmt::format_to(Out(), "  {}:{} {} {}\n", place.line, place.column, ToString(figure.kind), Shown(figure.span));
    }
  }

  const Document& document_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  FindingMaker maker_;
  Locator locator_;
  const uint32_t line_;
  Span span_;                  // of the line, in Document::text
  std::vector<Span> related_;  // what takes part in a relation, anywhere in the report
  std::string out_;
};

}  // namespace

Result<std::string> ExplainLine(const Document& document, const Analyzer& analyzer, uint32_t line, Language language) {
  Analysis analysis = analyzer.Analyze(document);
  analyzer.AddContext(document, analysis);
  analyzer.AddRelations(document, analysis);
  std::string drawn = LineExplanation(document, analysis, analyzer.rules(), language, line).Draw();
  if (!drawn.empty()) return drawn;
  return Error{ErrorCode::kUsage, document.path, fmt::format("has no line {}", line), "count lines from 1"};
}

}  // namespace soat
