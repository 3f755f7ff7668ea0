#include "figures/expression.h"

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kWindowBefore = 96;  // bytes

}  // namespace

const RE2& LazyExpression::Get() const {
  return *expression_.Get([this](std::unique_ptr<const RE2>& expression) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_longest_match(longest_);
    expression = std::make_unique<const RE2>(pattern_, options);
  });
}

std::string_view WindowBefore(std::string_view text, size_t position) {
  size_t from = position > kWindowBefore ? position - kWindowBefore : 0;
  while (from > 0 && from < position && ClassOf(text[from]) == ByteClass::kContinuation) ++from;
  return text.substr(from, position - from);
}

}  // namespace soat
