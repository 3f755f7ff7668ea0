// FindingMaker: places, words and fingerprint of a relation.
#include "soat/finding.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "read/digest.h"
#include "soat/analyzer.h"
#include "text/byte_classes.h"
#include "text/normalise.h"
#include "text/scan.h"
#include "write/escape.h"
#include "write/excerpt.h"

namespace soat {
namespace {

constexpr size_t kFingerprintSize = 16;
constexpr size_t kUsualParts = 512;  // bytes of what a fingerprint is of
constexpr size_t kMostInside = 8;    // figures that stand inside another one

constexpr ByteSet kWhite(" \t\n\r"), kSentenceSigns(".;!?");

/// White space that is no single space.
struct OddSpace {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) {
    const Lanes bytes = LoadLanes(window);
    return Between(bytes, '\t', '\n') | Is(bytes, '\r') | (Is(bytes, ' ') & Is(LoadLanes(window + 1), ' '));
  }
};

/// Most texts are.
bool IsCollapsed(std::string_view text) {
  return text.empty() ||
         (!kWhite.Has(text.front()) && !kWhite.Has(text.back()) && FindFirst<OddSpace>(text, 0) == text.size());
}

/// Every stretch of white space as one space, and none at the ends: where lines break does not matter.
std::string Collapsed(std::string_view text) {
  if (IsCollapsed(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    while (at < text.size() && !kWhite.Has(text[at])) ++at;
    if (begin < at && !out.empty()) out += ' ';
    out.append(text, begin, at - begin);
    while (at < text.size() && kWhite.Has(text[at])) ++at;
  }
  return out;
}

bool Contains(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

std::string_view NameOf(std::string_view path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

void AppendLines(std::vector<uint32_t>& lines, const Location& place) {
  // What ends with a line end has nothing on the line behind it.
  const uint32_t last = place.end_column == 1 && place.end_line > place.line ? place.end_line - 1 : place.end_line;
  for (uint32_t line = place.line; line <= last; ++line) {
    if (lines.back() != line) lines.push_back(line);
  }
}

/// All lines on which an operand stands, and the one on which a reader should look first.
std::vector<uint32_t> LinesOf(const Finding& finding) {
  std::vector<uint32_t> lines = {finding.place.line};
  for (const FindingOperand& operand : finding.operands) {
    for (const FindingValue& value : operand.values) {
      if (value.place) AppendLines(lines, *value.place);
    }
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::vector<PlacedSpan> PlacedSpans(const Relation& relation, const Finding& finding) {
  std::vector<PlacedSpan> spans;
  for (size_t i = 0; i < relation.operands.size(); ++i) {
    const OperandValues& values = relation.operands[i].values;
    for (size_t j = 0; j < values.size(); ++j) {
      const std::optional<Location>& place = finding.operands[i].values[j].place;
      if (place) spans.push_back({values[j].span, *place});
    }
  }
  return spans;
}

}  // namespace

void CheckCounts::Add(const CheckCounts& other) {
  files += other.files;
  known += other.known;
  for (size_t i = 0; i < checks.size(); ++i) {
    for (size_t j = 0; j < checks[i].severities.size(); ++j) checks[i].severities[j] += other.checks[i].severities[j];
    checks[i].undecided += other.checks[i].undecided;
  }
}

CheckCounts::OfCheck CheckCounts::Total() const {
  OfCheck total;
  for (const OfCheck& check : checks) {
    for (size_t i = 0; i < check.severities.size(); ++i) total.severities[i] += check.severities[i];
    total.undecided += check.undecided;
  }
  return total;
}

FindingMaker::FindingMaker(const Document& document, const Analysis& analysis, const RuleSet& rules, Language language,
                           bool excerpts)
    : document_(document),
      analysis_(analysis),
      rules_(rules),
      language_(language),
      excerpts_(excerpts),
      report_(ValidUtf8(document.path)),
      locator_(document) {}

Finding FindingMaker::Make(const Relation& relation) {
  Finding finding;
  finding.report = report_;
  finding.place = locator_.Locate(relation.span);
  finding.check = relation.check;
  finding.rule = rules_.relation_rules[relation.rule].id;
  finding.verdict = relation.verdict;
  finding.severity = relation.severity;
  finding.quote = Collapsed(Quote(relation.span));
  finding.operands.reserve(relation.operands.size());
  for (const Operand& operand : relation.operands) finding.operands.push_back(MakeOperand(operand));
  finding.lines = LinesOf(finding);
  finding.expected = relation.expected;
  finding.stated = relation.stated;
  finding.difference = relation.difference;
  finding.message = Collapsed(MessageOf(relation, document_, rules_, language_));
  for (const Suggestion& suggestion : relation.suggestions) finding.edits.push_back(MakeEdit(suggestion));
  finding.fingerprint = Fingerprint(relation, finding);
  if (excerpts_)
    finding.excerpt = MakeExcerpt(document_, {relation.span, finding.place}, PlacedSpans(relation, finding));
  return finding;
}

std::string FindingMaker::Quote(Span span) { return ValidUtf8(locator_.Quote(span)); }

FindingOperand FindingMaker::MakeOperand(const Operand& operand) {
  FindingOperand made{operand.role, operand.list, {}};
  made.values.reserve(operand.values.size());
  for (const OperandValue& value : operand.values) {
    FindingValue& shown = made.values.emplace_back(FindingValue{value.number, value.text, {}, {}});
    if (value.span.size() == 0) continue;
    shown.quote = Quote(value.span);
    shown.place = locator_.Locate(value.span);
  }
  return made;
}

/// The last figure that holds a span; the span itself when none does.
Span FindingMaker::FigureAround(Span span) const {
  auto behind = std::upper_bound(analysis_.figures.begin(), analysis_.figures.end(), span.begin,
                                 [](uint32_t begin, const Figure& figure) { return begin < figure.span.begin; });
  // A figure may hold others ("từ … đến …"), but not many.
  for (size_t i = 0; i < kMostInside && behind != analysis_.figures.begin(); ++i) {
    --behind;
    if (Contains(behind->span, span)) return behind->span;
  }
  return span;
}

/// The readable edit is that of the whole figure: "89,64% → 89,65%" and not "4 → 5".
FindingEdit FindingMaker::MakeEdit(const Suggestion& suggestion) {
  const Span whole = FigureAround(suggestion.span);
  const std::string after =
      Quote({whole.begin, suggestion.span.begin}) + suggestion.replacement + Quote({suggestion.span.end, whole.end});
  return {Collapsed(Quote(whole)), Collapsed(after), locator_.Locate(suggestion.span), suggestion.replacement};
}

/// The sentence that holds a place, in lower case, within the block that holds it: what else a paragraph says, how its
/// lines break and how an item is numbered does not matter.
std::string FindingMaker::SentenceAt(uint32_t begin) const {
  const std::string_view key = document_.key;
  uint32_t from = 0, to = static_cast<uint32_t>(key.size());
  const Place place = analysis_.structure.PlaceOf(begin);
  if (place.block != kNoIndex) {
    for (const Span span : analysis_.structure.blocks[place.block].spans) {
      if (!Contains(span, {begin, begin})) continue;
      from = span.begin;
      to = span.end;
    }
  }
  const auto ends_sentence = [key](size_t i) {
    return kSentenceSigns.Has(key[i]) && (i + 1 == key.size() || key[i + 1] == ' ' || key[i + 1] == '\n');
  };
  uint32_t first = begin, last = begin;
  while (first > from && !ends_sentence(first - 1)) --first;
  while (last < to && !ends_sentence(last)) ++last;
  return Collapsed(key.substr(first, last - first));
}

std::string FindingMaker::Fingerprint(const Relation& relation, const Finding& finding) const {
  // A NUL cannot occur in any of the parts: no two lists of parts give the same bytes.
  std::string parts;
  parts.reserve(kUsualParts);
  const auto add = [&parts](std::string_view part) { (parts += part) += '\0'; };
  add(ToString(finding.check));
  add(finding.rule);
  // A file that comes from elsewhere is the same: there names and texts may be decomposed.
  add(ToNfc(NameOf(finding.report)));
  for (const FindingOperand& operand : finding.operands) {
    add(operand.role);
    for (const FindingValue& value : operand.values) add(ToNfc(Collapsed(value.quote)));
  }
  add(SentenceAt(relation.span.begin));
  return Sha256(parts).substr(0, kFingerprintSize);
}

}  // namespace soat
