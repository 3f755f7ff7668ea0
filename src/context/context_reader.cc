// ContextReader.
#include "context/context_reader.h"

#include "context/context_lexicons.h"
#include "context/document_context.h"

namespace soat {

ContextReader::ContextReader(const RuleSet& rules) : words_(std::make_unique<ContextLexicons>(rules)) {}

ContextReader::~ContextReader() = default;

void ContextReader::Read(const Document& document, Analysis& analysis) const {
  DocumentContext(*words_, document, analysis).Read();
}

DocumentContext ContextReader::Of(const Document& document, Analysis& analysis) const {
  return {*words_, document, analysis};
}

}  // namespace soat
