#include "framework/overlay.hpp"

#include "framework/outline.hpp"
#include "framework/rule_removal.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rulescore::reader {
namespace {

using yaml::Member;
using yaml::Value;

constexpr std::array instructions = {"extends", "set", "add", "remove"};
constexpr std::array own = {"rulescore", "id", "version", "title"};                            // not inherited
constexpr std::array merged_whole = {"lexicon", "figures", "status", "attribution", "earns"};  // entry by entry
constexpr std::array merged_node = {"evidence", "metrics", "earns"};
constexpr std::string_view whole = "framework";  // the root, as a target

template <std::size_t size>
bool is_one_of(const std::array<const char*, size>& names, std::string_view key) {
  return std::find(names.begin(), names.end(), key) != names.end();
}

// In place of what stands under its key, or as a new entry, above the children.
void put(Value& map, Member entry) {
  if (Member* const old = member_of(map, entry.key))
    *old = std::move(entry);
  else
    map.members.insert(std::find_if(map.members.begin(), map.members.end(), [](const Member& m) { return m.key == "children"; }),
                       std::move(entry));
}

class Overlay {
 public:
  Overlay(const Context& context, Value base, Value overlay)
      : context_(context), root_(std::move(base)), overlay_(std::move(overlay)), outline_(root_) {}

  Value apply() {
    if (const Member* const remove = member_of(overlay_, "remove")) plan_removals(*remove);
    if (Member* const set = member_of(overlay_, "set")) set_nodes(*set);
    removal_.finish();
    if (Member* const add = member_of(overlay_, "add")) plan_additions(*add);
    rebuild(root_);
    override_whole();
    return std::move(root_);
  }

 private:
  // --- the whole

  void override_whole() {
    std::erase_if(root_.members, [&](const Member& m) { return is_one_of(own, m.key) && overlay_.find(m.key) == nullptr; });
    for (Member& entry : overlay_.members) {
      if (is_one_of(instructions, entry.key) || entry.key == "children" || entry.key == "groups") continue;
      Member* const old = member_of(root_, entry.key);
      if (old == nullptr || !is_one_of(merged_whole, entry.key) || !old->value.is_map() || !entry.value.is_map())
        put(root_, std::move(entry));
      else
        merge(old->value, std::move(entry.value), entry.key == "status" ? "headings" : "", nullptr);
    }
    root_.at = overlay_.at;
  }

  // Entry by entry; the map under `inner`, too. `told` is called with entries that are there already.
  template <typename Told>
  void merge(Value& into, Value from, std::string_view inner, const Told& told) {
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < into.members.size(); ++i) places.emplace(into.members[i].key, i);
    for (Member& entry : from.members) {
      const auto place = places.find(entry.key);
      if (place == places.end()) {
        into.members.push_back(std::move(entry));
        continue;
      }
      Member& old = into.members[place->second];
      if constexpr (!std::is_null_pointer_v<Told>) told(old, entry);
      if (!inner.empty() && entry.key == inner && old.value.is_map() && entry.value.is_map())
        merge(old.value, std::move(entry.value), "", told);
      else
        old = std::move(entry);
    }
  }

  // --- targets

  bool is_whole(std::string_view name) const {
    return name == whole || name == text_of(root_, "id") || name == text_of(overlay_, "id");
  }

  // The node that `name` means; reports one that isn't there, and one this file removes.
  const Outline::Entry* target(yaml::Place at, const std::string& name, bool may_be_removed = false) {
    const Outline::Entry* const entry = outline_.find(name);
    if (entry == nullptr) {
      if (context_.journal.full()) return nullptr;
      const std::string hint = did_you_mean(name, outline_.codes());
      context_.error(at, "unknown-target", "there is no group or indicator " + quoted(name) + " in " + base_name(),
                     hint.empty() ? "name it by its code, or an indicator by its number" : hint);
      return nullptr;
    }
    if (may_be_removed) return entry;
    for (const Outline::Entry* up = entry; up != nullptr; up = up->parent)
      if (const auto removed = removed_.find(up->node); removed != removed_.end()) {
        context_.error(at, "unknown-target", quoted(name) + " is removed in " + context_.line_of(removed->second, at),
                       "drop one of the two");
        return nullptr;
      }
    return entry;
  }

