// The text format of findings, for people.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "soat/finding_writer.h"
#include "write/escape.h"
#include "write/finding_record.h"
#include "write/marked_line.h"
#include "write/wordings.h"

namespace soat {
namespace {

constexpr size_t kShownLines = 6;  // of one finding
constexpr std::string_view kBold = "\x1b[1m", kPlain = "\x1b[0m";

std::string_view ColorOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "\x1b[1;31m";
    case Severity::kWarning:
      return "\x1b[1;33m";
    case Severity::kNote:
      return "\x1b[1;36m";
    case Severity::kOk:
      break;
  }
  return "\x1b[1;32m";
}

/// The first lines of an excerpt, and always the one where a reader should look first.
std::vector<const ExcerptLine*> LinesToShow(const Finding& finding) {
  std::vector<const ExcerptLine*> lines;
  for (const ExcerptLine& line : finding.excerpt) {
    if (lines.size() < kShownLines)
      lines.push_back(&line);
    else if (line.line == finding.place.line)
      lines.back() = &line;
  }
  return lines;
}

class TextWriter : public FindingWriter {
 public:
  TextWriter(bool color, const Wordings& wordings) : color_(color), wordings_(wordings) {}

  bool NeedsExcerpts() const override { return true; }

  std::string Add(const CheckedReport& report) override {
    out_.clear();
    for (const Finding& finding : report.findings) {
      ++shown_[static_cast<size_t>(finding.severity)];
      AppendFinding(finding);
    }
    return out_;
  }

  std::string End(const CheckCounts& counts) override {
    const CheckCounts::OfCheck total = counts.Total();
    out_ = wordings_.Of("in-reports", counts.files, {{"found", Shown()}});
    if (counts.known > 0) out_ += wordings_.Of("known", counts.known);
    out_ += "\n" + wordings_.Of("checked", total.Relations(), {{"verified", std::to_string(total.severities[0])}});
    if (total.undecided > 0) out_ += wordings_.Of("undecided", total.undecided);
    return out_ + "\n";
  }

 private:
  /// "1 error, 2 notes"
  std::string Shown() const {
    std::string shown;
    const auto add = [&](Severity severity, std::string_view name) {
      const uint64_t count = shown_[static_cast<size_t>(severity)];
      if (count > 0) shown += (shown.empty() ? "" : ", ") + wordings_.Of(name, count);
    };
    add(Severity::kError, "errors");
    add(Severity::kWarning, "warnings");
    add(Severity::kNote, "notes");
    return shown.empty() ? wordings_.Of("no-findings") : shown;
  }

  void Append(std::string_view color, std::string_view text) {
    if (color_ && !text.empty())
      ((out_ += color) += text) += kPlain;
    else
      out_ += text;
  }

  void AppendFinding(const Finding& finding) {
    const Location& place = finding.place;
    Append(kBold, Printable(finding.report));
    out_ += ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
    Append(ColorOf(finding.severity), ToString(finding.severity));
    out_ += " ";
    Append(kBold, ToString(finding.check));
    out_ += " " + Printable(finding.message) + "\n";
    AppendExcerpt(finding);
    out_ += "\n";
  }

  void AppendExcerpt(const Finding& finding) {
    const size_t width = std::to_string(finding.excerpt.empty() ? 0 : finding.excerpt.back().line).size();
    const std::string margin = std::string(width + 1, ' ');
    for (const ExcerptLine* line : LinesToShow(finding)) {
      const MarkedLine marked = MarkLine(*line);
      const std::string number = std::to_string(line->line);
      out_ += std::string(width - number.size(), ' ') + number + " | " + marked.text + "\n";
      if (marked.carets.empty()) continue;
      out_ += margin + "| ";
      Append(ColorOf(finding.severity), marked.carets);
      out_ += "\n";
    }
    if (finding.excerpt.size() > kShownLines) {
      out_ += margin + "= " + wordings_.Of("more-lines", finding.excerpt.size() - kShownLines) + "\n";
    }
    if (finding.edits.empty()) return;
    out_ += margin + "= " + wordings_.Of("would-agree");
    for (size_t i = 0; i < finding.edits.size(); ++i) {
      out_ += (i == 0 ? " " : " | ") + Printable(ReadableEdit(finding.edits[i]));
    }
    out_ += "\n";
  }

  const bool color_;
  const Wordings wordings_;
  std::string out_;
  std::array<uint64_t, 4> shown_{};  // findings by severity
};

}  // namespace

std::unique_ptr<FindingWriter> MakeFindingTextWriter(bool color, const RuleSet& rules, Language language) {
  return std::make_unique<TextWriter>(color, Wordings(rules, language));
}

}  // namespace soat
