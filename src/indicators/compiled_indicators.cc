// CompiledIndicators: the words of a label say which patterns it can match; what the figure is and what stands around
// it decide.
#include "indicators/compiled_indicators.h"

#include <algorithm>
#include <iterator>

#include "context/label_text.h"
#include "soat/reader.h"
#include "text/scan.h"

namespace soat {
namespace {

bool BeginsWithWords(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

// Of what stands before the first blank.
uint64_t FirstWordHash(std::string_view text) { return WordHash(text.substr(0, text.find(' '))); }

bool HasWords(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    if ((at == 0 || text[at - 1] == ' ') && BeginsWithWords(text.substr(at), words)) return true;
  }
  return false;
}

// Where words stand inside a text, with the blank before them; npos when they do not.
size_t FindInside(const std::string& text, const std::string& words) {
  return words.empty() ? std::string::npos : text.find(" " + words + " ");
}

// "trên 50%", "từ 7% đến 25%": not one value.
bool IsBound(const Figure& figure) {
  const Qualifier qualifier = figure.qualifier;
  return figure.value_max.has_value() || qualifier == Qualifier::kOver || qualifier == Qualifier::kUnder ||
         qualifier == Qualifier::kMin || qualifier == Qualifier::kMax;
}

// Roles of figures that say how an indicator moved or where it stands, not what it is.
bool IsNoValue(FigureRole role) {
  return role == FigureRole::kExcess || role == FigureRole::kChange || role == FigureRole::kRank;
}

bool HasScope(const std::vector<std::string>& scopes, const std::string& scope) {
  return scopes.empty() || std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

struct ColonOrSemicolon {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) { return Between(LoadLanes(window), ':', ';'); }
};

// Most texts are refused by the words that they have.
template <typename Patterns>
bool AnyMatches(const Patterns& patterns, MatchedText& text) {
  return std::any_of(patterns.begin(), patterns.end(), [&text](const WordPattern& pattern) {
    if (!pattern.needed().AreIn(text.known)) return false;
    if (text.joined.empty()) Join(text.folded.words, text.joined);
    return pattern.Matches(text.joined);
  });
}

}  // namespace

CompiledIndicators::CompiledIndicators(const RuleSet& rules) : indicators_(rules.indicators), folder_(rules.labels) {
  for (uint32_t i = 0; i < indicators_.size(); ++i) Prepare(indicators_[i], i);
  labels_.Enter();
  Fill(rules.labels.some_units, vocabulary_, some_units_);
  Fill(rules.labels.each_unit, vocabulary_, each_unit_);
}

void CompiledIndicators::Fill(const std::vector<std::string>& written, Vocabulary& vocabulary, Patterns& patterns) {
  for (const std::string& pattern : written) patterns.emplace_back(pattern, false, vocabulary);
}

void CompiledIndicators::Prepare(const Indicator& indicator, uint32_t index) {
  labels_.Add(indicator, index, vocabulary_);
  Conditions& conditions = conditions_.emplace_back();
  Fill(indicator.under, vocabulary_, conditions.under);
  Fill(indicator.before, vocabulary_, conditions.before);
  Fill(indicator.never, vocabulary_, conditions.never);
  for (const std::string& unit : indicator.units) {
    conditions.units.push_back(LowerCase(unit));
    unit_starts_.FindOrInsert(FirstWordHash(conditions.units.back()), index);
  }
}

Status CompiledIndicators::Check() const {
  std::string error;
  const auto check = [&error](const WordPattern& pattern) {
    if (error.empty()) error = pattern.error();
  };
  for (const Entry& entry : labels_.entries()) check(entry.pattern);
  for (const Conditions& conditions : conditions_) {
    for (const Patterns* patterns : {&conditions.under, &conditions.before, &conditions.never})
      std::for_each(patterns->begin(), patterns->end(), check);
  }
  for (const Patterns* patterns : {&some_units_, &each_unit_}) std::for_each(patterns->begin(), patterns->end(), check);
  if (error.empty()) return {};
  return Error{ErrorCode::kRule, "", "the patterns of the indicators: " + error, "make them shorter"};
}

// A text in lower case.
void CompiledIndicators::ReadKey(std::string_view key, MatchedText& read) const {
  folder_.SplitKey(key, read.folded);
  vocabulary_.Find(read.folded.words, read.known);
  read.joined.clear();
}

// Whether a percentage is said of some units alone ("các xã đạt trên 50%: …"): no value of all of them.
bool CompiledIndicators::IsOfSome(const Figure& figure, std::string_view clause, MatchedText& words) const {
  if (figure.kind != FigureKind::kPercent || clause.empty()) return false;
  clause.remove_prefix(BehindLast<ColonOrSemicolon>(clause));
  if (const size_t stop = FindLast(clause, ". "); stop != std::string_view::npos) clause.remove_prefix(stop + 1);
  ReadKey(clause, words);
  return AnyMatches(some_units_, words) || (IsBound(figure) && AnyMatches(each_unit_, words));
}

// Whether a figure of the kind can be a value of the pattern's indicator, as far as the figure alone says. A figure
// without a unit is taken when its label names what is counted.
bool CompiledIndicators::MayBe(const Entry& entry, const Figure& figure, const std::string& unit) const {
  if (!HasScope(indicators_[entry.indicator].scopes, figure.scope)) return false;
  const std::vector<std::string>& units = conditions_[entry.indicator].units;
  return unit.empty() || std::any_of(units.begin(), units.end(),
                                     [&unit](const std::string& known) { return BeginsWithWords(unit, known); });
}

bool CompiledIndicators::AllowAround(const Conditions& conditions, Around& around, MatchedText& words) const {
  if (!conditions.under.empty()) {
    ReadKey(LowerCase(around.Headings()), words);
    if (!AnyMatches(conditions.under, words)) return false;
  }
  if (conditions.before.empty()) return true;
  ReadKey(around.Before(), words);
  return AnyMatches(conditions.before, words);
}

bool CompiledIndicators::MatchesAlone(const MatchedText& label) const {
  Entries all;
  labels_.Candidates(label.known, LabelPatterns::kAnyKind, all);
  return std::any_of(all.begin(), all.end(),
                     [&label](const Entry* entry) { return !entry->under && entry->pattern.Matches(label.joined); });
}

// Those of the possible patterns that match the label. "Tỷ lệ hồ sơ cấp xã nộp trực tuyến": the figure has the scope,
// the name is the same without it, which is tried when no pattern at all matches the name with it.
void CompiledIndicators::FindClaims(const Figure& figure, Around& around, MatchRoom& room) const {
  MatchedText& label = room.label;
  const auto matches = [&label](const Entry* entry) { return entry->pattern.Matches(label.joined); };
  const auto take_those = [&room](auto claims) {
    std::copy_if(room.possible.begin(), room.possible.end(), std::back_inserter(room.claims), claims);
  };
  const auto matches_alone = [&](const Entry* entry) { return !entry->under && matches(entry); };
  room.claims.clear();
  take_those(matches_alone);
  const std::string scope = room.claims.empty() ? LowerCase(figure.scope) : std::string();
  const size_t inside = FindInside(label.joined, scope);
  if (inside != std::string::npos && !MatchesAlone(label)) {
    label.joined.erase(inside, scope.size() + 1);
    room.text.clear();  // the words are those of this figure alone
    take_those(matches_alone);
  }
  take_those([&](const Entry* entry) {
    return entry->under && matches(entry) && AllowAround(conditions_[entry->indicator], around, room.around);
  });
}

void CompiledIndicators::ReadUnit(const std::string& unit, MatchRoom& room) const {
  if (unit == room.unit) return;
  room.unit = unit;
  LowerCase(unit, room.unit_key);
  room.unit_is_counted = unit_starts_.Find(FirstWordHash(room.unit_key)) != nullptr;
}

void CompiledIndicators::ReadLabel(const std::string& text, MatchRoom& room) const {
  if (text == room.text) return;
  room.text = text;
  room.trimmed = false;
  folder_.Split(text, room.label.folded);
  vocabulary_.Find(room.label.folded.words, room.label.known);
}

void CompiledIndicators::TrimLabel(const FoldedText& unit_name, MatchRoom& room) const {
  if (room.trimmed) return;
  room.trimmed = true;
  folder_.Trim(room.label.folded, unit_name);
  Join(room.label.folded.words, room.label.joined);
}

// The one indicator of all claims that stand; null when there are none or more.
const Indicator* CompiledIndicators::OnlyClaim(MatchRoom& room) const {
  MatchedText& label = room.label;
  const Indicator* only = nullptr;
  for (const Entry* claim : room.claims) {
    const Conditions& conditions = conditions_[claim->indicator];
    const auto named = [&label](const std::string& known) { return HasWords(label.joined, known); };
    if (&indicators_[claim->indicator] == only || AnyMatches(conditions.never, label)) continue;
    if (room.unit.empty() && std::none_of(conditions.units.begin(), conditions.units.end(), named)) continue;
    if (only != nullptr) return nullptr;
    only = &indicators_[claim->indicator];
  }
  return only;
}

const Indicator* CompiledIndicators::Match(const Figure& figure, Around& around, const FoldedText& unit_name,
                                           MatchRoom& room) const {
  if (figure.label.empty() || IsNoValue(figure.role)) return nullptr;
  // Cheaper than the label, and many figures stop here.
  ReadUnit(figure.unit, room);
  if (!figure.unit.empty() && !room.unit_is_counted) return nullptr;
  ReadLabel(figure.label, room);
  labels_.Candidates(room.label.known, LabelPatterns::KindBit(figure.kind), room.possible);
  std::erase_if(room.possible, [&](const Entry* entry) { return !MayBe(*entry, figure, room.unit_key); });
  if (room.possible.empty()) return nullptr;
  TrimLabel(unit_name, room);
  FindClaims(figure, around, room);
  const Indicator* only = room.claims.empty() ? nullptr : OnlyClaim(room);
  return only == nullptr || IsOfSome(figure, around.Before(), room.around) ? nullptr : only;
}

}  // namespace soat
