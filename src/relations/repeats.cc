#include "relations/repeats.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "context/document_context.h"
#include "figures/hash_index.h"
#include "figures/lexicon.h"
#include "identity/words.h"
#include "indicators/figure_indicators.h"
#include "relations/arithmetic.h"
#include "relations/rule_words.h"
#include "soat/reader.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// A counted noun of so many syllables names one thing: "tổ công nghệ số cộng đồng".
constexpr size_t kTellingSyllables = 4;
constexpr size_t kFewestWords = 4;                       // of labels that can be like each other
constexpr size_t kTellingWords = 5;                      // of a name that has to be the same to the word
constexpr size_t kTellingText = 30;                      // bytes: about as many words
constexpr size_t kShortestName = 2 * kTellingWords - 1;  // bytes: a letter a word, and what parts them
constexpr size_t kAlikePercent = 85;
constexpr size_t kMostEarlier = 48;  // mentions of one value that are compared
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

/// What mentions have in common that may be of one thing: their value, the words that name them, or a noun that tells
/// it.
struct MentionKey {
  enum class Of : uint8_t { kValue, kName, kUnit };
  Of of = Of::kValue;
  FigureKind kind = FigureKind::kCount;
  uint32_t unit = 0;
  uint64_t name = 0;
  Decimal number;  ///< in one form for all ways to write it
  friend bool operator==(const MentionKey&, const MentionKey&) = default;
};
constexpr size_t kKeys = 3;
using Mentions = std::array<uint32_t, kKeys>;  // by MentionKey::Of; kNoMention or the index of a mention
constexpr uint32_t kNoMention = kNoIndex;
constexpr Mentions kNoMentions = {kNoMention, kNoMention, kNoMention};

/// A figure that may repeat another.
struct Mention {
  Decimal number;
  uint32_t figure = 0;
  uint32_t block = kNoIndex;
  uint32_t unit = 0;  ///< equal units have equal numbers
  uint64_t name = 0;  ///< the same for all that have the same words before them; 0 when those are few
  FigureKind kind = FigureKind::kCount;
  bool whole = false;             ///< the number behind the stroke of a ratio
  bool telling_unit = false;      ///< its noun names one thing
  Mentions before = kNoMentions;  ///< the nearest before it with the same key
};

/// The last mention of each key.
class LastMentions {
 public:
  /// Makes a mention the last one of a key. \return the one that was it before, or kNoMention
  uint32_t Replace(const MentionKey& key, uint32_t mention) {
    for (uint64_t hash = HashOf(key);; ++hash) {
      const uint32_t place = index_.FindOrInsert(std::max<uint64_t>(hash, 1), static_cast<uint32_t>(last_.size()));
      if (place == last_.size()) last_.push_back({key, kNoMention});
      if (last_[place].key == key) return std::exchange(last_[place].mention, mention);
    }
  }

 private:
  struct Last {
    MentionKey key;
    uint32_t mention;
  };
  static uint64_t HashOf(const MentionKey& key) {
    uint64_t hash = static_cast<uint64_t>(key.of) * 16 + static_cast<uint64_t>(key.kind);
    hash = WithWord(WithWord(hash, key.unit), key.name);
    return WithWord(WithWord(hash, static_cast<uint64_t>(key.number.coefficient)),
                    static_cast<uint64_t>(key.number.scale));
  }

  HashIndex index_{TableRoom::kNarrow};
  std::vector<Last> last_;
};

/// "4.712 triệu" and "4.712.000.000" are one number, and "89,6" and "89,60" as well.
Decimal Comparable(Decimal number) {
  if (number.coefficient == 0) return {};
  for (int zeros = TrailingZeros(number.coefficient); zeros > 0; --zeros) {
    number.coefficient /= 10;
    --number.scale;
  }
  return number;
}

class RepeatFinder {
 public:
  RepeatFinder(FindingList& found, uint32_t rule);

  void Find();

 private:
  using Words = std::vector<uint64_t>;  ///< a set of words_

