// What two frameworks say differently, key by key, from the trees they were assembled into: layout, comments and the files things
// stand in are gone by then. Groups and indicators are paired by their codes, rules and lexicons by their names, alternatives by
// what they say. Outside face: edit.hpp. Tested by tests/unit/framework/difference.cpp.
#include "base/number.hpp"
#include "framework/model.hpp"
#include "framework/written.hpp"

#include <rulescore/edit.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace rulescore {
namespace {

using yaml::Kind;
using yaml::Member;
using yaml::Value;

bool same(const Value& a, const Value& b) {
  const auto same_member = [](const Member& x, const Member& y) { return x.key == y.key && same(x.value, y.value); };
  return a.kind == b.kind && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same_member);
}

// ---- a value as one line of YAML -----------------------------------------------------------------------------------------

std::string scalar(const Value& value) {
  const std::string& text = value.text;
  const bool plain =
      !text.empty() && text.find_first_of(",[]{}:#\"'\\\n") == std::string::npos && text.front() != ' ' && text.back() != ' ';
  if (plain) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n')
      quoted += "\\n";
    else
      quoted += c;
  }
  return quoted + '"';
}

std::string flow(const Value& value);

std::string flow(const std::vector<Value>& items) {
  std::string text;
  for (const Value& item : items) text += (text.empty() ? "" : ", ") + flow(item);
  return text;
}

std::string flow(const Value& value) {
  if (value.is_null()) return "null";
  if (value.is_scalar()) return scalar(value);
  if (value.is_sequence()) return '[' + flow(value.items) + ']';
  std::string text;
  for (const Member& member : value.members) text += (text.empty() ? "" : ", ") + member.key + ": " + flow(member.value);
  return '{' + text + '}';
}

// ---- nodes ---------------------------------------------------------------------------------------------------------------

struct Place {
  const Value* node = nullptr;
  std::string parent;
};

// The groups and indicators of a tree, in its order and by code.
struct Nodes {
  std::vector<std::string> order;
  std::map<std::string, Place> by_code;
  std::map<std::string, std::vector<std::string>> children;  // by the parent's code

  void add(const Value& parent, const std::string& parent_code) {
    const Value* list = parent.find("children");
    if (list == nullptr) return;
    for (const Value& node : list->items) {
      const Value* code = node.find("code");
      if (code == nullptr) continue;
      order.push_back(code->text);
      by_code[code->text] = {&node, parent_code};
      children[parent_code].push_back(code->text);
      add(node, code->text);
    }
  }
};

bool is_alternative(const Value& value) {
  return value.is_scalar() || (value.is_map() && value.members.size() == 1 && value.members[0].key == "lexicon");
}

// ---- the walk ------------------------------------------------------------------------------------------------------------

class Differences {
 public:
  std::vector<TextChange> between(const Value& before, const Value& after) {
    Nodes old_nodes, new_nodes;
    old_nodes.add(before, "");
    new_nodes.add(after, "");
    members("", "", before, after);
    order("", old_nodes, new_nodes);
    for (const std::string& code : new_nodes.order) node(code, old_nodes, new_nodes);
    for (const std::string& code : old_nodes.order)
      if (!new_nodes.by_code.contains(code)) changes_.push_back({code, "", flow(*old_nodes.by_code[code].node), "", false});
    return std::move(changes_);
  }

 private:
  void note(const std::string& code, const std::string& path, std::string before, std::string after, bool part = false) {
    changes_.push_back({code, path, std::move(before), std::move(after), part});
  }

  void node(const std::string& code, Nodes& old_nodes, Nodes& new_nodes) {
    const Place& after = new_nodes.by_code[code];
    const auto found = old_nodes.by_code.find(code);
    if (found == old_nodes.by_code.end()) return note(code, "", "", flow(*after.node));
    const Place& before = found->second;
    if (before.parent != after.parent) note(code, "parent", before.parent, after.parent);
    members(code, "", *before.node, *after.node);
    order(code, old_nodes, new_nodes);
  }

  // Children that changed places among those that stayed: sums are made in the order of the file.
  void order(const std::string& code, Nodes& old_nodes, Nodes& new_nodes) {
    const auto kept = [](const std::vector<std::string>& these, const std::vector<std::string>& those) {
      std::string text;
      for (const std::string& one : these)
        if (std::find(those.begin(), those.end(), one) != those.end()) text += (text.empty() ? "" : ", ") + one;
      return text;
    };
    const auto &before = old_nodes.children[code], &after = new_nodes.children[code];
    std::string was = kept(before, after), is = kept(after, before);
    if (was != is) note(code, "children", '[' + was + ']', '[' + is + ']');
  }

