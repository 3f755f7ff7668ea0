#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Gaps(const std::string& text) { return RelationsOf(text, CheckKind::kNumberingGap); }

TEST_CASE("siblings that follow each other are one verified relation, each list of its own") {
  CHECK(Gaps("I. THU\n1. Thuế\nđã nộp đủ\n2. Phí\nđã nộp đủ\nII. CHI\n1. Lương\nđã chi\n2. Mua sắm\nđã chi\n") ==
        Lines{"ok ok found=I,II expected=I,II", "ok ok found=1,2 expected=1,2", "ok ok found=1,2 expected=1,2"});
}

TEST_CASE("a skipped, a repeated and a misplaced number are told") {
  CHECK(Gaps("1. Thu\nđủ\n2. Chi\nđủ\n4. Nợ\nhết\n") == Lines{"warning mismatch previous=2 found=4 expected=3"});
  CHECK(Gaps("I. THU\nđủ\nII. CHI\nđủ\nII. NỢ\nhết\n") == Lines{"warning mismatch previous=II found=II expected=III"});
  CHECK(Gaps("1. Thu\nđủ\n7. Chi\nđủ\n3. Nợ\nhết\n4. Vay\nkhông\n") ==
        Lines{"warning mismatch previous=1 found=7 expected=2"});
  CHECK(Gaps("3.1. Thu\nđủ\n3.2. Chi\nđủ\n2.2. Nợ\nhết\n") ==
        Lines{"ok ok found=3.1,3.2 expected=3.1,3.2", "warning mismatch previous=3.2 found=2.2 expected=3.3"});
  CHECK(Gaps("3.1. Thu\nđủ\n3.2. Chi\nđủ\n2.3. Nợ\nhết\n3.4. Vay\nkhông\n") ==
        Lines{"warning mismatch previous=3.2 found=2.3 expected=3.3"});
}

TEST_CASE("letters follow the Latin or the Vietnamese alphabet") {
  CHECK(Gaps("d) Thu\nđủ\ne) Chi\nđủ\ng) Nợ\nhết\nh) Vay\nkhông\n").front().starts_with("ok ok found=d,e,g,h"));
  CHECK(Gaps("d) Thu\nđủ\ne) Chi\nđủ\nf) Nợ\nhết\ng) Vay\nkhông\n").front().starts_with("ok ok found=d,e,f,g"));
  CHECK(Gaps("a) Thu\nđủ\nb) Chi\nđủ\nd) Nợ\nhết\n") == Lines{"warning mismatch previous=b found=d expected=c"});
}

TEST_CASE("a list inside an entry does not disturb the list around it") {
  CHECK(Gaps("1. Thu\nđủ\n2. Chi gồm\n1. Lương.\n2. Điện.\n3. Nước.\n3. Nợ\nhết\n") ==
        Lines{"ok ok found=1,2,3 expected=1,2,3", "ok ok found=1,2,3 expected=1,2,3"});
}

TEST_CASE("a number that stands in the text without being read as one is not missing") {
  CHECK(Gaps("1. Thu\nđủ\n2. Chi\nđủ. 3. Vay không có\n4. Nợ\nhết\n").empty());
  CHECK(Gaps("Các việc còn lại:\n2. Lắp loa.\n5. Nâng cấp trang tin.\n9. Trồng cây.\n").empty());
}

TEST_CASE("the rows of a table are numbered from parent to child") {
  const std::string head = "TT\tNội dung\tKế hoạch\tKết quả\n";
  CHECK(Gaps(head + "1\tThu\t\t\n1.1\tThuế\t5\t6\n1.2\tPhí\t5\t6\n2\tChi\t7\t8\n") ==
        Lines{"ok ok found=1,2 expected=1,2", "ok ok found=1.1,1.2 expected=1.1,1.2"});
  CHECK(Gaps(head + "1\tThuế\t5\t6\n2\tPhí\t5\t6\n4\tChi\t7\t8\n") ==
        Lines{"warning mismatch previous=2 found=4 expected=3"});
}

}  // namespace
}  // namespace soat
