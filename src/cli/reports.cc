#include <memory>

#include "cli/batch.h"
#include "cli/commands.h"
#include "soat/writer.h"

namespace soat {
namespace {

std::unique_ptr<Writer> MakeWriter(const ReportsOptions& options) {
  switch (options.format) {
    case ReportFormat::kJson:
      return MakeReportJsonWriter();
    case ReportFormat::kNdjson:
      return MakeReportNdjsonWriter();
    case ReportFormat::kText:
      return MakeReportTextWriter();
    case ReportFormat::kCsv:
      break;
  }
  return MakeReportCsvWriter({options.byte_order_mark});
}

}  // namespace

int Run(const ReportsOptions& options, Messages& messages) {
  return RunBatch(options, *MakeWriter(options), AllKinds(), messages);
}

}  // namespace soat
