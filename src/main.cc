#include <string>
#include <vector>

#include "cli/allocation.h"
#include "cli/cli.h"

int main(int argc, char** argv) {
  soat::KeepFreedMemory();
  return soat::Main(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
