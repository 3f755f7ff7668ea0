#include <string>

#include "soat/writer.h"
#include "write/record.h"

namespace soat {
namespace {

/// One document: {"schema":"soat/figures/1","figures":[ … ]} with one record a line.
class JsonWriter : public Writer {
 public:
  explicit JsonWriter(KindSet kinds) : kinds_(kinds) {}

  bool NeedsContext() const override { return true; }

  std::string Begin() const override { return "{\"schema\":\"soat/figures/1\",\"figures\":["; }

  std::string Render(const Document& document, const Analysis& analysis) const override {
    const std::string beginning = JsonBeginning(document, analysis);
    std::string records;
    records.reserve(analysis.figures.size() * kUsualRecordSize);
    ForEachRecord(document, analysis, kinds_, [&](const Record& record) {
      records += records.empty() ? "\n" : ",\n";
      AppendJsonObject(records, beginning, record);
    });
    return records;
  }

  std::string Separator() const override { return ","; }

  std::string End() const override { return "\n]}\n"; }

 private:
  KindSet kinds_;
};

}  // namespace

std::unique_ptr<Writer> MakeJsonWriter(KindSet kinds) { return std::make_unique<JsonWriter>(kinds); }

}  // namespace soat
