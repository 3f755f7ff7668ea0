// What of a report stands before and behind its body.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "soat/rule.h"
#include "structure/lines.h"

namespace soat {

/// Where a line belongs.
enum class Matter : uint8_t { kBody, kFront, kBack };

/// One answer a line. What may be body is body: front matter are the lines up to the title and the addressee behind it,
/// back matter the recipients and the signature.
std::vector<Matter> ReadMatter(std::string_view text, std::string_view key, const std::vector<Line>& lines,
                               const RuleSet& rules);

/// How long the kind of document is that the line begins with, in capitals ("BÁO CÁO"), with the draft mark before it;
/// 0 when it begins with none.
size_t DocumentKindSize(std::string_view text, std::string_view key, const Line& line, const IdentityWords& words);

/// The line begins a part of the report: "PHẦN I", "Phụ lục 2 …".
bool OpensPart(std::string_view text, std::string_view key, const Line& line, const RuleSet& rules);

}  // namespace soat
