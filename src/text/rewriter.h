// A changed copy of a text, made together with the map that leads back.
#pragma once

#include <string>
#include <string_view>

#include "soat/document.h"

namespace soat {

/// Collects replacements in rising order; everything between them stays as it is. The source must outlive Finish.
class Rewriter {
 public:
  explicit Rewriter(std::string_view source) : source_(source) {}

  /// Puts `replacement` in the place of the source bytes [begin, end).
  /// REQUIRES: begin is not before the end of the replacement before.
  void Replace(size_t begin, size_t end, std::string_view replacement);
  /// Takes the rest of the source over. REQUIRES: no further calls of Replace.
  void Finish();

  bool changed() const { return taken_ != 0; }
  /// After Finish.
  std::string& text() { return text_; }
  /// Leads from text() to the source. Characters that were replaced by one of the same size need no run.
  OffsetMap& map() { return map_; }

 private:
  void Keep(size_t end);

  std::string_view source_;
  size_t taken_ = 0;  // the bytes of source_ that text_ stands for so far
  std::string text_;
  OffsetMap map_;
};

/// The map from a text to the source of its source: text -> middle -> source.
OffsetMap Compose(const OffsetMap& text_to_middle, const OffsetMap& middle_to_source);

}  // namespace soat
