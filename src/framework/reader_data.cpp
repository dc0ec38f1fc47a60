// `index` of the whole and `data` of an indicator: which column of a table an indicator is, and how its figures come on the
// common scale. Tested by tests/unit/panel/index.cpp and tests/malformed.
#include "framework/reader.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
using Method = Normalisation::Method;

// As figures of tables are written: 0.5, -3, 1.064e-07.
std::optional<double> read_data_figure(const Context& context, const yaml::Value& value, std::string_view what) {
  double figure = 0;
  const char* end = value.text.data() + value.text.size();
  const auto [stop, error] = std::from_chars(value.text.data(), end, figure);
  const bool in_exponent_form = value.is_scalar() && value.text.find_first_of("eE") != std::string::npos;
  if (in_exponent_form && error == std::errc() && stop == end && std::isfinite(figure)) return figure;
  return read_signed(context, value, what);
}

std::optional<std::pair<double, double>> read_pair(const Context& context, const yaml::Value& value, std::string_view what) {
  if (!value.is_sequence() || value.items.size() != 2) {
    context.error(value.at, "wrong-type", std::string(what) + " is two numbers; found " + found(value), "write `[0, 100]`");
    return std::nullopt;
  }
  const auto first = read_data_figure(context, value.items[0], what);
  const auto second = read_data_figure(context, value.items[1], what);
  if (!first || !second) return std::nullopt;
  return std::pair(*first, *second);
}

std::optional<std::pair<double, double>> read_rising(const Context& context, const yaml::Value& value, std::string_view what) {
  const auto ends = read_pair(context, value, what);
  if (!ends || ends->first < ends->second) return ends;
  context.error(value.at, "bad-order", std::string(what) + " rises: the second number is above the first", "swap them");
  return std::nullopt;
}

// ---- imputation -----------------------------------------------------------------------------------------------------

void read_impute(const Context& context, const yaml::Value& value, Imputation& into) {
  constexpr std::array fills = {Fill::none, Fill::mean, Fill::median, Fill::row, Fill::latest, Fill::linear};
  if (value.is_scalar()) {
    if (const auto choice = read_choice(context, value, "`impute`", {"none", "mean", "median", "row", "latest", "linear"}))
      into = {fills[*choice], {}};
    return;
  }
  const Fields fields(context, value, "`impute`", {"mean", "median"});
  const yaml::Value *mean = fields.get("mean"), *median = fields.get("median");
  if ((mean == nullptr) == (median == nullptr)) {
    if (fields.is_map() && fields.knows_all())
      context.error(value.at, mean == nullptr ? "missing-key" : "conflict", "`impute` has either `mean` or `median`",
                    "write `impute: {mean: COLUMN}`, where the column says which group a unit belongs to");
    return;
  }
  const auto group = read_text(context, mean != nullptr ? *mean : *median, "the column of groups");
  if (group) into = {mean != nullptr ? Fill::mean : Fill::median, *group};
}

// ---- outliers -------------------------------------------------------------------------------------------------------

void read_treat(const Context& context, const yaml::Value& value, Treatment& into) {
  if (value.is_scalar()) {
    if (const auto choice = read_choice(context, value, "`treat`", {"none", "outliers"})) into = {.on = *choice == 1};
    return;
  }
  const Fields fields(context, value, "`treat`", {"skew", "kurtosis", "winsorise", "then"});
  into = {.on = true};
  if (const auto* v = fields.get("skew")) into.skew = read_positive(context, *v, "`skew`").value_or(2);
  if (const auto* v = fields.get("kurtosis")) into.kurtosis = read_positive(context, *v, "`kurtosis`").value_or(3.5);
  if (const auto* v = fields.get("winsorise"))
    into.winsorise = static_cast<std::uint32_t>(read_integer(context, *v, "`winsorise`", 0, 1'000'000).value_or(5));
  constexpr std::array thens = {Treatment::Then::nothing, Treatment::Then::log, Treatment::Then::log_combined,
                                Treatment::Then::log_signed};
  if (const auto* v = fields.get("then"))
    if (const auto choice = read_choice(context, *v, "`then`", {"nothing", "log", "log_combined", "log_signed"}))
      into.then = thens[*choice];
}