  void Read();
  void Read(uint32_t figure);
  uint64_t NameBits(const Mention& mention);
  void Enter(uint32_t mention);
  template <typename Visit>
  void VisitEarlier(const Mention& mention, Mentions next, Visit visit) const;
  template <typename Visit>
  void VisitEarlierOfValue(const Mention& mention, const Mention* first, Visit visit) const;
  const Mention* FindContradicted(const Mention& mention);
  const Mention* FindRepeated(const Mention& mention, const Mention* nearer_than);
  void FindEarlier(const Mention& mention);
  /// What the noun or unit of figures says.
  struct Unit {
    bool counts_units = false;  ///< communes, villages …
    bool indicator = false;     ///< the numbers of indicators in one section are not those of another
    bool telling = false;       ///< names one thing
  };
  const Unit& UnitOf(const Figure& figure, uint32_t number);
  /// The words of a label, with a bit for each.
  struct Label {
    Words words;
    uint64_t bits = 0;
  };
  const Label& LabelOf(const Mention& mention);
  static Label ReadLabel(const TextWords& words, std::string_view label);
  const Words& NamedBy(const Mention& mention);
  std::string_view NameOf(const Mention& mention) const;
  bool AreAlike(const Mention& a, const Mention& b);
  size_t IndexOf(const Mention& mention) const { return static_cast<size_t>(&mention - mentions_.data()); }
  bool HaveOneIndicator(const Mention& a, const Mention& b);
  bool StatesValue(const Mention& mention) const;
  bool IsInTable(const Mention& mention) const {
    return found_.analysis.structure.blocks[mention.block].table != kNoIndex;
  }
  static bool HaveOneValue(const Mention& a, const Mention& b) {
    return a.kind == b.kind && a.unit == b.unit && Compare(a.number, b.number) == 0;
  }
  bool HaveOneText(const Mention& a, const Mention& b) const;
  bool MeasureSame(const Mention& a, const Mention& b);
  bool HaveOneName(const Mention& a, const Mention& b);
  bool ScopesAgree(const Figure& a, const Figure& b, const Words& name) const;
  bool Contradict(const Mention& a, const Mention& b);
  bool IsTelling(const Mention& mention) const;
  bool IsPlanned(uint32_t block);
  bool SpeaksOfPlans(const Block& block);
  bool OfWhole(const Mention& mention) const;
  void FindUnits();
  void Add(const Mention& a, const Mention& b, bool conflict);
  const Figure& At(const Mention& mention) const { return figures_[mention.figure]; }

  FindingList& found_;
  const uint32_t rule_index_;
  const RelationRule& rule_;
  const std::vector<Figure>& figures_;
  const std::string_view key_;
  const std::vector<std::string>&unit_words_, &indicator_words_;
  TextNumbers unit_numbers_, labels_;
  const TextWords words_;
  std::vector<Unit> unit_kinds_;  // by number
  const Words people_;
  std::vector<Mention> mentions_, units_;
  LastMentions last_;
  std::vector<const Mention*> doubtful_;  // those of the value of the mention that is looked at
  /// The words that stand in a passage before a place in it, or those of the label of a row.
  struct Named {
    uint32_t block = kNoIndex, end = 0;
    uint64_t bits = 0;
  };
  Named named_;  // the last that were read
  // What is asked for many times:
  std::vector<uint32_t> label_numbers_;                          // by mention; kNoIndex when not asked for yet
  std::deque<Label> read_labels_;                                // by number
  std::vector<std::optional<Words>> naming_words_;               // by mention
  std::vector<std::optional<bool>> planned_, planned_sections_;  // by block; by title of a section
};

RepeatFinder::RepeatFinder(FindingList& found, uint32_t rule)
    : found_(found),
      rule_index_(rule),
      rule_(found.rules.relation_rules[rule]),
      figures_(found.analysis.figures),
      key_(found.document.key),
      unit_words_(WordsOf(found_.rules, rule_, "units")),
      indicator_words_(WordsOf(found_.rules, rule_, "indicators")),
      words_(WordsOf(found_.rules, rule_, "stop_words")),
      people_(SetOf(WordsOf(found_.rules, rule_, "people"))) {}

void RepeatFinder::Read() {
  mentions_.reserve(figures_.size());
  for (uint32_t i = 0; i < figures_.size(); ++i) Read(i);
  label_numbers_.resize(mentions_.size(), kNoIndex);
  naming_words_.resize(mentions_.size());
  planned_.resize(found_.analysis.structure.blocks.size());
  planned_sections_.resize(found_.analysis.structure.sections.size());
}

