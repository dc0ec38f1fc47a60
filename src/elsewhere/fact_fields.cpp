// See fact_fields.hpp.
#include "elsewhere/fact_fields.hpp"

#include "corpus/keys.hpp"
#include "framework/suggest.hpp"
#include "framework/words.hpp"
#include "quantity/unit.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace rulescore {
namespace {

struct FieldName {
  std::string_view name;
  FactField field;
};

constexpr std::array field_names = {FieldName{"jurisdiction", FactField::jurisdiction},
                                    FieldName{"year", FactField::year},
                                    FieldName{"document", FactField::document},
                                    FieldName{"indicator", FactField::indicator},
                                    FieldName{"rule", FactField::rule},
                                    FieldName{"value", FactField::value},
                                    FieldName{"unit", FactField::unit},
                                    FieldName{"status", FactField::status},
                                    FieldName{"kind", FactField::kind},
                                    FieldName{"scope", FactField::scope},
                                    FieldName{"source", FactField::source},
                                    FieldName{"quote", FactField::quote},
                                    FieldName{"period", FactField::year},
                                    FieldName{"地区", FactField::jurisdiction},
                                    FieldName{"年份", FactField::year},
                                    FieldName{"文档", FactField::document},
                                    FieldName{"指标", FactField::indicator},
                                    FieldName{"规则", FactField::rule},
                                    FieldName{"数值", FactField::value},
                                    FieldName{"单位", FactField::unit},
                                    FieldName{"状态", FactField::status},
                                    FieldName{"类型", FactField::kind},
                                    FieldName{"范围", FactField::scope},
                                    FieldName{"来源", FactField::source},
                                    FieldName{"原文", FactField::quote}};

std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string quoted(std::string_view text) { return reader::quoted(text); }

// A word of an enum, by to_string.
template <typename Enum, std::size_t n>
Enum choice(std::string_view what, std::string_view text, const std::array<Enum, n>& choices, Enum otherwise) {
  if (text.empty()) return otherwise;
  std::vector<std::string> names;
  for (const Enum one : choices) {
    if (to_string(one) == text) return one;
    names.emplace_back(to_string(one));
  }
  const std::string hint = did_you_mean(text, names);
  throw DocumentError(quoted(what) + " is one of " + join(names) + "; found " + quoted(text) + (hint.empty() ? "" : "; " + hint));
}

std::optional<int> read_year(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::string_view digits = text;
  if (digits.ends_with("年")) digits.remove_suffix(std::string_view("年").size());
  if (const auto year = parse_year(digits)) return year;
  throw DocumentError("`year` is the year it is of, such as 2020; found " + quoted(text));
}

// What the framework's own reader of figures says.
reader::Figure read_figure(const std::string& text) {
  const yaml::Sources sources("", "");
  reader::Journal journal;
  reader::Words words;
  const auto figure = reader::read_figure({sources, journal, words}, text, {}, "`value`");
  if (figure) return *figure;
  const Issue issue = journal.errors().front();
  throw DocumentError(issue.message + (issue.hint.empty() ? "" : "; " + issue.hint));
}

bool is_decimal(const std::string& text) { return reader::parse_decimal(text).problem.empty(); }

}  // namespace

std::optional<FactField> fact_field(std::string_view name) {
  const std::string_view wanted = trimmed(name);
  for (const FieldName& one : field_names)
    if (one.name == wanted) return one.field;
  return std::nullopt;
}

std::string_view name_of(FactField field) noexcept { return field_names[static_cast<std::size_t>(field)].name; }

const std::vector<std::string>& fact_field_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(FactField::quote); ++i) all.emplace_back(field_names[i].name);
    return all;
  }();
  return names;
}

FactFigure read_fact_figure(const std::string& value, const std::string& unit) {
  if (value.empty()) {
    if (unit.empty() || unit == score_unit) return {no_value, unit};
    const std::string_view known = find_unit(unit);
    return {no_value, known.empty() ? unit : std::string(known)};
  }
  if (unit == score_unit) {
    const reader::Decimal score = reader::parse_decimal(value);
    if (!score.problem.empty()) throw DocumentError("a score is a number from 0 to 1; " + score.problem + "; " + score.hint);
    if (score.value > 1) throw DocumentError("a score is from 0 to 1; found " + quoted(value) + "; write 85 of 100 as 0.85");
    return {score.value, unit};
  }
  if (!unit.empty() && !is_decimal(value)) {  // "98.6%" beside "%"
    const reader::Figure alone = read_figure(value);
    if (!alone.unit.empty() && alone.unit == find_unit(unit)) return {alone.value, std::string(alone.unit)};
  }
  const reader::Figure figure = read_figure(unit == "rank" ? "第" + value : value + unit);
  return {figure.value, std::string(figure.unit)};
}

void FactFields::set(FactField field, std::string text) {
  std::string& place = texts_[static_cast<std::size_t>(field)];
  const std::string_view said = trimmed(text);
  if (said.empty()) return;
  if (!place.empty()) throw DocumentError(quoted(name_of(field)) + " is said twice");
  place = said;
}

bool FactFields::empty() const noexcept {
  return std::all_of(std::begin(texts_), std::end(texts_), [](const std::string& text) { return text.empty(); });
}

Fact FactFields::fact(std::string where) const {
  Fact fact;
  fact.where = std::move(where);
  const bool is_intended = get(FactField::kind) == to_string(SourceKind::intended);  // as what_if() hands it on
  fact.kind = is_intended ? SourceKind::intended
                          : choice("kind", get(FactField::kind),
                                   std::array{SourceKind::statistic, SourceKind::survey, SourceKind::expert, SourceKind::extract},
                                   SourceKind::statistic);
  fact.status =
      choice("status", get(FactField::status), std::array{Status::achieved, Status::planned, Status::problem}, Status::achieved);
  fact.scope = choice("scope", get(FactField::scope), std::array{Whose::own, Whose::subordinate, Whose::other, Whose::national},
                      Whose::own);
  fact.year = read_year(get(FactField::year));
  fact.jurisdiction = get(FactField::jurisdiction);
  fact.document = get(FactField::document);
  fact.indicator = get(FactField::indicator);
  fact.rule = get(FactField::rule);
  fact.source = get(FactField::source);
  fact.quote = get(FactField::quote);
  if (fact.indicator.empty()) throw DocumentError("it names no `indicator`");
  if (fact.source.empty()) throw DocumentError("it names no `source`: a point must show where it comes from");
  const bool is_anyones = fact.document.empty() && !is_intended;
  if (is_anyones && fact.jurisdiction.empty()) throw DocumentError("it names no `jurisdiction`, nor a `document`");
  if (is_anyones && !fact.year) throw DocumentError("it names no `year`, nor a `document`");
  if (fact.kind == SourceKind::extract && fact.quote.empty())
    throw DocumentError("an extract has a `quote`: the passage of the document");
  FactFigure figure = read_fact_figure(get(FactField::value), get(FactField::unit));
  fact.value = figure.value;
  fact.unit = std::move(figure.unit);
  return fact;
}

}  // namespace rulescore
