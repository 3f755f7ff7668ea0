// The output formats of the figures.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// Turns figures into one output format. Const and thread-safe: documents are rendered in parallel and joined in order
/// as Begin, the chunks with Separator between the non-empty ones, End.
class FigureWriter {
 public:
  virtual ~FigureWriter() = default;
  virtual std::string Begin() const { return {}; }
  /// The records of one document; empty when it has none.
  virtual std::string Render(const Document& document, const Analysis& analysis) const = 0;
  virtual std::string Separator() const { return {}; }
  virtual std::string End() const { return {}; }
};

struct CsvOptions {
  bool byte_order_mark = false;  ///< for Excel
};

std::unique_ptr<FigureWriter> MakeCsvWriter(CsvOptions options);
std::unique_ptr<FigureWriter> MakeJsonWriter();    ///< one document with a schema version
std::unique_ptr<FigureWriter> MakeNdjsonWriter();  ///< one object a line

}  // namespace soat
