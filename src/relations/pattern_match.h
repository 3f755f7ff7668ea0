// What a pattern rule captured, and the relation that its check makes of it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relations/finding_list.h"
#include "relations/reading.h"

namespace soat {

/// The figures and words that the named groups of a pattern captured.
struct PatternMatch {
  struct Group {
    std::string_view role;
    std::vector<size_t> figures;  ///< indices into Reading::figures
    std::string_view text;        ///< of the reading line
  };
  std::vector<Group> groups;

  const Group* Find(std::string_view role) const;
};

/// The relation that a rule's check makes of the captured figures; nothing when their numbers are not there or what the
/// check needs is not given.
std::optional<Relation> Evaluate(const PatternMatch& match, const Reading& reading, const FindingList& found,
                                 uint32_t rule);
/// The roles that patterns of a check capture.
struct CheckRoles {
  std::vector<std::vector<std::string_view>> required;  ///< of each of these at least one
  std::vector<std::string_view> optional;
};
/// \return nullptr for a check that no pattern can be used for
const CheckRoles* RolesOf(CheckKind check);

}  // namespace soat
