// The figures of a text with their context, as tests write them down.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "embedded_analyzer.h"
#include "soat/reader.h"

namespace soat {

/// One value with the context that it must have.
struct Expected {
  std::string text, label, scope, role, period;
};

/// The values of a text; a period is "start..end", or the start alone where there is no end.
inline std::vector<Expected> ContextsOf(const std::string& text) {
  const Result<Document> document = MakeDocument("report", text);
  REQUIRE(document.ok());
  Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  EmbeddedAnalyzer().AddContext(document.value(), analysis);
  std::vector<Expected> contexts;
  for (const Figure& figure : analysis.figures) {
    if (figure.kind > FigureKind::kMeasure) continue;  // dates, periods and documents measure nothing
    contexts.push_back({std::string(document.value().Quote(figure.span)), figure.label, figure.scope,
                        std::string(ToString(figure.role)),
                        figure.end.empty() ? figure.start : figure.start + ".." + figure.end});
  }
  return contexts;
}

inline void CheckContexts(const std::string& text, const std::vector<Expected>& expected) {
  const std::vector<Expected> contexts = ContextsOf(text);
  CAPTURE(text);
  REQUIRE(contexts.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].text);
    CHECK(contexts[i].text == expected[i].text);
    CHECK(contexts[i].label == expected[i].label);
    CHECK(contexts[i].scope == expected[i].scope);
    CHECK(contexts[i].role == expected[i].role);
    CHECK(contexts[i].period == expected[i].period);
  }
}

}  // namespace soat
