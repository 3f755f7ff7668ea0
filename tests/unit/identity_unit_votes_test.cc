#include <doctest/doctest.h>

#include "identity_of.h"

namespace soat {
namespace {

TEST_CASE("the head names the unit, on one line or on two, in capitals or not") {
  for (const char* head : {"ỦY BAN NHÂN DÂN HUYỆN ĐỒI CAO\nSố: 5/BC-UBND\n", "ỦY BAN NHÂN DÂN\nHUYỆN ĐỒI CAO\n",
                           "**UBND HUYỆN ĐỒI CAO**\n", "UBND huyện Đồi Cao\n",
                           "UBND HUYỆN ĐỒI CAO        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "HUYỆN ỦY ĐỒI CAO\n",
                           "UBND HUYỆN ĐỒI CAO - PHÒNG VĂN HÓA\n"}) {
    CAPTURE(head);
    const ReportIdentity identity = IdentityOf(std::string(head) + "BÁO CÁO\nKết quả năm 2022\n\nĐã làm 5 việc.\n");
    CHECK(identity.unit_name == "huyện Đồi Cao");
    CHECK(identity.unit_level == "huyện");
  }
}

TEST_CASE("the subordinate of a head reports, the superior gives the province") {
  const ReportIdentity identity = IdentityOf(
      "TỈNH SÔNG LÀNH\nUBND HUYỆN ĐỒI CAO\nBÁO CÁO\nKết quả năm 2022\n\nTheo UBND tỉnh Sông Lành, UBND tỉnh Sông Lành "
      "và UBND tỉnh Sông Lành.\n");
  CHECK(identity.unit_name == "huyện Đồi Cao");
  CHECK(identity.province == "Sông Lành");
}

TEST_CASE("the place of the date names the unit") {
  const ReportIdentity identity = IdentityOf(
      "Đồi Cao, ngày 5 tháng 6 năm 2022\nBÁO CÁO\nKết quả\n\nHuyện Đồi Cao học huyện Bến Lạ, huyện Bến Lạ và huyện Bến "
      "Lạ.\n");
  CHECK(identity.unit_name == "huyện Đồi Cao");
}

TEST_CASE("a listed place needs no level in the text") {
  const ReportIdentity identity = IdentityOf("Vụ Bản, ngày 5 tháng 6 năm 2022\nBÁO CÁO\nKết quả\n\nĐã làm 5 việc.\n");
  CHECK(identity.unit_name == "huyện Vụ Bản");
  CHECK(identity.province == "Nam Định");
}

TEST_CASE("a place that nobody knows is a name without a level") {
  const ReportIdentity identity = IdentityOf("Đồi Cao, ngày 5 tháng 6 năm 2022\nBÁO CÁO\nKết quả\n\nĐã làm 5 việc.\n");
  CHECK(identity.unit_name == "Đồi Cao");
  CHECK(identity.unit_level.empty());
}

TEST_CASE("the unit that reports wins over the one that it reports to, however often that is named") {
  const ReportIdentity identity = IdentityOf(
      "Thực hiện văn bản của UBND tỉnh Sông Lành và UBND tỉnh Sông Lành, UBND huyện Đồi Cao báo cáo như sau:\n"
      "Theo UBND tỉnh Sông Lành, theo tỉnh Sông Lành, theo tỉnh Sông Lành, ở tỉnh Sông Lành.\n");
  CHECK(identity.unit_name == "huyện Đồi Cao");
  CHECK(identity.province == "Sông Lành");
}

TEST_CASE("the title and the closing sentence name the unit") {
  const std::string others = "Đã đến xã Bờ Xa, xã Bờ Xa, xã Bờ Xa, xã Bờ Xa, huyện Bến Lạ, huyện Bến Lạ.\n";
  CHECK(IdentityOf("BÁO CÁO\nKết quả trên địa bàn thị xã Đồi Cao\n\n" + others).unit_name == "thị xã Đồi Cao");
  CHECK(IdentityOf(others + "\nTrên đây là báo cáo của thị xã Đồi Cao./.\n").unit_name == "thị xã Đồi Cao");
}

TEST_CASE("the addressee does not report") {
  const ReportIdentity identity = IdentityOf(
      "BÁO CÁO\nKết quả\n\nKính gửi: UBND huyện Bến Lạ\n\nUBND xã Đồi Cao báo cáo như sau: toàn xã có 5 thôn.\n");
  CHECK(identity.unit_name == "xã Đồi Cao");
}

TEST_CASE("without any head the unit that the text is about, not the communes of its lists") {
  const ReportIdentity identity = IdentityOf(
      "Trên địa bàn huyện Đồi Cao có 5 xã. Toàn huyện có 9 tổ: xã Bờ Xa 2 tổ, xã Bờ Gần 3 tổ, thị trấn Chợ Mới 4 tổ.\n"
      "Xã Bờ Xa, xã Bờ Xa và xã Bờ Xa đạt. Toàn huyện đạt. Trên địa bàn huyện đã xong.\n");
  CHECK(identity.unit_name == "huyện Đồi Cao");
}

TEST_CASE("slips in the marks of a name are outvoted") {
  const ReportIdentity identity =
      IdentityOf("UBND huyện Đôi Cao báo cáo như sau: huyện Đồi Cao có 5 xã. Huyện Đồi Cao đạt, huyện Đối Cao đạt.\n");
  CHECK(identity.unit_name == "huyện Đồi Cao");
}

TEST_CASE("of spellings that are as frequent the listed one counts") {
  CHECK(IdentityOf("UBND huyện Hung Hà báo cáo: huyện Hưng Hà có 5 xã.\n").unit_name == "huyện Hưng Hà");
}

TEST_CASE("a commune reports") {
  const ReportIdentity identity = IdentityOf(
      "ỦY BAN NHÂN DÂN XÃ BỜ XA\nSố: 7/BC-UBND\nBờ Xa, ngày 02 tháng 3 năm 2022\nBÁO CÁO\nKết quả năm 2022\n\n"
      "Xã Bờ Xa (huyện Đồi Cao, tỉnh Sông Lành) đã làm 5 việc do huyện Đồi Cao và huyện Đồi Cao giao.\n");
  CHECK(identity.unit_name == "xã Bờ Xa");
  CHECK(identity.unit_level == "xã");
  CHECK(identity.province == "Sông Lành");
}

TEST_CASE("the province comes from the list when the text does not say, and only where the name is one district's") {
  CHECK(IdentityOf("UBND huyện Tiền Hải báo cáo: có 5 xã.\n").province == "Thái Bình");
  CHECK(IdentityOf("UBND huyện Châu Thành báo cáo: có 5 xã.\n").province.empty());
  CHECK(IdentityOf("UBND huyện Châu Thành báo cáo: thăm tỉnh Hà Nam, tỉnh Hà Nam; ở tỉnh Trà Vinh.\n").province ==
        "Hà Nam");
  CHECK(IdentityOf("UBND huyện Tiền Hải báo cáo: học tập ở tỉnh Sơn La.\n").province == "Thái Bình");
}

TEST_CASE("the province in brackets behind the place") {
  CHECK(IdentityOf("UBND HUYỆN ĐỒI CAO\nĐồi Cao (Sông Lành), ngày 5 tháng 6 năm 2022\nBÁO CÁO\nKết quả\n").province ==
        "Sông Lành");
}

TEST_CASE("cities that are provinces, and cities that are districts") {
  const ReportIdentity city = IdentityOf("UBND THÀNH PHỐ HẢI PHÒNG\nBÁO CÁO\nKết quả năm 2022\n");
  CHECK(city.unit_name == "thành phố Hải Phòng");
  CHECK(city.province == "Hải Phòng");
  CHECK(IdentityOf("UBND thành phố Sầm Sơn báo cáo: có 5 phường.\n").province == "Thanh Hóa");
}

TEST_CASE("names with numbers, apostrophes and hyphens") {
  CHECK(IdentityOf("UBND QUẬN 3\nBÁO CÁO\nKết quả năm 2022\n").unit_name == "quận 3");
  CHECK(IdentityOf("UBND huyện Cư M'gar báo cáo: có 5 xã.\n").unit_name == "huyện Cư M'gar");
  CHECK(IdentityOf("UBND tỉnh Bà Rịa - Vũng Tàu báo cáo: có 5 xã.\n").unit_name == "tỉnh Bà Rịa - Vũng Tàu");
  CHECK(IdentityOf("Có 06 phường 12 xã.\n").unit_name.empty());
  CHECK(IdentityOf("UBND HUYỆN Ý YÊN\nBÁO CÁO\nKết quả năm 2022\n").unit_name == "huyện Ý Yên");
}

TEST_CASE("a text about nobody names nobody") {
  CHECK(IdentityOf("Đã làm 5 việc, đạt 80%.\n").unit_name.empty());
  CHECK(IdentityOf("").unit_name.empty());
}

}  // namespace
}  // namespace soat
