// Shares of several groups of which one thing is said.
#pragma once

#include "context/block_text.h"

namespace soat {

/// "98% cán bộ xã và 100% cán bộ huyện được tập huấn": what is said behind the last one belongs to the name of each.
/// Run when all figures of the passage have their labels.
void SharePredicates(BlockText& text);

}  // namespace soat
