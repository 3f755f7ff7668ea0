#include "identity/report_period.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kIsoDay = 10, kYear = 4;
constexpr size_t kOpening = 4000, kClosingWindow = 16000;  // bytes in which the first and last sentence are looked for
constexpr size_t kBefore = 80;                             // bytes before a period in which its outlook is looked for
constexpr size_t kBetweenDays = 20;  // bytes between two days that are a period: " đến hết ngày "
constexpr int kLeastMentions = 3;    // of a period that is stated nowhere else
constexpr int kShare = 3;            // it has more than 1 - 1/kShare of all mentions

class PeriodReader {
 public:
  PeriodReader(const Document& document, const Analysis& analysis, const IdentityWords& words, const FrontMatter& front)
      : text_(document.text), key_(document.key), analysis_(analysis), words_(words), front_(front) {}

  ReportPeriod Read() const;

 private:
  ReportPeriod Narrowed(const Figure& figure, ReportPeriod period) const;
  ReportPeriod FirstPast(size_t from, size_t to) const;
  ReportPeriod OfOpening() const;
  ReportPeriod OfClosing() const;
  ReportPeriod OfMost() const;
  bool IsOutlook(size_t from, const Figure& figure) const;
  ReportPeriod Complete(const Figure& figure) const;
  ReportPeriod BeforeNext(int first, int last) const;
  size_t WithParentheses(size_t title_end) const;
  ReportPeriod OfDays() const;
  std::pair<size_t, size_t> Title() const {
    if (front_.title.empty()) return {};
    return {front_.title.front().begin, front_.title.back().end};
  }

  const std::string_view text_, key_;
  const Analysis& analysis_;
  const IdentityWords& words_;
  const FrontMatter& front_;
};

bool IsAhead(const ReportPeriod& period, const std::string& date) { return !date.empty() && period.start > date; }

// "--H1", "--Q3", "--06", or "--01" to "--09": first and last month.
std::pair<int, int> MonthsOf(const Figure& figure) {
  const std::string &start = figure.start, &end = figure.end.empty() ? figure.start : figure.end;
  const auto number = [](const std::string& text) {
    return text.size() == 4 && IsDigit(text[2]) && IsDigit(text[3]) ? (text[2] - '0') * 10 + text[3] - '0' : 0;
  };
  if (!start.starts_with("--") || start.size() != 4) return {};
  if (start[2] == 'H') return start[3] == '1' ? std::pair(1, 6) : std::pair(7, 12);
  if (start[2] == 'Q') return {(start[3] - '1') * 3 + 1, (start[3] - '1') * 3 + 3};
  return {number(start), number(end)};
}