  std::string base_name() const {
    const std::string_view id = text_of(root_, "id");
    return id.empty() ? "the framework it extends" : quoted(id);
  }

  // A target once only, under whichever of its names.
  bool check_new(yaml::Place at, const std::string& name, const Value* node, std::map<const Value*, yaml::Place>& seen) {
    const auto [first, is_new] = seen.emplace(node, at);
    if (!is_new)
      context_.error(at, "duplicate-key", quoted(name) + " stands here twice; see " + context_.line_of(first->second, at),
                     "put what belongs to it in one place");
    return is_new;
  }

  bool check_map(const Member& member, const char* example) {
    if (member.value.is_map() && !member.value.members.empty()) return true;
    context_.error(
        member.value.is_null() ? member.at : member.value.at, member.value.is_map() ? "empty-list" : "wrong-type",
        quoted(member.key) + " is a map by codes; found " + (member.value.is_map() ? std::string("none") : found(member.value)),
        std::string("write `") + example + "`");
    return false;
  }

  // --- remove

  void plan_removals(const Member& remove) {
    if (!remove.value.is_sequence() || remove.value.items.empty())
      return context_.error(
          remove.value.is_null() ? remove.at : remove.value.at, remove.value.is_sequence() ? "empty-list" : "wrong-type",
          "`remove` is a list; found " + (remove.value.is_sequence() ? std::string("none") : found(remove.value)),
          "write `remove: [B1.2]`, or for a rule `remove: [{E1.3: [rate]}]`");
    for (const Value& item : remove.value.items) {
      if (item.is_map())
        for (const Member& member : item.members) remove_entries(member);
      else if (const std::optional<std::string> name = read_text(context_, item, "an entry of `remove`"))
        plan_removal(item.at, *name);
    }
  }

  void plan_removal(yaml::Place at, const std::string& name) {
    if (outline_.find(name) == nullptr && is_whole(name))
      return context_.error(at, "conflict", "the whole can't be removed", "name a group or an indicator");
    if (const Outline::Entry* const entry = target(at, name, true)) check_new(at, name, entry->node, removed_);
  }

  void remove_entries(const Member& member) {
    const Outline::Entry* const entry = target(member.at, member.key);
    if (entry == nullptr) return;
    const Value& names = member.value;
    if (names.is_scalar()) return removal_.remove(*entry->node, member.key, names);
    if (!names.is_sequence() || names.items.empty())
      return context_.error(names.at, names.is_sequence() ? "empty-list" : "wrong-type",
                            "what `remove` takes from " + quoted(member.key) + " is a list of rules; found " +
                                (names.is_sequence() ? std::string("none") : found(names)),
                            "write `{" + member.key + ": [rule, rule]}`");
    for (const Value& name : names.items) removal_.remove(*entry->node, member.key, name);
  }

  // --- set

  void set_nodes(Member& set) {
    if (!check_map(set, "set: {E1.3: {weight: 2}}")) return;
    std::map<const Value*, yaml::Place> seen;
    for (Member& member : set.value.members) {
      if (outline_.find(member.key) == nullptr && is_whole(member.key)) {
        context_.error(member.at, "conflict", "entries of the whole don't stand under `set`",
                       "write them at the top of this file");
        continue;
      }
      const Outline::Entry* const entry = target(member.at, member.key);
      if (entry == nullptr || !check_new(member.at, member.key, entry->node, seen)) continue;
      if (!member.value.is_map() || member.value.members.empty())
        context_.error(member.value.is_null() ? member.at : member.value.at, member.value.is_map() ? "empty-list" : "wrong-type",
                       "what `set` changes in " + quoted(member.key) + " is a map of entries; found " +
                           (member.value.is_map() ? std::string("none") : found(member.value)),
                       "write `" + member.key + ": {weight: 2}`");
      else
        for (Member& change : member.value.members) set_entry(*entry->node, member.key, std::move(change));
    }
  }

  void set_entry(Value& node, const std::string& name, Member change) {
    const auto told = [&](const Member& old, const Member& now) { warn_unchanged(name, old, now); };
    Member* const old = member_of(node, change.key);
    if (old == nullptr) return put(node, std::move(change));
    if (change.key == "children" && old->value.is_sequence()) {
      told(*old, change);
      replaced_[&node] = std::move(change);
    } else if (is_one_of(merged_node, change.key) && old->value.is_map() && change.value.is_map()) {
      merge(old->value, std::move(change.value), "", told);
    } else if (change.key == "examples" && old->value.is_sequence() && change.value.is_sequence()) {
      std::move(change.value.items.begin(), change.value.items.end(), std::back_inserter(old->value.items));
    } else {
      told(*old, change);
      *old = std::move(change);
    }
  }

