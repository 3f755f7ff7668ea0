// CanonicalValue and TestExamples: rules are tested through the whole program, not through their patterns.
#include <algorithm>

#include "indicators/indicator_examples.h"
#include "soat/analyzer.h"
#include "soat/reader.h"

namespace soat {
namespace {

std::string Joined(const std::optional<Decimal>& first, std::string_view between,
                   const std::optional<Decimal>& second) {
  if (!first) return "malformed";
  return second ? ToString(*first) + std::string(between) + ToString(*second) : ToString(*first);
}

// Without the zeros that only show precision: examples say what a figure is worth.
std::string Plain(std::string number) {
  if (number.find('.') == std::string::npos) return number;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') number.pop_back();
  return number;
}

std::string PlainParts(const std::string& value, char separator) {
  std::string plain;
  for (size_t from = 0; from <= value.size();) {
    const size_t to = std::min(value.find(separator, from), value.size());
    plain += (from == 0 ? "" : std::string(1, separator)) + Plain(value.substr(from, to - from));
    from = to + 1;
  }
  return plain;
}

std::string QuantityValue(const Figure& figure) {
  if (!figure.value) return "malformed";
  if (!figure.value_max) return Plain(ToString(*figure.value));
  return Plain(ToString(*figure.value)) + ".." + Plain(ToString(*figure.value_max));
}

std::string PeriodValue(const Figure& figure) {
  if (figure.start.empty()) return "invalid";
  return figure.end.empty() || figure.end == figure.start ? figure.start : figure.start + ".." + figure.end;
}

std::string IndexValue(const Figure& figure) {
  std::string value;
  for (const uint32_t item : figure.items) value += (value.empty() ? "" : ",") + std::to_string(item);
  return value;
}

// Collects what is wrong with one example.
class ExampleTest {
 public:
  ExampleTest(const FigureRule& rule, uint32_t index, const RuleExample& example, std::vector<Error>& errors)
      : rule_(rule), index_(index), example_(example), errors_(errors) {}

  void Run(const Analyzer& analyzer) {
    Result<Document> document = MakeDocument("example", example_.text);
    if (!document.ok()) return Fail(document.error().what);
    const Analysis analysis = analyzer.Analyze(document.value());
    CollectSpans(document.value(), analysis);
    if (example_.none) {
      if (!spans_.empty()) Fail("it finds '" + Text(spans_.front()) + "' where it must find nothing");
    } else if (spans_ != example_.marked) {
      Fail("it finds " + List(spans_) + " instead of " + List(example_.marked) + Others(document.value(), analysis));
    } else if (rule_.kind) {
      CheckValues();
    }
  }

 private:
  void Fail(const std::string& what) {
    errors_.push_back({ErrorCode::kRule, rule_.file + ":" + std::to_string(example_.line),
                       "rule '" + rule_.id + "', example '" + example_.text + "': " + what,
                       "mend the rule or the example"});
  }

  std::string Text(Span span) const { return example_.text.substr(span.begin, span.size()); }

  std::string List(const std::vector<Span>& spans) const {
    std::string list;
    for (const Span span : spans) list += (list.empty() ? "'" : ", '") + Text(span) + "'";
    return list.empty() ? "nothing" : list;
  }

  // What other rules made of the text: usually the reason.
  std::string Others(const Document& document, const Analysis& analysis) const {
    std::string list;
    for (const Figure& figure : analysis.figures) {
      list += " [" + std::string(ToString(figure.kind)) + " '" + std::string(document.Quote(figure.span)) + "']";
    }
    for (const Skip& skip : analysis.skips) list += " [none '" + std::string(document.Quote(skip.span)) + "']";
    return list.empty() ? list : "; found:" + list;
  }

  void CollectSpans(const Document& document, const Analysis& analysis) {
    const auto add = [&](Span text) {
      const Span decoded = document.to_decoded.ToSource(text);
      spans_.push_back(decoded);
    };
    for (const Figure& figure : analysis.figures) {
      if (figure.rule != index_) continue;
      figures_.push_back(figure);
      add(figure.span);
    }
    for (const Skip& skip : analysis.skips) {
      if (skip.rule == index_) add(skip.span);
    }
  }

  void CheckValues() {
    for (size_t i = 0; i < figures_.size(); ++i) {
      const std::string value = CanonicalValue(figures_[i]);
      if (value != example_.value[i]) Fail("the value is " + value + ", not " + example_.value[i]);
    }
    const Figure& first = figures_.front();
    if (example_.unit && first.unit != *example_.unit)
      Fail("the unit is '" + first.unit + "', not '" + *example_.unit + "'");
    const std::string_view qualifier = ToString(first.qualifier);
    if (example_.qualifier && qualifier != *example_.qualifier) {
      Fail("the qualifier is '" + std::string(qualifier) + "', not '" + *example_.qualifier + "'");
    }
  }

