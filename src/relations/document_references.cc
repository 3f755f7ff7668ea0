#include "relations/document_references.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "relations/document_citations.h"
#include "relations/rule_words.h"
#include "text/byte_search.h"

namespace soat {
namespace {

// Numbers so close to each other on one day are documents of one batch.
constexpr long kBatch = 10;
// Of a subject with fewer words nothing can be said.
constexpr size_t kFewestWords = 5, kMostWords = 25;
// Of the words of a subject, that two numbers far from each other share.
constexpr size_t kMostPercent = 60;
constexpr uint32_t kIssuerReach = 70;      // bytes behind the date in which the issuer is named
constexpr uint32_t kImplementsReach = 60;  // bytes from a programme to the document that it carries out
// A number alone with fewer digits is too common to be taken for a known document.
constexpr size_t kTellingDigits = 3;

bool SameRef(const Citation& a, const Citation& b) {
  return a.number == b.number && a.year == b.year && a.symbol == b.symbol;
}

/// One character is another one, or one is missing.
bool OneDigitApart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto skip = b.size() == a.size() ? 1 : 0;
  return std::equal(left + skip, a.end(), right + 1, b.end());
}

std::string Shown(const Figure& figure, const std::string& day) {
  return day.empty() ? figure.ref : figure.ref + " " + day;
}

Operand CitationOperand(std::string role, const FindingList& found, const Citation& citation) {
  Operand operand = TextOperand(std::move(role), Shown(found.analysis.figures[citation.figure], citation.day),
                                found.analysis.figures[citation.figure].span);
  if (citation.date == citation.figure + 1) operand.values.front().span.end = citation.end;
  operand.values.front().figure = citation.figure;
  return operand;
}

class ReferenceChecker {
 public:
  ReferenceChecker(FindingList& found, uint32_t rule)
      : found_(found),
        rule_index_(rule),
        rule_(found.rules.relation_rules[rule]),
        key_(found.document.key),
        citations_(ReadCitations(found, rule_)),
        single_kinds_(WordsOf(found.rules, rule_, "single_kinds")),
        issuer_leads_(WordsOf(found.rules, rule_, "issuer_leads")),
        issuer_names_(WordsOf(found.rules, rule_, "issuers")),
        words_(WordsOf(found.rules, rule_, "stop_words")),
        seeks_held_(found.SeeksHeld() || !IsAloneOfItsShape(found.rules, rule_)),
        issuers_(citations_.size()) {}

  void CompareDates();
  void CompareNumbers();
  void CompareYears();

 private:
  void Add(const Citation& a, const Citation& b, bool conflict);
  void CompareDates(const Citation& a, const Citation& b);
  void LinkBareNumber(const Citation& bare);
  bool OtherIssuers(const Citation& a, const Citation& b);
  std::string_view IssuerOf(const Citation& citation);
  std::string_view ReadIssuer(const Citation& citation) const;
  const std::vector<uint64_t>& SubjectOf(const Citation& citation);
  size_t PercentIn(const Citation& a, Span other);
  bool SameSubject(const Citation& a, const Citation& b);
  bool SameDocument(const Citation& a, const Citation& b);
  bool SameSingleDocument(size_t a, size_t b) const;

