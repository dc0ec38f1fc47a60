// See reader_term.hpp: the stages around the curve, and who is compared. Tested by tests/unit/framework/score.cpp.
#include "framework/reader_term.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::array ways = {Of::best, Of::worst, Of::highest, Of::lowest, Of::latest, Of::mean, Of::sum, Of::count};
constexpr std::array others = {Versus::highest, Versus::lowest,           Versus::mean,       Versus::previous,
                               Versus::rank,    Versus::rank_from_lowest, Versus::percentile, Versus::z};

class TermReader {
 public:
  TermReader(const Context& context, const yaml::Member& member, Source source, const Named& named, const MarksOf& marks)
      : context_(context), member_(member), named_(named), marks_(marks) {
    term_.rule = source;
    term_.is_deduction = marks.is_deduction;
    term_.limits.earns = marks.full;
    term_.limits.cap = marks.cap;
  }

  std::optional<RuleScore> read() {
    const yaml::Value& value = member_.value;
    if (value.is_scalar()) {
      const auto score = read_presence(value);
      if (score) term_.shape = Presence{*score};
      return score ? std::optional(term_) : std::nullopt;
    }
    const Fields fields(
        context_, value, "the shape of `" + member_.key + "`",
        {"reach", "over",   "at_most",   "under",   "target", "limit", "between", "below",  "above",    "from",
         "to",    "points", "bands",     "each",    "tiers",  "total", "given",   "out_of", "by",       "before",
         "of",    "drop",   "drop_from", "against", "earns",  "cap",   "floor",   "cutoff", "cautious", "weight"});
    if (!fields.is_map()) return std::nullopt;
    const bool input = read_input(fields), against = read_against(fields), limits = read_limits(fields);
    if (input && against && limits && read_curve(fields)) return std::move(term_);
    return std::nullopt;
  }

 private:
  std::optional<double> read_presence(const yaml::Value& value) {
    if (value.text.find('%') != std::string::npos) {
      context_.error(value.at, "bad-number", "a score is a number from 0 to 1; found " + quoted(value.text),
                     "write 0.5 for half, or {reach: " + value.text + "} for a threshold");
      return std::nullopt;
    }
    return read_marks(context_, value, "a score", marks_.most);
  }

  bool read_input(const Fields& fields) {
    if (const yaml::Value* of = fields.get("of")) {
      const auto way =
          read_choice(context_, *of, "`of`", {"best", "worst", "highest", "lowest", "latest", "mean", "sum", "count"});
      if (!way) return false;
      term_.input.of = ways[*way];
    }
    term_.input.is_signed = is_signed(named_, term_.rule);
    if (const yaml::Value* cautious = fields.get("cautious"))
      term_.input.cautious = read_boolean(context_, *cautious, "`cautious`").value_or(false);
    if (!read_drop(context_, fields, term_.input.drop, term_.input.drop_from)) return false;
    if (term_.input.drop > 0 && term_.input.of != Of::mean && fields.get("given") == nullptr) {
      context_.error(*fields.place_of("drop"), "conflict", "`drop` leaves figures out of a mean", "add `of: mean`");
      return false;
    }
    return true;
  }

  bool read_against(const Fields& fields) {
    const yaml::Value* against = fields.get("against");
    if (against == nullptr) return true;
    if (against->is_map()) return read_given_mean(*against);
    const auto with = read_choice(context_, *against, "`against`",
                                  {"highest", "lowest", "mean", "previous", "rank", "rank_from_lowest", "percentile", "z"});
    if (with) term_.against.with = others[*with];
    return with.has_value();
  }

  bool read_given_mean(const yaml::Value& value) {
    const Fields fields(context_, value, "`against`", {"mean", "sd"});
    const yaml::Value *mean = fields.require("mean"), *sd = fields.require("sd");
    if (mean == nullptr || sd == nullptr) return false;
    const auto middle = read_number(context_, *mean, "`mean`", 0, no_limit);
    const auto spread = read_positive(context_, *sd, "`sd`");
    if (!middle || !spread) return false;
    term_.against = {Versus::given, *middle, *spread, 0};
    return true;
  }