  void warn_unchanged(const std::string& name, const Member& old, const Member& now) {
    if (same_content(old.value, now.value))
      context_.warn(now.at, "unchanged",
                    quoted(now.key) + " of " + quoted(name) + " is this already; see " + context_.line_of(old.at, now.at),
                    "drop it, or change it");
  }

  // --- add

  void plan_additions(Member& add) {
    if (!check_map(add, "add: {E1: [{code: E1.9, …}]}")) return;
    std::map<const Value*, yaml::Place> seen;
    for (Member& member : add.value.members) {
      Value* group = nullptr;
      if (outline_.find(member.key) == nullptr && is_whole(member.key))
        group = &root_;
      else if (const Outline::Entry* const entry = target(member.at, member.key))
        group = entry->node;
      if (group == nullptr || !check_new(member.at, member.key, group, seen)) continue;
      if (children_of(*group) == nullptr)
        context_.error(member.at, "conflict", quoted(member.key) + " is no group; nodes are added to groups",
                       "name the group that is to hold them");
      else if (!member.value.is_sequence() || member.value.items.empty())
        context_.error(member.value.is_null() ? member.at : member.value.at,
                       member.value.is_sequence() ? "empty-list" : "wrong-type",
                       "what `add` puts into " + quoted(member.key) + " is a list of groups or indicators; found " +
                           (member.value.is_sequence() ? std::string("none") : found(member.value)),
                       "start each with `- code: …`");
      else
        added_[group] = std::move(member.value.items);
    }
  }

  // --- the tree as planned

  // Children first: what is planned knows nodes by their address, and those of children move when a list changes.
  void rebuild(Value& node) {
    Value* const children = children_of(node);
    if (children == nullptr) return;
    for (Value& child : children->items) rebuild(child);
    const auto added = added_.find(&node);
    if (added == added_.end() && is_emptied(node, *children)) return;
    if (const auto replaced = replaced_.find(&node); replaced != replaced_.end()) {
      *member_of(node, "children") = std::move(replaced->second);
    } else {
      std::vector<Value> left;
      for (Value& child : children->items)
        if (!removed_.contains(&child)) left.push_back(std::move(child));
      children->items = std::move(left);
    }
    if (added != added_.end())
      std::move(added->second.begin(), added->second.end(), std::back_inserter(children_of(node)->items));
  }

  // Every child is removed, which is reported.
  bool is_emptied(const Value& node, const Value& children) {
    if (children.items.empty() || replaced_.contains(&node)) return false;
    for (const Value& child : children.items)
      if (!removed_.contains(&child)) return false;
    const bool is_root = &node == &root_;
    const std::string name = quoted(text_of(node, "code"));
    context_.error(removed_.at(&children.items.back()), "nothing-left",
                   "this removes the last " + (is_root ? "group of the framework" : "child of " + name),
                   is_root ? "a framework needs one" : "remove " + name + " itself, or add another to it");
    return true;
  }

  const Context& context_;
  Value root_, overlay_;
  Outline outline_;
  RuleRemoval removal_{context_};
  std::map<const Value*, yaml::Place> removed_;
  std::map<const Value*, Member> replaced_;
  std::map<const Value*, std::vector<Value>> added_;
};

std::vector<const Member*> by_key(const Value& map) {
  std::vector<const Member*> members;
  for (const Member& member : map.members) members.push_back(&member);
  std::sort(members.begin(), members.end(), [](const Member* a, const Member* b) { return a->key < b->key; });
  return members;
}

}  // namespace

bool same_content(const Value& a, const Value& b) {
  if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() || a.members.size() != b.members.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same_content(a.items[i], b.items[i])) return false;
  const std::vector<const Member*> left = by_key(a), right = by_key(b);
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i]->key != right[i]->key || !same_content(left[i]->value, right[i]->value)) return false;
  return true;
}

Value overlaid(const Context& context, Value base, Value overlay) {
  return Overlay(context, std::move(base), std::move(overlay)).apply();
}

}  // namespace rulescore::reader
