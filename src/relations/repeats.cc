#include "relations/repeats.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "relations/rule_words.h"
#include "soat/reader.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// A counted noun of so many syllables names one thing: "tổ công nghệ số cộng đồng".
constexpr size_t kTellingSyllables = 4;
constexpr size_t kFewestWords = 4;   // of labels that can be like each other
constexpr size_t kTellingWords = 5;  // of a name that has to be the same to the word
constexpr size_t kAlikePercent = 85;
constexpr size_t kMostEarlier = 20;  // mentions of one value that are compared
constexpr int kTellingNumber = 100;  // smaller numbers and round ones are the same by chance
// A smaller number of units repeats by chance; a larger one that stands in so many ratios is their number.
constexpr int kFewestUnits = 10;
constexpr size_t kUsual = 2;

size_t Syllables(std::string_view unit) {
  size_t count = 0;
  for (size_t at = 0; at < unit.size(); ++at) count += IsLetterAt(unit, at) && !IsLetterBefore(unit, at) ? 1 : 0;
  return count;
}

/// One digit is another one, or two neighbours are swapped.
bool IsSlip(const std::string& a, const std::string& b) {
  if (a.size() != b.size() || a == b) return false;
  const size_t first = static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.substr(first + 1) == b.substr(first + 1)) return true;
  return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
         a.substr(first + 2) == b.substr(first + 2);
}

/// A figure that may repeat another.
struct Mention {
  uint32_t figure = 0;
  Decimal number;
  uint32_t block = kNoIndex;
  bool whole = false;  ///< the number behind the stroke of a ratio
};

class RepeatFinder {
 public:
  RepeatFinder(FindingList& found, uint32_t rule)
      : found_(found),
        rule_index_(rule),
        rule_(found.rules.relation_rules[rule]),
        figures_(found.analysis.figures),
        key_(found.document.key) {}

  using Words = std::vector<std::string>;  ///< sorted, each once

  void Find();

 private:
  /// The mentions of a key, in the order of the text.
  using Index = std::unordered_map<std::string, std::vector<size_t>>;

  void Read();
  std::vector<size_t> Earlier(size_t mention, Index& index) const;
  bool IsUnit(const Figure& figure) const;
  const Words& LabelWords(const Mention& mention) const;
  const Words& NamedBy(const Mention& mention) const;
  Words ReadLabelWords(const Mention& mention) const;
  Words ReadName(const Mention& mention) const;
  bool AreAlike(const Mention& a, const Mention& b) const;
  bool IsSame(const Mention& a, const Mention& b) const;
  bool ScopesAgree(const Figure& a, const Figure& b, const Words& name) const;
  bool Contradict(const Mention& a, const Mention& b) const;
  bool IsTelling(const Mention& mention) const;
  bool IsPlanned(const Mention& mention) const;
  bool OfWhole(const Mention& mention) const;
  void FindUnits();
  void Add(const Mention& a, const Mention& b, bool conflict);
  const Figure& At(const Mention& mention) const { return figures_[mention.figure]; }

  FindingList& found_;
  const uint32_t rule_index_;
  const RelationRule& rule_;
  const std::vector<Figure>& figures_;
  const std::string_view key_;
  std::vector<Mention> mentions_, units_;
  mutable std::unordered_map<uint32_t, Words> label_words_, names_;  // by figure
};

bool RepeatFinder::IsUnit(const Figure& figure) const {
  return PhraseAt(figure.unit, 0, WordsOf(found_.rules, rule_, "units")) > 0;
}

void RepeatFinder::Read() {
  for (uint32_t i = 0; i < figures_.size(); ++i) {
    const Figure& figure = figures_[i];
    Mention mention;
    mention.figure = i;
    mention.block = found_.analysis.structure.PlaceOf(figure.span.begin).block;
    if (mention.block == kNoIndex) continue;
    if (figure.kind == FigureKind::kRatio && figure.denominator && IsUnit(figure)) {
      mention.number = *figure.denominator;
      mention.whole = true;
      units_.push_back(mention);
    }
    const bool counted =
        figure.kind == FigureKind::kCount || figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMoney;
    if (!counted || !figure.value || figure.value_max || figure.role == FigureRole::kTarget) continue;
    // The numbers of indicators in one section are not those of another.
    const std::vector<std::string>& indicators = WordsOf(found_.rules, rule_, "indicators");
    if (std::find(indicators.begin(), indicators.end(), figure.unit) != indicators.end()) continue;
    if (figure.role == FigureRole::kExcess || figure.role == FigureRole::kChange) continue;
    mention.number = *figure.value;
    if (figure.kind == FigureKind::kCount && IsUnit(figure)) units_.push_back(mention);
    mentions_.push_back(mention);
  }
}

