#include "relations/sum_totals.h"

#include <algorithm>

namespace soat {

std::optional<size_t> SumTotals::TotalBeside(size_t total, const Parts& parts) const {
  const std::optional<size_t> nearer = NearerTotal(total, parts);
  return nearer ? nearer : EarlierTotal(total, parts);
}

// "Xảy ra 58 vụ; làm rõ 7 vụ nghiêm trọng. Cụ thể: …": a list in a sentence of its own may be of an amount farther off.
std::optional<size_t> SumTotals::EarlierTotal(size_t total, const Parts& parts) const {
  if (terms_.place(parts.front()).sentence == terms_.place(total).sentence) return std::nullopt;
  for (size_t earlier = total; earlier-- > 0 && terms_.place(earlier).item == terms_.place(total).item;) {
    if (parts_.MayBeTotal(earlier) && AreAlike(terms_[earlier], terms_[parts.front()]) &&
        lists_.Judge(earlier, parts) == Verdict::kExact)
      return earlier;
  }
  return std::nullopt;
}

// "Tiếp nhận 316 hồ sơ. Giải quyết 309 hồ sơ, trong đó trước hạn 294, đúng hạn 15; còn 7 hồ sơ": the list is of the
// amount before it, also where that is itself a part of the total.
std::optional<size_t> SumTotals::NearerTotal(size_t total, const Parts& parts) const {
  for (size_t nearer = parts.front(); nearer-- > total + 1;) {
    if (!terms_.change(nearer) && AreAlike(terms_[nearer], terms_[parts.front()]) &&
        lists_.Judge(nearer, parts) == Verdict::kExact)
      return nearer;
  }
  return std::nullopt;
}

// "1.086 hồ sơ (trực tuyến 1.019, trong đó toàn trình 912; trực tiếp 67)": the last is a part of an earlier total,
// beside this one.
bool SumTotals::StandsBeside(size_t total, size_t part) const {
  for (size_t earlier = total; earlier-- > 0 && terms_.place(earlier).item == terms_.place(total).item;) {
    if (parts_.MayBeTotal(earlier) && AreAlike(terms_[earlier], terms_[part]) &&
        lists_.Judge(earlier, {total, part}) == Verdict::kExact)
      return true;
  }
  return false;
}

std::optional<size_t> SumTotals::ToldBefore(const Parts& told, const Parts& parts) const {
  const size_t first = parts.front();
  const auto total = std::find_if(told.rbegin(), told.rend(), [&](size_t known) {
    return known < first && AreSurelyAlike(terms_[known], terms_[first]) &&
           (Holds(lists_.Judge(known, parts)) || lists_.IsNear(known, parts));
  });
  return total == told.rend() ? std::nullopt : std::optional(*total);
}

}  // namespace soat
