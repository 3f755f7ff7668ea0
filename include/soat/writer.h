// The output formats of the figures and of the reports themselves.
#pragma once

#include <bitset>
#include <memory>
#include <string>
#include <string_view>

#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// Turns what was found in documents into one output format. Const and thread-safe: documents are rendered in parallel
/// and joined in order as Begin, the chunks with Separator between the non-empty ones, End.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual std::string Begin() const { return {}; }
  /// The records of one document; empty when it has none.
  virtual std::string Render(const Document& document, const Analysis& analysis) const = 0;
  /// Whether Document::sha256 has to be there.
  virtual bool NeedsDigest() const { return false; }
  /// Whether the figures must have their context: label, scope, role, own period.
  virtual bool NeedsContext() const { return false; }
  virtual std::string Separator() const { return {}; }
  virtual std::string End() const { return {}; }
};

/// A set of figure kinds: bit i is the kind with that value.
using KindSet = std::bitset<kFigureKindCount>;
inline KindSet AllKinds() { return KindSet().set(); }

struct CsvOptions {
  bool byte_order_mark = false;  ///< for Excel
};

/// One record a figure. The writers leave out the figures that are not of `kinds`; the others keep their number within
/// the report.
std::unique_ptr<Writer> MakeCsvWriter(CsvOptions options, KindSet kinds = AllKinds());
std::unique_ptr<Writer> MakeJsonWriter(KindSet kinds = AllKinds());    ///< one document with a schema version
std::unique_ptr<Writer> MakeNdjsonWriter(KindSet kinds = AllKinds());  ///< one object a line

/// One record a report: its identity, its encoding, how many figures it has, and its digest.
std::unique_ptr<Writer> MakeReportCsvWriter(CsvOptions options);
std::unique_ptr<Writer> MakeReportJsonWriter();
std::unique_ptr<Writer> MakeReportNdjsonWriter();
std::unique_ptr<Writer> MakeReportTextWriter();  ///< for people: one field a line

}  // namespace soat
