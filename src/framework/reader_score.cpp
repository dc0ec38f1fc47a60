// `score`: a shape for each rule that earns something. A shape is told by its entries, so that each reads as it is said:
// {from: 50%, to: 100%}. Tested by tests/unit/framework/score.cpp.
#include "framework/reader.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::string_view shapes_hint =
    "a shape is a score (0.4), {reach: …}, {at_most: …}, {target: …}, {from: …, to: …}, {points: {…}}, {each: …, cap: …} or "
    "{total: …}";

// One shape of one rule: figures are checked against the rule that finds them.
class ShapeReader {
 public:
  ShapeReader(const Context& context, const yaml::Member& member, const Rule& rule)
      : context_(context), member_(member), rule_(rule) {}

  std::optional<Shape> read() {
    const yaml::Value& value = member_.value;
    if (value.is_scalar()) {
      if (const auto score = read_presence(value)) return Presence{*score};
      return std::nullopt;
    }
    const Fields fields(context_, value, "the shape of `" + member_.key + "`",
                        {"reach", "at_most", "target", "from", "to", "points", "each", "cap", "total"});
    if (!fields.is_map()) return std::nullopt;
    return read_map(fields);
  }

 private:
  std::optional<double> read_presence(const yaml::Value& value) {
    if (value.text.find('%') != std::string::npos) {
      context_.error(value.at, "bad-number", "a score is a number from 0 to 1; found " + quoted(value.text),
                     "write 0.5 for half, or {reach: " + value.text + "} for a threshold");
      return std::nullopt;
    }
    return read_number(context_, value, "a score", 0, 1);
  }

  std::optional<Shape> read_map(const Fields& fields) {
    constexpr std::array kinds = {"reach", "at_most", "target", "from", "points", "each", "total"};
    std::vector<std::string_view> present;
    for (const std::string_view kind : kinds)
      if (fields.get(kind) != nullptr || (kind == "from" && fields.get("to") != nullptr) ||
          (kind == "each" && fields.get("cap") != nullptr))
        present.push_back(kind);
    if (present.size() != 1) {
      const bool unreadable = present.empty() && !member_.value.members.empty();
      if (!unreadable)
        context_.error(member_.value.at, "bad-shape",
                       present.empty() ? "an empty shape" : "the entries belong to different shapes", std::string(shapes_hint));
      return std::nullopt;
    }
    if (present[0] == "each") return read_count(fields);
    if (!rule_.value) {
      context_.error(member_.value.at, "no-figure", "the rule `" + rule_.name + "` finds no figure to score",
                     "give the rule a `value: {unit: …}`, or score its presence: `" + rule_.name + ": 0.5`");
      return std::nullopt;
    }
    warn_mixed_units();
    std::optional<Shape> shape;
    if (present[0] == "from")
      shape = read_linear(fields);
    else if (present[0] == "points")
      shape = read_points(*fields.get("points"));
    else
      shape = read_one(present[0], *fields.get(present[0]));
    if (shape) warn_any_unit();
    return shape;
  }

  // A share and a count can't be held against the same figure.
  void warn_mixed_units() const {
    constexpr std::array shares = {"%", "pp", "rank"};
    const std::vector<std::string_view> units = units_of(rule_);
    const auto is_share = [&](std::string_view unit) { return std::find(shares.begin(), shares.end(), unit) != shares.end(); };
    const bool some = std::any_of(units.begin(), units.end(), is_share);
    if (!some || units.size() < 2) return;
    context_.warn(member_.value.at, "mixed-units",
                  "the rule " + quoted(rule_.name) + " finds " + join(std::vector<std::string>(units.begin(), units.end())) +
                      "; one figure is held against them all",
                  "make it two rules, each with its own unit");
  }

