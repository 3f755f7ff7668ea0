#include "relations/rule_words.h"

#include <algorithm>
#include <utility>

#include "figures/lexicon.h"
#include "relations/words_in.h"

namespace soat {
namespace {

constexpr size_t kUsualWord = 4;  // bytes, with the blank behind it

// Where letters with the digits behind them, or digits alone, begin and end: "13h" is two.
StretchEdges TokenEdges(const ByteBlocks& blocks) {
  const uint64_t letters = blocks.letters(), behind_digits = blocks.behind_digits();
  return {(letters & ~blocks.behind_letters()) | (blocks.word_begins() & blocks.digits()),
          blocks.word_ends() | (letters & behind_digits)};
}

// One of 64 bits. REQUIRES: word is not empty
uint64_t BitOf(std::string_view word) {
  const auto byte = [&](size_t at) { return static_cast<uint32_t>(static_cast<unsigned char>(word[at])); };
  const uint32_t bytes = byte(0) | byte(word.size() / 2) << 8U | byte(word.size() - 1) << 16U;
  return uint64_t{1} << ((bytes + static_cast<uint32_t>(word.size() << 24U)) * 2654435761U >> 26U);
}

uint64_t MarkOf(uint64_t hash) { return uint64_t{1} << (hash >> 58U); }

std::vector<uint64_t> AsSet(std::vector<uint64_t> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

const std::vector<std::string>& WordsOf(const RuleSet& rules, const RelationRule& rule, std::string_view name) {
  static const std::vector<std::string> kNone;
  if (const auto own = rule.words.find(name); own != rule.words.end()) return own->second;
  const auto shared = rules.relation_words.find(name);
  return shared == rules.relation_words.end() ? kNone : shared->second;
}

bool IsAloneOfItsShape(const RuleSet& rules, const RelationRule& rule) {
  const auto has_shape = [&](const RelationRule& other) { return other.shape == rule.shape; };
  return std::count_if(rules.relation_rules.begin(), rules.relation_rules.end(), has_shape) == 1;
}

uint32_t TextNumbers::Of(std::string_view text) {
  const uint32_t number = numbers_.FindOrInsert(WordHash(text), count_);
  count_ += number == count_ ? 1 : 0;
  return number;
}

TextWords::TextWords(const std::vector<std::string>& stop_words) {
  stop_words_ = SetOf(stop_words);
  for (const uint64_t word : stop_words_) stop_marks_ |= MarkOf(word);
  for (const std::string& word : stop_words) stop_bits_ |= BitOf(word);
}

bool TextWords::IsStopWord(uint64_t word) const {
  return (stop_marks_ & MarkOf(word)) != 0 && std::binary_search(stop_words_.begin(), stop_words_.end(), word);
}

std::vector<uint64_t> TextWords::In(std::string_view text) const {
  std::vector<uint64_t> words;
  words.reserve(text.size() / kUsualWord + 1);
  AnyStretch(text, TokenEdges, [&](size_t begin, size_t end) {
    const uint64_t word = WordHash(text, begin, end);
    if (!IsStopWord(word)) words.push_back(word);
    return false;
  });
  return words;
}

uint64_t TextWords::BitsIn(std::string_view text) const {
  uint64_t bits = stop_bits_;
  AnyWord(text, [&](size_t begin, size_t end) {
    bits |= BitOf({text.data() + begin, end - begin});
    return false;
  });
  return bits;
}

std::vector<uint64_t> TextWords::SetIn(std::string_view text) const { return AsSet(In(text)); }

std::vector<uint64_t> SetOf(const std::vector<std::string>& words) {
  std::vector<uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) hashes.push_back(WordHash(word));
  return AsSet(std::move(hashes));
}

size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++shared;
    const bool first = a[i] <= b[j], second = b[j] <= a[i];
    i += first ? 1 : 0;
    j += second ? 1 : 0;
  }
  return shared;
}

}  // namespace soat
