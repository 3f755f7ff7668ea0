// The search for the beginnings of a few words in a long text, sixteen bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {

/// Finds where one of some words may begin; whether it does is for the caller to see.
class PrefixScanner {
 public:
  /// The words are kept by reference.
  PrefixScanner(std::string_view key, const std::vector<std::string_view>& words);

  /// The first position at or after `from` that is the beginning of a word and has the first bytes of one of the words;
  /// the size of the key when there is none.
  size_t Next(size_t from) const;

 private:
  static constexpr size_t kBytes = 5;
  /// The first bytes of a word, and the first and the last of them for the fast look.
  struct Prefix {
    std::string_view bytes;
    Lanes first, last;
  };
  bool StartsAt(size_t at) const;
  Lanes MayStart(const char* window) const;

  std::string_view key_;
  std::vector<Prefix> prefixes_;
};

}  // namespace soat
