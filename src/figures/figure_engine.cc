// FigureEngine: prepares the rules; FigureScanner walks over a document with them.
#include "figures/figure_engine.h"

#include <algorithm>

#include "figures/cell_units.h"
#include "figures/figure_scanner.h"
#include "figures/start_tokens.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// Start tokens that are no words: digits that look like a year, many digits, number words.
constexpr std::string_view kYear = "{year}", kLong = "{long}", kNumberWord = "{number-word}";
constexpr std::string_view kAllDigits = "0123456789";

}  // namespace

FigureEngine::FigureEngine(const RuleSet& rules)
    : digits_(&GroupOf(WithToken(kHashSeed, kDigits))),
      year_(&GroupOf(WithToken(kHashSeed, kYear))),
      long_(&GroupOf(WithToken(kHashSeed, kLong))),
      quantities_(rules.number_words),
      nouns_(rules),
      percents_(rules.percents),
      measures_(rules.measures),
      currencies_(rules.currencies),
      set_(rules) {
  MarkQuantityBytes();
  for (uint32_t i = 0; i < rules.qualifiers_before.size(); ++i)
    qualifiers_before_.Add(rules.qualifiers_before[i].phrase, i);
  qualifiers_before_.EnterWords(phrase_words_, kPhraseBits);
  for (uint32_t i = 0; i < rules.qualifiers_after.size(); ++i)
    qualifiers_after_.Add(rules.qualifiers_after[i].phrase, i);
  for (const std::string& word : rules.minus_words) minus_words_.Add(word, 0);
  for (uint32_t i = 0; i < rules.figure_rules.size(); ++i) {
    rules_.push_back(std::make_unique<CompiledRule>(rules.figure_rules[i], i));
    rules_.back()->EnterPhrases(phrase_words_, i % kPhraseBits);
    AddRule(rules.figure_rules[i], rules_.back().get());
  }
}

FigureEngine::StartGroup& FigureEngine::GroupOf(uint64_t hash) {
  StartEntry& entry = start_index_.Enter(hash);
  if (entry.group == nullptr) {
    entry.group = &starts_.emplace_back();
    entry.group->hash = hash;
  }
  return *entry.group;
}

void FigureEngine::MarkQuantityBytes() {
  for (size_t byte = 0; byte < quantity_bytes_.size(); ++byte) {
    const char c = static_cast<char>(byte);
    quantity_bytes_[byte] = QuantityReader::MayGoOnWith(c) || percents_.MayBeginWith(c) ||
                            currencies_.MayBeginWith(c) || measures_.MayBeginWith(c);
  }
}

void FigureEngine::AddStartWord(std::string_view word, bool digit_ahead) {
  start_words_.Add(WordHash(word));
  longest_start_word_ = std::max(longest_start_word_, word.size());
  if (!digit_ahead) words_without_digit_.Add(word);
}

// "chỉ tiêu", "0/", "năm 0", "(": the group of rules that start at these tokens.
FigureEngine::StartGroup& FigureEngine::GroupAt(std::string_view start, bool digit_ahead) {
  const size_t end = start.front() == '{' ? start.find('}') + 1 : TokenEnd(start, 0);
  const uint64_t word = WordHash(start.substr(0, end)), hash = WithWord(kHashSeed, word);
  const size_t second = BlanksEnd(start, end);
  if (IsLetterAt(start, 0))
    AddStartWord(start.substr(0, end), digit_ahead);
  else if (end == 1 && !IsDigit(start[0]))
    start_signs_[static_cast<unsigned char>(start[0])] = true;
  StartGroup& group = GroupOf(hash);
  const std::string_view words = IsLetterAt(start, 0) ? start.substr(0, end) : std::string_view();
  group.rules.BeginWith(words);
  const bool before_digit = second < start.size() && IsDigit(start[second]);
  group.start = std::max(group.start, before_digit ? Start::kBeforeDigit : Start::kAlways);
  group.digit_ahead = group.digit_ahead && digit_ahead;
  if (second >= start.size()) return group;
  for (const char byte : IsDigit(start[second]) ? kAllDigits : start.substr(second, 1))
    group.second_bytes |= ByteBit(byte);
  StartGroup& pair = GroupOf(WithToken(hash, start.substr(second, TokenEnd(start, second) - second)));
  pair.rules.BeginWith(words);
  return pair;
}

void FigureEngine::AddRule(const FigureRule& rule, const CompiledRule* compiled) {
  if (rule.quantity && rule.starts.empty()) {
    quantity_rules_[static_cast<size_t>(rule.tail)].push_back(compiled);
  } else if (rule.starts.empty()) {
    GroupAt(kDigits, true).rules.Add(compiled);
  } else if (rule.starts.front() == kNumberWord) {
    spelled_.push_back(compiled);
    for (const std::string& word : quantities_.FirstWords()) GroupAt(word, false).number_word = true;
  } else {
    for (const std::string& start : rule.starts) {
      StartGroup& group = GroupAt(start, rule.digit_ahead);
      if (rule.quantity)
        group.leads.push_back(compiled);
      else
        group.rules.Add(compiled);
    }
  }
}

uint64_t FigureEngine::PhrasesBefore(std::string_view key, size_t position) const {
  const Span word = WordBeforeMatch(key, position);
  return word.size() == 0 ? 0 : phrase_words_.Find(WordHash(key, word.begin, word.end)).last;
}

std::vector<Error> FigureEngine::Check() const {
  std::vector<Error> faults;
  for (const auto& rule : rules_) {
    if (Status status = rule->Check(); !status.ok()) faults.push_back(status.error());
  }
  return faults;
}

Analysis FigureEngine::FindFigures(const Document& document) const { return FigureScanner(*this, document, {}).Run(); }

Analysis FigureEngine::FindFigures(const Document& document, Structure structure) const {
  Analysis analysis = FigureScanner(*this, document, TableNumbers(document, structure, set_)).Run();
  analysis.structure = std::move(structure);
  if (analysis.structure.tables.empty()) return analysis;
  CellUnitReader(set_, quantities_, percents_, currencies_, measures_, nouns_)
      .Apply(document, analysis.structure, analysis.figures);
  return analysis;
}

}  // namespace soat
