#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "relations/phrases.h"
#include "rules/reading_marks.h"

namespace soat {
namespace {

using Place = PhraseLists::Place;

// A line with a figure's mark, a word that ends in a byte that signs have too, and phrases that begin alike.
std::string Line() {
  std::string line = "trong đó có ";
  AppendMark(line, kFigureMark);
  line += " hộ, trong số đó đến giờ (gồm 2 mới: gồm cả";
  AppendMark(line, kFigureMark);
  return line + "cũ); tổng số";
}

TEST_CASE("in every part of a row the same phrases stand as in the part as a text") {
  PhraseLists lists;
  const std::vector<Phrases> all = {
      {{"trong", "trong đó", "trong số đó"}, lists, Place::kIn},
      {{"gồm", "gồm cả"}, lists, Place::kIn},
      {{"đó", "đến giờ"}, lists, Place::kIn},
      {{"2 mới", "cũ"}, lists, Place::kIn},
      {{"tổng số hộ"}, lists, Place::kIn},
      Phrases::OneOfMany({"cũ"}, lists),
      Phrases::OneOfMany({"có"}, lists),
      Phrases({"hộ"}),
  };
  const std::string line = Line();
  PhraseRow row(lists);
  row.Read(line);
  const std::string_view text = line;
  size_t differing = 0, standing = 0;
  for (size_t begin = 0; begin <= text.size(); ++begin) {
    for (size_t end = begin; end <= text.size(); ++end) {
      const std::string_view part = text.substr(begin, end - begin);
      for (const Phrases& phrases : all) {
        standing += phrases.IsIn(part) ? 1 : 0;
        differing += phrases.IsIn(row, part) != phrases.IsIn(part) ? 1 : 0;
      }
    }
  }
  CHECK(standing > 1000);
  CHECK(differing == 0);
  CHECK_FALSE(all[4].MayBeIn(row));
  CHECK(all[0].MayBeIn(row));
  CHECK(all[7].MayBeIn(row));
}

TEST_CASE("a row is filled again and again") {
  PhraseLists lists;
  const Phrases phrases({"gồm"}, lists, Place::kIn);
  const std::string with = "gồm 2 xã", without = "2 xã";
  PhraseRow row(lists);
  row.Read(with);
  CHECK(phrases.IsIn(row, row.line()));
  row.Read(without);
  CHECK_FALSE(phrases.IsIn(row, row.line()));
  CHECK(row.lists() == 0);
}

TEST_CASE("lists that share a bit are told apart") {
  PhraseLists lists;
  std::vector<Phrases> all;
  for (char c = 'a'; c <= 'z'; ++c) {
    for (const char* end : {"á", "é", "ó"}) all.push_back(Phrases({std::string(1, c) + end}, lists, Place::kIn));
  }
  const std::string line = "zó";
  PhraseRow row(lists);
  row.Read(line);
  for (size_t i = 0; i < all.size(); ++i) CHECK(all[i].IsIn(row, row.line()) == (i + 1 == all.size()));
}

TEST_CASE("signs are left out whole, and letters that share a byte with them are none") {
  CHECK(WithoutSigns(" “đến giờ”, (") == "đến giờ");
  CHECK(WithoutSigns("chờ") == "chờ");
  CHECK(WithoutSigns("- ờ -") == "ờ");
  CHECK(WithoutSigns("“”").empty());
  CHECK(WithoutSigns("").empty());
  CHECK(WithoutSignsBehind(" tờ ”.") == " tờ");
  CHECK(Phrases({"đang chờ"}).Ends("hồ sơ đang chờ ("));
}

TEST_CASE("a phrase that ends a text may end it") {
  PhraseLists lists;
  const Phrases rises({"tăng", "cao hơn"}, lists, Place::kEnd), fillers({"là", "hơn"}, lists, Place::kEnd);
  for (const std::string_view text :
       {"hộ tăng", "tăng: (", "số hộ cao hơn ", "cao hơn là", "là", "", " ,", "hơn nữa", "12"}) {
    const uint64_t ends = lists.EndsOf(text);
    if (rises.Ends(text)) CHECK(rises.MayEnd(ends));
    if (fillers.Ends(text)) CHECK(fillers.MayEnd(ends));
  }
  CHECK_FALSE(rises.MayEnd(lists.EndsOf("hơn nữa")));
  CHECK_FALSE(fillers.MayEnd(lists.EndsOf("hộ tăng")));
  CHECK(rises.MayEnd(lists.EndsOf("số hộ tăng (")));
  CHECK(Phrases({"và"}).MayEnd(lists.EndsOf("hộ")));
  // A word of one byte stands behind any byte, or behind none.
  const Phrases letters({"x", "gấp x"}, lists, Place::kEnd);
  for (const std::string_view text : {"x", " x", "(x", "gấp x:"}) CHECK(letters.MayEnd(lists.EndsOf(text)));
  CHECK_FALSE(letters.MayEnd(lists.EndsOf("ax")));
}

}  // namespace
}  // namespace soat
