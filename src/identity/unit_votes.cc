// UnitVotes: one pass over the text for the words of levels, then an election.
#include "identity/unit_votes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "identity/prefix_scanner.h"
#include "identity/unit_list.h"
#include "identity/words.h"
#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

constexpr size_t kHeadBytes = 1 << 16, kTailBytes = 1 << 14;

// Weights of a mention. A strong one outweighs any number of places that a report usually writes about.
constexpr int kHead = 40, kPlace = 30, kReports = 25, kTitle = 20, kClosing = 20, kArea = 2, kBare = 1;
constexpr int kMostUnnamed = 10;  // what "toàn huyện" without a name can give to the districts
constexpr size_t kMostNameWords = 4;
constexpr size_t kAddressLine = 300;      // bytes; a longer line is no address
constexpr size_t kClosingWindow = 16000;  // bytes at the end in which the closing sentence is looked for

struct Spelling {
  std::string key, shown;
  int count = 0;
  bool capitals = false;  // seen in capitals alone, so that `shown` is made up
};

struct Candidate {
  const UnitLevel* level = nullptr;
  int rank = 0;
  std::string plain;  // without diacritics
  std::vector<Spelling> spellings;
  int score = 0;
  bool in_head = false;
};

class UnitVotes {
 public:
  UnitVotes(const Document& document, const IdentityWords& words, const UnitList& list, const FrontMatter& front,
            const std::string& day)
      : document_(document),
        text_(document.text),
        key_(document.key),
        words_(words),
        list_(list),
        front_(front),
        day_(day) {}

  void Read(ReportIdentity& identity);

 private:
  void FindClosing();
  void Scan();
  size_t ReadMention(size_t at);
  Span ReadName(size_t at) const;
  Span ReadNumberAsName(size_t level_begin, size_t at) const;
  size_t NameWordEnd(size_t at) const;
  void Vote(const UnitLevel& level, size_t begin, Span name);
  int WeightOf(size_t begin, Span name) const;
  bool IsAddressed(size_t at) const;
  Candidate& CandidateFor(const UnitLevel& level, Span name);
  void CountSpelling(Candidate& candidate, Span name) const;
  std::string NameOf(const Candidate& candidate) const;
  void WeighHead();
  void WeighPlace();
  const Candidate* Winner() const;
  const Candidate* Best(int rank) const;
  std::string ProvinceFor(const Candidate& unit) const;

  const Document& document_;
  const std::string_view text_, key_;
  const IdentityWords& words_;
  const UnitList& list_;
  const FrontMatter& front_;
  const std::string& day_;
  Span closing_;
  std::vector<Candidate> candidates_;
  std::array<int, 4> unnamed_{};  // by rank
};

void UnitVotes::FindClosing() {
  const size_t from = text_.size() - std::min(text_.size(), kClosingWindow);
  for (size_t line = from == 0 ? 0 : text_.find('\n', from); line < text_.size(); line = text_.find('\n', line + 1)) {
    const size_t end = std::min(text_.find('\n', line + 1), text_.size());
    const size_t begin = SkipBlanks(text_, line + (text_[line] == '\n' ? 1 : 0), end);
    if (PhraseAt(key_, begin, words_.closings) > 0)
      closing_ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }
}

void UnitVotes::Scan() {
  std::vector<std::string_view> words;
  for (const UnitLevel& level : words_.levels) words.insert(words.end(), level.words.begin(), level.words.end());
  const PrefixScanner scanner(key_, words);
  // The first pages and the last name the unit often enough; a report is seldom longer than both.
  const size_t tail = key_.size() > kHeadBytes + kTailBytes ? key_.size() - kTailBytes : 0;
  for (size_t at = scanner.Next(0); at < key_.size(); at = scanner.Next(at)) {
    at = at > kHeadBytes && at < tail ? LettersEnd(key_, CharacterFloor(key_, tail)) : ReadMention(at);
  }
}

// \return where to go on
size_t UnitVotes::ReadMention(size_t at) {
  const UnitLevel* level = nullptr;
  size_t longest = 0;
  for (const UnitLevel& known : words_.levels) {
    const size_t size = PhraseAt(key_, at, known.words);
    if (size > longest && PhraseAt(key_, at, known.not_words) == 0) {
      longest = size;
      level = &known;
    }
  }
  if (level == nullptr) return LettersEnd(key_, at);
  const size_t behind = at + longest;
  const bool space = behind < text_.size() && text_[behind] == ' ';
  const size_t begin = space ? behind + 1 : behind;
  Span name;
  if (space || text_[behind - 1] == '.') name = ReadName(begin);
  if (name.size() == 0 && level->numbered) name = ReadNumberAsName(at, begin);
  if (name.size() > 0) {
    Vote(*level, at, name);
    return name.end;
  }
  if (PhraseBefore(key_, BlanksBegin(text_, at), words_.areas) > 0) ++unnamed_[static_cast<size_t>(level->rank)];
  return behind;
}

