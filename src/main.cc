// The entry point, and where the process has its memory from.
#include <string>
#include <vector>

#include "cli/cli.h"

#if defined(SOAT_MIMALLOC)
#include <mimalloc.h>

namespace {

// The tables and texts of an analysis lie on thousands of the usual pages, more than a processor keeps track of: pages
// of 2 MB save a tenth of the time. MIMALLOC_LARGE_OS_PAGES in the environment has the last word.
void AskForLargePages() { mi_option_set_enabled_default(mi_option_large_os_pages, true); }

// The first allocation decides, and libraries make it before main begins.
[[gnu::section(".preinit_array"), gnu::used]] void (*const kBeforeAllLibraries)() = AskForLargePages;

}  // namespace
#endif

int main(int argc, char** argv) { return soat::Main(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)); }
