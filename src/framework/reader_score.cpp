// `score`: a term for each rule or metric that earns or costs something, and how they combine. Every number is in the indicator's
// marks. Tested by tests/unit/framework/score.cpp and tests/malformed.
#include "framework/reader_term.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::string_view block_hint =
    "a shape is a score (0.4) or a map such as {reach: 100%}, {from: 50%, to: 100%} or {each: 0.25, cap: 1}";

class BlockReader {
 public:
  BlockReader(const Context& context, const Named& named, double full)
      : context_(context), named_(named), scored_(named.rules->size()) {
    block_.full = block_.cap = full;
  }

  ScoreBlock read(const yaml::Value& value) {
    read_ends(value);  // first: they say how large the other numbers may be
    for (const yaml::Member& member : value.members) {
      if (member.value.is_null())
        context_.error(member.at, "no-value", quoted(member.key) + " has no value", std::string(block_hint));
      else
        read_entry(member);
    }
    if (!failed_) check(value);
    return std::move(block_);
  }

 private:
  void read_ends(const yaml::Value& value) {
    if (const yaml::Value* floor = value.find("floor"); floor != nullptr && !floor->is_null())
      block_.floor = read_marks(context_, *floor, "`floor`", block_.full).value_or(0);
    if (const yaml::Value* cap = value.find("cap"); cap != nullptr && !cap->is_null())
      block_.cap = read_cap(context_, *cap, block_.floor).value_or(block_.full);
    if (const yaml::Value* start = value.find("start"); start != nullptr && !start->is_null()) {
      block_.start = read_marks(context_, *start, "`start`", most()).value_or(0);
      has_start_ = true;
    }
  }

  double most() const noexcept { return std::max(block_.full, block_.cap); }
  MarksOf terms() const noexcept { return {block_.full, most(), block_.full, false}; }
  MarksOf additions(bool is_deduction) const noexcept { return {block_.full, no_limit, no_limit, is_deduction}; }

  void read_entry(const yaml::Member& member) {
    const std::string& key = member.key;
    if (key == "floor" || key == "cap" || key == "start") return;  // read
    if (key == "take")
      read_take(member.value);
    else if (key == "all_of")
      read_list(member, block_.all_of, terms());
    else if (key == "otherwise")
      read_list(member, block_.otherwise, terms());
    else if (key == "bonus")
      read_list(member, block_.bonus, additions(false));
    else if (key == "deduct")
      read_list(member, block_.deduct, additions(true));
    else if (key == "together")
      together_ = &member.value;
    else if (key == "problem")
      read_problem(member.value);
    else if (key == "given")
      read_given(member.value);
    else
      read_rule(member, block_.rules, terms());
  }

  void read_take(const yaml::Value& value) {
    constexpr std::array takes = {Take::best, Take::sum, Take::mean, Take::min};
    if (const auto index = read_choice(context_, value, "`take`", {"best", "sum", "mean", "min"})) block_.take = takes[*index];
  }

  void read_problem(const yaml::Value& value) {
    const Fields fields(context_, value, "`problem`", {"cost", "each", "cap"});
    const yaml::Value* each = fields.get("each");
    if (const yaml::Value* cap = fields.get("cap")) {
      if (each == nullptr) context_.error(cap->at, "conflict", "`cap` limits what each problem costs", "add `each: 0.2`");
      block_.problem_cap = read_marks(context_, *cap, "`cap`", block_.full).value_or(block_.full);
    }
    if (each != nullptr) block_.problem_each = read_marks(context_, *each, "`each`", block_.full).value_or(0);
    const yaml::Value* cost = each == nullptr && !fields.place_of("cap") ? fields.require("cost") : fields.get("cost");
    if (cost == nullptr) return;
    block_.problem_cost = read_marks(context_, *cost, "`cost`", block_.full).value_or(0);
    if (each != nullptr)
      context_.error(cost->at, "conflict", "a problem has either a `cost` or costs `each`, not both", "drop one");
  }

  void read_given(const yaml::Value& value) {
    const auto direct = read_direct(context_, value);
    is_given_ = true;
    failed_ = failed_ || !direct;
    if (direct) block_.direct = *direct;
  }

  void read_list(const yaml::Member& member, std::vector<RuleScore>& into, const MarksOf& marks) {
    if (!member.value.is_map() || member.value.members.empty()) {
      context_.error(member.value.at, member.value.is_map() ? "empty-list" : "wrong-type",
                     quoted(member.key) + " is a map of rules and shapes; found " +
                         (member.value.is_map() ? std::string("none") : found(member.value)),
                     "write `" + member.key + ": {rule: 0.5}`");
      failed_ = true;
    }
    for (const yaml::Member& entry : member.value.members) read_rule(entry, into, marks);
  }

  void read_rule(const yaml::Member& member, std::vector<RuleScore>& into, const MarksOf& marks) {
    const auto source = source_named(context_, member.key, member.at, named_);
    failed_ = failed_ || !source;
    if (!source) return;
    note_scored(*source);
    const auto term = read_term(context_, member, *source, named_, marks);
    failed_ = failed_ || !term;
    if (!term) return;
    if (term->threshold != no_source) note_scored(term->threshold);
    into.push_back(*term);
  }

