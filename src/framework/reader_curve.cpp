// Curves, told by their entries, so that each reads as it is said: {from: 50%, to: 100%}, {target: 80%, below: {each: 1%, deduct:
// 0.1, steps: linear}}. Outside face: CurveReader::read. Tested by tests/unit/framework/score.cpp and tests/malformed.
#include "framework/reader_term.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::string_view shapes_hint =
    "a shape is a score (0.4), {reach: …}, {over: …}, {at_most: …}, {under: …}, {target: …}, {limit: …}, {between: […]}, "
    "{from: …, to: …}, {points: {…}}, {bands: […]}, {each: …, cap: …}, {tiers: […]}, {total: …}, {given: …}, {out_of: …}, "
    "{by: …} or {before: …}";

constexpr std::array kinds = {"reach", "over", "at_most", "under", "target", "limit",  "between", "from",  "points",
                              "bands", "each", "tiers",   "total", "given",  "out_of", "by",      "before"};

// `each` and `tiers` count unless they are told to add up.
bool counts_pieces(const RuleScore& term) { return !term.input.of || *term.input.of == Of::count; }

std::string decimal(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::vector<std::string_view> CurveReader::kinds_present() const {
  std::vector<std::string_view> present;
  for (const std::string_view kind : kinds)
    if (fields_.get(kind) != nullptr || (kind == "from" && fields_.get("to") != nullptr)) present.push_back(kind);
  if (present.empty() && fields_.get("cap") != nullptr) present.push_back("each");  // which it is the cap of
  return present;
}

bool CurveReader::read(RuleScore& term) {
  const std::vector<std::string_view> present = kinds_present();
  if (present.size() != 1) {
    if (!present.empty() || fields_.knows_all())
      context_.error(at_, "bad-shape",
                     present.empty() ? fields_.size() == 0 ? "an empty shape" : "a shape without a curve"
                                     : "the entries belong to different shapes",
                     std::string(shapes_hint));
    return false;
  }
  const std::string_view kind = present[0];
  for (const std::string_view side : {"below", "above"})
    if (fields_.get(side) != nullptr && kind != "target" && kind != "limit" && kind != "between") {
      context_.error(*fields_.place_of(side), "bad-shape", quoted(side) + " goes with `target`, `limit` or `between`",
                     "write {target: 80%, below: {each: 1%, deduct: 0.1, steps: linear}}");
      return false;
    }
  if (kind == "each") return read_count(term);
  if (kind == "tiers" && counts_pieces(term)) return read_tiers(*fields_.get("tiers"), term);
  if (kind == "given") {
    const auto most = read_positive(context_, *fields_.get("given"), "`given`");
    term.shape = Given{most.value_or(1)};
    return most.has_value();
  }
  const bool counts = term.input.of == Of::count;
  if (!seen_.has_figures && !counts) return no_figure();
  if (!counts) warn_mixed_units();
  const bool read = read_kind(kind, term);
  if (read) warn_any_unit();
  return read;
}

bool CurveReader::no_figure() const {
  context_.error(at_, "no-figure", "the rule `" + seen_.name + "` finds no figure to score",
                 "give the rule a `value: {unit: …}`, or score its presence: `" + seen_.name + ": 0.5`");
  return false;
}

bool CurveReader::read_kind(std::string_view kind, RuleScore& term) {
  if (kind == "from") return read_linear(term);
  const yaml::Value& value = *fields_.get(kind);
  if (kind == "by" || kind == "before") return read_date(kind, value, term);
  if (seen_.is_date) {
    context_.error(value.at, "bad-shape", "a date is held against a day; found `" + std::string(kind) + "`",
                   "write {by: 3月31日} for that day or earlier, or {before: 4月1日}");
    return false;
  }
  if (kind == "points") return read_points(value, term);
  if (kind == "bands") return read_bands(value, term);
  if (kind == "tiers") return read_tiers(value, term);
  if (kind == "between") return read_between(value, term);
  const bool slopes = fields_.get("below") != nullptr || fields_.get("above") != nullptr;
  if (kind == "limit" || (kind == "target" && slopes)) return read_sloped(kind, value, term);
  if (kind == "total" || kind == "out_of") {
    const auto most = positive(value, quoted(kind));
    if (most) term.shape = kind == "total" ? Shape(Total{*most}) : Shape(Proportion{*most});
    return most.has_value();
  }
  return read_threshold(kind, value, term);
}

// A figure, or the figure of a metric.
bool CurveReader::read_threshold(std::string_view kind, const yaml::Value& value, RuleScore& term) {
  double at = 1;
  if (value.is_map()) {
    const auto source = metric(value);
    if (!source) return false;
    term.threshold = *source;
  } else {
    const auto written = kind == "target" ? positive(value, quoted(kind)) : figure(value, quoted(kind));
    if (!written) return false;
    at = *written;
  }
  if (kind == "reach" || kind == "over") term.shape = AtLeast{at, kind == "over"};
  if (kind == "at_most" || kind == "under") term.shape = AtMost{at, kind == "under"};
  if (kind == "target") term.shape = Proportion{at};
  return true;
}

bool CurveReader::read_sloped(std::string_view kind, const yaml::Value& value, RuleScore& term) {
  Sloped shape;
  double at = 0;
  if (value.is_map()) {
    const auto source = metric(value);
    if (!source) return false;
    term.threshold = *source;
  } else {
    const auto written = figure(value, quoted(kind));
    if (!written) return false;
    at = *written;
  }
  if (kind == "limit") {
    shape.high = at;
    if (const auto place = fields_.place_of("below")) {
      context_.error(*place, "bad-shape", "below a `limit` all is well; `below` goes with `target` or `between`",
                     "write {target: …, below: …, above: …}");
      return false;
    }
  } else {
    shape.low = at;
    if (fields_.get("above") != nullptr) shape.high = at;
  }
  if (!read_slopes(shape)) return false;
  term.shape = shape;
  return true;
}

bool CurveReader::read_between(const yaml::Value& value, RuleScore& term) {
  if (!value.is_sequence() || value.items.size() != 2) {
    context_.error(value.at, "wrong-type", "`between` is a list of two figures; found " + found(value),
                   "write `between: [0%, 2%]`");
    return false;
  }
  const auto low = figure(value.items[0], "`between`"), high = figure(value.items[1], "`between`");
  if (!low || !high) return false;
  if (*low > *high) {
    context_.error(value.items[1].at, "bad-order",
                   "`between` rises; " + quoted(value.items[1].text) + " is under " + quoted(value.items[0].text), "swap them");
    return false;
  }
  Sloped shape{*low, *high, {}, {}};
  if (!read_slopes(shape)) return false;
  term.shape = shape;
  return true;
}

bool CurveReader::read_slopes(Sloped& shape) {
  bool good = true;
  for (const auto& [side, slope] : {std::pair("below", &shape.below), std::pair("above", &shape.above)}) {
    const yaml::Value* value = fields_.get(side);
    if (value == nullptr) continue;
    *slope = read_slope(*value, quoted(side));
    good = good && slope->has_value();
  }
  return good;
}

std::optional<Slope> CurveReader::read_slope(const yaml::Value& value, const std::string& what) {
  const Fields fields(context_, value, what, {"each", "deduct", "add", "steps"});
  if (!fields.is_map()) return std::nullopt;
  Slope slope;
  const yaml::Value* each = fields.require("each");
  const auto size = each == nullptr ? std::nullopt : step(*each);
  const yaml::Value *deduct = fields.get("deduct"), *add = fields.get("add");
  const yaml::Value* change = deduct != nullptr ? deduct : add;
  if (deduct != nullptr && add != nullptr)
    context_.error(add->at, "conflict", "a slope has either `deduct` or `add`, not both", "drop one");
  else if (change == nullptr && !fields.place_of("deduct") && !fields.place_of("add"))
    context_.error(value.at, "missing-key", what + " lacks `deduct` or `add`", "say what a step is worth: `deduct: 0.1`");
  const auto marks = change == nullptr ? std::nullopt : read_marks(context_, *change, "what a step is worth", no_limit);
  const yaml::Value* steps = fields.get("steps");
  if (steps == nullptr && !fields.place_of("steps"))
    context_.error(value.at, "missing-key", what + " lacks `steps`",
                   "a part of a step counts in part (linear), as a whole one (started), or not (completed)");
  const auto mode =
      steps == nullptr ? std::nullopt : read_choice(context_, *steps, "`steps`", {"linear", "started", "completed"});
  if (!size || !marks || !mode || (deduct != nullptr && add != nullptr)) return std::nullopt;
  slope.each = *size;
  slope.change = deduct != nullptr ? -*marks : *marks;
  slope.steps = static_cast<Steps>(*mode);
  return slope;
}

bool CurveReader::read_linear(RuleScore& term) {
  const yaml::Value* from = fields_.require("from");
  const yaml::Value* to = fields_.require("to");
  if (from == nullptr || to == nullptr) return false;
  const auto low = figure(*from, "`from`"), high = figure(*to, "`to`");
  if (!low || !high) return false;
  if (*low == *high) {
    context_.error(to->at, "bad-shape", "`from` and `to` are the same", "use {reach: " + to->text + "} for all or nothing");
    return false;
  }
  term.shape = Linear{*low, *high};
  return true;
}

bool CurveReader::read_points(const yaml::Value& value, RuleScore& term) {
  if (!value.is_map() || value.members.size() < 2) {
    context_.error(value.at, value.is_map() ? "bad-shape" : "wrong-type",
                   "`points` is a map of at least two figures and their scores; found " +
                       (value.is_map() ? std::to_string(value.members.size()) : found(value)),
                   "write `points: {60%: 0, 80%: 0.5, 100%: 1}`");
    return false;
  }
  Piecewise shape;
  for (const yaml::Member& member : value.members) {
    const auto at = figure(member.key, member.at, "a point");
    const auto marks = read_marks(context_, member.value, "a score", marks_.most);
    if (!at || !marks) continue;
    if (!shape.points.empty() && *at <= shape.points.back().first)
      context_.error(member.at, "bad-order", "points rise from entry to entry; " + quoted(member.key) + " doesn't", "sort them");
    shape.points.emplace_back(*at, *marks);
  }
  term.shape = std::move(shape);
  return true;
}

bool CurveReader::read_bands(const yaml::Value& value, RuleScore& term) {
  if (!value.is_sequence() || value.items.empty()) {
    context_.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                   "`bands` is a list; found " + (value.is_sequence() ? std::string("none") : found(value)),
                   "write `bands: [{from: 80%, earns: 6}, {from: 60%, earns: 4}, {earns: 0}]`");
    return false;
  }
  Banded shape;
  std::string side;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const auto band = read_band(value.items[i], i + 1 == value.items.size(), side);
    if (!band) return false;
    if (std::isnan(band->edge)) {
      shape.rest = band->earns;
      continue;
    }
    shape.rising = side == "to";
    if (!shape.bands.empty()) {
      const BandOf& last = shape.bands.back();
      const bool ordered = shape.rising ? last.edge < band->edge : last.edge > band->edge;
      const bool same_edge =
          last.edge == band->edge && (shape.rising ? !last.closed && band->closed : !last.closed && band->closed);
      if (!ordered && !same_edge) {
        context_.error(value.items[i].at, "bad-order",
                       shape.rising ? "bands with `to` or `under` rise from entry to entry; this one doesn't"
                                    : "bands with `from` or `over` fall from entry to entry; this one doesn't",
                       shape.rising ? "put the lowest first: the first band that holds counts"
                                    : "put the highest first: the first band that holds counts");
        return false;
      }
    }
    shape.bands.push_back(*band);
  }
  if (shape.bands.empty()) {
    context_.error(value.at, "bad-shape", "`bands` has no band with an end",
                   "write `bands: [{from: 80%, earns: 6}, {earns: 0}]`");
    return false;
  }
  term.shape = std::move(shape);
  return true;
}

