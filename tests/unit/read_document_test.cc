#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "scratch_folder.h"
#include "soat/reader.h"

namespace soat {
namespace {

Error ReadError(const std::string& path) {
  const Result<Document> document = ReadDocument(path);
  REQUIRE(!document.ok());
  CHECK(document.error().code == ErrorCode::kInput);
  CHECK(document.error().where == path);
  return document.error();
}

}  // namespace

TEST_CASE("a document has its texts, its key and its maps") {
  const Result<Document> made = MakeDocument("-", "\uFEFFTỈ LỆ hoà\u00A05\xFF");
  REQUIRE(made.ok());
  const Document& document = made.value();
  CHECK(document.path == "-");
  CHECK(document.encoding == "UTF-8 with BOM");
  CHECK(document.decoded == "TỈ LỆ hoà\u00A05\uFFFD");
  CHECK(document.text == "TỶ LỆ hòa 5\uFFFD");
  CHECK(document.key == "tỷ lệ hòa 5\uFFFD");
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].offset == 20);
  const auto at = static_cast<uint32_t>(document.text.find('5'));
  const Location location = Locator(document).Locate({at, at + 1});
  CHECK(location.column == 11);
  CHECK(location.offset == 19);
  CHECK(location.length == 1);
}

TEST_CASE("a file is read as it stands, whatever its size") {
  const ScratchFolder folder;
  for (const size_t size : {size_t{0}, size_t{1}, size_t{65535}, size_t{65536}, size_t{300000}}) {
    const std::string bytes(size, 'a');
    const Result<Document> document = ReadDocument(folder.Write("report.txt", bytes));
    REQUIRE(document.ok());
    CHECK(document.value().decoded == bytes);
    CHECK(document.value().path == folder.Path("report.txt"));
  }
}

TEST_CASE("a file that cannot be read says why") {
  const ScratchFolder folder;
  const Error missing = ReadError(folder.Path("missing.txt"));
  CHECK(missing.what == "the file cannot be opened: No such file or directory");
  CHECK(missing.fix == "check the path");
  const Error directory = ReadError(folder.Path(""));
  CHECK(directory.what == "the file cannot be read: Is a directory");
  CHECK(directory.fix == "name a file");
  CHECK(ReadError(folder.Write("report.docx", "PK\x03\x04")).fix == "save it as plain text (UTF-8) first");
}

TEST_CASE("a file without permission to read says so") {
  const ScratchFolder folder;
  const std::string path = folder.Write("secret.txt", "5");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  if (std::ifstream(path).is_open()) return;  // the superuser may read everything
  CHECK(ReadError(path).what == "the file cannot be opened: Permission denied");
}

}  // namespace soat