  FindingList& found_;
  const uint32_t rule_index_;
  const RelationRule& rule_;
  const std::string_view key_;
  const std::vector<Citation>& citations_;
  const std::vector<std::string>&single_kinds_, &issuer_leads_, &issuer_names_;
  const TextWords words_;
  const bool seeks_held_;  // citations that agree; rules of other shapes do not see two of one number
  std::vector<std::optional<std::string_view>> issuers_;       // by citation
  std::map<const Citation*, std::vector<uint64_t>> subjects_;  // the first words of each, as a set
};

void ReferenceChecker::Add(const Citation& a, const Citation& b, bool conflict) {
  Relation relation;
  relation.check = rule_.check;
  relation.verdict = conflict ? Verdict::kConflict : Verdict::kOk;
  relation.severity = conflict ? rule_.severity : Severity::kOk;
  relation.rule = rule_index_;
  if (found_.CountIfHeld(relation, std::array{a.figure, b.figure})) return;
  relation.operands = Operands(CitationOperand("a", found_, a), CitationOperand("b", found_, b));
  relation.span = relation.operands.back().values.front().span;
  found_.Add(std::move(relation));
}

std::string_view ReferenceChecker::IssuerOf(const Citation& citation) {
  std::optional<std::string_view>& issuer = issuers_[static_cast<size_t>(&citation - citations_.data())];
  if (!issuer) issuer = ReadIssuer(citation);
  return *issuer;
}

/// The level that the words "của …" behind a citation name.
std::string_view ReferenceChecker::ReadIssuer(const Citation& citation) const {
  const size_t at = SkipBlanks(key_, citation.end, citation.sentence.end);
  if (PhraseAt(key_, at, issuer_leads_) == 0) return {};
  const size_t end = std::min<size_t>(citation.sentence.end, citation.end + kIssuerReach);
  const size_t issuer = FindPhrase(key_, at, end, issuer_names_);
  if (issuer == std::string_view::npos) return {};
  return key_.substr(issuer, PhraseAt(key_, issuer, issuer_names_));
}

bool ReferenceChecker::OtherIssuers(const Citation& a, const Citation& b) {
  const std::string_view first = IssuerOf(a), second = IssuerOf(b);
  return !first.empty() && !second.empty() && first != second;
}

const std::vector<uint64_t>& ReferenceChecker::SubjectOf(const Citation& citation) {
  const auto [subject, added] = subjects_.try_emplace(&citation);
  if (!added) return subject->second;
  std::vector<uint64_t> words = words_.In(key_.substr(citation.subject.begin, citation.subject.size()));
  words.resize(std::min(words.size(), kMostWords));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return subject->second = std::move(words);
}

/// How much of the subject of `a` stands in another stretch, in percent; 0 when the subject has too few words.
size_t ReferenceChecker::PercentIn(const Citation& a, Span other) {
  const std::vector<uint64_t>& subject = SubjectOf(a);
  if (subject.size() < kFewestWords) return 0;
  return CountShared(subject, words_.SetIn(key_.substr(other.begin, other.size()))) * 100 / subject.size();
}

bool ReferenceChecker::SameSubject(const Citation& a, const Citation& b) {
  return PercentIn(a, b.subject) == 100 || PercentIn(b, a.subject) == 100;
}

// One number of one year is one document of an office. Whether it is the same office: a date one digit apart is a
// slip, and so are two dates of one subject.
void ReferenceChecker::CompareDates(const Citation& a, const Citation& b) {
  const bool agree = a.day.empty() || b.day.empty() || a.day == b.day;
  if ((agree && !seeks_held_) || OtherIssuers(a, b)) return;
  if (agree) return Add(a, b, false);
  if (OneDigitApart(a.day, b.day) || SameSubject(a, b))
    Add(a, b, true);
  else
    found_.CountUndecided(rule_.check);
}

/// "công văn số 891" is 891/STTTT-CNTT when the report cites only one document of that number.
void ReferenceChecker::LinkBareNumber(const Citation& bare) {
  if (bare.number.size() < kTellingDigits) return;
  const Citation* match = nullptr;
  for (const Citation& other : citations_) {
    if (other.number != bare.number || other.symbol.empty()) continue;
    if (match != nullptr && !SameRef(*match, other)) return;
    if (match == nullptr) match = &other;
  }
  if (match == nullptr || (!match->day.empty() && !bare.day.empty() && match->day != bare.day)) return;
  match->figure < bare.figure ? Add(*match, bare, false) : Add(bare, *match, false);
}

void ReferenceChecker::CompareDates() {
  const auto before = [](const Citation* a, const Citation* b) {
    return std::tie(a->number, a->symbol, a->year) < std::tie(b->number, b->symbol, b->year);
  };
  // The first citation of a number, with its date if one has it.
  std::map<const Citation*, const Citation*, decltype(before)> first(before);
  for (const Citation& citation : citations_) {
    if (citation.symbol.empty()) {
      LinkBareNumber(citation);
      continue;
    }
    const auto [known, added] = first.emplace(&citation, &citation);
    if (added) continue;
    CompareDates(*known->second, citation);
    if (known->second->day.empty()) known->second = &citation;
  }
}

/// The same kind on the same day with nearly the same number. Of one batch only equal words tell that it is the same.
bool ReferenceChecker::SameDocument(const Citation& a, const Citation& b) {
  if (a.day.empty() || !AreEqual(a.day, b.day) || a.symbol.empty() || a.symbol != b.symbol) return false;
  if (a.year != b.year || a.kind != b.kind || a.kind.empty() || a.number == b.number) return false;
  if (a.sentence.begin == b.sentence.begin || OtherIssuers(a, b)) return false;
  const long distance = std::labs(std::atol(a.number.c_str()) - std::atol(b.number.c_str()));
  if (distance < kBatch || !OneDigitApart(a.number, b.number))
    return PercentIn(a, b.subject) == 100 && PercentIn(b, a.subject) == 100;
  return PercentIn(a, b.sentence) >= kMostPercent || PercentIn(b, a.sentence) >= kMostPercent;
}

/// Two programmes of one office that carry out the same document. REQUIRES: their kind is the same, and a single one
bool ReferenceChecker::SameSingleDocument(size_t a, size_t b) const {
  const Citation &first = citations_[a], &second = citations_[b];
  if (SameRef(first, second) || a + 1 >= citations_.size() || b + 1 >= citations_.size()) return false;
  const auto office = [](const Citation& citation) { return citation.symbol.substr(citation.symbol.rfind('/') + 1); };
  if (office(first) != office(second)) return false;
  const auto carries_out = [&](size_t index) {
    return citations_[index + 1].sentence.begin == citations_[index].sentence.begin &&
           citations_[index + 1].begin - citations_[index].end <= kImplementsReach;
  };
  return carries_out(a) && carries_out(b) && SameRef(citations_[a + 1], citations_[b + 1]);
}

/// Citations are compared with those of their kind alone: a report can cite thousands.
void ReferenceChecker::CompareNumbers() {
  std::map<std::string_view, std::vector<size_t>> of_kind;
  std::set<std::pair<std::string, std::string>> told;
  for (size_t b = 0; b < citations_.size(); ++b) {
    if (citations_[b].kind.empty()) continue;
    std::vector<size_t>& earlier = of_kind[citations_[b].kind];
    const bool single =
        std::find(single_kinds_.begin(), single_kinds_.end(), citations_[b].kind) != single_kinds_.end();
    for (const size_t a : earlier) {
      if (!SameDocument(citations_[a], citations_[b]) && !(single && SameSingleDocument(a, b))) continue;
      if (told.emplace(citations_[a].ref, citations_[b].ref).second) Add(citations_[a], citations_[b], true);
    }
    earlier.push_back(b);
  }
}

void ReferenceChecker::CompareYears() {
  for (const Citation& citation : citations_) {
    if (citation.year.empty() || citation.date != citation.figure + 1) continue;
    const bool conflict = !citation.day.starts_with(citation.year);
    const Figure &number = found_.analysis.figures[citation.figure], &day = found_.analysis.figures[citation.date];
    Relation relation;
    relation.check = rule_.check;
    relation.verdict = conflict ? Verdict::kConflict : Verdict::kOk;
    relation.severity = conflict ? rule_.severity : Severity::kOk;
    relation.rule = rule_index_;
    relation.span = {number.span.begin, day.span.end};
    if (found_.CountIfHeld(relation, {})) continue;
    relation.operands = Operands(TextOperand("a", number.ref, number.span), TextOperand("b", citation.day, day.span));
    found_.Add(std::move(relation));
  }
}

}  // namespace

void FindDateConflicts(FindingList& found, uint32_t rule) { ReferenceChecker(found, rule).CompareDates(); }
void FindNumberConflicts(FindingList& found, uint32_t rule) { ReferenceChecker(found, rule).CompareNumbers(); }
void FindYearConflicts(FindingList& found, uint32_t rule) { ReferenceChecker(found, rule).CompareYears(); }

}  // namespace soat