  void warn_any_unit() const {
    if (!units_of(rule_).empty() || !unit_ || unit_->empty()) return;
    context_.warn(member_.value.at, "any-unit",
                  "the rule " + quoted(rule_.name) + " finds figures of any unit, not of " + quoted(*unit_) + " alone",
                  "give the rule `value: {unit: \"" + std::string(*unit_) + "\"}`");
  }

  std::optional<Shape> read_one(std::string_view kind, const yaml::Value& value) {
    const std::optional<double> figure = read_checked(value, quoted(kind));
    if (!figure) return std::nullopt;
    if (kind == "reach") return AtLeast{*figure};
    if (kind == "at_most") return AtMost{*figure};
    if (*figure > 0) return kind == "target" ? Shape(Proportion{*figure}) : Shape(Total{*figure});
    context_.error(value.at, "out-of-range", quoted(kind) + " is above 0; found " + quoted(value.text));
    return std::nullopt;
  }

  std::optional<Shape> read_linear(const Fields& fields) {
    const yaml::Value* from = fields.require("from");
    const yaml::Value* to = fields.require("to");
    if (from == nullptr || to == nullptr) return std::nullopt;
    const std::optional<double> low = read_checked(*from, "`from`");
    const std::optional<double> high = read_checked(*to, "`to`");
    if (!low || !high) return std::nullopt;
    if (*low != *high) return Linear{*low, *high};
    context_.error(to->at, "bad-shape", "`from` and `to` are the same", "use {reach: " + to->text + "} for all or nothing");
    return std::nullopt;
  }

  std::optional<Shape> read_count(const Fields& fields) {
    const yaml::Value* each = fields.require("each");
    if (each == nullptr) return std::nullopt;
    Count count;
    const std::optional<double> score = read_number(context_, *each, "`each`", 0, 1);
    if (!score) return std::nullopt;
    count.each = *score;
    if (count.each == 0) context_.error(each->at, "out-of-range", "`each` is above 0; found " + quoted(each->text));
    if (const yaml::Value* cap = fields.get("cap")) {
      count.cap = read_number(context_, *cap, "`cap`", 0, 1).value_or(1);
      if (count.cap < count.each)
        context_.error(cap->at, "out-of-range", "`cap` is below `each`: one piece of evidence would do", "use a plain score");
    }
    return count;
  }

  std::optional<Shape> read_points(const yaml::Value& value) {
    if (!value.is_map() || value.members.size() < 2) {
      context_.error(value.at, value.is_map() ? "bad-shape" : "wrong-type",
                     "`points` is a map of at least two figures and their scores; found " +
                         (value.is_map() ? std::to_string(value.members.size()) : found(value)),
                     "write `points: {60%: 0, 80%: 0.5, 100%: 1}`");
      return std::nullopt;
    }
    Piecewise shape;
    for (const yaml::Member& member : value.members) {
      const std::optional<double> figure = read_checked(member.key, member.at, "a point");
      const std::optional<double> score = read_number(context_, member.value, "a score", 0, 1);
      if (!figure || !score) continue;
      if (!shape.points.empty() && *figure <= shape.points.back().first)
        context_.error(member.at, "bad-order", "points rise from entry to entry; " + quoted(member.key) + " doesn't",
                       "sort them");
      shape.points.emplace_back(*figure, *score);
    }
    return shape;
  }

  std::optional<double> read_checked(const yaml::Value& value, std::string_view what) {
    if (value.is_scalar()) return read_checked(value.text, value.at, what);
    read_figure(context_, value, what);  // reports the kind
    return std::nullopt;
  }

  // A figure whose unit the rule finds and the shape's other figures share.
  std::optional<double> read_checked(std::string_view text, yaml::Place at, std::string_view what) {
    const std::optional<Figure> figure = read_figure(context_, text, at, what);
    if (!figure || !check_unit(context_, at, rule_, figure->unit)) return std::nullopt;
    if (!unit_) unit_ = figure->unit;
    if (*unit_ == figure->unit || figure->unit.empty() || unit_->empty()) return figure->value;
    context_.error(
        at, "unit-mismatch",
        "figures of one shape have one unit; found `" + std::string(*unit_) + "` and `" + std::string(figure->unit) + "`");
    return std::nullopt;
  }

