// A report with relations that are made by hand, for the tests of what is written of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soat/decimal.h"
#include "soat/figure.h"
#include "soat/finding.h"
#include "soat/reader.h"
#include "soat/rule.h"

namespace soat {

/// Three lines with a percentage that is wrong, a sum that holds, and a claim.
struct CheckedExample {
  explicit CheckedExample(std::string path = "báo cáo/a,b.txt", std::string_view text = kText)
      : document(MakeDocument(std::move(path), std::string(text)).value()) {
    rules.relation_rules.resize(3);
    rules.relation_rules[0].id = "ratio-percent/then-percent";
    rules.relation_rules[1].id = "part-whole-sum/brackets";
    rules.relation_rules[2].id = "target-verdict/sentence";
    MessageTemplate& message = rules.messages.emplace_back();
    message.check = CheckKind::kRatioPercent;
    message.verdict = Verdict::kMismatch;
    message.vietnamese = "{num}/{den} là {expected}%, ghi {pct}.";
    message.english = "{num}/{den} is {expected}%, {pct} is stated.";
    AddRatio();
    AddSum();
    AddClaim();
  }

  /// The first place of `part` at or behind that of `after`.
  Span Find(std::string_view part, std::string_view after = "") const {
    const auto begin = static_cast<uint32_t>(document.text.find(part, document.text.find(after)));
    return {begin, begin + static_cast<uint32_t>(part.size())};
  }

  std::vector<Finding> Findings(Language language = Language::kVietnamese) const {
    FindingMaker maker(document, analysis, rules, language, true);
    std::vector<Finding> findings;
    for (const Relation& relation : analysis.relations) findings.push_back(maker.Make(relation));
    return findings;
  }

  /// The report as it comes out of a check that shows everything.
  CheckedReport Report() const {
    CheckedReport report{document.path, Findings(), {}};
    report.counts.files = 1;
    for (const Relation& relation : analysis.relations) {
      ++report.counts.checks[static_cast<size_t>(relation.check)].severities[static_cast<size_t>(relation.severity)];
    }
    return report;
  }

  static constexpr std::string_view kText =
      "Mở đầu. Tiếp nhận 6.322/7.052 hồ sơ, đạt 98,64%; còn lại đang xử lý.\n"
      "Có 155 thành viên: cấp huyện 15, cấp xã 140.\n"
      "Chỉ tiêu 50%: \"Đạt\"\n";

  Document document;
  Analysis analysis;
  RuleSet rules;

 private:
  Relation& Add(CheckKind check, Verdict verdict, Severity severity, uint32_t rule, Span span) {
    Relation& relation = analysis.relations.emplace_back();
    relation.check = check;
    relation.verdict = verdict;
    relation.severity = severity;
    relation.rule = rule;
    relation.span = span;
    return relation;
  }

  Operand Number(std::string role, Decimal number, std::string_view text) const {
    return {std::move(role), false, {{number, {}, Find(text), kNoIndex}}};
  }

  void AddRatio() {
    const Span ratio = Find("6.322/7.052"), percent = Find("98,64%");
    analysis.figures.resize(2);
    analysis.figures[0].span = ratio;
    analysis.figures[1].span = percent;
    Relation& relation =
        Add(CheckKind::kRatioPercent, Verdict::kMismatch, Severity::kError, 0, {ratio.begin, percent.end});
    relation.operands = {Number("num", {6322, 0}, "6.322"), Number("den", {7052, 0}, "7.052"),
                         Number("pct", {9864, 2}, "98,64%")};
    relation.expected = Decimal{896483, 4};
    relation.stated = Decimal{9864, 2};
    relation.difference = Decimal{89917, 4};
    relation.suggestions = {{Find("98"), "89"}};
  }

  void AddSum() {
    Relation& relation = Add(CheckKind::kPartWholeSum, Verdict::kExact, Severity::kOk, 1, Find("155"));
    Operand parts{"parts", true, {}};
    parts.values.push_back({Decimal{15, 0}, {}, Find("15", "huyện"), kNoIndex});
    parts.values.push_back({Decimal{140, 0}, {}, Find("140"), kNoIndex});
    relation.operands = {Number("total", {155, 0}, "155"), parts};
  }

  void AddClaim() {
    Relation& relation = Add(CheckKind::kTargetVerdict, Verdict::kConflict, Severity::kWarning, 2, Find("50%"));
    relation.operands = {Number("target", {50, 0}, "50%"),
                         {"claim", false, {{{}, "Đạt", Find("Đạt"), kNoIndex}}},
                         {"actual", false, {{Decimal{410, 1}, {}, {}, kNoIndex}}}};
  }
};

}  // namespace soat
