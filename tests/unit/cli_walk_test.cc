#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/walk.h"
#include "unit/scratch_folder.h"

namespace soat {
namespace {

using Paths = std::vector<std::string>;

/// The listed paths below `root`, without it.
Paths Listed(const ScratchFolder& root, const InputOptions& options) {
  Result<InputList> list = ListInputs(options);
  REQUIRE(list.ok());
  Paths paths;
  for (const Input& input : list.value().inputs) {
    paths.push_back(std::filesystem::path(input.path).lexically_relative(root.Path("")).native());
  }
  return paths;
}

InputOptions Of(Paths paths) {
  InputOptions options;
  options.paths = std::move(paths);
  return options;
}

struct Tree : ScratchFolder {
  Tree() {
    for (const char* file : {"b.txt", "a.TXT", "z/1.md", "z/y/2.text", "a-z/3.txt", "x.csv", "xã Đức/báo cáo.txt",
                             ".hidden.txt", ".git/4.txt"}) {
      Write(file, "1");
    }
  }
};

TEST_CASE("a folder gives its reports in the byte order of names, hidden ones left out") {
  const Tree tree;
  CHECK(Listed(tree, Of({tree.Path("")})) ==
        Paths{"a-z/3.txt", "a.TXT", "b.txt", "xã Đức/báo cáo.txt", "z/1.md", "z/y/2.text"});
}

TEST_CASE("what is named is read, whatever it is called, in the order of naming") {
  const Tree tree;
  CHECK(Listed(tree, Of({tree.Path("x.csv"), tree.Path(".hidden.txt"), tree.Path("z"), tree.Path("b.txt")})) ==
        Paths{"x.csv", ".hidden.txt", "z/1.md", "z/y/2.text", "b.txt"});
}

TEST_CASE("include and exclude look at the relative path and at the name") {
  const Tree tree;
  InputOptions options = Of({tree.Path("")});
  options.include = {"*.csv", "z/**"};
  CHECK(Listed(tree, options) == Paths{"x.csv", "z/1.md", "z/y/2.text"});
  options.exclude = {"y"};
  CHECK(Listed(tree, options) == Paths{"x.csv", "z/1.md"});
  options.include.clear();
  options.exclude = {"*/*.txt", "b.*"};
  CHECK(Listed(tree, options) == Paths{"a.TXT", "z/1.md", "z/y/2.text"});
}

TEST_CASE("links: files are read, folders are not entered, circles do no harm") {
  const Tree tree;
  std::filesystem::create_directory_symlink("..", tree.Path("z/up"));
  std::filesystem::create_symlink("../b.txt", tree.Path("z/link.txt"));
  CHECK(Listed(tree, Of({tree.Path("z")})) == Paths{"z/1.md", "z/link.txt", "z/y/2.text"});
  CHECK(Listed(tree, Of({tree.Path("z/up/z/y")})) == Paths{"z/up/z/y/2.text"});
}

TEST_CASE("a folder that holds nothing is named, a missing path is an error in its place") {
  const Tree tree;
  tree.Write("empty/x.bin", "");
  const Result<InputList> list = ListInputs(Of({tree.Path("empty"), tree.Path("missing"), tree.Path("b.txt")}));
  REQUIRE(list.ok());
  CHECK(list.value().empty_folders == Paths{tree.Path("empty")});
  REQUIRE(list.value().inputs.size() == 2);
  REQUIRE(list.value().inputs[0].error);
  CHECK(list.value().inputs[0].error->where == tree.Path("missing"));
  CHECK_FALSE(list.value().inputs[1].error);
}

TEST_CASE("a list of paths") {
  const Tree tree;
  InputOptions options;
  options.files_from = tree.Write("list", tree.Path("b.txt") + "\r\n\n" + tree.Path("z") + "\n");
  CHECK(Listed(tree, options) == Paths{"b.txt", "z/1.md", "z/y/2.text"});
  CHECK(SplitPaths("a b\nc", false) == Paths{"a b", "c"});
  CHECK(SplitPaths(std::string("a\nb\0\0c\0", 7), true) == Paths{"a\nb", "c"});
  CHECK(SplitPaths("", false).empty());
}

TEST_CASE("standard input is called as asked, and read once") {
  InputOptions options = Of({"-"});
  options.stdin_name = "báo cáo";
  const Result<InputList> list = ListInputs(options);
  REQUIRE(list.ok());
  CHECK(list.value().inputs.front().standard_input);
  CHECK(list.value().inputs.front().path == "báo cáo");
  CHECK_FALSE(ListInputs(Of({"-", "-"})).ok());
}

}  // namespace
}  // namespace soat