// The end of a word of a name: letters, with apostrophes inside ("M'gar").
size_t UnitVotes::NameWordEnd(size_t at) const {
  size_t end = LettersEnd(text_, at);
  while (end < text_.size() && text_[end] == '\'' && IsLetterAt(text_, end + 1)) end = LettersEnd(text_, end + 1);
  return end;
}

// "UBND quận 3", but not the counted "06 phường 12 xã".
Span UnitVotes::ReadNumberAsName(size_t level_begin, size_t at) const {
  size_t end = at;
  while (end < text_.size() && IsDigit(text_[end])) ++end;
  const size_t before = BlanksBegin(text_, level_begin);
  const bool named = before == 0 || text_[before] == '\n' || PhraseBefore(key_, before, words_.offices) > 0 ||
                     PhraseBefore(key_, before, words_.areas) > 0;
  if (end == at || end - at > 2 || !named || IsLetterAt(text_, end)) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
}

Span UnitVotes::ReadName(size_t at) const {
  const auto begin = static_cast<uint32_t>(at);
  if (!IsCapitalAt(text_, key_, at)) return {};
  std::optional<bool> capitals;  // of words with more than one letter: "Ý YÊN"
  size_t end = at, word = at;
  for (size_t words = 0; words < kMostNameWords && IsCapitalAt(text_, key_, word); ++words) {
    if (PhraseAt(key_, word, words_.name_stops) > 0) {  // unless it is part of a name that is known
      end = std::max(end, at + list_.LongestNameAt(document_, at));
      break;
    }
    const size_t word_end = NameWordEnd(word);
    const Span span{static_cast<uint32_t>(word), static_cast<uint32_t>(word_end)};
    if (CharacterAt(text_, word).end < word_end) {
      const bool all = IsAllCapitals(text_, key_, span);
      if (capitals.value_or(all) != all) break;  // "Lâm Thao BÁO CÁO"
      capitals = all;
    }
    end = word_end;
    if (end >= text_.size() || text_[end] != ' ') break;
    word = end + 1;
  }
  if (text_.substr(end, 3) == " - ") end = std::max(end, at + list_.LongestNameAt(document_, at));
  return {begin, static_cast<uint32_t>(end)};
}

// On a line "Kính gửi: …", or one of the recipients.
bool UnitVotes::IsAddressed(size_t at) const {
  const size_t window = at - std::min(at, kAddressLine);
  const size_t line_end = text_.substr(0, at).substr(window).rfind('\n');
  const size_t line = line_end == std::string_view::npos ? window : window + line_end + 1;
  const size_t begin = SkipBlanks(text_, line, at);
  return PhraseAt(key_, begin, words_.addressees) > 0 || PhraseAt(key_, begin, words_.recipients) > 0;
}

int UnitVotes::WeightOf(size_t begin, Span name) const {
  const size_t before = BlanksBegin(text_, begin);
  const bool office = PhraseBefore(key_, before, words_.offices) > 0;
  const auto inside = [&](Span span) { return begin >= span.begin && begin < span.end; };
  if (std::any_of(front_.title.begin(), front_.title.end(), inside)) return kTitle;
  if (inside(closing_)) return kClosing;
  if (office && PhraseAt(key_, BlanksEnd(text_, name.end), words_.report_verbs) > 0) return kReports;
  return PhraseBefore(key_, before, words_.areas) > 0 ? kArea : kBare;
}

Candidate& UnitVotes::CandidateFor(const UnitLevel& level, Span name) {
  const std::string plain = WithoutMarks(key_.substr(name.begin, name.size()));
  const auto known = std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
    return candidate.level == &level && candidate.plain == plain;
  });
  if (known != candidates_.end()) return *known;
  Candidate& candidate = candidates_.emplace_back();
  candidate.level = &level;
  candidate.plain = plain;
  candidate.rank = list_.IsProvince(level.level, TitleCase(text_, key_, name)) ? 1 : level.rank;
  return candidate;
}

void UnitVotes::CountSpelling(Candidate& candidate, Span name) const {
  const std::string_view key = key_.substr(name.begin, name.size());
  auto spelling = std::find_if(candidate.spellings.begin(), candidate.spellings.end(),
                               [&](const Spelling& known) { return known.key == key; });
  if (spelling == candidate.spellings.end()) {
    candidate.spellings.push_back({std::string(key), "", 0, true});
    spelling = candidate.spellings.end() - 1;
  }
  ++spelling->count;
  if (!spelling->capitals) return;
  spelling->capitals = IsAllCapitals(text_, key_, name);
  spelling->shown =
      spelling->capitals ? TitleCase(text_, key_, name) : std::string(text_.substr(name.begin, name.size()));
}