  // A rule is scored when a term uses it, or a metric that one uses.
  void note_scored(Source source) {
    if (!is_metric(source)) {
      scored_[source] = true;
      return;
    }
    for (const Operand& operand : (*named_.metrics)[source - first_metric].of) note_scored(operand.source);
  }

  // ---- What needs the whole block

  void check(const yaml::Value& value) {
    const bool earns = !block_.rules.empty() || !block_.all_of.empty();
    if (!has_start_ && !earns && block_.bonus.empty() && !block_.deduct.empty()) block_.start = block_.full;
    if (!earns && block_.bonus.empty() && block_.deduct.empty() && !is_given_)
      context_.error(value.at, "empty-list", "`score` gives nothing for any rule", "write `rule: 0.5`");
    if (together_ != nullptr) read_together(*together_);
    warn_unscored();
  }

  void read_together(const yaml::Value& value) {
    if (!value.is_sequence() || value.items.empty()) {
      context_.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                     "`together` is a list of groups; found " + (value.is_sequence() ? std::string("none") : found(value)),
                     "write `together: [{of: [a, b], keep: highest}]`");
      return;
    }
    for (const yaml::Value& item : value.items)
      if (auto group = read_group(item)) block_.together.push_back(std::move(*group));
  }

  std::optional<Together> read_group(const yaml::Value& value) {
    const Fields fields(context_, value, "a group of `together`", {"of", "keep", "cap"});
    if (!fields.is_map()) return std::nullopt;
    Together group;
    const yaml::Value* of = fields.require("of");
    if (of == nullptr || !read_members(*of, group)) return std::nullopt;
    const yaml::Value *keep = fields.get("keep"), *cap = fields.get("cap");
    if (keep == nullptr && cap == nullptr && fields.knows_all()) {
      context_.error(value.at, "missing-key", "a group of `together` lacks `keep` or `cap`",
                     "say which counts (keep: highest, lowest or first), or what they give at most (cap: 20)");
      return std::nullopt;
    }
    if (keep != nullptr) {
      constexpr std::array kept = {Keep::highest, Keep::lowest, Keep::first};
      const auto choice = read_choice(context_, *keep, "`keep`", {"highest", "lowest", "first"});
      if (!choice) return std::nullopt;
      group.keep = kept[*choice];
    }
    if (cap != nullptr) group.cap = read_marks(context_, *cap, "`cap`", no_limit).value_or(no_limit);
    return group;
  }

  bool read_members(const yaml::Value& of, Together& group) {
    if (!of.is_sequence() || of.items.size() < 2) {
      context_.error(of.at, "wrong-type", "`of` is a list of at least two rules; found " + found(of), "write `of: [a, b]`");
      return false;
    }
    for (const yaml::Value& item : of.items) {
      const auto name = read_text(context_, item, "a rule of `together`");
      const auto source = name ? source_named(context_, *name, item.at, named_) : std::nullopt;
      if (!source) return false;
      if (std::find(group.of.begin(), group.of.end(), *source) != group.of.end()) {
        context_.error(item.at, "duplicate-name", quoted(*name) + " stands twice in one group", "drop one");
        return false;
      }
      group.of.push_back(*source);
    }
    for (const auto* list : {&block_.rules, &block_.bonus, &block_.deduct})
      if (members_in(*list, group) > 1) return true;
    context_.error(of.at, "bad-shape", "`together` is about terms that stand side by side in `score`, `bonus` or `deduct`",
                   "name two of one list");
    return false;
  }

  static std::size_t members_in(const std::vector<RuleScore>& list, const Together& group) {
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const RuleScore& term) {
      return std::find(group.of.begin(), group.of.end(), term.rule) != group.of.end();
    }));
  }

  void warn_unscored() const {
    if (block_.problem_cost > 0 || block_.problem_each > 0) return;  // it may be there to find the problem
    const std::vector<Rule>& rules = *named_.rules;
    for (std::size_t i = 0; i < rules.size(); ++i)
      if (!scored_[i])
        context_.warn(context_.sources[rules[i].file].place_of(rules[i].line, rules[i].name), "unscored-rule",
                      "the rule `" + rules[i].name + "` finds evidence that earns nothing", "name it in `score`, or drop it");
  }

  const Context& context_;
  const Named& named_;
  std::vector<bool> scored_;
  ScoreBlock block_;
  const yaml::Value* together_ = nullptr;
  bool failed_ = false, has_start_ = false, is_given_ = false;
};

}  // namespace

ScoreBlock read_score(const Context& context, const yaml::Value& value, const Named& named, double full) {
  if (value.is_map()) return BlockReader(context, named, full).read(value);
  context.error(value.at, "wrong-type", "`score` is a map of rules and shapes; found " + found(value), "write `rule: 0.5`");
  return {};
}

}  // namespace rulescore::reader