void RepeatFinder::Read(uint32_t index) {
  const Figure& figure = figures_[index];
  const bool counted =
      figure.kind == FigureKind::kCount || figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMoney;
  if (!counted && figure.kind != FigureKind::kRatio) return;
  Mention mention;
  mention.figure = index;
  mention.kind = figure.kind;
  mention.block = found_.analysis.structure.PlaceOf(figure.span.begin).block;
  if (mention.block == kNoIndex) return;
  mention.unit = unit_numbers_.Of(figure.unit);
  const Unit& unit = UnitOf(figure, mention.unit);
  if (figure.kind == FigureKind::kRatio && figure.denominator && unit.counts_units) {
    mention.number = *figure.denominator;
    mention.whole = true;
    units_.push_back(mention);
  }
  if (!counted || !figure.value || figure.value_max || unit.indicator) return;
  mention.number = *figure.value;
  if (figure.kind == FigureKind::kCount && unit.counts_units) units_.push_back(mention);
  mention.name = NameBits(mention);
  mention.telling_unit = unit.telling;
  mentions_.push_back(mention);
}

const RepeatFinder::Unit& RepeatFinder::UnitOf(const Figure& figure, uint32_t number) {
  if (number == unit_kinds_.size())
    unit_kinds_.push_back(
        {PhraseAt(figure.unit, 0, unit_words_) > 0,
         std::find(indicator_words_.begin(), indicator_words_.end(), figure.unit) != indicator_words_.end(),
         Syllables(figure.unit) >= kTellingSyllables});
  return unit_kinds_[number];
}

RepeatFinder::Label RepeatFinder::ReadLabel(const TextWords& words, std::string_view label) {
  Label read{words.SetIn(LowerCase(label)), 0};
  for (const uint64_t word : read.words) read.bits |= uint64_t{1} << (word >> 58U);
  return read;
}

/// The label of a figure. Most are never asked for.
const RepeatFinder::Label& RepeatFinder::LabelOf(const Mention& mention) {
  uint32_t& number = label_numbers_[IndexOf(mention)];
  if (number == kNoIndex) {
    number = labels_.Of(At(mention).label);
    if (number == read_labels_.size()) read_labels_.push_back(ReadLabel(words_, At(mention).label));
  }
  return read_labels_[number];
}

/// The words of the shorter label stand in the longer one.
bool RepeatFinder::AreAlike(const Mention& a, const Mention& b) {
  if (At(a).label.empty() || At(b).label.empty()) return false;
  const Label &first = LabelOf(a), &second = LabelOf(b);
  const bool in_order = first.words.size() <= second.words.size();
  const Label &shorter = in_order ? first : second, &longer = in_order ? second : first;
  const size_t size = shorter.words.size();
  if (size < kFewestWords) return false;
  if (&first == &second) return true;
  // Each bit that the longer one lacks is that of a word that it lacks, or of several.
  const auto missing = static_cast<size_t>(std::popcount(shorter.bits & ~longer.bits));
  return (size - missing) * 100 >= size * kAlikePercent &&
         CountShared(shorter.words, longer.words) * 100 >= size * kAlikePercent;
}

bool RepeatFinder::HaveOneIndicator(const Mention& a, const Mention& b) {
  const Indicator* indicator = found_.indicators->Of(a.figure);
  return indicator != nullptr && indicator == found_.indicators->Of(b.figure);
}

/// It states what is, which may be stated again: no target, and no difference from one or from another time.
bool RepeatFinder::StatesValue(const Mention& mention) const {
  found_.context->ReadBlock(mention.block);
  const FigureRole role = At(mention).role;
  return role != FigureRole::kTarget && role != FigureRole::kExcess && role != FigureRole::kChange;
}

/// The same text stands before them in their passages, enough of it to tell a thing.
bool RepeatFinder::HaveOneText(const Mention& a, const Mention& b) const {
  if (a.name != b.name || IsInTable(a) || IsInTable(b)) return false;
  const std::string_view name = NameOf(a);
  return name.size() >= kTellingText && name == NameOf(b);
}

