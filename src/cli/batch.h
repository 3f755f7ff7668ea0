// What commands that read reports have in common: list, read, analyse, render, join, in order and on several threads.
#pragma once

#include "cli/messages.h"
#include "cli/options.h"
#include "soat/writer.h"

namespace soat {

/// Reads all reports that the options name and writes what `writer` makes of them. Tells whatever goes wrong; what can
/// be read is still done. `counted` are the kinds of figures that --stats counts.
/// \return the exit status of the program
int RunBatch(const BatchOptions& options, const Writer& writer, KindSet counted, Messages& messages);

}  // namespace soat
