// One term of a `score` block: {of: mean, against: rank, bands: […], earns: 3}. Read in reader_term.cpp (the stages around the
// curve) and reader_curve.cpp (the curve itself).
#pragma once

#include "framework/reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::reader {

// Marks a list of terms may give.
struct MarksOf {
  double full = 1;  // of the indicator
  double most = 1;  // that one number may be: the full marks, or the indicator's own cap
  double cap = 1;   // of a term that doesn't say
  bool is_deduction = false;
};

// What a term's figures look like once they reach the curve, and how an author writes them.
struct Seen {
  std::vector<std::string_view> units;  // empty: any
  std::string name;                     // of the rule or metric
  bool is_metric = false;
  bool may_fall = false;  // below 0
  bool is_share = false;  // 1 is the best: 90% is written for 0.9
  bool is_date = false;
  bool has_figures = true;  // a rule without `value` has none
};

std::optional<RuleScore> read_term(const Context& context, const yaml::Member& member, Source source, const Named& named,
                                   const MarksOf& marks);

// The curve among the entries of a term; reports a term without one, and one with two.
class CurveReader {
 public:
  CurveReader(const Context& context, const Fields& fields, yaml::Place at, const Seen& seen, const Named& named,
              const MarksOf& marks)
      : context_(context), fields_(fields), at_(at), seen_(seen), named_(named), marks_(marks) {}

  // Fills in the shape, and what of input, limits and threshold goes with it.
  bool read(RuleScore& term);
  // A figure as the curve sees it: checked against the units the rule finds and those of the term's other figures.
  std::optional<double> figure(const yaml::Value& value, std::string_view what);
  void warn_any_unit() const;

 private:
  std::vector<std::string_view> kinds_present() const;
  bool read_kind(std::string_view kind, RuleScore& term);
  bool read_threshold(std::string_view kind, const yaml::Value& value, RuleScore& term);
  bool read_sloped(std::string_view kind, const yaml::Value& value, RuleScore& term);
  bool read_between(const yaml::Value& value, RuleScore& term);
  bool read_slopes(Sloped& shape);
  std::optional<Slope> read_slope(const yaml::Value& value, const std::string& what);
  bool read_linear(RuleScore& term);
  bool read_points(const yaml::Value& value, RuleScore& term);
  bool read_bands(const yaml::Value& value, RuleScore& term);
  std::optional<BandOf> read_band(const yaml::Value& value, bool is_last, std::string& side);
  bool read_count(RuleScore& term);
  bool read_tiers(const yaml::Value& value, RuleScore& term);
  bool read_date(std::string_view kind, const yaml::Value& value, RuleScore& term);
  bool no_figure() const;
  void warn_mixed_units() const;
  std::optional<double> figure(std::string_view text, yaml::Place at, std::string_view what);
  std::optional<double> positive(const yaml::Value& value, std::string_view what);
  std::optional<double> step(const yaml::Value& value);
  std::optional<Source> metric(const yaml::Value& value);

  const Context& context_;
  const Fields& fields_;
  yaml::Place at_;
  const Seen& seen_;
  const Named& named_;
  const MarksOf& marks_;
  std::optional<std::string_view> unit_;  // of the term's figures
};

// 4月1日 as month * 100 + day; reports anything else.
std::optional<double> read_day(const Context& context, const yaml::Value& value, std::string_view what);

// A number of marks: `what` is a number from 0 to `most`.
std::optional<double> read_marks(const Context& context, const yaml::Value& value, std::string_view what, double most);

// The same, or `none` for no limit.
std::optional<double> read_cap(const Context& context, const yaml::Value& value, double least);

}  // namespace rulescore::reader