  const Context& context_;
  const yaml::Member& member_;
  const Rule& rule_;
  std::optional<std::string_view> unit_;
};

class BlockReader {
 public:
  BlockReader(const Context& context, const std::vector<Rule>& rules) : context_(context), rules_(rules), scored_(rules.size()) {}

  ScoreBlock read(const yaml::Value& value) {
    for (const yaml::Member& member : value.members) {
      if (member.value.is_null())
        context_.error(member.at, "no-value", quoted(member.key) + " has no value", std::string(shapes_hint));
      else if (member.key == "take")
        read_take(member.value);
      else if (member.key == "all_of")
        read_rules_of(member, block_.all_of);
      else if (member.key == "otherwise")
        read_rules_of(member, block_.otherwise);
      else if (member.key == "problem")
        read_problem(member.value);
      else
        read_rule(member, block_.rules);
    }
    if (failed_) return std::move(block_);
    if (block_.rules.empty() && block_.all_of.empty())
      context_.error(value.at, "empty-list", "`score` gives nothing for any rule", "write `rule: 0.5`");
    warn_unscored();
    return std::move(block_);
  }

 private:
  void read_take(const yaml::Value& value) {
    constexpr std::array takes = {Take::best, Take::sum, Take::mean, Take::min};
    if (const auto index = read_choice(context_, value, "`take`", {"best", "sum", "mean", "min"})) block_.take = takes[*index];
  }

  void read_problem(const yaml::Value& value) {
    const Fields fields(context_, value, "`problem`", {"cost"});
    if (const yaml::Value* cost = fields.require("cost"))
      block_.problem_cost = read_number(context_, *cost, "`cost`", 0, 1).value_or(0);
  }

  void read_rules_of(const yaml::Member& member, std::vector<RuleScore>& into) {
    if (!member.value.is_map() || member.value.members.empty()) {
      context_.error(member.value.at, member.value.is_map() ? "empty-list" : "wrong-type",
                     quoted(member.key) + " is a map of rules and shapes; found " +
                         (member.value.is_map() ? std::string("none") : found(member.value)),
                     "write `" + member.key + ": {rule: 0.5}`");
      failed_ = true;
    }
    for (const yaml::Member& entry : member.value.members) read_rule(entry, into);
  }

  void read_rule(const yaml::Member& member, std::vector<RuleScore>& into) {
    const std::optional<std::size_t> index = rule_named(context_, member.key, member.at, rules_);
    failed_ = failed_ || !index;
    if (!index) return;
    scored_[*index] = true;
    const std::optional<Shape> shape = ShapeReader(context_, member, rules_[*index]).read();
    failed_ = failed_ || !shape;
    if (shape) into.push_back({static_cast<std::uint16_t>(*index), *shape, 1});
  }

  void warn_unscored() const {
    if (block_.problem_cost > 0) return;  // it may be there to find the problem
    for (std::size_t i = 0; i < rules_.size(); ++i)
      if (!scored_[i])
        context_.warn(context_.sources[rules_[i].file].place_of(rules_[i].line, rules_[i].name), "unscored-rule",
                      "the rule `" + rules_[i].name + "` finds evidence that earns nothing", "name it in `score`, or drop it");
  }

  const Context& context_;
  const std::vector<Rule>& rules_;
  std::vector<bool> scored_;
  ScoreBlock block_;
  bool failed_ = false;
};

}  // namespace

ScoreBlock read_score(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules) {
  if (value.is_map()) return BlockReader(context, rules).read(value);
  context.error(value.at, "wrong-type", "`score` is a map of rules and shapes; found " + found(value), "write `rule: 0.5`");
  return {};
}

}  // namespace rulescore::reader