// A band without an edge (NaN) is the rest. `side` is "from" or "to" for all of them.
std::optional<BandOf> CurveReader::read_band(const yaml::Value& value, bool is_last, std::string& side) {
  const Fields fields(context_, value, "a band", {"from", "over", "to", "under", "earns"});
  if (!fields.is_map()) return std::nullopt;
  const yaml::Value* earns = fields.require("earns");
  if (earns == nullptr) return std::nullopt;
  const auto marks = read_marks(context_, *earns, "`earns`", marks_.most);
  if (!marks) return std::nullopt;
  std::vector<std::string_view> edges;
  for (const std::string_view edge : {"from", "over", "to", "under"})
    if (fields.get(edge) != nullptr) edges.push_back(edge);
  if (edges.empty() && is_last && fields.knows_all()) return BandOf{no_value, true, *marks};
  if (edges.size() != 1) {
    context_.error(
        value.at, "bad-shape",
        edges.empty() ? "only the last band may do without an end" : "a band has one end: the next one begins where it ends",
        "write {from: 80%, earns: 6} or {over: 80%, earns: 6} for bands that fall, {to: …} or {under: …} for bands that rise");
    return std::nullopt;
  }
  const std::string now = edges[0] == "from" || edges[0] == "over" ? "from" : "to";
  if (!side.empty() && side != now) {
    context_.error(value.at, "bad-shape", "bands either all have `from` or `over`, or all have `to` or `under`",
                   "else there would be gaps and overlaps");
    return std::nullopt;
  }
  side = now;
  const auto edge = figure(*fields.get(edges[0]), quoted(edges[0]));
  if (!edge) return std::nullopt;
  return BandOf{*edge, edges[0] == "from" || edges[0] == "to", *marks};
}