  void members(const std::string& code, const std::string& path, const Value& before, const Value& after) {
    const bool is_node = path.empty();
    const auto apart = [&](const std::string& key) { return is_node && (key == "children" || key == "groups" || key == "code"); };
    const auto below = [&](const std::string& key) { return is_node ? key : path + '.' + key; };
    for (const Member& member : after.members)
      if (!apart(member.key)) value(code, below(member.key), before.find(member.key), &member.value);
    for (const Member& member : before.members)
      if (!apart(member.key) && after.find(member.key) == nullptr) value(code, below(member.key), &member.value, nullptr);
  }

  void value(const std::string& code, const std::string& path, const Value* before, const Value* after) {
    if (before != nullptr && after != nullptr) {
      if (before->is_map() && after->is_map()) return members(code, path, *before, *after);
      if (before->is_sequence() && after->is_sequence()) return list(code, path, before->items, after->items);
      if (same(*before, *after)) return;
    }
    note(code, path, before == nullptr ? "" : flow(*before), after == nullptr ? "" : flow(*after));
  }

  void list(const std::string& code, const std::string& path, const std::vector<Value>& before, const std::vector<Value>& after) {
    if (std::equal(before.begin(), before.end(), after.begin(), after.end(), same)) return;
    const auto alternatives = [](const std::vector<Value>& items) {
      return std::all_of(items.begin(), items.end(), is_alternative);
    };
    const auto examples = [](const std::vector<Value>& items) {
      return std::all_of(items.begin(), items.end(), [](const Value& item) { return item.find("text") != nullptr; });
    };
    if ((alternatives(before) && alternatives(after)) || (examples(before) && examples(after)))
      words(code, path, before, after);
    else
      entries(code, path, before, after);
  }

  // What went, and what came.
  void words(const std::string& code, const std::string& path, const std::vector<Value>& before,
             const std::vector<Value>& after) {
    const auto missing = [](const std::vector<Value>& from, const std::vector<Value>& in) {
      std::vector<Value> gone;
      for (const Value& item : from)
        if (std::none_of(in.begin(), in.end(), [&](const Value& other) { return same(item, other); })) gone.push_back(item);
      return flow(gone);
    };
    std::string gone = missing(before, after), come = missing(after, before);
    if (gone.empty() && come.empty()) return note(code, path, '[' + flow(before) + ']', '[' + flow(after) + ']');
    note(code, path, std::move(gone), std::move(come), true);
  }

  // Entry by entry, but for those at both ends that are the same.
  void entries(const std::string& code, const std::string& path, const std::vector<Value>& before,
               const std::vector<Value>& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t first = 0, last = 0;
    while (first < shorter && same(before[first], after[first])) ++first;
    while (last < shorter - first && same(before[before.size() - 1 - last], after[after.size() - 1 - last])) ++last;
    const std::size_t longer = std::max(before.size(), after.size());
    for (std::size_t i = first; i < longer - last; ++i) {
      const Value* was = i < before.size() - last ? &before[i] : nullptr;
      const Value* is = i < after.size() - last ? &after[i] : nullptr;
      value(code, path + '[' + std::to_string(i + 1) + ']', was, is);
    }
  }

  std::vector<TextChange> changes_;
};

// Weights that with_weight set stand in no text: they replace what the texts say of them.
void add_edits(const Framework& before, const Framework& after, std::vector<TextChange>& changes) {
  std::map<std::string, double> edited = before.model().edits;
  edited.insert(after.model().edits.begin(), after.model().edits.end());
  for (const auto& entry : edited) {
    const std::string& code = entry.first;
    const auto old_node = before.find(code), new_node = after.find(code);
    if (!old_node || !new_node) continue;
    std::erase_if(changes, [&](const TextChange& change) { return change.code == code && change.path == "weight"; });
    const double was = before.nodes()[*old_node].weight, is = after.nodes()[*new_node].weight;
    if (was != is) changes.push_back({code, "weight", shortest(was), shortest(is), false});
  }
}

}  // namespace

std::vector<TextChange> text_changes(const Framework& before, const Framework& after) {
  const auto &old_text = before.model().written, &new_text = after.model().written;
  std::vector<TextChange> changes;
  if (old_text != nullptr && new_text != nullptr && old_text != new_text) changes = Differences().between(old_text->root, new_text->root);
  add_edits(before, after, changes);
  return changes;
}

}  // namespace rulescore
