#include <doctest/doctest.h>

#include "identity_of.h"

namespace soat {
namespace {

TEST_CASE("number and date stand in the front matter") {
  const ReportIdentity identity = IdentityOf(
      "UBND HUYỆN ĐỒI CAO\nSố: 41 /BC-UBND\nĐồi Cao, ngày 04 tháng 9 năm 2022\n\nBÁO CÁO\nKết quả năm 2022\n\n"
      "Thực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2022, UBND huyện báo cáo:\n");
  CHECK(identity.number == "41/BC-UBND");
  CHECK(identity.date == "2022-09-04");
  CHECK(identity.status.empty());
}

TEST_CASE("number and date on one line, in two columns, with marks") {
  const ReportIdentity one = IdentityOf("Số: 41/BC-UBND            Đồi Cao, ngày 4/9/2022\nBÁO CÁO\nKết quả\n");
  CHECK(one.number == "41/BC-UBND");
  CHECK(one.date == "2022-09-04");
  const ReportIdentity marked =
      IdentityOf("*Số: 41/BC-UBND*\n\n*Đồi Cao, ngày 04 tháng 9 năm 2022*\n\n**BÁO CÁO**\nKết quả\n");
  CHECK(marked.number == "41/BC-UBND");
  CHECK(marked.date == "2022-09-04");
}

TEST_CASE("number and date in a table") {
  const ReportIdentity identity = IdentityOf(
      "| **UBND** **HUYỆN ĐỒI CAO** | x |\n| --- | --- |\n| Số: 41/BC-UBND | *Đồi Cao, ngày 04 tháng 9 năm 2022* |\n\n"
      "**BÁO CÁO**\n\n**Kết quả**\n");
  CHECK(identity.unit_name == "huyện Đồi Cao");
  CHECK(identity.number == "41/BC-UBND");
  CHECK(identity.date == "2022-09-04");
}

TEST_CASE("a time of day before the date") {
  CHECK(IdentityOf("Đồi Cao, 17 giờ 00 ngày 04 tháng 9 năm 2022\nBÁO CÁO\nKết quả\n").date == "2022-09-04");
}

TEST_CASE("a place with its level") {
  CHECK(IdentityOf("TP. Đồi Cao, ngày 04 tháng 9 năm 2022\nBÁO CÁO\nKết quả\n").date == "2022-09-04");
  CHECK(IdentityOf("Thành phố Đồi Cao, ngày 04 tháng 9 năm 2022\nBÁO CÁO\nKết quả\n").date == "2022-09-04");
}

TEST_CASE("cited documents and dates are not the report's") {
  const ReportIdentity identity = IdentityOf(
      "BÁO CÁO\nKết quả năm 2022\n\nThực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2022 của tỉnh.\nSố liệu đến ngày "
      "30/11/2022.\n\nI. KẾT QUẢ\nSố: 5/QĐ-UBND\n");
  CHECK(identity.number.empty());
  CHECK(identity.date.empty());
  CHECK(identity.status.empty());
}

TEST_CASE("the date may stand at the signature") {
  CHECK(IdentityOf("BÁO CÁO\nKết quả\n\nI. KẾT QUẢ\nĐã làm 5 việc.\n\nĐồi Cao, ngày 04 tháng 9 năm 2022\nCHỦ TỊCH\n")
            .date == "2022-09-04");
}

TEST_CASE("drafts") {
  const char* texts[] = {
      "Số:       /BC-UBND\nĐồi Cao, ngày 4 tháng 9 năm 2022\nBÁO CÁO\nKết quả\n",
      "Số: ……/BC-UBND\nBÁO CÁO\nKết quả\n",
      "Số: 5/BC-UBND\nĐồi Cao, ngày     tháng 9 năm 2022\nBÁO CÁO\nKết quả\n",
      "Số: 5/BC-UBND\nĐồi Cao, ngày ... tháng ... năm 2022\nBÁO CÁO\nKết quả\n",
      "DỰ THẢO\nSố: 5/BC-UBND\nBÁO CÁO\nKết quả\n",
      "(Dự thảo lần 2)\nBÁO CÁO\nKết quả\n",
      "DỰ THẢO BÁO CÁO\nKết quả\n",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(IdentityOf(text).status == "draft");
  }
  const ReportIdentity blank = IdentityOf("Số:   /BC-UBND\nĐồi Cao, ngày    tháng 9 năm 2022\nBÁO CÁO\nKết quả\n");
  CHECK(blank.number.empty());
  CHECK(blank.date.empty());
  CHECK(IdentityOf("BÁO CÁO\nKết quả lấy ý kiến dự thảo quy hoạch năm 2022\n").status.empty());
}

TEST_CASE("titles") {
  const std::pair<const char*, const char*> cases[] = {
      {"BÁO CÁO\nKết quả năm 2022\n\nĐã làm.\n", "Kết quả năm 2022"},
      {"**BÁO CÁO**\n\n**Kết quả năm 2022**\n\nĐã làm.\n", "Kết quả năm 2022"},
      {"**BÁO CÁO\nKẾT QUẢ NĂM 2022\nNHIỆM VỤ NĂM 2023**\n\nĐã làm.\n", "KẾT QUẢ NĂM 2022 NHIỆM VỤ NĂM 2023"},
      {"BÁO CÁO\nKết quả năm 2022,\nnhiệm vụ năm 2023\nNăm 2022 đã làm.\n", "Kết quả năm 2022, nhiệm vụ năm 2023"},
      {"BÁO CÁO\nKết quả công tác và\nNhiệm vụ năm 2023\n", "Kết quả công tác và Nhiệm vụ năm 2023"},
      {"BÁO CÁO KẾT QUẢ CÔNG TÁC CHUYÊN MÔN NĂM 2022\n1. Việc đã làm\n",
       "BÁO CÁO KẾT QUẢ CÔNG TÁC CHUYÊN MÔN NĂM 2022"},
      {"# BÁO CÁO NHANH\nKết quả ngày hội\n\nĐã làm.\n", "BÁO CÁO NHANH Kết quả ngày hội"},
      {"Kết quả năm 2022 của huyện\nI. KẾT QUẢ\n", "Kết quả năm 2022 của huyện"},
      {"BAN QUẢN LÝ DỰ ÁN\nSố: 27/BC-BQL\nV/v đầu tư công 11 tháng\nKính gửi: Sở Tài chính\n",
       "V/v đầu tư công 11 tháng"},
      {"Đã làm 5 việc.\n", ""},
      {"BÁO CÁO\n", "BÁO CÁO"},
      {"BÁO CÁO\n\nThực hiện kế hoạch năm, huyện báo cáo như sau:\n", "BÁO CÁO"},
      {"BÁO CÁO\nVăn hoá, y tế quí I\n", "Văn hoá, y tế quí I"},  // the author's spelling
  };
  for (const auto& example : cases) {
    CAPTURE(example.first);
    CHECK(IdentityOf(example.first).title == example.second);
  }
}

TEST_CASE("a decomposed title is composed") {
  CHECK(IdentityOf("BA\xCC\x81O CA\xCC\x81O\nTo\xCC\x82\xCC\x89ng ke\xCC\x82\xCC\x81t\n").title == "Tổng kết");
}

}  // namespace
}  // namespace soat
