// The order of the folds, and their maps joined to one.
#include "text/normalise.h"

#include <utility>

#include "soat/reader.h"

namespace soat {

NormalisedText Normalise(std::string_view decoded) {
  Rewriter characters = FoldCharacters(decoded);
  if (characters.changed()) characters.Finish();
  Rewriter spelling = FoldSpelling(characters.changed() ? characters.text() : decoded);
  if (!spelling.changed() && characters.changed()) {
    return {std::move(characters.text()), std::move(characters.map())};
  }
  spelling.Finish();
  return {std::move(spelling.text()), Compose(spelling.map(), characters.map())};
}

std::string NormaliseText(std::string_view utf8) { return Normalise(utf8).text; }

}  // namespace soat