/// Whether two mentions of one value measure the same, as far as can be seen; their scopes may be left unsaid.
bool RepeatFinder::MeasureSame(const Mention& a, const Mention& b) {
  if (!StatesValue(a) || !StatesValue(b)) return false;
  if (a.kind == FigureKind::kCount && a.telling_unit) return true;
  return IsTelling(a) || AreAlike(a, b) || HaveOneIndicator(a, b);
}

/// A number of things that nothing else has by chance: large and not round.
bool RepeatFinder::IsTelling(const Mention& mention) const {
  return mention.kind == FigureKind::kCount && mention.number.scale == 0 &&
         mention.number.coefficient >= kTellingNumber && mention.number.coefficient % kTellingNumber != 0 &&
         !At(mention).unit.empty();
}

/// It stands in a part of the report that speaks of what is to come.
bool RepeatFinder::IsPlanned(uint32_t block) {
  std::optional<bool>& planned = planned_[block];
  if (!planned) planned = SpeaksOfPlans(found_.analysis.structure.blocks[block]);
  return *planned;
}

bool RepeatFinder::SpeaksOfPlans(const Block& block) {
  const Structure& structure = found_.analysis.structure;
  const std::vector<std::string>& outlook = found_.rules.identity.outlook_words;
  for (uint32_t section = block.section; section != 0 && section != kNoIndex;
       section = structure.sections[section].parent) {
    const Span title = structure.sections[section].title;
    std::optional<bool>& planned = planned_sections_[section];
    if (!planned) planned = FindPhrase(key_, title.begin, title.end, outlook) != std::string_view::npos;
    if (*planned) return true;
  }
  const Span words = block.spans.front();
  return block.table == kNoIndex &&
         FindPhrase(key_, words.begin, words.end, WordsOf(found_.rules, rule_, "planned")) != std::string_view::npos;
}

/// The sentence of a figure speaks of the whole unit that reports.
bool RepeatFinder::OfWhole(const Mention& mention) const {
  const Span block = found_.analysis.structure.blocks[mention.block].spans.front();
  return FindPhrase(key_, block.begin, block.end, WordsOf(found_.rules, rule_, "whole_scopes")) !=
         std::string_view::npos;
}

/// The words that name a figure. REQUIRES: it is one of mentions_
const RepeatFinder::Words& RepeatFinder::NamedBy(const Mention& mention) {
  std::optional<Words>& words = naming_words_[IndexOf(mention)];
  if (!words) words = words_.SetIn(NameOf(mention));
  return *words;
}

/// Mention::name. REQUIRES: those before it in its passage, if any, were asked for before it
uint64_t RepeatFinder::NameBits(const Mention& mention) {
  const Block& block = found_.analysis.structure.blocks[mention.block];
  const std::string_view name = NameOf(mention);
  if (name.size() < kShortestName) return 0;
  if (block.table != kNoIndex) {
    if (named_.block != mention.block) named_ = {mention.block, 0, words_.BitsIn(name)};
    return named_.bits;
  }
  const auto begin = static_cast<uint32_t>(name.data() - key_.data()), end = At(mention).span.begin;
  if (named_.block != mention.block) named_ = {mention.block, begin, 0};
  const uint64_t bits = named_.bits | words_.BitsIn(key_.substr(named_.end, end - named_.end));
  // A word that goes on at the figure is another one before the next.
  if (ClassOf(key_[end - 1]) == ByteClass::kOther) named_ = {mention.block, end, bits};
  return bits;
}

/// Its row's label, or all that stands before it in its block.
std::string_view RepeatFinder::NameOf(const Mention& mention) const {
  const Structure& structure = found_.analysis.structure;
  const Block& block = structure.blocks[mention.block];
  Span before{block.spans.front().begin, At(mention).span.begin};
  if (block.table != kNoIndex) {
    const Table& table = structure.tables[block.table];
    const auto label = std::find_if(table.columns.begin(), table.columns.end(),
                                    [](const Column& column) { return column.role == ColumnRole::kLabel; });
    const size_t column = static_cast<size_t>(label - table.columns.begin());
    if (column >= table.rows[block.row].cells.size()) return {};
    before = table.rows[block.row].cells[column];
  }
  return before.begin < before.end ? key_.substr(before.begin, before.size()) : std::string_view();
}

