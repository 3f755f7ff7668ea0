// The figures of one block: label, scope, own period and role of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context/block_text.h"
#include "context/governing.h"
#include "context/words_before.h"
#include "soat/figure.h"

namespace soat {

/// What governs figures without words of their own: from a lead-in or a heading.
struct Inherited {
  std::string label, scope, start, end;
  std::string heading;  ///< of the section, in words
  bool aim = false;     ///< what is to be reached
  bool parts = false;   ///< the figures of `unit` are the parts of a total
  std::string unit;
};

/// The figures of one block. What it is given has to outlive it.
class BlockContext {
 public:
  /// \param room  as in BlockText
  BlockContext(const ContextLexicons& words, const Passage& passage, std::vector<Figure>& figures,
               const ReportIdentity& report, const Inherited& inherited, PassageRoom& room)
      : text_(words, passage, figures, report, room), inherited_(inherited), governing_(text_) {}

  /// Fills label, scope, own period and role of the block's values.
  void Read();
  /// What a list below this block inherits; a figure of the block that the list divides becomes a total.
  Inherited LeadIn();

 private:
  void ReadFigure(size_t index, size_t segment);
  void ReadRole(size_t index, const WordsBefore& before);
  std::optional<FigureRole> RoleBefore(size_t begin, size_t lead_end) const;
  bool IsStep(size_t from, size_t to) const;
  size_t NextIndex(size_t index) const;
  size_t PreviousIndex(size_t index) const;
  bool TakePeriodBehind(size_t index);
  void Inherit(Figure& figure) const;
  bool IsOfHeading(const Figure& figure) const;
  bool CompletedByHeading(const std::string& label) const;
  void MakePart();
  bool IsAim() const;
  void MakeTotal(Inherited& lead);

  BlockText text_;
  const Inherited& inherited_;
  GoverningReader governing_;
};

}  // namespace soat
