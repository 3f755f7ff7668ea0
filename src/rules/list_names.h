// How the lists of words are called that relation rules take.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace soat {

/// The names as the embedded rules use them: they use every list that a finder reads, and no other (a test sees to it).
class ListNames {
 public:
  /// Of the embedded rules; read at the first call.
  static const ListNames& Embedded();

  /// The lists that a rule of a shape can give, sorted; nullptr when no embedded rule has the shape.
  const std::vector<std::string>* Of(std::string_view shape) const;
  /// All lists of all shapes, sorted: what all rules can share.
  const std::vector<std::string>& All() const { return all_; }

 private:
  ListNames();

  std::map<std::string, std::vector<std::string>, std::less<>> by_shape_;
  std::vector<std::string> all_;
};

}  // namespace soat