// ---- normalisation --------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 12> methods = {"none",
                                                      "min_max",
                                                      "z",
                                                      "rank",
                                                      "percentile_rank",
                                                      "borda",
                                                      "distance_to_max",
                                                      "distance_to_reference",
                                                      "distance_to_target",
                                                      "fraction_of_max",
                                                      "goalposts",
                                                      "scaled"};

class NormaliseReader {
 public:
  NormaliseReader(const Context& context, Normalisation inherited) : context_(context), how_(std::move(inherited)) {}

  Normalisation read(const yaml::Value& value) {
    if (value.is_scalar()) {
      begin(read_choice(context_, value, "`normalise`",
                        {"none", "min_max", "z", "rank", "percentile_rank", "borda", "distance_to_max", "distance_to_reference",
                         "distance_to_target", "fraction_of_max", "goalposts", "scaled"}));
      return how_;
    }
    const Fields fields(
        context_, value, "`normalise`",
        {"min_max", "z", "rank", "distance_to_reference", "distance_to_target", "goalposts", "scaled", "range", "cap"});
    std::size_t named = 0;
    for (const yaml::Member& member : value.members)
      for (std::size_t i = 0; i < methods.size(); ++i)
        if (member.key == methods[i] && fields.get(member.key) != nullptr) {
          ++named;
          begin(i);
          read_parameters(member.value);
        }
    if (fields.is_map() && fields.knows_all() && named != 1)
      context_.error(value.at, named == 0 ? "missing-key" : "conflict", "`normalise` names one method",
                     "write `normalise: min_max`, or `normalise: {min_max: [0, 100]}`");
    read_rest(fields);
    return how_;
  }

 private:
  void begin(std::optional<std::size_t> method) {
    if (!method) return;
    const double target = how_.target, lower = how_.lower, upper = how_.upper;
    how_ = {};
    how_.method = static_cast<Method>(*method);
    how_.target = target;  // an indicator may say these apart
    how_.lower = lower;
    how_.upper = upper;
  }

  void read_parameters(const yaml::Value& value) {
    const std::string what = "`" + std::string(methods[static_cast<std::size_t>(how_.method)]) + "`";
    switch (how_.method) {
      case Method::min_max:
        if (const auto ends = read_rising(context_, value, what)) std::tie(how_.low, how_.high) = *ends;
        break;
      case Method::z:
        if (const auto two = read_pair(context_, value, what)) {
          std::tie(how_.mean, how_.sd) = *two;
          if (!(how_.sd > 0))
            context_.error(value.items[1].at, "out-of-range", "a standard deviation is above 0", "write `z: [0, 1]`");
        }
        break;
      case Method::rank:
        if (const auto choice = read_choice(context_, value, what, {"low", "average", "high"}))
          how_.ties = static_cast<Ties>(*choice);
        break;
      case Method::distance_to_reference:
        how_.reference = read_text(context_, value, what).value_or("");
        break;
      case Method::distance_to_target:
        if (const auto target = read_data_figure(context_, value, what)) how_.target = *target;
        break;
      default:  // goalposts, scaled
        if (const auto ends = read_rising(context_, value, what)) std::tie(how_.lower, how_.upper) = *ends;
    }
  }

  void read_rest(const Fields& fields) {
    const bool ranged = how_.method == Method::goalposts || how_.method == Method::scaled;
    const bool capped = how_.method == Method::distance_to_reference || how_.method == Method::distance_to_target;
    if (const auto* range = fields.get("range")) {
      if (!ranged)
        context_.error(range->at, "conflict", "`range` is of goalposts and scaled", "min_max has its own: `{min_max: [0, 100]}`");
      else if (const auto ends = read_rising(context_, *range, "`range`"))
        std::tie(how_.low, how_.high) = *ends;
    }
    if (const auto* cap = fields.get("cap")) {
      if (!capped)
        context_.error(cap->at, "conflict", "`cap` is of distances to a target or a reference", "drop it");
      else
        how_.capped = read_boolean(context_, *cap, "`cap`").value_or(false);
    }
  }

  const Context& context_;
  Normalisation how_;
};

// ---- what the whole and an indicator share --------------------------------------------------------------------------