  const FigureRule& rule_;
  uint32_t index_;
  const RuleExample& example_;
  std::vector<Error>& errors_;
  std::vector<Span> spans_;
  std::vector<Figure> figures_;
};

// An operand as examples write it: "6322", "15 140", "13//4/2022".
std::string ExampleValue(const Operand& operand) {
  std::string value;
  for (const OperandValue& each : operand.values)
    value += (value.empty() ? "" : " ") + (each.number ? Plain(ToString(*each.number)) : each.text);
  return value;
}

// Collects what is wrong with one example of a relation rule.
class RelationExampleTest {
 public:
  RelationExampleTest(const RelationRule& rule, uint32_t index, const RelationExample& example,
                      std::vector<Error>& errors)
      : rule_(rule), index_(index), example_(example), errors_(errors) {}

  void Run(const Analyzer& analyzer) {
    Result<Document> document = MakeDocument("example", example_.text);
    if (!document.ok()) return Fail(document.error().what);
    Analysis analysis = analyzer.Analyze(document.value());
    analyzer.AddContext(document.value(), analysis);
    analyzer.AddRelations(document.value(), analysis);
    std::erase_if(analysis.relations, [&](const Relation& relation) { return relation.rule != index_; });
    const auto seen = std::find_if(analysis.relations.begin(), analysis.relations.end(), [&](const Relation& relation) {
      return !example_.marked || document.value().to_decoded.ToSource(relation.span) == *example_.marked;
    });
    if (example_.none) {
      if (!analysis.relations.empty())
        Fail("it sees " + List(document.value(), analysis) + " where it must see nothing");
    } else if (seen == analysis.relations.end()) {
      Fail("it does not see it; it sees " + List(document.value(), analysis));
    } else {
      CheckRelation(*seen);
    }
  }

 private:
  void Fail(const std::string& what) {
    errors_.push_back({ErrorCode::kRule, rule_.file + ":" + std::to_string(example_.line),
                       "rule '" + rule_.id + "', example '" + example_.text + "': " + what,
                       "mend the rule or the example"});
  }

  static std::string List(const Document& document, const Analysis& analysis) {
    std::string list;
    for (const Relation& relation : analysis.relations)
      list += (list.empty() ? "'" : ", '") + std::string(document.Quote(relation.span)) + "'";
    return list.empty() ? "nothing" : list;
  }

  void CheckRelation(const Relation& relation) {
    if (example_.verdict && relation.verdict != *example_.verdict)
      Fail("the verdict is " + std::string(ToString(relation.verdict)) + ", not " +
           std::string(ToString(*example_.verdict)));
    for (const auto& expected : example_.operands) {
      const auto operand = std::find_if(relation.operands.begin(), relation.operands.end(),
                                        [&](const Operand& other) { return other.role == expected.first; });
      const std::string found = operand == relation.operands.end() ? "missing" : ExampleValue(*operand);
      if (found == expected.second) continue;
      std::string what = "the operand ";
      what.append(expected.first).append(" is ").append(found).append(", not ").append(expected.second);
      Fail(what);
    }
  }

  const RelationRule& rule_;
  uint32_t index_;
  const RelationExample& example_;
  std::vector<Error>& errors_;
};

}  // namespace

std::string CanonicalValue(const Figure& figure) {
  switch (figure.kind) {
    case FigureKind::kCount:
    case FigureKind::kPercent:
    case FigureKind::kMoney:
    case FigureKind::kMeasure:
      return QuantityValue(figure);
    case FigureKind::kRatio:
      return PlainParts(Joined(figure.numerator, "/", figure.denominator), '/');
    case FigureKind::kDate:
      return figure.start.empty() ? "invalid" : figure.start;
    case FigureKind::kPeriod:
      return PeriodValue(figure);
    case FigureKind::kDocref:
      return figure.ref;
    case FigureKind::kIndex:
      return IndexValue(figure);
  }
  return {};
}

std::vector<Error> TestExamples(const Analyzer& analyzer) {
  std::vector<Error> errors = analyzer.Check();
  const auto& rules = analyzer.rules().figure_rules;
  for (uint32_t i = 0; i < rules.size(); ++i) {
    for (const RuleExample& example : rules[i].examples) ExampleTest(rules[i], i, example, errors).Run(analyzer);
  }
  const auto& relations = analyzer.rules().relation_rules;
  for (uint32_t i = 0; i < relations.size(); ++i) {
    for (const RelationExample& example : relations[i].examples)
      RelationExampleTest(relations[i], i, example, errors).Run(analyzer);
  }
  for (Error& error : TestIndicatorExamples(analyzer.rules())) errors.push_back(std::move(error));
  return errors;
}

}  // namespace soat
