// Any text as a rule file either loads or is refused with errors that say where and what; what loads can be applied.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "soat/analyzer.h"
#include "soat/reader.h"
#include "soat/rule.h"

namespace {

constexpr std::string_view kText =
    "Ngày 05/7/2023: 1.284 hồ sơ, đạt 97,43%; 325,5 triệu đồng (chỉ tiêu 2, 5), 12 km.\n";

void Require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  soat::RuleLoad load = soat::LoadRules({{.name = "fuzz.toml", .content = content}});
  for (const soat::Error& error : load.errors) {
    Require(error.code == soat::ErrorCode::kRule, "an error of a rule file says so");
    Require(error.where.starts_with("fuzz.toml:") && !error.what.empty(), "an error says where and what");
  }
  if (!load.errors.empty()) return 0;
  const soat::Result<soat::Analyzer> analyzer = soat::Analyzer::Make(std::move(load.rules));
  if (!analyzer.ok()) return 0;
  const soat::Result<soat::Document> document = soat::MakeDocument("text", std::string(kText));
  Require(document.ok(), "the text is a document");
  (void)analyzer.value().Analyze(document.value());
  (void)soat::TestExamples(analyzer.value());
  return 0;
}
