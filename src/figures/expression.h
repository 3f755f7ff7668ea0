// Expressions of RE2, and windows of text to look at them through.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>

#include "figures/lazy.h"
#include "text/byte_classes.h"

namespace soat {

/// An expression that is compiled when it is first needed. Thread-safe.
class LazyExpression {
 public:
  LazyExpression(std::string pattern, bool longest) : pattern_(std::move(pattern)), longest_(longest) {}
  const RE2& Get() const;
  const std::string& pattern() const { return pattern_; }

 private:
  std::string pattern_;
  bool longest_;
  Lazy<std::unique_ptr<const RE2>> expression_;
};

inline re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

/// How far a rule sees from `position` on, so that no match costs more than its neighbourhood.
inline std::string_view WindowAt(std::string_view text, size_t position) {
  constexpr size_t kWindow = 192;  // bytes; the longest figure ("từ ngày 01 tháng 10 năm 2022 đến …") takes about 80
  return text.substr(position, CharacterFloor(text, position + kWindow) - position);
}
/// How far a rule sees back from `position`.
std::string_view WindowBefore(std::string_view text, size_t position);

}  // namespace soat
