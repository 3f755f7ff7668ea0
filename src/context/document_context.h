// All figures of one document, block by block.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context/block_context.h"
#include "context/context_lexicons.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// Walks over the blocks of one document. Document and analysis have to outlive it.
class DocumentContext {
 public:
  DocumentContext(const ContextLexicons& words, const Document& document, Analysis& analysis);

  /// Fills what ContextReader::Read promises.
  void Read();

 private:
  Inherited InheritedBy(const Block& block);
  const std::string& ScopeOfSection(uint32_t section);
  void ReadRow(const Block& block);

  const ContextLexicons& words_;
  const Document& document_;
  const Structure& structure_;
  std::vector<Figure>& figures_;
  std::vector<std::optional<std::string>> section_scopes_;
  std::vector<std::optional<Inherited>> lead_ins_;
};

}  // namespace soat
