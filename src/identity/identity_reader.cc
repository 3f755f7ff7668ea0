// IdentityReader: front matter, then unit and period, which need its date.
#include "identity/identity_reader.h"

#include "identity/front_matter.h"
#include "identity/report_period.h"
#include "identity/unit_votes.h"
#include "text/normalise.h"

namespace soat {
namespace {

constexpr const char* kDraft = "draft";

// As the author wrote it: not the text's spelling, but the file's, in NFC.
std::string TitleOf(const Document& document, const FrontMatter& front) {
  std::string title;
  for (const Span line : front.title) {
    Rewriter folded = FoldCharacters(document.Quote(line));
    folded.Finish();
    if (!title.empty()) title += ' ';
    for (const char c : folded.text()) {
      const bool mark = c == '*' || c == '_' || c == '#';
      const bool second_blank = (c == ' ' || c == '\t') && (title.empty() || title.back() == ' ');
      if (!mark && !second_blank) title += c == '\t' ? ' ' : c;
    }
  }
  return title;
}

}  // namespace

ReportIdentity IdentityReader::Read(const Document& document, const Analysis& analysis) const {
  ReportIdentity identity;
  const FrontMatter front = ReadFrontMatter(document, analysis, rules_.identity);
  identity.number = front.number;
  identity.date = front.date;
  identity.title = TitleOf(document, front);
  if (front.draft || front.number_blank || front.day_blank) identity.status = kDraft;
  ReportPeriod period = ReadReportPeriod(document, analysis, rules_.identity, front);
  ReadUnit(document, rules_.identity, units_, front, front.date.empty() ? period.end : front.date, identity);
  identity.period_start = std::move(period.start);
  identity.period_end = std::move(period.end);
  return identity;
}

}  // namespace soat
