#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "cli/output.h"
#include "unit/scratch_folder.h"

namespace soat {
namespace {

namespace fs = std::filesystem;

size_t EntriesOf(const std::string& folder) {
  return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE("a file is there when it is whole, and not before") {
  const ScratchFolder folder;
  folder.Write("out.csv", "old");
  {
    Result<Output> output = Output::Open(folder.Path("out.csv"));
    REQUIRE(output.ok());
    CHECK(output.value().Write(std::string(200000, 'x')).ok());
    CHECK(folder.Read("out.csv") == "old");
    CHECK(EntriesOf(folder.Path("")) == 2);
    CHECK(output.value().Commit().ok());
  }
  CHECK(folder.Read("out.csv") == std::string(200000, 'x'));
  CHECK(EntriesOf(folder.Path("")) == 1);
}

TEST_CASE("without Commit nothing is left and nothing is changed") {
  const ScratchFolder folder;
  folder.Write("old.csv", "old");
  for (const char* name : {"old.csv", "new.csv"}) {
    Result<Output> output = Output::Open(folder.Path(name));
    REQUIRE(output.ok());
    CHECK(output.value().Write(std::string(200000, 'x')).ok());
  }
  CHECK(folder.Read("old.csv") == "old");
  CHECK(EntriesOf(folder.Path("")) == 1);
}

TEST_CASE("a link stays a link, permissions stay as they are") {
  const ScratchFolder folder;
  const std::string target = folder.Write("target.csv", "old");
  fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("target.csv", folder.Path("link.csv"));
  Result<Output> output = Output::Open(folder.Path("link.csv"));
  REQUIRE(output.ok());
  CHECK(output.value().Write("new").ok());
  CHECK(output.value().Commit().ok());
  CHECK(fs::is_symlink(folder.Path("link.csv")));
  CHECK(folder.Read("target.csv") == "new");
  CHECK(fs::status(target).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what cannot be written is an error of kind output") {
  const ScratchFolder folder;
  const Result<Output> in_nothing = Output::Open(folder.Path("nothing/out.csv"));
  REQUIRE_FALSE(in_nothing.ok());
  CHECK(in_nothing.error().code == ErrorCode::kOutput);
  CHECK_FALSE(Output::Open(folder.Path("")).ok());
}

TEST_CASE("a full disk is an error, at the latest when all is written") {
  if (!fs::exists("/dev/full")) return;
  Result<Output> output = Output::Open("/dev/full");
  REQUIRE(output.ok());
  CHECK(output.value().Write("few bytes").ok());
  CHECK_FALSE(output.value().Commit().ok());
}

}  // namespace
}  // namespace soat