/// Whose figures they are: the same, or of people, who live in a commune and in its district at once.
bool RepeatFinder::ScopesAgree(const Figure& a, const Figure& b, const Words& name) const {
  if (a.scope == b.scope) return true;
  return (a.scope.empty() || b.scope.empty()) && CountShared(people_, name) > 0;
}

/// The very same words stand before them, enough of them to tell a thing.
bool RepeatFinder::HaveOneName(const Mention& a, const Mention& b) {
  if (a.name == 0 || a.name != b.name || NamedBy(a).size() < kTellingWords) return false;
  return NameOf(a) == NameOf(b) || NamedBy(a) == NamedBy(b);
}

/// Two values of one thing: named by the very same words, or one slip of the pen apart.
bool RepeatFinder::Contradict(const Mention& a, const Mention& b) {
  const Figure &first = At(a), &second = At(b);
  if (first.qualifier != Qualifier::kNone || second.qualifier != Qualifier::kNone) return false;
  if (IsInTable(a) && IsInTable(b)) return false;
  const bool slip = a.kind == FigureKind::kCount && a.telling_unit && IsSlip(ToString(a.number), ToString(b.number)) &&
                    OfWhole(a) && OfWhole(b);
  const bool one_name = HaveOneName(a, b);
  if ((!slip && !one_name) || IsPlanned(a.block) || IsPlanned(b.block)) return false;
  if (!StatesValue(a) || !StatesValue(b) || first.start != second.start || first.end != second.end) return false;
  return slip || (ScopesAgree(first, second, NamedBy(a)) && HaveOneIndicator(a, b));
}

void RepeatFinder::Add(const Mention& a, const Mention& b, bool conflict) {
  Relation relation;
  relation.check = rule_.check;
  relation.verdict = conflict ? Verdict::kConflict : Verdict::kOk;
  relation.severity = conflict ? rule_.severity : Severity::kOk;
  relation.rule = rule_index_;
  relation.span = At(b).span;
  if (found_.CountIfHeld(relation, std::array{a.figure, b.figure})) return;
  relation.operands = Operands(FigureOperand("a", found_.analysis, a.figure, a.number),
                               FigureOperand("b", found_.analysis, b.figure, b.number));
  found_.Add(std::move(relation));
}

/// The number of communes, villages … stands behind the stroke of many ratios and is the same everywhere.
void RepeatFinder::FindUnits() {
  std::map<uint32_t, std::vector<const Mention*>> mentions;  // by unit
  std::map<std::string, std::map<std::string, std::vector<const Mention*>>> wholes_of;
  for (const Mention& mention : units_) {
    mentions[mention.unit].push_back(&mention);
    if (mention.whole && Compare(mention.number, {kFewestUnits, 0}) >= 0)
      wholes_of[At(mention).unit][ToString(mention.number)].push_back(&mention);
  }
  for (const auto& [unit, numbers] : wholes_of) {
    for (const auto& [number, wholes] : numbers) {
      const Mention& usual = *wholes.front();
      for (const Mention* mention : mentions[usual.unit]) {
        if (mention == &usual || mention->block == usual.block) continue;
        if (Compare(mention->number, usual.number) == 0 && mention->figure > usual.figure) {
          if (found_.SeeksHeld() && (mention->whole || StatesValue(*mention))) Add(usual, *mention, false);
        } else if (mention->whole && wholes.size() >= kUsual) {
          const auto same = numbers.find(ToString(mention->number));
          if (same != numbers.end() && same->second.size() == 1 && IsSlip(number, same->first))
            Add(usual, *mention, true);
        }
      }
    }
  }
}

/// Finds the mentions nearest before it with its value, its name and its telling noun.
void RepeatFinder::Enter(uint32_t index) {
  Mention& mention = mentions_[index];
  const auto enter = [&](const MentionKey& key) {
    mention.before[static_cast<size_t>(key.of)] = last_.Replace(key, index);
  };
  if (found_.SeeksHeld()) enter({MentionKey::Of::kValue, mention.kind, mention.unit, 0, Comparable(mention.number)});
  if (mention.name != 0) enter({MentionKey::Of::kName, mention.kind, mention.unit, mention.name, {}});
  if (mention.telling_unit) enter({MentionKey::Of::kUnit, mention.kind, mention.unit, 0, {}});
}

