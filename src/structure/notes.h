// The marks of notes in a text: "¹", "[1]", "(1)" behind the words that they explain.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "soat/document.h"
#include "soat/rule.h"
#include "structure/lines.h"

namespace soat {

/// Finds the mark that a note belongs to. The text is searched when the first note asks.
class NoteMarks {
 public:
  NoteMarks(std::string_view text, const RuleSet& rules) : text_(text), rules_(rules) {}

  /// The mark of the note that begins with the line: the last before it with its number, as numbers can begin anew on
  /// each page. Nothing when there is none, or when it is another note's.
  std::optional<Span> MarkOf(const Line& line);
  /// Gives a mark to a note: it is not found again.
  void Take(Span mark) { taken_.insert(mark.begin); }

 private:
  void FindAll();
  bool IsMark(Span span) const;
  bool IsPowerOfUnit(Span span) const;

  const std::string_view text_;
  const RuleSet& rules_;
  bool searched_ = false;
  std::map<std::string, std::vector<Span>, std::less<>> marks_;  // by the mark as it is written, in order
  std::set<uint32_t> taken_;
};

/// The end of the mark of a note that begins there: superscript digits, or digits in brackets; `at` when none does.
uint32_t NoteMarkEnd(std::string_view text, uint32_t at, uint32_t end);

}  // namespace soat
