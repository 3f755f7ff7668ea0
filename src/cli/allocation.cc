#include "cli/allocation.h"

#include <cstdlib>  // defines __GLIBC__

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace soat {

void KeepFreedMemory() {
#if defined(__GLIBC__)
  constexpr int kBytes = 32 << 20;  // the most that glibc takes: larger blocks are mapped one by one
  mallopt(M_MMAP_THRESHOLD, kBytes);
  mallopt(M_TRIM_THRESHOLD, 16 * kBytes);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}

}  // namespace soat