/// Calls visit(earlier) for the mentions before one that have one of some keys in common with it, nearest first, until
/// it says yes.
/// \param next  Mention::before, kNoMention for keys that do not count
template <typename Visit>
void RepeatFinder::VisitEarlier(const Mention& mention, Mentions next, Visit visit) const {
  std::array<size_t, kKeys> seen{};  // by key
  while (true) {
    uint32_t nearest = 0;                                                          // counted from 1
    for (const uint32_t earlier : next) nearest = std::max(nearest, earlier + 1);  // kNoMention becomes 0
    if (nearest == 0) return;
    const Mention& earlier = mentions_[nearest - 1];
    if (earlier.block != mention.block && visit(earlier)) return;
    for (size_t key = 0; key < kKeys; ++key) {
      if (next[key] != nearest - 1) continue;
      next[key] = ++seen[key] < kMostEarlier ? earlier.before[key] : kNoMention;
    }
  }
}

/// The same for the mentions of its value, not those before `first`, which may be null only where what holds is sought.
template <typename Visit>
void RepeatFinder::VisitEarlierOfValue(const Mention& mention, const Mention* first, Visit visit) const {
  if (found_.SeeksHeld()) {
    VisitEarlier(mention, mention.before, [&](const Mention& earlier) {
      if (first != nullptr && &earlier < first) return true;
      return HaveOneValue(earlier, mention) && visit(earlier);
    });
    return;
  }
  // The few that are looked for where only contradictions count are not worth a key for each mention.
  size_t seen = 0;
  for (const Mention* earlier = &mention; earlier-- != first;) {
    if (!HaveOneValue(*earlier, mention)) continue;
    const bool named = (mention.name != 0 && earlier->name == mention.name) || mention.telling_unit;
    if (++seen > kMostEarlier && !named) continue;
    if (earlier->block != mention.block && visit(*earlier)) return;
  }
}

/// The nearest earlier mention that one contradicts; null when none does, or the very same was said nearer.
const Mention* RepeatFinder::FindContradicted(const Mention& mention) {
  Mentions named = mention.before;
  named[static_cast<size_t>(MentionKey::Of::kValue)] = kNoMention;
  const Mention* contradicted = nullptr;
  VisitEarlier(mention, named, [&](const Mention& earlier) {
    if (Compare(earlier.number, mention.number) == 0) return HaveOneText(earlier, mention);
    if (Contradict(earlier, mention)) contradicted = &earlier;
    return contradicted != nullptr;
  });
  return contradicted;
}

/// The nearest earlier mention of one value that states the same, or null. The context of figures is read for those
/// alone of which their text does not tell it.
/// \param nearer_than  those before it do not count; may be null
const Mention* RepeatFinder::FindRepeated(const Mention& mention, const Mention* nearer_than) {
  doubtful_.clear();
  const Mention* same = nullptr;
  VisitEarlierOfValue(mention, nearer_than, [&](const Mention& earlier) {
    if (HaveOneText(earlier, mention))
      same = &earlier;
    else
      doubtful_.push_back(&earlier);
    return same != nullptr;
  });
  if (same != nullptr) return same;
  const auto found = std::find_if(doubtful_.begin(), doubtful_.end(),
                                  [&](const Mention* earlier) { return MeasureSame(*earlier, mention); });
  return found != doubtful_.end() ? *found : nullptr;
}

/// Adds an earlier mention that a mention repeats, or the one that it contradicts when that is nearer.
void RepeatFinder::FindEarlier(const Mention& mention) {
  const Mention* contradicted = FindContradicted(mention);
  if (contradicted == nullptr && !found_.SeeksHeld()) return;
  if (const Mention* repeated = FindRepeated(mention, contradicted); repeated != nullptr)
    Add(*repeated, mention, false);
  else if (contradicted != nullptr)
    Add(*contradicted, mention, true);
}

void RepeatFinder::Find() {
  Read();
  for (uint32_t i = 0; i < mentions_.size(); ++i) {
    Enter(i);
    FindEarlier(mentions_[i]);
  }
  FindUnits();
}

}  // namespace

void FindRepeats(FindingList& found, uint32_t rule) { RepeatFinder(found, rule).Find(); }

}  // namespace soat
