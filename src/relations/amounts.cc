#include "relations/amounts.h"

namespace soat {
namespace {

bool IsAmount(FigureKind kind) {
  return kind == FigureKind::kCount || kind == FigureKind::kMoney || kind == FigureKind::kMeasure;
}

bool BeginsWith(std::string_view longer, std::string_view shorter) {
  return longer.starts_with(shorter) &&
         (longer.size() == shorter.size() || longer[shorter.size()] == ' ' || longer[shorter.size()] == ',');
}

// "lượt người" and "người": a word of counting may stand before the noun.
bool EndsWith(std::string_view longer, std::string_view shorter) {
  return longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == ' ';
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
  for (size_t i = 0; i < reading.figures().size(); ++i) {
    const Figure& figure = reading.figure(i);
    Amount amount{i,           reading.figures()[i].figure, Amount::Side::kValue, {}, {}, figure.unit,
                  figure.kind, FirstWord(figure.unit)};
    if (IsAmount(figure.kind) && figure.value && !figure.value_max) {
      amount.number = {*figure.value, std::nullopt, figure.qualifier};
      amount.target = ValueTarget(figure);
      amounts.push_back(amount);
    } else if (figure.kind == FigureKind::kRatio && figure.numerator && figure.denominator) {
      amount.kind = FigureKind::kCount;
      amount.side = Amount::Side::kNumerator;
      amount.number = {*figure.numerator, std::nullopt, figure.qualifier};
      amount.target = NumeratorTarget(document, figure);
      amounts.push_back(amount);
      amount.side = Amount::Side::kDenominator;
      amount.number = {*figure.denominator, std::nullopt, Qualifier::kNone};
      amount.target = DenominatorTarget(document, figure);
      amounts.push_back(amount);
    }
  }
  return amounts;
}

bool AreAlike(const Amount& a, const Amount& b) {
  if (a.kind != b.kind) return false;
  if (a.kind != FigureKind::kCount) return a.unit == b.unit;
  return a.unit.empty() || b.unit.empty() || a.noun == b.noun || EndsWith(a.unit, b.unit) || EndsWith(b.unit, a.unit);
}

bool AreSurelyAlike(const Amount& a, const Amount& b) {
  if (a.unit.empty() || b.unit.empty() || !AreAlike(a, b)) return false;
  return a.kind != FigureKind::kCount || BeginsWith(a.unit, b.unit) || BeginsWith(b.unit, a.unit);
}

OperandValue ValueOf(const Amount& amount) { return {amount.number.value, {}, amount.target.span, amount.figure}; }

}  // namespace soat
