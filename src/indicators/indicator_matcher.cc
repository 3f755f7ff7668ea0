// IndicatorMatcher: one set of all patterns says which indicators a label can be; their conditions decide.
#include "indicators/indicator_matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indicators/label_folder.h"
#include "soat/reader.h"

namespace soat {
namespace {

constexpr int64_t kSetMemory = int64_t{64} << 20;  // of the automata of all patterns together

// Many patterns of which each belongs to one indicator.
class PatternSet {
 public:
  explicit PatternSet(RE2::Anchor anchor) : set_(Options(), anchor) {}

  void Add(const std::vector<std::string>& patterns, uint32_t indicator) {
    for (const std::string& pattern : patterns) {
      std::string error;
      if (set_.Add(pattern, &error) < 0)
        error_ = error;
      else
        owners_.push_back(indicator);
    }
  }
  void Compile() {
    if (!owners_.empty() && !set_.Compile()) error_ = "the patterns need too much memory";
  }

  // The indicators of which a pattern matches, in their order, each once.
  std::vector<uint32_t> Match(std::string_view text) const {
    std::vector<int> matched;
    std::vector<uint32_t> found;
    if (owners_.empty() || !error_.empty() || !set_.Match(re2::StringPiece(text.data(), text.size()), &matched)) {
      return found;
    }
    for (const int index : matched) found.push_back(owners_[static_cast<size_t>(index)]);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
  const std::string& error() const { return error_; }

 private:
  static RE2::Options Options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kSetMemory);
    return options;
  }

