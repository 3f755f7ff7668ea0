#include "relations/amounts.h"

#include "text/byte_search.h"

namespace soat {
namespace {

bool IsAmount(FigureKind kind) {
  return kind == FigureKind::kCount || kind == FigureKind::kMoney || kind == FigureKind::kMeasure;
}

// REQUIRES: the shorter is not empty
bool BeginsWith(std::string_view longer, std::string_view shorter) {
  return longer.size() >= shorter.size() && longer.front() == shorter.front() && longer.starts_with(shorter) &&
         (longer.size() == shorter.size() || longer[shorter.size()] == ' ' || longer[shorter.size()] == ',');
}

// "lượt người" and "người": a word of counting may stand before the noun. REQUIRES: the shorter is not empty
bool EndsWith(std::string_view longer, std::string_view shorter) {
  return longer.size() > shorter.size() && longer.back() == shorter.back() &&
         longer[longer.size() - shorter.size() - 1] == ' ' && longer.ends_with(shorter);
}

// "cán bộ, giáo viên, nhân viên" and "giáo viên": one of several nouns that were counted together.
bool IsOneOf(std::string_view nouns, std::string_view noun) {
  if (nouns.size() <= noun.size()) return false;
  for (size_t comma = nouns.find(", "); comma != std::string_view::npos; comma = nouns.find(", ")) {
    nouns.remove_prefix(comma + 2);
    if (BeginsWith(nouns, noun)) return true;
  }
  return false;
}

// "6.218/6.200 ha" and "4.105 ha": the unit of a ratio may be one of measure.
bool IsMeasuredLike(const Amount& a, const Amount& b) {
  return a.kind == FigureKind::kMeasure && b.kind == FigureKind::kCount && b.side != Amount::Side::kValue &&
         a.unit == b.unit;
}

}  // namespace

std::string_view FirstWord(std::string_view noun) {
  size_t end = 0;
  while (end < noun.size() && noun[end] != ' ' && noun[end] != ',') ++end;
  return noun.substr(0, end);
}

std::vector<Amount> AmountsOf(const Reading& reading, const Document& document) {
  std::vector<Amount> amounts;
  amounts.reserve(reading.figures().size());
  ReadAmounts(reading, document, amounts);
  return amounts;
}

void ReadAmounts(const Reading& reading, const Document& document, std::vector<Amount>& amounts) {
  amounts.clear();
  for (size_t i = 0; i < reading.figures().size(); ++i) {
    const FigureKind kind = reading.figures()[i].kind;
    if (!IsAmount(kind) && kind != FigureKind::kRatio) continue;
    const Figure& figure = reading.figure(i);
    const std::string_view noun = FirstWord(figure.unit);
    const auto add = [&](Amount::Side side, const Decimal& value, Qualifier qualifier, const EditTarget& target) {
      amounts.push_back({i,
                         reading.figures()[i].figure,
                         side,
                         {value, std::nullopt, qualifier},
                         target,
                         figure.unit,
                         kind == FigureKind::kRatio ? FigureKind::kCount : kind,
                         noun});
    };
    if (kind != FigureKind::kRatio) {
      if (figure.value && !figure.value_max)
        add(Amount::Side::kValue, *figure.value, figure.qualifier, ValueTarget(figure));
    } else if (figure.numerator && figure.denominator) {
      add(Amount::Side::kNumerator, *figure.numerator, figure.qualifier, NumeratorTarget(document, figure));
      add(Amount::Side::kDenominator, *figure.denominator, Qualifier::kNone, DenominatorTarget(document, figure));
    }
  }
}

bool AreAlike(const Amount& a, const Amount& b) {
  if (a.kind != b.kind) return IsMeasuredLike(a, b) || IsMeasuredLike(b, a);
  if (a.kind != FigureKind::kCount) return a.unit == b.unit;
  return a.unit.empty() || b.unit.empty() || AreEqual(a.noun, b.noun) || EndsWith(a.unit, b.unit) ||
         EndsWith(b.unit, a.unit) || IsOneOf(a.unit, b.unit) || IsOneOf(b.unit, a.unit);
}

bool AreSurelyAlike(const Amount& a, const Amount& b) {
  if (a.unit.empty() || b.unit.empty() || !AreAlike(a, b)) return false;
  return a.kind != FigureKind::kCount || BeginsWith(a.unit, b.unit) || BeginsWith(b.unit, a.unit);
}

OperandValue ValueOf(const Amount& amount) { return {amount.number.value, {}, amount.target.span, amount.figure}; }

}  // namespace soat
