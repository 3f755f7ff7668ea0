// What stands around a figure: labels that tell little are judged by it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// What stands around one figure. Asked for only when it decides.
class Around {
 public:
  Around() = default;
  Around(const Around&) = delete;
  Around& operator=(const Around&) = delete;
  virtual ~Around() = default;
  virtual std::string Headings() = 0;  ///< above it, the title of the report first
  /// What its passage says before it, in lower case.
  virtual std::string_view Before() const = 0;
};

/// What stands around the figures of a document, one after the other. Document and analysis have to outlive it.
class AroundInDocument : public Around {
 public:
  AroundInDocument(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {}

  /// Goes on to a figure that begins at a place.
  void GoTo(uint32_t offset) { offset_ = offset; }
  /// With the words that head the figure's passage.
  std::string Headings() override;
  /// As far back as a reader remembers it; begins with a whole word.
  std::string_view Before() const override;

 private:
  const std::string& OfSection(uint32_t index);

  const Document& document_;
  const Analysis& analysis_;
  uint32_t offset_ = 0;
  std::unordered_map<uint32_t, std::string> texts_;  // of the sections that were asked for
};

}  // namespace soat
