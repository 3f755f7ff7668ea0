#include "read/digest.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace soat {

std::string Sha256(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  sha256_ctx context;
  std::array<uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex(2 * digest.size(), '0');
  for (size_t i = 0; i < digest.size(); ++i) {
    hex[2 * i] = kHex[digest[i] >> 4];
    hex[2 * i + 1] = kHex[digest[i] & 0xF];
  }
  return hex;
}

}  // namespace soat