bool CurveReader::read_count(RuleScore& term) {
  const yaml::Value* each = fields_.require("each");
  if (each == nullptr) return false;
  if (term.input.of && *term.input.of != Of::count && !seen_.has_figures) return no_figure();
  Count count;
  count.cap = marks_.cap;
  const auto marks = read_marks(context_, *each, "`each`", marks_.most);
  if (!marks) return false;
  count.each = *marks;
  if (count.each == 0) context_.error(each->at, "out-of-range", "`each` is above 0; found " + quoted(each->text));
  if (const yaml::Value* cap = fields_.get("cap")) {
    count.cap = cap->text == "none"
                    ? no_limit
                    : read_marks(context_, *cap, "`cap`", std::isinf(marks_.most) ? no_limit : marks_.most).value_or(marks_.full);
    if (count.cap < count.each && !term.input.of)
      context_.error(cap->at, "out-of-range", "`cap` is below `each`: one piece of evidence would do", "use a plain score");
  }
  term.shape = count;
  return true;
}

bool CurveReader::read_tiers(const yaml::Value& value, RuleScore& term) {
  if (!value.is_sequence() || value.items.empty()) {
    context_.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                   "`tiers` is a list; found " + (value.is_sequence() ? std::string("none") : found(value)),
                   "write `tiers: [{from: 0, each: 2}, {from: 10, each: 10}]`");
    return false;
  }
  Tiered shape;
  for (const yaml::Value& item : value.items) {
    const Fields fields(context_, item, "a tier", {"from", "each"});
    const yaml::Value *from = fields.require("from"), *each = fields.require("each");
    if (from == nullptr || each == nullptr) return false;
    const bool counts = counts_pieces(term);
    const auto at = counts ? read_number(context_, *from, "`from`", 0, no_limit) : figure(*from, "`from`");
    const auto marks = read_marks(context_, *each, "`each`", marks_.most);
    if (!at || !marks) return false;
    if (!shape.tiers.empty() && *at <= shape.tiers.back().from) {
      context_.error(from->at, "bad-order", "tiers rise from entry to entry; " + quoted(from->text) + " doesn't", "sort them");
      return false;
    }
    shape.tiers.push_back({*at, *marks});
  }
  term.shape = std::move(shape);
  return true;
}