  RE2::Set set_;
  std::vector<uint32_t> owners_;
  std::string error_;
};

bool Holds(const std::vector<uint32_t>& sorted, uint32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

bool BeginsWithWords(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

bool HasWords(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    if ((at == 0 || text[at - 1] == ' ') && BeginsWithWords(text.substr(at), words)) return true;
  }
  return false;
}

// Takes words from the inside of a text; returns whether they were there.
bool RemoveWords(std::string& text, const std::string& words) {
  const size_t at = words.empty() ? std::string::npos : text.find(" " + words + " ");
  if (at != std::string::npos) text.erase(at, words.size() + 1);
  return at != std::string::npos;
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

}  // namespace

struct IndicatorMatcher::Patterns {
  explicit Patterns(const RuleSet& rules) : folder(rules.labels) {}

  void Compile(const std::vector<Indicator>& indicators) {
    units.resize(indicators.size());
    for (uint32_t i = 0; i < indicators.size(); ++i) {
      for (const std::string& unit : indicators[i].units) {
        units[i].push_back(LowerCase(unit));
        unit_starts.insert(units[i].back().substr(0, units[i].back().find(' ')));
      }
      labels.Add(indicators[i].patterns, i);
      labels_under.Add(indicators[i].patterns_under, i);
      headings.Add(indicators[i].under, i);
      before.Add(indicators[i].before, i);
      never.Add(indicators[i].never, i);
    }
    some_units.Add(folder.words().some_units, 0);
    each_unit.Add(folder.words().each_unit, 0);
    for (PatternSet* set : All()) set->Compile();
  }
  std::array<PatternSet*, 7> All() {
    return {&labels, &labels_under, &headings, &before, &never, &some_units, &each_unit};
  }

  /// Whether a percentage is said of some units alone ("các xã đạt trên 50%: …"): no value of all of them.
  bool IsOfSome(const Figure& figure, std::string_view clause) const {
    if (figure.kind != FigureKind::kPercent || clause.empty()) return false;
    const size_t sign = clause.find_last_of(":;");
    if (sign != std::string_view::npos) clause.remove_prefix(sign + 1);
    if (const size_t stop = clause.rfind(". "); stop != std::string_view::npos) clause.remove_prefix(stop + 1);
    const std::string words = folder.Words(clause);
    return !some_units.Match(words).empty() || (IsBound(figure) && !each_unit.Match(words).empty());
  }

  std::once_flag compiled;
  std::vector<std::vector<std::string>> units;  // of each indicator, in lower case
  std::unordered_set<std::string> unit_starts;  // their first words
  LabelFolder folder;
  PatternSet labels{RE2::ANCHOR_BOTH}, labels_under{RE2::ANCHOR_BOTH};
  PatternSet headings{RE2::UNANCHORED}, before{RE2::UNANCHORED}, never{RE2::UNANCHORED};
  PatternSet some_units{RE2::UNANCHORED}, each_unit{RE2::UNANCHORED};
};

IndicatorMatcher::IndicatorMatcher(const RuleSet& rules)
    : rules_(rules), patterns_(std::make_unique<Patterns>(rules)) {}
IndicatorMatcher::~IndicatorMatcher() = default;

const IndicatorMatcher::Patterns& IndicatorMatcher::Compiled() const {
  std::call_once(patterns_->compiled, [this] { patterns_->Compile(rules_.indicators); });
  return *patterns_;
}

Status IndicatorMatcher::Check() const {
  const Patterns& patterns = Compiled();
  for (const PatternSet* set : {&patterns.labels, &patterns.labels_under, &patterns.headings, &patterns.before,
                                &patterns.never, &patterns.some_units, &patterns.each_unit}) {
    if (!set->error().empty())
      return Error{ErrorCode::kRule, "", "the patterns of the indicators: " + set->error(), "make them shorter"};
  }
  return {};
}

namespace {

// A figure without a unit is taken when its label names what is counted.
bool HasUnit(const std::vector<std::string>& units, const Figure& figure, const std::string& label) {
  const std::string unit = LowerCase(figure.unit);
  return std::any_of(units.begin(), units.end(), [&](const std::string& known) {
    return unit.empty() ? HasWords(label, known) : BeginsWithWords(unit, known);
  });
}

bool Fits(const Indicator& indicator, const Figure& figure) {
  const auto& kinds = indicator.kinds;
  const auto& scopes = indicator.scopes;
  return std::find(kinds.begin(), kinds.end(), figure.kind) != kinds.end() &&
         (scopes.empty() || std::find(scopes.begin(), scopes.end(), figure.scope) != scopes.end());
}

}  // namespace

const Indicator* IndicatorMatcher::Match(const Figure& figure, const Surroundings& around,
                                         std::string_view unit_name) const {
  if (figure.label.empty() || IsNoValue(figure.role)) return nullptr;
  const Patterns& patterns = Compiled();
  // Cheaper than the label, and most figures stop here.
  if (!figure.unit.empty() && !patterns.unit_starts.contains(LowerCase(figure.unit.substr(0, figure.unit.find(' '))))) {
    return nullptr;
  }
  std::string label = patterns.folder.Fold(figure.label, unit_name);
  std::vector<uint32_t> found = patterns.labels.Match(label);
  // "Tỷ lệ hồ sơ cấp xã nộp trực tuyến": the figure has the scope, the name is the same without it.
  if (found.empty() && RemoveWords(label, LowerCase(figure.scope))) found = patterns.labels.Match(label);
  for (const uint32_t weak : patterns.labels_under.Match(label)) {
    const Indicator& indicator = rules_.indicators[weak];
    const auto fits = [weak](const std::vector<std::string>& wanted, const PatternSet& set, const std::string& text) {
      return wanted.empty() || Holds(set.Match(text), weak);
    };
    if (fits(indicator.under, patterns.headings, patterns.folder.Words(around.headings)) &&
        fits(indicator.before, patterns.before, patterns.folder.Words(around.before))) {
      found.push_back(weak);
    }
  }
  if (found.empty() || patterns.IsOfSome(figure, around.before)) return nullptr;
  const std::vector<uint32_t> never = patterns.never.Match(label);
  const Indicator* only = nullptr;
  for (const uint32_t index : found) {
    const Indicator& indicator = rules_.indicators[index];
    if (&indicator == only || Holds(never, index) || !Fits(indicator, figure)) continue;
    if (!HasUnit(patterns.units[index], figure, label)) continue;
    if (only != nullptr) return nullptr;
    only = &indicator;
  }
  return only;
}

namespace {

// The words of the headings above a section, the report's title first.
class Headings {
 public:
  Headings(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {}

  const std::string& Above(uint32_t offset) {
    const Place place = analysis_.structure.PlaceOf(offset);
    if (place.block == kNoIndex) return analysis_.identity.title;
    return OfSection(analysis_.structure.blocks[place.block].section);
  }

 private:
  const std::string& OfSection(uint32_t index) {
    const auto known = texts_.find(index);
    if (known != texts_.end()) return known->second;
    const Section& section = analysis_.structure.sections[index];
    std::string text = section.parent == kNoIndex ? analysis_.identity.title : OfSection(section.parent);
    if (section.title.size() > 0) (text += " ").append(document_.text, section.title.begin, section.title.size());
    return texts_.emplace(index, std::move(text)).first->second;
  }

  const Document& document_;
  const Analysis& analysis_;
  std::unordered_map<uint32_t, std::string> texts_;
};

// What the passage says before a figure, as far back as a reader remembers it; begins with a whole word.
std::string_view TextBefore(const Document& document, const Analysis& analysis, uint32_t offset) {
  constexpr uint32_t kFar = 400;  // bytes
  const Place place = analysis.structure.PlaceOf(offset);
  if (place.block == kNoIndex) return {};
  std::string_view text;
  for (const Span span : analysis.structure.blocks[place.block].spans) {
    if (span.begin > offset || offset >= span.end) continue;
    text = std::string_view(document.text).substr(span.begin, offset - span.begin);
  }
  if (text.size() <= kFar) return text;
  text.remove_prefix(text.size() - kFar);
  return text.substr(std::min(text.find_first_of(" \n"), text.size()));
}

// "6. Kinh phí: …": the few words before a colon at the start of a passage head it.
std::string_view HeadingInLine(std::string_view before) {
  constexpr size_t kLongest = 60;  // bytes
  const size_t colon = before.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view heading = before.substr(0, colon);
  return heading.find(',') == std::string_view::npos ? heading : std::string_view();
}

std::string_view ScopeOf(const Figure& figure, const Indicator& indicator) {
  const auto& implied = indicator.implied_scopes;
  const bool says_nothing = std::find(implied.begin(), implied.end(), figure.scope) != implied.end();
  return says_nothing ? std::string_view() : std::string_view(figure.scope);
}

// "18 tổ cấp xã và 160 tổ cấp thôn": two values of one thing in one sentence are parts of it, or one of them is of
// something else; neither is the value.
void DropRivals(const Document& document, std::vector<Figure>& figures) {
  constexpr uint32_t kSentence = 240;  // bytes
  Figure* last = nullptr;
  for (Figure& figure : figures) {
    if (figure.indicator.empty() || figure.role != FigureRole::kResult) continue;
    Figure* other = std::exchange(last, &figure);
    if (other == nullptr || other->indicator != figure.indicator || other->scope != figure.scope) continue;
    if (other->start != figure.start || other->end != figure.end || other->kind != figure.kind) continue;
    if (figure.span.begin < other->span.end || figure.span.begin - other->span.end > kSentence) continue;
    const std::string_view between =
        std::string_view(document.text).substr(other->span.end, figure.span.begin - other->span.end);
    if (between.find_first_of(";\n|\t") != std::string_view::npos || between.find(". ") != std::string_view::npos)
      continue;
    if (other->value && figure.value && Compare(*other->value, *figure.value) != 0) {
      other->indicator.clear();
      figure.indicator.clear();
    }
  }
}

}  // namespace

void IndicatorMatcher::Apply(const Document& document, Analysis& analysis) const {
  if (rules_.indicators.empty()) return;
  Headings headings(document, analysis);
  const Figure* total = nullptr;
  for (Figure& figure : analysis.figures) {
    if (figure.label.empty()) continue;
    const uint32_t at = figure.span.begin;
    const std::string_view before = TextBefore(document, analysis, at);
    std::string above = headings.Above(at);
    if (const std::string_view in_line = HeadingInLine(before); !in_line.empty()) (above += " ").append(in_line);
    const Indicator* found = Match(figure, {above, before}, analysis.identity.unit_name);
    figure.indicator = found != nullptr ? found->id : std::string();
    if (figure.role == FigureRole::kTotal) total = &figure;
    if (figure.role != FigureRole::kPart || found == nullptr || total == nullptr) continue;
    // "156 tổ (trong đó có 5 tổ cấp xã …)": a part has the name of its total, but is no second value of it.
    const std::string_view scope = ScopeOf(figure, *found);
    if (total->indicator == figure.indicator && (scope.empty() || scope == total->scope)) figure.indicator.clear();
  }
  DropRivals(document, analysis.figures);
}

}  // namespace soat