RepeatFinder::Words Sorted(const std::vector<std::string_view>& words) {
  RepeatFinder::Words sorted(words.begin(), words.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

bool Has(const RepeatFinder::Words& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// The words of a figure's label, in lower case. Each is asked for many times.
const RepeatFinder::Words& RepeatFinder::LabelWords(const Mention& mention) const {
  const auto [words, added] = label_words_.try_emplace(mention.figure);
  if (added) words->second = ReadLabelWords(mention);
  return words->second;
}

RepeatFinder::Words RepeatFinder::ReadLabelWords(const Mention& mention) const {
  const std::string label = LowerCase(At(mention).label);
  return Sorted(
      ContentWords(label, {0, static_cast<uint32_t>(label.size())}, WordsOf(found_.rules, rule_, "stop_words")));
}

/// The words of the shorter label stand in the longer one.
bool RepeatFinder::AreAlike(const Mention& a, const Mention& b) const {
  if (At(a).label.empty() || At(b).label.empty()) return false;
  const Words *shorter = &LabelWords(a), *longer = &LabelWords(b);
  if (shorter->size() > longer->size()) std::swap(shorter, longer);
  if (shorter->size() < kFewestWords) return false;
  const auto shared =
      std::count_if(shorter->begin(), shorter->end(), [&](const std::string& word) { return Has(*longer, word); });
  return static_cast<size_t>(shared) * 100 >= shorter->size() * kAlikePercent;
}

/// Whether both measure the same, as far as can be seen; their scopes may be left unsaid.
bool RepeatFinder::IsSame(const Mention& a, const Mention& b) const {
  const Figure &first = At(a), &second = At(b);
  if (first.kind != second.kind || first.unit != second.unit || a.block == b.block) return false;
  if (!first.indicator.empty() && first.indicator == second.indicator) return true;
  if (first.kind == FigureKind::kCount && Syllables(first.unit) >= kTellingSyllables) return true;
  if (Compare(a.number, b.number) != 0) return false;
  return IsTelling(a) || AreAlike(a, b);
}

/// A number of things that nothing else has by chance: large and not round.
bool RepeatFinder::IsTelling(const Mention& mention) const {
  return At(mention).kind == FigureKind::kCount && !At(mention).unit.empty() && mention.number.scale == 0 &&
         mention.number.coefficient >= kTellingNumber && mention.number.coefficient % kTellingNumber != 0;
}

/// It stands in a part of the report that speaks of what is to come.
bool RepeatFinder::IsPlanned(const Mention& mention) const {
  const Structure& structure = found_.analysis.structure;
  const std::vector<std::string>& outlook = found_.rules.identity.outlook_words;
  const Block& block = structure.blocks[mention.block];
  for (uint32_t section = block.section; section != 0 && section != kNoIndex;
       section = structure.sections[section].parent) {
    const Span title = structure.sections[section].title;
    if (FindPhrase(key_, title.begin, title.end, outlook) != std::string_view::npos) return true;
  }
  const Span words = block.spans.front();
  return block.table == kNoIndex &&
         FindPhrase(key_, words.begin, words.end, WordsOf(found_.rules, rule_, "planned")) != std::string_view::npos;
}

/// The sentence of a figure speaks of the whole unit that reports.
bool RepeatFinder::OfWhole(const Mention& mention) const {
  if (mention.block == kNoIndex) return false;
  const Span block = found_.analysis.structure.blocks[mention.block].spans.front();
  return FindPhrase(key_, block.begin, block.end, WordsOf(found_.rules, rule_, "whole_scopes")) !=
         std::string_view::npos;
}

/// The words that name a figure: those of its row's label, or all that stand before it in its block.
const RepeatFinder::Words& RepeatFinder::NamedBy(const Mention& mention) const {
  const auto [words, added] = names_.try_emplace(mention.figure);
  if (added) words->second = ReadName(mention);
  return words->second;
}

RepeatFinder::Words RepeatFinder::ReadName(const Mention& mention) const {
  const Structure& structure = found_.analysis.structure;
  const Span figure = At(mention).span;
  const Place place = structure.PlaceOf(figure.begin);
  if (place.block == kNoIndex) return {};
  Span before{structure.blocks[place.block].spans.front().begin, figure.begin};
  if (place.table != kNoIndex) {
    const Table& table = structure.tables[place.table];
    const auto label = std::find_if(table.columns.begin(), table.columns.end(),
                                    [](const Column& column) { return column.role == ColumnRole::kLabel; });
    const size_t column = static_cast<size_t>(label - table.columns.begin());
    if (column >= table.rows[place.row].cells.size()) return {};
    before = table.rows[place.row].cells[column];
  }
  if (before.begin >= before.end) return {};
  return Sorted(ContentWords(key_, before, WordsOf(found_.rules, rule_, "stop_words")));
}

/// Whose figures they are: the same, or of people, who live in a commune and in its district at once.
bool RepeatFinder::ScopesAgree(const Figure& a, const Figure& b, const Words& name) const {
  if (a.scope == b.scope) return true;
  if (!a.scope.empty() && !b.scope.empty()) return false;
  const std::vector<std::string>& people = WordsOf(found_.rules, rule_, "people");
  return std::any_of(people.begin(), people.end(), [&](const std::string& word) { return Has(name, word); });
}

/// Two values of one thing: named by the very same words, or one slip of the pen apart.
bool RepeatFinder::Contradict(const Mention& a, const Mention& b) const {
  const Figure &first = At(a), &second = At(b);
  if (first.qualifier != Qualifier::kNone || second.qualifier != Qualifier::kNone) return false;
  if (first.start != second.start || first.end != second.end || IsPlanned(a) || IsPlanned(b)) return false;
  const Structure& structure = found_.analysis.structure;
  if (structure.blocks[a.block].table != kNoIndex && structure.blocks[b.block].table != kNoIndex) return false;
  if (!first.indicator.empty() && first.indicator == second.indicator) {
    const Words& name = NamedBy(a);
    if (name.size() >= kTellingWords && name == NamedBy(b) && ScopesAgree(first, second, name)) return true;
  }
  return first.kind == FigureKind::kCount && Syllables(first.unit) >= kTellingSyllables && OfWhole(a) && OfWhole(b) &&
         IsSlip(ToString(a.number), ToString(b.number));
}

void RepeatFinder::Add(const Mention& a, const Mention& b, bool conflict) {
  Relation relation;
  relation.check = rule_.check;
  relation.verdict = conflict ? Verdict::kConflict : Verdict::kOk;
  relation.severity = conflict ? rule_.severity : Severity::kOk;
  relation.rule = rule_index_;
  relation.span = At(b).span;
  relation.operands = {FigureOperand("a", found_.analysis, a.figure, a.number),
                       FigureOperand("b", found_.analysis, b.figure, b.number)};
  found_.Add(std::move(relation));
}

/// The number of communes, villages … stands behind the stroke of many ratios and is the same everywhere.
void RepeatFinder::FindUnits() {
  std::map<std::string, std::map<std::string, std::vector<const Mention*>>> by_unit;
  for (const Mention& mention : units_) {
    if (mention.whole && Compare(mention.number, {kFewestUnits, 0}) >= 0)
      by_unit[At(mention).unit][ToString(mention.number)].push_back(&mention);
  }
  for (const auto& [unit, numbers] : by_unit) {
    for (const auto& [number, wholes] : numbers) {
      const Mention& usual = *wholes.front();
      for (const Mention& mention : units_) {
        if (&mention == &usual || At(mention).unit != unit || mention.block == usual.block) continue;
        if (Compare(mention.number, usual.number) == 0 && mention.figure > usual.figure)
          Add(usual, mention, false);
        else if (mention.whole && wholes.size() >= kUsual && numbers.at(ToString(mention.number)).size() == 1 &&
                 IsSlip(number, ToString(mention.number)))
          Add(usual, mention, true);
      }
    }
  }
}

/// What a mention may repeat: earlier ones with its value, its indicator or its telling noun; nearest first.
std::vector<size_t> RepeatFinder::Earlier(size_t mention, Index& index) const {
  const Figure& figure = At(mentions_[mention]);
  const std::string kind = std::to_string(static_cast<int>(figure.kind)) + " " + figure.unit + " ";
  std::vector<std::string> keys = {kind + ToString(mentions_[mention].number)};
  if (!figure.indicator.empty()) keys.push_back(kind + figure.indicator);
  if (Syllables(figure.unit) >= kTellingSyllables) keys.push_back(kind);
  std::set<size_t, std::greater<>> earlier;
  for (const std::string& key : keys) {
    std::vector<size_t>& mentions = index[key];
    const size_t first = mentions.size() - std::min(mentions.size(), kMostEarlier);
    earlier.insert(mentions.begin() + static_cast<ptrdiff_t>(first), mentions.end());
    mentions.push_back(mention);
  }
  return {earlier.begin(), earlier.end()};
}

void RepeatFinder::Find() {
  Read();
  Index index;
  for (size_t b = 0; b < mentions_.size(); ++b) {
    for (const size_t a : Earlier(b, index)) {
      if (!IsSame(mentions_[a], mentions_[b])) continue;
      const bool equal = Compare(mentions_[a].number, mentions_[b].number) == 0;
      if (!equal && !Contradict(mentions_[a], mentions_[b])) continue;
      Add(mentions_[a], mentions_[b], !equal);
      break;  // the nearest mention is enough
    }
  }
  FindUnits();
}

}  // namespace

void FindRepeats(FindingList& found, uint32_t rule) { RepeatFinder(found, rule).Find(); }

}  // namespace soat
