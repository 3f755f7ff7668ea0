// The amounts that can be the parts of a total, by where they stand and what leads to them.
#pragma once

#include <cstdint>
#include <vector>

#include "relations/sum_words.h"
#include "relations/terms.h"

namespace soat {

/// Terms by their index, in the order of the text.
using Parts = std::vector<size_t>;

inline constexpr size_t kFewestParts = 2;  // of a sum
inline constexpr size_t kMostParts = 64;

/// What a term can be in a sum, by the words around it alone.
struct SumRole {
  bool total = false, part = false;
  bool rate = false;  ///< an amount of money for each of something
};
/// The role of each term, in a list that is filled again and again.
void ReadSumRoles(const SumWords& words, const Terms& terms, std::vector<SumRole>& roles);

/// How the text leads from a total to its parts: not at all, to some of them, to all of them.
enum class Lead : uint8_t { kNone, kPartial, kWhole };

/// Whether the parts of a total have its noun ("34 văn bản: 5 văn bản …") or any ("gồm 05 quyết định, 29 kế hoạch").
enum class PartNoun : uint8_t { kOfTotal, kAny };

/// Finds the parts of a total that is given.
class SumParts {
 public:
  /// \param roles  as ReadSumRoles says
  SumParts(const SumWords& words, const Terms& terms, const std::vector<SumRole>& roles)
      : words_(words), terms_(terms), roles_(roles) {}

  bool MayBeTotal(size_t total) const { return roles_[total].total; }
  bool MayBePart(size_t total, size_t part, PartNoun noun = PartNoun::kOfTotal) const {
    return roles_[part].part && (!roles_[part].rate || roles_[total].rate) &&
           (noun == PartNoun::kAny ? terms_[part].kind == FigureKind::kCount && terms_[total].kind == FigureKind::kCount
                                   : AreAlike(terms_[total], terms_[part]));
  }

  /// \param first  the first part, behind the total
  Lead LeadOf(size_t total, size_t first) const;
  /// Those in the parentheses behind a total, from `first` on.
  Parts InParentheses(size_t total, size_t first, PartNoun noun = PartNoun::kOfTotal) const;
  /// Those in the sentence of `first` and in those that go on with it.
  Parts InSentence(size_t total, size_t first, Lead lead, PartNoun noun = PartNoun::kOfTotal) const;
  /// The first amount of each item directly below the block of a total; none when the total is not the last amount of
  /// its block that could have them.
  Parts InItems(size_t total) const;
  /// Every item of the list of a total has one of the parts. \param parts  InItems(total)
  bool AreOfEveryItem(size_t total, const Parts& parts) const;
  /// The first of the parts, up to where the list of them ends in a semicolon.
  Parts UpToSemicolon(const Parts& parts) const;

 private:
  bool StandsBefore(const Phrases& phrases, size_t figure) const {
    return phrases.IsIn(terms_.row(), terms_.reading().Before(figure));
  }
  bool ClosesBetween(size_t term, size_t next) const;
  bool GoesOn(size_t term, Lead lead) const;

  const SumWords& words_;
  const Terms& terms_;
  const std::vector<SumRole>& roles_;
};

}  // namespace soat
