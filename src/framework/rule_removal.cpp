#include "framework/rule_removal.hpp"

#include "framework/outline.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rulescore::reader {
namespace {

using yaml::Member;
using yaml::Value;

constexpr std::array how = {"take", "start",    "problem", "floor",
                            "cap",  "together", "full",    "weight"};  // entries of `score` that earn nothing
constexpr std::array needed = {"code", "title", "children", "evidence", "score"};
constexpr std::array blocks = {"all_of", "otherwise", "deduct", "bonus"};  // maps of terms

bool erase_key(Value& map, std::string_view key) {
  return std::erase_if(map.members, [&](const Member& member) { return member.key == key; }) > 0;
}

// Terms of `name`, and blocks and groups that hold no other.
void drop_terms(Value& score, std::string_view name) {
  erase_key(score, name);
  for (const char* block : blocks)
    if (Member* const terms = member_of(score, block); terms != nullptr && terms->value.is_map())
      if (erase_key(terms->value, name) && terms->value.members.empty()) erase_key(score, block);
  Member* const together = member_of(score, "together");
  if (together == nullptr || !together->value.is_sequence()) return;
  std::erase_if(together->value.items, [&](Value& group) {
    Member* const of = member_of(group, "of");
    return of != nullptr && std::erase_if(of->value.items, [&](const Value& v) { return v.text == name; }) > 0 &&
           of->value.items.empty();
  });
  if (together->value.items.empty()) erase_key(score, "together");
}

bool expects(const Value& find, std::string_view rule) {
  if (find.is_map()) return text_of(find, "rule") == rule;
  return std::any_of(find.items.begin(), find.items.end(), [&](const Value& one) { return expects(one, rule); });
}

// Somewhere in what a metric is made of.
bool uses(const Value& metric, std::string_view name) {
  if (metric.is_scalar()) return metric.text == name;
  return std::any_of(metric.items.begin(), metric.items.end(), [&](const Value& item) { return uses(item, name); }) ||
         std::any_of(metric.members.begin(), metric.members.end(), [&](const Member& m) { return uses(m.value, name); });
}

bool earns_nothing(const Value& score) {
  return score.is_map() && std::all_of(score.members.begin(), score.members.end(), [](const Member& member) {
           return std::find(how.begin(), how.end(), member.key) != how.end();
         });
}

std::vector<std::string> names_in(const Value& node) {
  std::vector<std::string> names;
  for (const std::string_view key : {"evidence", "metrics"})
    if (const Value* const map = node.find(key))
      for (const Member& member : map->members) names.push_back(member.key);
  for (const Member& member : node.members) names.push_back(member.key);
  return names;
}

}  // namespace

void RuleRemoval::remove(Value& node, const std::string& node_name, const Value& item) {
  const std::optional<std::string> name = read_text(context_, item, "a rule that `remove` names");
  if (!name) return;
  before_.try_emplace(&node, node);
  if (remove_rule(node, *name)) {
    removed_.push_back({&node, node_name, *name, item.at});
    return drop_examples(node, removed_.back());
  }
  if (std::find(needed.begin(), needed.end(), *name) != needed.end())
    return context_.error(item.at, "conflict", quoted(node_name) + " can't be without its " + quoted(*name),
                          "give it another with `set`, or remove the node itself");
  if (erase_key(node, *name)) return;
  context_.error(item.at, "unknown-rule",
                 quoted(node_name) + " has no rule, metric or other entry " + quoted(*name) + " to remove",
                 did_you_mean(*name, names_in(node)));
}

bool RuleRemoval::remove_rule(Value& node, const std::string& name) {
  for (const std::string_view key : {"evidence", "metrics"}) {
    Member* const map = member_of(node, key);
    if (map == nullptr || !erase_key(map->value, name)) continue;
    if (Member* const score = member_of(node, "score")) drop_terms(score->value, name);
    if (key == "metrics" && map->value.members.empty()) erase_key(node, key);
    return true;
  }
  return false;
}

void RuleRemoval::drop_examples(Value& node, const Removed& removed) {
  Member* const examples = member_of(node, "examples");
  if (examples == nullptr) return;
  std::erase_if(examples->value.items, [&](const Value& example) {
    const Value* const find = example.find("find");
    if (find == nullptr || !expects(*find, removed.name)) return false;
    context_.warn(removed.at, "orphan-example",
                  "an example of " + quoted(removed.node_name) + " expects the rule " + quoted(removed.name) +
                      "; it goes, too; see " + context_.line_of(example.at, removed.at),
                  "to keep its sentence, add it again with what is to be found now");
    return true;
  });
  if (examples->value.items.empty()) erase_key(node, "examples");
}

void RuleRemoval::finish() {
  for (const Removed& removed : removed_)
    if (!is_spared(removed) || !leaves_enough(removed)) *removed.node = before_.at(removed.node);
}

bool RuleRemoval::leaves_enough(const Removed& removed) const {
  const Value* const score = removed.node->find("score");
  if (score == nullptr || !earns_nothing(*score)) return true;
  context_.error(removed.at, "nothing-left",
                 "without " + quoted(removed.name) + ", nothing earns in " + quoted(removed.node_name),
                 "set its `score`, or remove the indicator itself");
  return false;
}

bool RuleRemoval::is_spared(const Removed& removed) const {
  const Value* const metrics = removed.node->find("metrics");
  if (metrics == nullptr) return true;
  const auto user = std::find_if(metrics->members.begin(), metrics->members.end(),
                                 [&](const Member& metric) { return uses(metric.value, removed.name); });
  if (user == metrics->members.end()) return true;
  context_.error(
      removed.at, "still-used",
      "the metric " + quoted(user->key) + " of " + quoted(removed.node_name) + " is computed from " + quoted(removed.name),
      "remove it, too: `remove: [{" + removed.node_name + ": [" + removed.name + ", " + user->key + "]}]`");
  return false;
}

}  // namespace rulescore::reader
