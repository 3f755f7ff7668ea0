#include <memory>

#include "cli/batch.h"
#include "cli/commands.h"
#include "soat/writer.h"

namespace soat {
namespace {

std::unique_ptr<Writer> MakeWriter(const ExtractOptions& options) {
  switch (options.format) {
    case FigureFormat::kJson:
      return MakeJsonWriter(options.kinds);
    case FigureFormat::kNdjson:
      return MakeNdjsonWriter(options.kinds);
    case FigureFormat::kCsv:
      break;
  }
  return MakeCsvWriter({options.byte_order_mark}, options.kinds);
}

}  // namespace

int Run(const ExtractOptions& options, Messages& messages) {
  return RunBatch(options, *MakeWriter(options), options.kinds, messages);
}

}  // namespace soat