void read_ways(const Context& context, const Fields& fields, DataColumn& into) {
  if (const auto* v = fields.get("impute")) read_impute(context, *v, into.impute);
  if (const auto* v = fields.get("treat")) read_treat(context, *v, into.treat);
  if (const auto* v = fields.get("normalise")) into.normalise = NormaliseReader(context, into.normalise).read(*v);
}

void read_weight_sets(const Context& context, const yaml::Value& value, IndexRules& into, std::vector<WeighedCode>& weighed) {
  if (!value.is_map() || value.members.empty()) {
    context.error(value.at, value.is_map() ? "empty-list" : "wrong-type",
                  "`weights` is a map of named sets; found " + (value.is_map() ? std::string("none") : found(value)),
                  "write `weights: {experts: {A: 2, B: 1}}`");
    return;
  }
  for (const yaml::Member& set : value.members) {
    if (!set.value.is_map() || set.value.members.empty()) {
      context.error(set.value.at, set.value.is_map() ? "empty-list" : "wrong-type",
                    "a set of weights is a map of codes and weights; found " +
                        (set.value.is_map() ? std::string("none") : found(set.value)),
                    "write `" + set.key + ": {A: 2, B: 1}`");
      continue;
    }
    for (const yaml::Member& weight : set.value.members) {
      weighed.push_back({weight.key, weight.at});
      if (const auto number = read_number(context, weight.value, "a weight", 0, infinity))
        into.weights[set.key][weight.key] = *number;
    }
  }
}

}  // namespace

IndexRules read_index(const Context& context, const yaml::Value& value, std::vector<WeighedCode>& weighed) {
  const Fields fields(context, value, "`index`", {"unit", "time", "min_available", "impute", "treat", "normalise", "weights"});
  IndexRules rules;
  rules.said = rules.columns.said = true;
  rules.columns.normalise.method = Method::min_max;
  if (const auto* unit = fields.get("unit")) rules.unit = read_text(context, *unit, "`unit`").value_or("");
  if (const auto* time = fields.get("time")) rules.time = read_text(context, *time, "`time`").value_or("");
  if (const auto* least = fields.get("min_available"))
    rules.min_available = read_share(context, *least, "`min_available`").value_or(0);
  read_ways(context, fields, rules.columns);
  if (const auto* weights = fields.get("weights")) read_weight_sets(context, *weights, rules, weighed);
  return rules;
}

DataColumn read_data(const Context& context, const yaml::Value& value, const DataColumn& inherited) {
  DataColumn column = inherited;
  column.said = true;
  if (value.is_scalar()) {
    column.name = read_text(context, value, "`data`").value_or("");
    return column;
  }
  const Fields fields(context, value, "`data`",
                      {"column", "per", "better", "target", "goalposts", "impute", "treat", "normalise"});
  if (const auto* name = fields.get("column")) column.name = read_text(context, *name, "`column`").value_or("");
  if (const auto* per = fields.get("per")) column.per = read_text(context, *per, "`per`").value_or("");
  if (const auto* better = fields.get("better"))
    if (const auto choice = read_choice(context, *better, "`better`", {"higher", "lower"}))
      column.sense = *choice == 0 ? Sense::benefit : Sense::cost;
  if (const auto* target = fields.get("target"))
    column.normalise.target = read_data_figure(context, *target, "`target`").value_or(0);
  if (const auto* posts = fields.get("goalposts"))
    if (const auto ends = read_rising(context, *posts, "`goalposts`"))
      std::tie(column.normalise.lower, column.normalise.upper) = *ends;
  read_ways(context, fields, column);
  return column;
}

void check_codes(const Context& context, const std::vector<WeighedCode>& weighed, const FrameworkModel& model) {
  std::vector<std::string> codes;
  for (std::size_t i = 1; i < model.nodes.size(); ++i) codes.push_back(model.nodes[i].code);
  for (const WeighedCode& one : weighed)
    if (std::find(codes.begin(), codes.end(), one.code) == codes.end())
      context.error(one.at, "unknown-code", "no group or indicator has the code " + quoted(one.code),
                    did_you_mean(one.code, codes));
}

}  // namespace rulescore::reader
