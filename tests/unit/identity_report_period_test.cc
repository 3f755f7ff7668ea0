#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "identity_of.h"

namespace soat {
namespace {

std::string PeriodOfReport(std::string text) {
  const ReportIdentity identity = IdentityOf(std::move(text));
  return identity.period_start + ".." + identity.period_end;
}

std::string PeriodOfTitle(const std::string& title) {
  return PeriodOfReport("BÁO CÁO\n" + title + "\n\nĐã làm 5 việc.\n");
}

TEST_CASE("the period of the title") {
  CHECK(PeriodOfTitle("KẾT QUẢ 06 THÁNG ĐẦU NĂM 2022") == "2022-01-01..2022-06-30");
  CHECK(PeriodOfTitle("Kết quả giai đoạn 2020-2022") == "2020-01-01..2022-12-31");
  CHECK(PeriodOfTitle("Kết quả quý III năm 2022") == "2022-07-01..2022-09-30");
  CHECK(PeriodOfTitle("Kết quả tháng 4 năm 2022") == "2022-04-01..2022-04-30");
}

TEST_CASE("a year directly behind the years of a programme is the one reported on") {
  CHECK(PeriodOfTitle("Kết quả rà soát theo chuẩn giai đoạn 2020 - 2023 năm 2022") == "2022-01-01..2022-12-31");
  CHECK(PeriodOfTitle("KẾT QUẢ GIAI ĐOẠN 2020-2023\nNĂM 2022") == "2022-01-01..2022-12-31");
  CHECK(PeriodOfTitle("Kết quả giai đoạn 2020-2022, nhiệm vụ năm 2023") == "2020-01-01..2022-12-31");
}

TEST_CASE("what is planned is not reported") {
  CHECK(PeriodOfTitle("Kết quả năm 2022 và phương hướng, nhiệm vụ năm 2023") == "2022-01-01..2022-12-31");
  CHECK(PeriodOfTitle("Tổng kết nhiệm vụ năm 2022") == "2022-01-01..2022-12-31");
  CHECK(PeriodOfTitle("Nhiệm vụ năm 2023 và kết quả năm 2022") == "2022-01-01..2022-12-31");
  CHECK(PeriodOfTitle("Tình hình thực hiện chương trình đến năm 2025") == "..");
  CHECK(PeriodOfTitle("Phương hướng năm 2023") == "..");
}

TEST_CASE("a period without a year is of the year of the date") {
  const std::string title = "BÁO CÁO\nKết quả 6 tháng cuối năm\n";
  CHECK(PeriodOfReport("Đồi Cao, ngày 28 tháng 12 năm 2022\n" + title) == "2022-07-01..2022-12-31");
  CHECK(PeriodOfReport("Đồi Cao, ngày 5 tháng 1 năm 2023\n" + title) == "2022-07-01..2022-12-31");
  CHECK(PeriodOfReport("Đồi Cao, ngày 5 tháng 10 năm 2024\nBÁO CÁO\nKết quả quý II\n") == "2024-04-01..2024-06-30");
  CHECK(PeriodOfReport("Đồi Cao, ngày 5 tháng 3 năm 2024\nBÁO CÁO\nKết quả tháng 02\n") == "2024-02-01..2024-02-29");
  CHECK(PeriodOfReport("Đồi Cao, ngày 5 tháng 10 năm 2024\nBÁO CÁO\nKết quả 9 tháng\n") == "2024-01-01..2024-09-30");
  CHECK(PeriodOfReport(title) == "..");
}

TEST_CASE("two days in the title are a period") {
  CHECK(PeriodOfTitle("Kết quả quý III (01/7/2025-30/9/2025)") == "2025-07-01..2025-09-30");
  CHECK(PeriodOfTitle("Kết quả công tác\n(từ ngày 01/7/2025 đến hết ngày 31/10/2025)") == "2025-07-01..2025-10-31");
  CHECK(PeriodOfTitle("Kết quả năm 2024 (từ 15/12/2023 đến 14/12/2024)") == "2024-01-01..2024-12-31");
  CHECK(PeriodOfTitle("Kết quả theo văn bản ngày 05/3/2024 và Quyết định số 12/QĐ-UBND ngày 07/5/2024") == "..");
}

TEST_CASE("a period without a year ends where the next one of the title begins") {
  CHECK(PeriodOfTitle("Kết quả 9 tháng đầu năm; nhiệm vụ 3 tháng cuối năm 2025") == "2025-01-01..2025-09-30");
  CHECK(PeriodOfTitle("Kết quả quý IV, nhiệm vụ năm 2026") == "2025-10-01..2025-12-31");
  CHECK(PeriodOfTitle("Kết quả quý II, nhiệm vụ năm 2026") == "..");
}

TEST_CASE("the period of the opening sentence") {
  CHECK(PeriodOfReport(
            "BÁO CÁO\nKết quả công tác\n\nThực hiện văn bản về báo cáo năm 2021, UBND huyện Đồi Cao báo cáo kết "
            "quả 6 tháng đầu năm 2022 như sau:\n\nI. KẾT QUẢ\n") == "2022-01-01..2022-06-30");
}

TEST_CASE("the period of the closing sentence") {
  CHECK(PeriodOfReport(
            "BÁO CÁO\nKết quả công tác\n\nI. KẾT QUẢ\nNăm 2020 đã làm.\n\nTrên đây là báo cáo kết quả năm 2022 và "
            "nhiệm vụ năm 2023 của huyện./.\n") == "2022-01-01..2022-12-31");
}

TEST_CASE("the period of most of the text, or none") {
  CHECK(PeriodOfReport(
            "I. KẾT QUẢ\nNăm 2022 làm 5 việc. Trong năm 2022 có 6 xã.\nNăm 2022 chi 7 tỷ đồng, năm 2021 chi 6 tỷ "
            "đồng. Năm 2022 đạt.\nII. NHIỆM VỤ NĂM 2023\n") == "2022-01-01..2022-12-31");
  CHECK(PeriodOfReport("I. KẾT QUẢ\nNăm 2022 làm 5 việc, năm 2021 làm 4 việc, năm 2022 đạt, năm 2021 đạt.\n") == "..");
  CHECK(PeriodOfReport("Năm 2022 làm 5 việc.\n") == "..");
}

TEST_CASE("reports of real districts, where they are at hand") {
  struct Expected {
    const char* file;
    const char* unit;
    const char* province;
    const char* number;
    const char* date;
    const char* period;
  };
  const Expected reports[] = {
      {"huong-khe-2023", "huyện Hương Khê", "Hà Tĩnh", "373/BC-UBND", "2023-09-07", "2021-01-01..2023-12-31"},
      {"lam-thao-2022", "huyện Lâm Thao", "Phú Thọ", "", "", "2022-01-01..2022-12-31"},
      {"mo-duc-2023", "huyện Mộ Đức", "Quảng Ngãi", "", "", ".."},
      {"yen-dinh-2023h1", "huyện Yên Định", "Thanh Hóa", "", "", "2023-01-01..2023-06-30"},
  };
  for (const Expected& expected : reports) {
    std::ifstream file(std::string(SOAT_SOURCE_DIR "/../shared/reports/") + expected.file + ".txt");
    if (!file) continue;
    std::stringstream text;
    text << file.rdbuf();
    CAPTURE(expected.file);
    const ReportIdentity identity = IdentityOf(text.str());
    CHECK(identity.unit_name == expected.unit);
    CHECK(identity.unit_level == "huyện");
    CHECK(identity.province == expected.province);
    CHECK(identity.number == expected.number);
    CHECK(identity.date == expected.date);
    CHECK(identity.period_start + ".." + identity.period_end == expected.period);
    CHECK(identity.status.empty());
  }
}

}  // namespace
}  // namespace soat
