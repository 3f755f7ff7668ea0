#include <doctest/doctest.h>

#include <string>

#include "soat/comparison.h"

namespace soat {
namespace {

TEST_CASE("records keep their numbers as they are printed") {
  Observations read;
  const std::string text =
      "{\"report\":\"a.txt\",\"unit_name\":\"huyện X\",\"report_period\":\"2023-01-01..2023-12-31\",\"unit_level\":"
      "\"huyện\",\"province\":\"Y\",\"report_number\":\"1/BC\",\"report_date\":\"2023-12-01\",\"report_title\":\"T\","
      "\"report_status\":\"draft\",\"sha256\":\"ab\",\"id\":\"f1\",\"line\":7,\"column\":3,\"kind\":\"percent\","
      "\"value\":56.0,\"unit\":\"%\",\"qualifier\":\"over\",\"label\":\"L\",\"scope\":\"S\",\"role\":\"result\"}\n"
      "\n"
      "{\"report\":\"a.txt\",\"sha256\":\"ab\",\"kind\":\"ratio\",\"numerator\":3,\"denominator\":4}\r\n"
      "{\"report\":\"a.txt\",\"sha256\":\"ab\",\"kind\":\"money\",\"value\":123456789012345678901234567890}\n"
      "{\"report\":\"b.txt\",\"kind\":\"count\",\"value\":-5,\"items\":[1,2],\"value_max\":0.1}\n"
      "{\"report\":\"b.txt\",\"kind\":\"date\",\"start\":\"2023\"}\n"
      "{\"report\":\"b.txt\",\"kind\":\"count\"}";
  REQUIRE(ReadRecords("r", text, read).ok());
  REQUIRE(read.reports.size() == 2);
  CHECK(read.reports[0].unit_name == "huyện X");
  CHECK(read.reports[0].period == DaySpan{"2023-01-01", "2023-12-31"});
  CHECK(read.reports[0].status == "draft");
  REQUIRE(read.figures.size() == 4);
  CHECK(read.figures[0].value == Decimal{560, 1});
  CHECK(read.figures[0].qualifier == Qualifier::kOver);
  CHECK(read.figures[0].line == 7);
  CHECK(read.figures[1].value == Decimal{3, 0});
  CHECK(ToString(read.figures[2].value) == "123456789012345678901234567890");
  CHECK(ToString(read.figures[3].value) == "-5");
  CHECK(ToString(*read.figures[3].value_max) == "0.1");
  CHECK(read.figures[3].report == 1);
}

TEST_CASE("a line that is no record is told with its place") {
  for (const char* line : {"x", "[]", "1", "{\"report\":\"a\"}", "{\"report\":\"a\",\"kind\":\"count\"", "null",
                           "{\"report\":\"a\",\"kind\":\"count\"}{}"}) {
    CAPTURE(line);
    Observations read;
    const Status status = ReadRecords("r", std::string("\n") + line, read);
    REQUIRE_FALSE(status.ok());
    CHECK(ToString(status.error()) ==
          "r:2: is no record of a figure; write the records with soat extract --format ndjson");
  }
}

}  // namespace
}  // namespace soat