bool CurveReader::read_date(std::string_view kind, const yaml::Value& value, RuleScore& term) {
  if (!seen_.is_date) {
    context_.error(value.at, "no-figure", "the rule `" + seen_.name + "` finds no date", "give the rule `value: {unit: date}`");
    return false;
  }
  const auto day = read_day(context_, value, quoted(kind));
  if (day) term.shape = AtMost{*day, kind == "before"};
  return day.has_value();
}

// A share and a count can't be held against the same figure.
void CurveReader::warn_mixed_units() const {
  constexpr std::array shares = {"%", "pp", "rank"};
  const auto is_share = [&](std::string_view unit) { return std::find(shares.begin(), shares.end(), unit) != shares.end(); };
  const bool some = std::any_of(seen_.units.begin(), seen_.units.end(), is_share);
  const bool one_kind =
      seen_.units.size() == 2 && std::count(seen_.units.begin(), seen_.units.end(), "pp") == 1 && seen_.may_fall;
  if (!some || seen_.units.size() < 2 || one_kind) return;
  context_.warn(at_, "mixed-units",
                "the rule " + quoted(seen_.name) + " finds " +
                    join(std::vector<std::string>(seen_.units.begin(), seen_.units.end())) +
                    "; one figure is held against them all",
                "make it two rules, each with its own unit");
}

void CurveReader::warn_any_unit() const {
  if (!seen_.units.empty() || !unit_ || unit_->empty() || seen_.is_share) return;
  context_.warn(at_, "any-unit",
                "the rule " + quoted(seen_.name) + " finds figures of any unit, not of " + quoted(*unit_) + " alone",
                "give the rule `value: {unit: \"" + std::string(*unit_) + "\"}`");
}

std::optional<Source> CurveReader::metric(const yaml::Value& value) {
  const Fields fields(context_, value, "a computed threshold", {"metric"});
  const yaml::Value* name = fields.require("metric");
  if (name == nullptr) return std::nullopt;
  const auto text = read_text(context_, *name, "`metric`");
  if (!text) return std::nullopt;
  const auto source = source_named(context_, *text, name->at, named_);
  if (!source || is_metric(*source)) return source;
  context_.error(name->at, "unknown-rule", quoted(*text) + " is a rule; a threshold is a metric",
                 "write `metrics: {line: {greatest: [" + *text + "]}}` and name that");
  return std::nullopt;
}

