// Words of a rule, looked for in the text between figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figures/lexicon.h"
#include "relations/phrase_row.h"
#include "relations/signs.h"
#include "soat/rule.h"

namespace soat {

/// A set of phrases in lower case.
class Phrases {
 public:
  Phrases() = default;
  explicit Phrases(const std::vector<std::string>& phrases);
  /// The list of that name in a rule's words; empty when the rule has none.
  Phrases(const RelationRule& rule, std::string_view name);
  /// The same, entered into `lists`.
  Phrases(const std::vector<std::string>& phrases, PhraseLists& lists, PhraseLists::Place place);
  Phrases(const RelationRule& rule, std::string_view name, PhraseLists& lists, PhraseLists::Place place);
  /// The same of a list that shares its bit with others.
  static Phrases OneOfMany(const std::vector<std::string>& phrases, PhraseLists& lists);

  bool IsIn(std::string_view text) const { return FindIn(text) != std::string_view::npos; }
  /// Where the first phrase in the text begins; npos when none is in it.
  size_t FindIn(std::string_view text) const;
  /// The same of a part of a row's line, at less cost when the phrases are in the lists of the row.
  bool IsIn(const PhraseRow& row, std::string_view part) const { return MayBeIn(row) && StandsIn(row, part); }
  /// Some phrase stands in the line of a row.
  bool MayBeIn(const PhraseRow& row) const { return list_ == 0 || (row.lists() & list_) != 0; }
  /// The text is one or more phrases and nothing else, blanks and signs left out.
  bool Is(std::string_view text) const { return !WithoutSigns(text).empty() && WithoutEnd(text).empty(); }
  /// The text begins (ends) with a phrase, blanks and signs left out.
  bool Begins(std::string_view text) const;
  bool Ends(std::string_view text) const;
  /// It ends with a phrase, with or without fillers behind that; a phrase may end in a filler itself ("cao hơn").
  bool EndsBefore(const Phrases& fillers, std::string_view text) const {
    return Ends(text) || Ends(fillers.WithoutEnd(text));
  }
  /// Whether some phrase may end a text; always when they were not entered for that.
  /// \param ends  PhraseLists::EndsOf the text
  bool MayEnd(uint64_t ends) const { return ends_ == 0 || (ends & ends_) != 0; }
  /// The text without all phrases and signs at its end.
  std::string_view WithoutEnd(std::string_view text) const;
  /// The text without all phrases and signs at its beginning.
  std::string_view WithoutBeginning(std::string_view text) const;
  bool empty() const { return lexicon_.empty(); }

 private:
  bool StandsIn(const PhraseRow& row, std::string_view part) const;

  Lexicon lexicon_;
  uint64_t list_ = 0, ends_ = 0;  // its bits in rows, and at ends
};

/// What stands behind the last comma, colon, semicolon, parenthesis or mark.
std::string_view LastClause(std::string_view text);
/// What stands before the first of them.
std::string_view FirstClause(std::string_view text);

}  // namespace soat