  bool read_limits(const Fields& fields) {
    TermLimits& limits = term_.limits;
    if (const yaml::Value* earns = fields.get("earns")) {
      const auto marks = read_marks(context_, *earns, "`earns`", marks_.most);
      if (!marks) return false;
      limits.earns = *marks;
      limits.cap = std::max(limits.cap, *marks);
    }
    if (const yaml::Value* floor = fields.get("floor"))
      limits.floor = read_marks(context_, *floor, "`floor`", marks_.most).value_or(0);
    if (const yaml::Value* weight = fields.get("weight")) term_.weight = read_positive(context_, *weight, "`weight`").value_or(1);
    if (fields.get("cap") == nullptr || fields.get("each") != nullptr) {
      if (fields.get("each") != nullptr && fields.get("cap") != nullptr) limits.cap = no_limit;  // the curve's own
      return true;
    }
    const auto cap = read_cap(context_, *fields.get("cap"), limits.floor);
    if (cap) limits.cap = *cap;
    return cap.has_value();
  }

  // What the curve will see.
  Seen seen() const {
    Seen seen;
    seen.name = name_of(named_, term_.rule);
    seen.is_metric = is_metric(term_.rule);
    if (seen.is_metric) {
      const Metric& metric = (*named_.metrics)[term_.rule - first_metric];
      if (metric.op == Op::ratio || !metric.unit.empty()) seen.units = {metric.unit};
      seen.may_fall = metric.op == Op::difference || metric.op == Op::growth;
    } else {
      const Rule& rule = (*named_.rules)[term_.rule];
      seen.units = units_of(rule);
      seen.has_figures = rule.value.has_value();
      seen.is_date = seen.units.size() == 1 && seen.units[0] == date_unit;
      if (seen.has_figures && rule.value->is_signed) seen.may_fall = true;
    }
    if (term_.input.of == Of::count) seen.units = {std::string_view()};
    compare(seen);
    if (seen.may_fall && seen.units.size() == 1 && seen.units[0] == "%") seen.units.push_back("pp");
    return seen;
  }

  void compare(Seen& seen) const {
    switch (term_.against.with) {
      case Versus::nobody:
        return;
      case Versus::mean:
      case Versus::previous:
        seen.may_fall = true;
        return;
      case Versus::rank:
      case Versus::rank_from_lowest:
        seen.units = {"rank"};
        return;
      case Versus::percentile:
        seen.units = {"%"};
        return;
      case Versus::highest:
      case Versus::lowest:
        seen.is_share = true;
        break;
      case Versus::z:
      case Versus::given:
        seen.may_fall = true;
        break;
    }
    seen.units = {std::string_view()};
  }

  bool read_curve(const Fields& fields) {
    const Seen what = seen();
    CurveReader curve(context_, fields, member_.value.at, what, named_, marks_);
    if (!curve.read(term_)) return false;
    if (std::holds_alternative<Count>(term_.shape) && fields.get("cap") == nullptr)
      term_.limits.cap = std::max(term_.limits.cap, std::get<Count>(term_.shape).cap);
    return read_cutoff(fields, curve);
  }

  bool read_cutoff(const Fields& fields, CurveReader& curve) {
    const yaml::Value* cutoff = fields.get("cutoff");
    if (cutoff == nullptr) return true;
    const auto* slopes = std::get_if<Sloped>(&term_.shape);
    if (slopes != nullptr && !std::isinf(slopes->low) && !std::isinf(slopes->high)) {
      context_.error(cutoff->at, "conflict", "a `cutoff` has one bad side; a curve that falls to both sides has two",
                     "use `bands`, or make it two terms with `take: min`");
      return false;
    }
    term_.limits.cutoff = curve.figure(*cutoff, "`cutoff`");
    return term_.limits.cutoff.has_value();
  }

  const Context& context_;
  const yaml::Member& member_;
  const Named& named_;
  const MarksOf& marks_;
  RuleScore term_;
};

}  // namespace

std::optional<RuleScore> read_term(const Context& context, const yaml::Member& member, Source source, const Named& named,
                                   const MarksOf& marks) {
  return TermReader(context, member, source, named, marks).read();
}

bool read_drop(const Context& context, const Fields& fields, std::uint16_t& drop, std::uint16_t& drop_from) {
  constexpr int most = 1'000;
  const yaml::Value *some = fields.get("drop"), *from = fields.get("drop_from");
  if (some != nullptr) {
    const auto count = read_integer(context, *some, "`drop`", 1, most);
    if (!count) return false;
    drop = static_cast<std::uint16_t>(*count);
  }
  if (from == nullptr) return true;
  if (some == nullptr) {
    context.error(from->at, "conflict", "`drop_from` says from how many figures on some are dropped", "add `drop: 1`");
    return false;
  }
  const auto count = read_integer(context, *from, "`drop_from`", 1, most);
  if (count) drop_from = static_cast<std::uint16_t>(*count);
  return count.has_value();
}

}  // namespace rulescore::reader
