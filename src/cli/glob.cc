#include "cli/glob.h"

#include <cstddef>
#include <cstdint>

namespace soat {
namespace {

/// The length of the character that `text` begins with; bytes that are no UTF-8 count alone. REQUIRES: not empty.
size_t CharacterLength(std::string_view text) {
  size_t length = 1;
  if (static_cast<unsigned char>(text.front()) < 0xC0) return 1;
  while (length < text.size() && length < 4 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
  return length;
}

std::string_view TakeCharacter(std::string_view& text) {
  const std::string_view character = text.substr(0, CharacterLength(text));
  text.remove_prefix(character.size());
  return character;
}

struct SetMatch {
  bool closed = false;   ///< a "]" ends the set
  bool matches = false;  ///< the character is in it
};

/// Matches `character` against the set that `glob` begins with, behind its "[", and takes it from `glob`.
/// UTF-8 sorts as its code points do, so ranges compare bytes.
SetMatch MatchSet(std::string_view& glob, std::string_view character) {
  std::string_view rest = glob;
  const bool negated = !rest.empty() && (rest.front() == '!' || rest.front() == '^');
  if (negated) rest.remove_prefix(1);
  bool found = false;
  for (bool first = true; !rest.empty(); first = false) {
    if (rest.front() == ']' && !first) {
      glob = rest.substr(1);
      return {true, found != negated};
    }
    const std::string_view low = TakeCharacter(rest);
    std::string_view high = low;
    if (rest.size() >= 2 && rest[0] == '-' && rest[1] != ']') {
      rest.remove_prefix(1);
      high = TakeCharacter(rest);
    }
    found = found || (low <= character && character <= high);
  }
  return {};
}

/// A run of stars that was met, to come back to: it takes more of the path each time what follows did not fit.
struct Star {
  enum class Reach : uint8_t { kNone, kName, kPath, kFolders } reach = Reach::kNone;
  std::string_view glob, path;  ///< behind the stars; where they end for now

  /// Makes the stars take one character more, or one folder more.
  bool Widen() {
    if (reach == Reach::kNone || path.empty()) return false;
    if (reach == Reach::kFolders) {
      const size_t slash = path.find('/');
      if (slash == std::string_view::npos) return false;
      path.remove_prefix(slash + 1);
      return true;
    }
    if (reach == Reach::kName && path.front() == '/') return false;
    TakeCharacter(path);
    return true;
  }
};

/// Takes the stars at the front of `glob`, and of "**/" the slash too. "**/" counts folders only where a name begins.
Star TakeStars(std::string_view& glob, std::string_view path, bool name_begins) {
  size_t stars = 0;
  while (stars < glob.size() && glob[stars] == '*') ++stars;
  glob.remove_prefix(stars);
  if (stars == 1) return {Star::Reach::kName, glob, path};
  if (!name_begins || glob.empty() || glob.front() != '/') return {Star::Reach::kPath, glob, path};
  glob.remove_prefix(1);
  return {Star::Reach::kFolders, glob, path};
}

/// Matches one character of `path`; takes what it used of both.
bool MatchOne(std::string_view& glob, std::string_view& path) {
  if (path.empty()) return false;
  const char wanted = glob.front();
  if (wanted == '?' || wanted == '[') {
    std::string_view rest = glob.substr(1), left = path;
    const std::string_view character = TakeCharacter(left);
    SetMatch set{wanted == '?', true};
    if (wanted == '[') set = MatchSet(rest, character);
    if (set.closed) {
      glob = rest;
      path = left;
      return set.matches && character != "/";
    }
  }
  if (wanted == '\\' && glob.size() > 1) glob.remove_prefix(1);
  if (glob.front() != path.front()) return false;
  glob.remove_prefix(1);
  path.remove_prefix(1);
  return true;
}

}  // namespace

bool GlobMatches(std::string_view glob, std::string_view path) {
  // The first place where the text between two stars fits leaves the most for what follows, so only the last `*` and
  // the last `**` are ever widened, and matching is never exponential.
  Star within, across;
  const char* const begin = glob.data();
  while (!glob.empty() || !path.empty()) {
    if (!glob.empty() && glob.front() == '*') {
      const Star star = TakeStars(glob, path, glob.data() == begin || glob.data()[-1] == '/');
      within = star.reach == Star::Reach::kName ? star : Star();
      if (star.reach != Star::Reach::kName) across = star;
      continue;
    }
    if (!glob.empty() && MatchOne(glob, path)) continue;
    if (!within.Widen()) {
      within = {};
      if (!across.Widen()) return false;
    }
    const Star& star = within.reach == Star::Reach::kNone ? across : within;
    glob = star.glob;
    path = star.path;
  }
  return true;
}

}  // namespace soat
