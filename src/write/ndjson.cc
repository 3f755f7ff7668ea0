#include <string>

#include "soat/writer.h"
#include "write/record.h"

namespace soat {
namespace {

/// One object a line, and nothing else. Each can go its own way, so each says all that is known of its report.
class NdjsonWriter : public Writer {
 public:
  explicit NdjsonWriter(KindSet kinds) : kinds_(kinds) {}

  bool NeedsDigest() const override { return true; }
  bool NeedsContext() const override { return true; }

  std::string Render(const Document& document, const Analysis& analysis) const override {
    const std::string beginning = NdjsonBeginning(document, analysis);
    std::string lines;
    lines.reserve(analysis.figures.size() * kUsualRecordSize);
    ForEachRecord(document, analysis, kinds_, [&](const Record& record) {
      AppendJsonObject(lines, beginning, record);
      lines += '\n';
    });
    return lines;
  }

 private:
  KindSet kinds_;
};

}  // namespace

std::unique_ptr<Writer> MakeNdjsonWriter(KindSet kinds) { return std::make_unique<NdjsonWriter>(kinds); }

}  // namespace soat