void UnitVotes::Vote(const UnitLevel& level, size_t begin, Span name) {
  if (IsAddressed(begin)) return;
  Candidate& candidate = CandidateFor(level, name);
  CountSpelling(candidate, name);
  candidate.score += WeightOf(begin, name);
  candidate.in_head = candidate.in_head || begin < front_.head.end;
}

// A head names the superior first; the lowest is the one that writes.
void UnitVotes::WeighHead() {
  int lowest = 0;
  for (const Candidate& candidate : candidates_) {
    if (candidate.in_head) lowest = std::max(lowest, candidate.rank);
  }
  for (Candidate& candidate : candidates_) {
    if (candidate.in_head && candidate.rank == lowest) candidate.score += kHead;
  }
}

void UnitVotes::WeighPlace() {
  if (front_.place.size() == 0) return;
  const Span place = front_.place;
  const std::string plain = WithoutMarks(key_.substr(place.begin, place.size()));
  Candidate* best = nullptr;
  for (Candidate& candidate : candidates_) {
    if (candidate.plain == plain && (best == nullptr || candidate.score > best->score)) best = &candidate;
  }
  if (best == nullptr) {
    const std::string listed = list_.LevelOf(TitleCase(text_, key_, place));
    const auto level = std::find_if(words_.levels.begin(), words_.levels.end(),
                                    [&](const UnitLevel& known) { return known.level == listed; });
    if (level == words_.levels.end()) return;
    best = &CandidateFor(*level, place);
  }
  CountSpelling(*best, place);
  best->score += kPlace;
}

const Candidate* UnitVotes::Winner() const {
  const Candidate* winner = nullptr;
  int most = 0;
  for (const Candidate& candidate : candidates_) {
    const int score = candidate.score + std::min(kMostUnnamed, unnamed_[static_cast<size_t>(candidate.rank)]);
    if (winner != nullptr && (score < most || (score == most && candidate.rank <= winner->rank))) continue;
    winner = &candidate;
    most = score;
  }
  return winner;
}

const Candidate* UnitVotes::Best(int rank) const {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates_) {
    if (candidate.rank == rank && (best == nullptr || candidate.score > best->score)) best = &candidate;
  }
  return best;
}

std::string UnitVotes::NameOf(const Candidate& candidate) const {
  const Spelling* best = &candidate.spellings.front();
  for (const Spelling& spelling : candidate.spellings) {
    const bool listed = spelling.count == best->count && list_.IsListed(spelling.shown) && !list_.IsListed(best->shown);
    if (spelling.count > best->count || listed) best = &spelling;
  }
  return best->shown;
}

std::string UnitVotes::ProvinceFor(const Candidate& unit) const {
  if (unit.rank == 1) return NameOf(unit);
  if (front_.parent.size() > 0) return TitleCase(text_, key_, front_.parent);
  const Candidate* told = Best(1);
  if (told != nullptr && told->in_head) return NameOf(*told);
  const Candidate* district = unit.rank == 2 ? &unit : Best(2);
  std::vector<std::string> listed;
  if (district != nullptr) listed = list_.ProvincesOf(district->level->level, NameOf(*district), day_);
  for (const Candidate& candidate : candidates_) {
    const bool fits = candidate.rank == 1 && std::find(listed.begin(), listed.end(), NameOf(candidate)) != listed.end();
    if (fits && (listed.size() == 1 || &candidate == told)) return NameOf(candidate);
  }
  if (listed.size() == 1) return listed.front();
  return told != nullptr ? NameOf(*told) : std::string();
}

void UnitVotes::Read(ReportIdentity& identity) {
  FindClosing();
  Scan();
  WeighHead();
  WeighPlace();
  const Candidate* winner = Winner();
  if (winner == nullptr) {
    if (front_.place.size() > 0) identity.unit_name = TitleCase(text_, key_, front_.place);
    return;
  }
  identity.unit_level = winner->level->level;
  identity.unit_name = winner->level->level + " " + NameOf(*winner);
  identity.province = ProvinceFor(*winner);
}

}  // namespace

void ReadUnit(const Document& document, const IdentityWords& words, const UnitList& units, const FrontMatter& front,
              const std::string& day, ReportIdentity& identity) {
  UnitVotes(document, words, units, front, day).Read(identity);
}

}  // namespace soat
