// What stands before the body of a report: its head, its title, its number and date.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// Spans are of Document::text.
struct FrontMatter {
  Span head;                ///< the lines before the title: who reports, the motto, number and date
  std::vector<Span> title;  ///< the lines of the title, without marks around them; "BÁO CÁO" alone is left out
  uint32_t end = 0;         ///< where the body begins
  std::string number;       ///< "373/BC-UBND"
  bool number_blank = false;
  std::string date;  ///< ISO
  bool day_blank = false;
  Span place;   ///< of the line with the date: "Hương Khê"
  Span parent;  ///< in brackets behind the place
  bool draft = false;
};

/// Reads it. The line with place and date is looked for at the end of the report too.
FrontMatter ReadFrontMatter(const Document& document, const Analysis& analysis, const IdentityWords& words);

}  // namespace soat