std::optional<double> CurveReader::positive(const yaml::Value& value, std::string_view what) {
  const auto written = figure(value, what);
  if (!written || *written > 0) return written;
  context_.error(value.at, "out-of-range", std::string(what) + " is above 0; found " + quoted(value.text));
  return std::nullopt;
}

// Of shares a step is in percentage points.
std::optional<double> CurveReader::step(const yaml::Value& value) {
  const bool of_shares = std::find(seen_.units.begin(), seen_.units.end(), "%") != seen_.units.end();
  const auto written = of_shares && value.is_scalar() ? read_figure(context_, value, "`each`") : std::nullopt;
  std::optional<double> size;
  if (!of_shares) {
    size = figure(value, "`each`");
  } else if (!value.is_scalar()) {
    size = figure(value, "`each`");  // reports the kind
  } else if (written) {
    if (written->unit.empty() || written->unit == "%" || written->unit == "pp")
      size = written->value;
    else
      context_.error(value.at, "unit-mismatch", "a step of a share is in percentage points; found " + quoted(value.text),
                     "write 1%");
  }
  if (size && *size <= 0) {
    context_.error(value.at, "out-of-range", "`each` is above 0; found " + quoted(value.text));
    return std::nullopt;
  }
  return size;
}

std::optional<double> CurveReader::figure(const yaml::Value& value, std::string_view what) {
  if (value.is_scalar()) return figure(value.text, value.at, what);
  read_figure(context_, value, what);  // reports the kind
  return std::nullopt;
}

std::optional<double> CurveReader::figure(std::string_view text, yaml::Place at, std::string_view what) {
  const bool negative = seen_.may_fall && text.size() > 1 && text[0] == '-';
  const auto read = read_figure(context_, negative ? text.substr(1) : text, at, what);
  if (!read) return std::nullopt;
  const double value = negative ? -read->value : read->value;
  if (seen_.is_share && read->unit == "%") return value / 100;
  const bool known = seen_.units.empty() || read->unit.empty() ||
                     std::find(seen_.units.begin(), seen_.units.end(), read->unit) != seen_.units.end();
  if (!known) {
    context_.error(
        at, "unit-mismatch",
        (seen_.is_metric ? "the metric `" : "the rule `") + seen_.name + "` never finds `" + std::string(read->unit) + "`",
        seen_.units.front().empty() ? "it has no unit"
                                    : "its unit is " + join(std::vector<std::string>(seen_.units.begin(), seen_.units.end())));
    return std::nullopt;
  }
  if (!unit_) unit_ = read->unit;
  if (*unit_ == read->unit || read->unit.empty() || unit_->empty()) return value;
  context_.error(at, "unit-mismatch",
                 "figures of one shape have one unit; found `" + std::string(*unit_) + "` and `" + std::string(read->unit) + "`");
  return std::nullopt;
}

std::optional<double> read_marks(const Context& context, const yaml::Value& value, std::string_view what, double most) {
  return read_number(context, value, what, 0, most);
}

std::optional<double> read_cap(const Context& context, const yaml::Value& value, double least) {
  if (value.is_scalar() && value.text == "none") return no_limit;
  const auto cap = read_number(context, value, "`cap`", 0, no_limit);
  if (!cap || *cap >= least) return cap;
  context.error(value.at, "out-of-range",
                "`cap` is not below `floor`, which is " + decimal(least) + "; found " + quoted(value.text));
  return std::nullopt;
}

std::optional<double> read_day(const Context& context, const yaml::Value& value, std::string_view what) {
  constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  constexpr std::string_view month_word = "月", day_word = "日";
  const std::string_view text = value.text;
  const std::size_t month_end = text.find(month_word);
  if (value.is_scalar() && month_end != std::string_view::npos && text.ends_with(day_word)) {
    const std::size_t begin = month_end + month_word.size();
    const Decimal month = parse_decimal(text.substr(0, month_end));
    const Decimal day = parse_decimal(text.substr(begin, text.size() - begin - day_word.size()));
    const bool good = month.problem.empty() && day.problem.empty() && month.value == std::floor(month.value) &&
                      month.value >= 1 && month.value <= 12 && day.value == std::floor(day.value) && day.value >= 1 &&
                      day.value <= days[static_cast<std::size_t>(month.value) - 1];
    if (good) return month.value * 100 + day.value;
  }
  context.error(value.at, "bad-date", std::string(what) + " is a day of the year such as 3月31日; found " + found(value),
                "write the month and the day; every year has it");
  return std::nullopt;
}

}  // namespace rulescore::reader
