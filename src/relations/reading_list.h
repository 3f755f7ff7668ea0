// Which blocks of a report are read together, and in which order.
#pragma once

#include <cstdint>
#include <vector>

#include "relations/figure_cursor.h"
#include "relations/phrases.h"
#include "relations/reading.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// In which of them somebody may see something.
struct ReadingChoice {
  FigureKinds kinds;         ///< those that hold a figure of one of these
  bool lone_figures = true;  ///< cells in which nothing but a figure stands as well
};

/// The readings of a report: one for every passage, heading, note and item with what is listed below it, and for every
/// cell, in which a figure stands that was asked for; in the order of the text. They are written one after the other,
/// so that one Reading serves for all.
class ReadingList {
 public:
  /// \param continuations  words that begin a passage which goes on from the block before it
  ReadingList(const Document& document, const Analysis& analysis, const Phrases& continuations,
              const ReadingChoice& choice);

  /// Writes the next one into a reading of the same document. \return false when there is none
  bool Next(Reading& reading);

 private:
  friend class ReadingPlanner;

  enum class Joint : uint8_t { kNone, kItem, kSentence };
  struct Part {
    const Block* block = nullptr;
    Joint joint = Joint::kNone;
    uint32_t level = 0;                  // of an item
    uint32_t next = kNoIndex;            // index of the part behind it
    uint32_t begin = 0, end = kNoIndex;  // of what is read of the block
  };
  struct Plan {
    Span cell;  // of a table, instead of parts
    uint32_t first = kNoIndex, last = kNoIndex;
    bool wanted = false;
  };

  std::vector<Part> parts_;  // of all plans
  std::vector<Plan> plans_;
  size_t next_ = 0;
};

/// The readings of the notes whose mark stands behind an amount: the amount, the words up to the mark, and the note in
/// parentheses.
class NoteReadingList {
 public:
  explicit NoteReadingList(const Analysis& analysis) : analysis_(analysis), cursor_(analysis.figures) {}

  /// Writes the next one into a reading of the same document. \return false when there is none
  bool Next(Reading& reading);

 private:
  bool Write(const Block& note, Reading& reading);

  const Analysis& analysis_;
  FigureCursor cursor_;
  size_t next_ = 0;  // index of a block
};

}  // namespace soat
