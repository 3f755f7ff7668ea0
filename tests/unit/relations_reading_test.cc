#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "embedded_analyzer.h"
#include "relations/reading_list.h"

namespace soat {
namespace {

struct ReadText {
  Document document;
  Analysis analysis;
};

ReadText Read(const std::string& text) {
  Result<Document> document = MakeDocument("report.txt", text);
  REQUIRE(document.ok());
  ReadText read{std::move(document.value()), {}};
  read.analysis = EmbeddedAnalyzer().Analyze(read.document);
  return read;
}

std::vector<Reading> ReadingsOf(const ReadText& read, const ReadingChoice& choice = {~FigureKinds(), true}) {
  std::vector<Reading> readings;
  const PhraseLists lists;
  Reading reading(read.document, read.analysis, lists);
  for (ReadingList list(read.document, read.analysis, Phrases({"trong số"}), choice); list.Next(reading);)
    readings.push_back(reading);
  return readings;
}

TEST_CASE("a list is read with its lead-in, and its figures know item, level, sentence and parentheses") {
  const ReadText read =
      Read("Đã chi 12 triệu đồng. Gồm:\n- Huyện: 8 triệu đồng (xã 3 triệu đồng);\n- Tỉnh: 4 triệu đồng.\n");
  const std::vector<Reading> readings = ReadingsOf(read);
  REQUIRE(readings.size() == 1);
  const std::vector<ReadFigure>& figures = readings[0].figures();
  REQUIRE(figures.size() == 4);
  CHECK(figures[0].item == 0);
  CHECK(figures[1].item == 1);
  CHECK(figures[1].depth == 0);
  CHECK(figures[2].depth == 1);
  CHECK(figures[3].item == 2);
  CHECK(figures[3].level == 1);
  CHECK(figures[1].sentence > figures[0].sentence);
}

TEST_CASE("a place in a reading line is found in the text, behind figures, note marks and in front of the next item") {
  const std::string text = "Mở đầu.\n\nCó 2 xã¹ *còn thiếu*: Tân Hòa, Mỹ Phú\n- Lắp 12 điểm.\n";
  const ReadText read = Read(text);
  const std::vector<Reading> readings = ReadingsOf(read);
  REQUIRE(readings.size() == 1);
  for (const std::string words : {"thiếu", "tân hòa", "mỹ phú", "lắp"}) {
    const size_t at = readings[0].line().find(words);
    REQUIRE(at != std::string_view::npos);
    const uint32_t offset = readings[0].TextOffset(at);
    CHECK(read.document.key.substr(offset, words.size()) == words);
  }
  CHECK(readings[0].line().find('*') == std::string_view::npos);
  CHECK(readings[0].line().find("¹") == std::string_view::npos);
}

TEST_CASE("cells in which nothing but a figure stands are read when somebody may see them alone") {
  const ReadText read = Read("STT\tXã\tSố hộ\tGhi chú\n1\tTân Hòa\t120\tgồm 15 hộ mới\n2\tMỹ Phú\t95\t12,5%\n");
  CHECK(ReadingsOf(read, {~FigureKinds(), true}).size() == 4);
  const std::vector<Reading> readings = ReadingsOf(read, {~FigureKinds(), false});
  REQUIRE(readings.size() == 1);
  CHECK(readings[0].line().starts_with("gồm "));
}

TEST_CASE("what holds no figure of the kinds that are asked for is not read") {
  const ReadText read = Read("Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2023.\n\nCó 3 phòng từ ngày 06/3/2023.\n");
  CHECK(ReadingsOf(read).size() == 2);
  FigureKinds counts;
  counts.set(static_cast<size_t>(FigureKind::kCount));
  const std::vector<Reading> readings = ReadingsOf(read, {counts, true});
  REQUIRE(readings.size() == 1);
  CHECK(readings[0].figures().size() == 2);
}

TEST_CASE("between a figure and one that does not stand behind it are all words behind it") {
  const ReadText read = Read("Có 4/5 xã đạt chuẩn; còn 1 xã: xã Đoài.\n");
  const std::vector<Reading> readings = ReadingsOf(read);
  REQUIRE(readings.size() == 1);
  REQUIRE(readings[0].figures().size() == 2);
  CHECK(readings[0].Between(1, 1).starts_with(" xã: xã đoài"));
  CHECK(readings[0].Between(1, 0) == readings[0].Between(1, 1));
  CHECK(readings[0].Between(0, 1) == " xã đạt chuẩn; còn ");
}

TEST_CASE("a passage that begins with parts goes on from the block before it") {
  const ReadText read = Read("- Đã giải quyết 87 hồ sơ.\n\nTrong số hồ sơ đó có 68 hồ sơ đúng hạn.\n\nCó 3 phòng.\n");
  const std::vector<Reading> readings = ReadingsOf(read);
  REQUIRE(readings.size() == 2);
  REQUIRE(readings[0].figures().size() == 2);
  CHECK(readings[0].figures()[1].sentence == readings[0].figures()[0].sentence + 2);
  CHECK(readings[1].figures().size() == 1);
}

}  // namespace
}  // namespace soat
