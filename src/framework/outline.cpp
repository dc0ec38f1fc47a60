#include "framework/outline.hpp"

#include <algorithm>

namespace rulescore::reader {

yaml::Member* member_of(yaml::Value& map, std::string_view key) {
  const auto found =
      std::find_if(map.members.begin(), map.members.end(), [&](const yaml::Member& member) { return member.key == key; });
  return found == map.members.end() ? nullptr : &*found;
}

yaml::Value* children_of(yaml::Value& node) {
  yaml::Member* const children = member_of(node, "children");
  return children == nullptr || !children->value.is_sequence() ? nullptr : &children->value;
}

std::string_view text_of(const yaml::Value& node, std::string_view key) {
  const yaml::Value* const value = node.find(key);
  return value == nullptr || !value->is_scalar() ? std::string_view() : std::string_view(value->text);
}

// The nodes below one that is in already.
void Outline::add(yaml::Value& node, const Entry* parent) {
  yaml::Value* const children = children_of(node);
  if (children == nullptr) return;
  for (yaml::Value& child : children->items) {
    const Entry* const entry = &entries_.emplace_back(Entry{&child, parent});
    if (const std::string_view code = text_of(child, "code"); !code.empty()) codes_.try_emplace(std::string(code), entry);
    if (const std::string_view number = text_of(child, "number"); !number.empty())
      numbers_.try_emplace(std::string(number), entry);
    add(child, entry);
  }
}

const Outline::Entry* Outline::find(std::string_view name) const {
  if (const auto found = codes_.find(name); found != codes_.end()) return found->second;
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? nullptr : found->second;
}

std::vector<std::string> Outline::codes() const {
  std::vector<std::string> codes;
  for (const auto& entry : codes_) codes.push_back(entry.first);
  return codes;
}

}  // namespace rulescore::reader
