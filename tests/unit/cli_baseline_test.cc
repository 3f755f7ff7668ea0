#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checked_example.h"
#include "cli/baseline.h"

namespace soat {
namespace {

Finding Found(std::string fingerprint, std::string quote = "31/02/2023") {
  Finding finding;
  finding.fingerprint = std::move(fingerprint);
  finding.quote = std::move(quote);
  finding.check = CheckKind::kDateInvalid;
  finding.rule = "date-invalid/calendar";
  return finding;
}

KnownFindings Example() {
  KnownFindings known;
  Learn("b.txt", Found("02"), known);
  Learn("a.txt", Found("03"), known);
  Learn("a.txt", Found("01", "x\"y"), known);
  Learn("a.txt", Found("03"), known);
  return known;
}

constexpr auto kAllOn = [](const std::string&, const std::string&) { return true; };

TEST_CASE("a baseline is JSON in a fixed order, and reads back as it was written") {
  const std::string json = WriteBaseline(Example());
  CHECK(json ==
        "{\"schema\":\"soat/baseline/1\",\"findings\":[\n"
        "{\"report\":\"a.txt\",\"check\":\"date_invalid\",\"rule\":\"date-invalid/calendar\",\"fingerprint\":\"01\","
        "\"count\":1,\"text\":\"x\\\"y\"},\n"
        "{\"report\":\"a.txt\",\"check\":\"date_invalid\",\"rule\":\"date-invalid/calendar\",\"fingerprint\":\"03\","
        "\"count\":2,\"text\":\"31/02/2023\"},\n"
        "{\"report\":\"b.txt\",\"check\":\"date_invalid\",\"rule\":\"date-invalid/calendar\",\"fingerprint\":\"02\","
        "\"count\":1,\"text\":\"31/02/2023\"}\n]}\n");
  const Result<KnownFindings> read = ReadBaseline("b.json", json);
  REQUIRE(read.ok());
  CHECK(WriteBaseline(read.value()) == json);
}

TEST_CASE("a long quote is cut between characters") {
  KnownFindings known;
  std::string quote(119, 'a');
  quote += "ặ" + std::string(50, 'b');
  Learn("a.txt", Found("01", quote), known);
  CHECK(known.begin()->second.text == std::string(119, 'a') + "…");
}

TEST_CASE("a finding is known as many times as it is counted") {
  Baseline baseline(Example());
  CHECK(baseline.Knows("a.txt", "03"));
  CHECK(baseline.Knows("a.txt", "03"));
  CHECK_FALSE(baseline.Knows("a.txt", "03"));
  CHECK_FALSE(baseline.Knows("a.txt", "99"));
}

TEST_CASE("a finding is known in a folder that moved, after those of the report itself") {
  KnownFindings known;
  Learn("old/x.txt", Found("01"), known);
  Learn("y/x.txt", Found("01"), known);
  Baseline baseline(known);
  CHECK(baseline.Knows("y/x.txt", "01"));
  CHECK(baseline.Knows("new/x.txt", "01"));
  CHECK_FALSE(baseline.Knows("new/x.txt", "01"));
}

TEST_CASE("stale is what was seen, is on, and was not found as often") {
  Baseline baseline(Example());
  CHECK(baseline.Stale(kAllOn).empty());  // no report was seen
  baseline.See("a.txt");
  baseline.Knows("a.txt", "03");
  const KnownFindings stale = baseline.Stale(kAllOn);
  REQUIRE(stale.size() == 2);
  CHECK(stale.at({"01", "a.txt"}).count == 1);
  CHECK(stale.at({"03", "a.txt"}).count == 1);
  CHECK(baseline.Stale([](const std::string&, const std::string&) { return false; }).empty());
  const KnownFindings pruned = Pruned(Example(), stale);
  REQUIRE(pruned.size() == 2);
  CHECK(pruned.at({"03", "a.txt"}).count == 1);
  CHECK(pruned.at({"02", "b.txt"}).count == 1);
}

std::string Refusal(std::string_view json) {
  const Result<KnownFindings> read = ReadBaseline("b.json", json);
  REQUIRE_FALSE(read.ok());
  return ToString(read.error());
}

TEST_CASE("what is no baseline is refused with what is wrong") {
  const std::string fix = "; write it anew with soat check --write-baseline";
  CHECK(Refusal("{") == "b.json: is not JSON" + fix);
  CHECK(Refusal("[]") == "b.json: is no baseline of this version of soat" + fix);
  CHECK(Refusal("{\"schema\":\"soat/baseline/2\",\"findings\":[]}") ==
        "b.json: is no baseline of this version of soat" + fix);
  const std::string begin = "{\"schema\":\"soat/baseline/1\",\"findings\":[";
  CHECK(Refusal(begin + "3]}") == "b.json: finding 1 lacks fingerprint, report or count" + fix);
  CHECK(Refusal(begin + "{\"fingerprint\":\"1\",\"report\":\"a\",\"count\":-1}]}") ==
        "b.json: finding 1 lacks fingerprint, report or count" + fix);
  const std::string entry = "{\"fingerprint\":\"1\",\"report\":\"a\",\"count\":1}";
  CHECK(Refusal(begin + entry + "," + entry + "]}") == "b.json: finding 2 is there twice" + fix);
}

}  // namespace
}  // namespace soat