std::string Iso(int year, int month, int day) {
  const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

int LastDay(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string DayBehind(int year, int month) { return month == 12 ? Iso(year + 1, 1, 1) : Iso(year, month + 1, 1); }

// "9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2025": months of the year in which the next period of the title begins
// behind them.
ReportPeriod PeriodReader::BeforeNext(int first, int last) const {
  const auto [begin, end] = Title();
  for (const Figure& next : analysis_.figures) {
    if (next.span.begin < begin || next.kind != FigureKind::kPeriod || next.start.size() != kIsoDay) continue;
    if (next.span.begin >= end) break;
    const int next_year = std::stoi(next.start.substr(0, kYear));
    for (const int year : {next_year, next_year - 1}) {
      if (DayBehind(year, last) == next.start) return {Iso(year, first, 1), Iso(year, last, LastDay(year, last))};
    }
  }
  return {};
}

ReportPeriod PeriodReader::Complete(const Figure& figure) const {
  if (figure.start.size() == kIsoDay && figure.end.size() == kIsoDay) return {figure.start, figure.end};
  const auto [first, last] = MonthsOf(figure);
  if (first < 1 || last < first || last > 12) return {};
  if (front_.date.size() != kIsoDay) return BeforeNext(first, last);
  int year = std::stoi(front_.date.substr(0, kYear));
  if (Iso(year, first, 1) > front_.date) --year;
  return {Iso(year, first, 1), Iso(year, last, LastDay(year, last))};
}

// Words of outlook between `from` and the figure, without words of review before them; or a horizon right before it.
bool PeriodReader::IsOutlook(size_t from, const Figure& figure) const {
  if (PhraseBefore(key_, BlanksBegin(text_, figure.span.begin), words_.horizon_words) > 0) return true;
  const size_t outlook = FindPhrase(key_, from, figure.span.begin, words_.outlook_words);
  if (outlook == std::string_view::npos) return false;
  return FindPhrase(key_, from, outlook, words_.review_words) == std::string_view::npos;
}

// "theo chuẩn giai đoạn 2022 - 2025 năm 2023": directly behind a period stands the part of it that is reported on.
ReportPeriod PeriodReader::Narrowed(const Figure& figure, ReportPeriod period) const {
  for (const Figure& next : analysis_.figures) {
    if (next.span.begin < figure.span.end) continue;
    const bool behind = next.kind == FigureKind::kPeriod && next.span.begin == figure.span.end + 1 &&
                        (text_[figure.span.end] == ' ' || text_[figure.span.end] == '\n');
    const ReportPeriod part = behind ? Complete(next) : ReportPeriod{};
    return !part.start.empty() && period.start <= part.start && part.end <= period.end ? part : period;
  }
  return period;
}

ReportPeriod PeriodReader::FirstPast(size_t from, size_t to) const {
  for (const Figure& figure : analysis_.figures) {
    if (figure.span.begin < from || figure.kind != FigureKind::kPeriod) continue;
    if (figure.span.begin >= to) break;
    ReportPeriod period = Complete(figure);
    if (!period.start.empty() && !IsAhead(period, front_.date) && !IsOutlook(from, figure))
      return Narrowed(figure, std::move(period));
    from = figure.span.end;
  }
  return {};
}

// "UBND huyện … báo cáo kết quả … như sau": behind the last verb, since those before are of whoever asked for it.
ReportPeriod PeriodReader::OfOpening() const {
  const size_t begin = front_.title.empty() ? 0 : front_.title.back().end;
  const size_t end = std::min<size_t>(front_.end, begin + kOpening);
  const size_t verb = FindLastPhrase(key_, begin, end, words_.report_verbs);
  if (verb == std::string_view::npos) return {};
  return FirstPast(verb, std::min(text_.find('\n', verb), end));
}

ReportPeriod PeriodReader::OfClosing() const {
  const size_t from = text_.size() - std::min(text_.size(), kClosingWindow);
  const size_t begin = FindLastPhrase(key_, from, text_.size(), words_.closings);
  if (begin == std::string_view::npos) return {};
  return FirstPast(begin, std::min(text_.find('\n', begin), text_.size()));
}

ReportPeriod PeriodReader::OfMost() const {
  std::map<std::pair<std::string, std::string>, int> mentions;
  int total = 0;
  size_t from = 0;
  for (const Figure& figure : analysis_.figures) {
    if (figure.kind != FigureKind::kPeriod || figure.start.size() != kIsoDay) continue;
    from = std::max(from, figure.span.begin - std::min<size_t>(figure.span.begin, kBefore));
    const size_t line_end = text_.substr(0, figure.span.begin).substr(from).rfind('\n');
    if (line_end != std::string_view::npos) from += line_end + 1;
    if (!IsAhead({figure.start, figure.end}, front_.date) && !IsOutlook(from, figure)) {
      ++mentions[{figure.start, figure.end}];
      ++total;
    }
    from = figure.span.end;
  }
  for (const auto& [period, count] : mentions) {
    if (count >= kLeastMentions && count * kShare > total * (kShare - 1)) return {period.first, period.second};
  }
  return {};
}

// The end of the parentheses that the line behind a title opens; without them that of the title.
size_t PeriodReader::WithParentheses(size_t title_end) const {
  const size_t next = text_.find_first_not_of(" \t\n", title_end);
  if (next == std::string_view::npos || text_[next] != '(') return title_end;
  const size_t close = text_.find(')', next);
  return close == std::string_view::npos || text_.find('\n', next) < close ? title_end : close;
}

// "(01/7/2025 - 30/9/2025)" in the title or directly behind it: two days, and no more than a few words between them.
ReportPeriod PeriodReader::OfDays() const {
  const size_t begin = Title().first, end = WithParentheses(Title().second);
  const Figure* from = nullptr;
  for (const Figure& figure : analysis_.figures) {
    if (figure.span.begin < begin) continue;
    if (figure.span.begin >= end) break;
    const bool day = figure.kind == FigureKind::kDate && figure.start.size() == kIsoDay;
    if (day && from != nullptr && figure.span.begin - from->span.end <= kBetweenDays && from->start < figure.start)
      return {from->start, figure.start};
    from = day ? &figure : nullptr;
  }
  return {};
}

ReportPeriod PeriodReader::Read() const {
  ReportPeriod period;
  if (!front_.title.empty()) period = FirstPast(front_.title.front().begin, front_.title.back().end);
  if (period.start.empty()) period = OfDays();
  if (period.start.empty()) period = OfOpening();
  if (period.start.empty()) period = OfClosing();
  if (period.start.empty()) period = OfMost();
  return period;
}

}  // namespace

ReportPeriod ReadReportPeriod(const Document& document, const Analysis& analysis, const IdentityWords& words,
                              const FrontMatter& front) {
  return PeriodReader(document, analysis, words, front).Read();
}

}  // namespace soat
