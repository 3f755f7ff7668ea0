// Sequences of siblings by a stack of open levels; what is out of order by comparing neighbours.
#include "relations/numbering_sequences.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

// A sequence with more breaks is no sequence: a list of quoted numbers, or lines of broken prose.
constexpr size_t kMostBreaks = 2;
// A jump over more numbers is a slip only if something confirms it.
constexpr int kSureJump = 2;
constexpr size_t kUsualMembers = 4;  // of a sequence
constexpr ByteSet kNumberBytes("0123456789."), kRomanDigits("IVX"), kLineSigns(" \t*_#>-+(|");

int RomanValue(std::string_view numeral) {
  const auto value = [](char c) { return c == 'I' ? 1 : c == 'V' ? 5 : 10; };
  int sum = 0;
  for (size_t i = 0; i < numeral.size(); ++i) {
    const int digit = value(numeral[i]);
    sum += i + 1 < numeral.size() && value(numeral[i + 1]) > digit ? -digit : digit;
  }
  return sum;
}

std::string Roman(int value) {
  std::string numeral(static_cast<size_t>(value / 10), 'X');
  constexpr std::string_view kOnes[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  return numeral + std::string(kOnes[value % 10]);
}

bool IsLetterStyle(MarkerStyle style) {
  return style == MarkerStyle::kSmallLetter || style == MarkerStyle::kBracketedLetter;
}

// Lists run through the Latin alphabet, or through the Vietnamese one, which has no f, j, w and z.
bool FollowsLetter(int before, int after) {
  const auto letter = [](int value) { return static_cast<char>('a' + value - 1); };
  if (after == before + 1) return true;
  return after == before + 2 && std::string_view("fjw").find(letter(before + 1)) != std::string_view::npos;
}

bool Follows(const LineNumber& before, const LineNumber& after) {
  return IsLetterStyle(before.style) ? FollowsLetter(before.value, after.value) : after.value == before.value + 1;
}

std::string TextOf(const LineNumber& like, int value) {
  switch (like.style) {
    case MarkerStyle::kRoman:
      return Roman(value);
    case MarkerStyle::kCapital:
      return std::string(1, static_cast<char>('A' + value - 1));
    case MarkerStyle::kSmallLetter:
    case MarkerStyle::kBracketedLetter:
      return std::string(1, static_cast<char>('a' + value - 1));
    default:
      return (like.prefix.empty() ? "" : like.prefix + ".") + std::to_string(value);
  }
}

std::optional<LineNumber> ReadNumber(std::string_view marker, bool bracketed) {
  LineNumber number;
  number.text = marker;
  if (HasOnly(marker, kNumberBytes)) {
    while (!marker.empty() && marker.back() == '.') marker.remove_suffix(1);
    const size_t dot = marker.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? marker : marker.substr(dot + 1);
    if (last.empty() || last.size() > 3) return std::nullopt;
    if (dot != std::string_view::npos) number.prefix = marker.substr(0, dot);
    number.style = bracketed ? MarkerStyle::kBracketed : MarkerStyle::kArabic;
    number.text = marker;
    for (const char digit : last) number.value = number.value * 10 + (digit - '0');
  } else if (HasOnly(marker, kRomanDigits)) {
    number.style = MarkerStyle::kRoman;
    number.value = RomanValue(marker);
    if (Roman(number.value) != marker) return std::nullopt;
  } else if (marker.size() == 1 && marker[0] >= 'A' && marker[0] <= 'Z') {
    number.style = MarkerStyle::kCapital;
    number.value = marker[0] - 'A' + 1;
  } else if (marker.size() == 1 && marker[0] >= 'a' && marker[0] <= 'z') {
    number.style = bracketed ? MarkerStyle::kBracketedLetter : MarkerStyle::kSmallLetter;
    number.value = marker[0] - 'a' + 1;
  } else {
    return std::nullopt;
  }
  return number;
}

/// Whether a line between two places begins with a number, or it stands there between blanks like one in front of a
/// line: then the number is not missing, it was only not read.
bool StandsBetween(std::string_view text, uint32_t from, uint32_t to, std::string_view number) {
  const std::string_view reach = text.substr(0, to + number.size());  // a number may stand at the end of the stretch
  for (size_t at = reach.find(number, from); at < to; at = reach.find(number, at + 1)) {
    const size_t end = at + number.size();
    if (end < text.size() && (IsDigit(text[end]) || IsLetterAt(text, end))) continue;
    size_t begin = at;
    while (begin > from && kLineSigns.Has(text[begin - 1])) --begin;
    if (begin == from || text[begin - 1] == '\n') return true;
    const bool apart = at > 0 && text[at - 1] == ' ';
    if (apart && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ') return true;
  }
  return false;
}

class SequenceReader {
 public:
  explicit SequenceReader(std::string_view text) : text_(text) {}
  void Add(LineNumber&& number);
  /// What follows is numbered anew.
  void Close() { Pop(0); }
  std::vector<NumberSequence> Take();

 private:
  struct Level {
    std::vector<LineNumber> members;
    std::vector<NumberingBreak> misplaced;  // members whose prefix is that of no open heading
    const LineNumber& last() const { return members.back(); }
  };

  void AddSimple(LineNumber&& number);
  void AddCompound(LineNumber&& number);
  void AddMisplaced(size_t cousin, LineNumber&& number);
  size_t FindParent(const LineNumber& number) const;
  void Push(LineNumber&& number);
  void Pop(size_t size);
  void Append(size_t level, LineNumber&& number);
  NumberSequence Compared(Level level) const;
  bool CompareAt(const std::vector<LineNumber>& members, size_t index, LineNumber& previous,
                 NumberSequence& sequence) const;
  bool IsSkip(const std::vector<LineNumber>& members, size_t index, const LineNumber& previous) const;

  const std::string_view text_;
  std::vector<Level> levels_;
  std::vector<NumberSequence> done_;
};

void SequenceReader::Pop(size_t size) {
  while (levels_.size() > size) {
    NumberSequence sequence = Compared(std::move(levels_.back()));
    levels_.pop_back();
    if (sequence.members.size() > 1 || !sequence.breaks.empty()) done_.push_back(std::move(sequence));
  }
}

void SequenceReader::Push(LineNumber&& number) {
  std::vector<LineNumber>& members = levels_.emplace_back().members;
  members.reserve(kUsualMembers);
  members.push_back(std::move(number));
}

void SequenceReader::Append(size_t level, LineNumber&& number) {
  Pop(level + 1);
  levels_[level].members.push_back(std::move(number));
}

void SequenceReader::Add(LineNumber&& number) {
  if (number.prefix.empty())
    AddSimple(std::move(number));
  else
    AddCompound(std::move(number));
}

// The innermost level that the number continues; else 1 opens a list of its own inside the last entry.
void SequenceReader::AddSimple(LineNumber&& number) {
  std::optional<size_t> same;
  for (size_t i = levels_.size(); i-- > 0;) {
    if (levels_[i].last().style != number.style || !levels_[i].last().prefix.empty()) continue;
    if (Follows(levels_[i].last(), number)) return Append(i, std::move(number));
    if (!same) same = i;
  }
  if (!same || number.value == 1)
    Push(std::move(number));
  else
    Append(*same, std::move(number));
}

/// The level whose last member is the prefix of the number, by number or by value ("2.1" below II); levels_.size()
/// when there is none.
size_t SequenceReader::FindParent(const LineNumber& number) const {
  for (size_t i = levels_.size(); i-- > 0;) {
    const LineNumber& last = levels_[i].last();
    if (last.text == number.prefix || (last.prefix.empty() && std::to_string(last.value) == number.prefix)) return i;
  }
  return levels_.size();
}

void SequenceReader::AddCompound(LineNumber&& number) {
  const auto depth = [](const LineNumber& other) { return std::count(other.text.begin(), other.text.end(), '.'); };
  std::optional<size_t> cousin;
  for (size_t i = levels_.size(); i-- > 0;) {
    const LineNumber& last = levels_[i].last();
    if (last.prefix.empty() || depth(last) != depth(number)) continue;
    if (last.prefix == number.prefix) return Append(i, std::move(number));
    if (!cousin) cousin = i;
  }
  if (const size_t parent = FindParent(number); parent < levels_.size()) {
    Pop(parent + 1);
    return Push(std::move(number));
  }
  if (cousin)
    AddMisplaced(*cousin, std::move(number));
  else
    Push(std::move(number));
}

// "2.2" behind "3.6": with the 1 of another heading a new sequence begins; else it is out of place.
void SequenceReader::AddMisplaced(size_t cousin, LineNumber&& number) {
  const LineNumber before = levels_[cousin].last();
  Pop(number.value == 1 ? cousin : cousin + 1);
  if (number.value == 1) return Push(std::move(number));
  const auto stands = [&](const std::string& other) {
    return StandsBetween(text_, before.span.end, number.span.begin, other);
  };
  const bool heading_stands = stands(number.prefix) || stands(TextOf(number, number.value - 1));
  NumberingBreak gap{before, number, TextOf(before, before.value + 1)};
  if (!heading_stands && number.value == before.value + 1) {  // only the prefix is wrong: the sequence goes on
    levels_[cousin].members.push_back(std::move(number));
    levels_[cousin].members.back().prefix = before.prefix;
    levels_[cousin].misplaced.push_back(std::move(gap));
    return;
  }
  Push(std::move(number));
  if (!heading_stands) levels_.back().misplaced.push_back(std::move(gap));
}

/// A jump forward that is sure: a small one, or one after which the numbers go on.
bool SequenceReader::IsSkip(const std::vector<LineNumber>& members, size_t index, const LineNumber& previous) const {
  const LineNumber& found = members[index];
  const bool confirmed = index + 1 < members.size() && Follows(found, members[index + 1]);
  const bool small = found.value - previous.value - 1 <= kSureJump;
  if (!confirmed && !(found.firm ? small || index > 1 : small && index > 1)) return false;
  for (int missing = previous.value + 1; missing < found.value; ++missing) {
    if (StandsBetween(text_, previous.span.end, found.span.begin, TextOf(found, missing))) return false;
  }
  return true;
}

/// Compares a member that does not follow the one before; false when nothing sure can be said.
bool SequenceReader::CompareAt(const std::vector<LineNumber>& members, size_t index, LineNumber& previous,
                               NumberSequence& sequence) const {
  const LineNumber& found = members[index];
  const LineNumber before = previous;
  const bool repeated = found.value == before.value;
  previous = found;
  if (index + 1 < members.size() && !repeated) {
    const LineNumber& next = members[index + 1];
    if (Follows(before, next)) {  // as if the line were not there: broken prose that begins with a number
      previous = before;
      return true;
    }
    if (next.value == before.value + 2) previous.value = before.value + 1;  // only this one is out of place
  }
  const bool alone = previous.value != found.value;
  if (!alone && !repeated && (found.value < before.value || !IsSkip(members, index, before))) return false;
  sequence.breaks.push_back({before, found, TextOf(found, before.value + 1)});
  return true;
}

NumberSequence SequenceReader::Compared(Level level) const {
  NumberSequence sequence;
  sequence.breaks = std::move(level.misplaced);
  LineNumber previous = level.members.front();
  for (size_t i = 1; i < level.members.size(); ++i) {
    if (Follows(previous, level.members[i]))
      previous = level.members[i];
    else if (!CompareAt(level.members, i, previous, sequence))
      sequence.undecided = true;
  }
  if (sequence.breaks.size() > kMostBreaks) {
    sequence.breaks.clear();
    sequence.undecided = true;
  }
  sequence.members = std::move(level.members);
  return sequence;
}

std::vector<NumberSequence> SequenceReader::Take() {
  Close();
  std::stable_sort(done_.begin(), done_.end(), [](const NumberSequence& a, const NumberSequence& b) {
    return a.members.front().span.begin < b.members.front().span.begin;
  });
  return std::move(done_);
}

/// The number where it stands: a marker is the first word of its line.
std::optional<LineNumber> NumberAt(std::string_view text, uint32_t begin, const std::string& marker) {
  if (!kNumberBytes.Has(marker.front()) && !IsLetterAt(marker, 0)) return std::nullopt;  // a bullet
  const size_t at = text.find(marker, begin);
  if (at == std::string_view::npos) return std::nullopt;
  std::optional<LineNumber> number = ReadNumber(marker, at > begin && text[at - 1] == '(');
  if (number) number->span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + marker.size())};
  return number;
}

}  // namespace

std::vector<NumberSequence> ReadHeadingSequences(const Document& document, const Structure& structure) {
  SequenceReader reader(document.text);
  for (const Block& block : structure.blocks) {
    const bool heading = block.kind == BlockKind::kHeading;
    if (heading && structure.sections[block.section].rank == 0) reader.Close();
    if (block.marker.empty() || (!heading && block.kind != BlockKind::kItem)) continue;
    if (auto number = NumberAt(document.text, block.spans.front().begin, block.marker)) {
      number->firm = heading;
      reader.Add(std::move(*number));
    }
  }
  return reader.Take();
}

std::vector<NumberSequence> ReadRowSequences(const Document& document, const Table& table) {
  if (table.columns.empty() || table.columns.front().role != ColumnRole::kNumber) return {};
  SequenceReader reader(document.text);
  for (const Row& row : table.rows) {
    if (row.header || row.continued || row.number.empty()) continue;
    if (auto number = NumberAt(document.text, row.cells.front().begin, row.number)) {
      number->firm = true;
      reader.Add(std::move(*number));
    }
  }
  return reader.Take();
}

}  // namespace soat
