// What the words of a sentence say for all figures behind them: whose they are, of when, and who acts.
#pragma once

#include <string>
#include <vector>

#include "context/block_text.h"

namespace soat {

/// What holds at a place of a sentence. Strings are empty, and chunks too, where nothing was said.
struct Governing {
  const std::string* scope = nullptr;
  size_t scope_at = 0;     ///< where it is named
  std::string start, end;  ///< of the period, ISO
  size_t period_at = 0;    ///< where it is named
  bool aim = false;        ///< what is to be reached
  Chunk subject;           ///< "TAND tỉnh" of "TAND tỉnh thụ lý 469 vụ, giải quyết 356 vụ"
  Chunk act;               ///< "ban hành" of "ban hành 7 kế hoạch, 3 quyết định"
};

/// Follows the segments of a passage from left to right.
class GoverningReader {
 public:
  explicit GoverningReader(const BlockText& text) : text_(text), governing_(1) {}

  /// Goes on to a segment.
  void Open(size_t segment);
  /// Goes on over a segment of a sentence without figures; what it says for the block is still taken.
  void Skip(size_t segment);
  /// Where the sentence of a segment ends. REQUIRES: segments are asked for in rising order
  size_t SentenceEnd(size_t segment);

  const Governing& now() const { return governing_.back(); }
  void SetSubject(Chunk subject) { governing_.back().subject = subject; }
  void SetAct(Chunk act) { governing_.back().act = act; }

  /// Who acts in the sentence, else what the block is about ("Án hình sự: …").
  Chunk Subject() const { return now().subject.empty() ? topic_ : now().subject; }
  size_t sentence() const { return sentence_; }  ///< where the sentence begins
  /// The scope that leads the block in ("Tại cấp xã:"), or null.
  const std::string* block_scope() const { return block_scope_; }

 private:
  void OpenSentence(Chunk words);
  void TakePeriod(Chunk chunk);
  void TakeLastDay(Chunk chunk);
  void TakeUntil(const PassageFigure& last);
  bool FollowsAsEnd(const PassageFigure& first, const PassageFigure& last) const;
  void TakeScope(size_t segment, Chunk words);
  const std::string* OfficeScope(size_t begin) const;
  const std::string* ScopeOfLast(const Segment& segment) const;
  bool IsUntil(const PassageFigure& figure) const;
  void TakeSubject(size_t segment, Chunk words);
  bool Leads(size_t segment) const;

  const BlockText& text_;
  std::vector<Governing> governing_;           // of the sentence, and of each open parenthesis
  Governing before_;                           // what the sentence before left
  const std::string* named_ = nullptr;         // the last scope that opened a clause of the sentence
  const std::string* named_before_ = nullptr;  // of the sentence before
  const std::string* parts_ = nullptr;         // the scope of a total whose parts the sentence lists
  Chunk topic_;
  size_t sentence_ = 0;
  size_t sentence_end_ = 0;
  const std::string* block_scope_ = nullptr;
};

}  // namespace soat
