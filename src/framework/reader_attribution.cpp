// `attribution`: the words that tell whose deed a sentence is about. `earns`: which evidence may earn points.
// Tested by tests/unit/framework/reader.cpp and tests/malformed.
#include "framework/reader.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace rulescore::reader {
namespace {

constexpr std::array kinds = {Whose::own, Whose::subordinate, Whose::other, Whose::national};
constexpr int oldest = 100;  // years

unsigned read_scopes(const Context& context, const yaml::Value& value) {
  unsigned scopes = 0;
  const auto add = [&](const yaml::Value& word) {
    const auto index = read_choice(context, word, "`scope`", {"own", "subordinate", "other", "national"});
    if (index) scopes |= 1u << static_cast<unsigned>(kinds[*index]);
  };
  if (!value.is_sequence()) {
    add(value);
  } else if (value.items.empty()) {
    context.error(value.at, "empty-list", "`scope` is empty, so nothing could ever earn", "write `[own]`");
  } else {
    for (const yaml::Value& word : value.items) add(word);
  }
  return scopes;
}

// A list of kinds, or of groups of kinds that speak together. Those not named come last.
class Precedence {
 public:
  explicit Precedence(const Context& context) : context_(context) {}

  void read(const yaml::Value& value) {
    if (!value.is_sequence() || value.items.empty())
      return context_.error(
          value.at, value.is_sequence() ? "empty-list" : "wrong-type",
          "`precedence` is a list of kinds of sources; found " + (value.is_sequence() ? std::string("none") : found(value)),
          "write `[expert, survey, statistic, [text, extract]]`");
    for (const yaml::Value& group : value.items) {
      if (group.is_sequence() && group.items.empty())
        context_.error(group.at, "empty-list", "a group of `precedence` is empty", "name the kinds that speak together");
      if (!group.is_sequence()) add(group);
      for (const yaml::Value& kind : group.items) add(kind);
      ++next_;
    }
  }

  std::array<std::uint8_t, source_kinds> turns() const {
    std::array<std::uint8_t, source_kinds> turns{};
    for (std::size_t kind = 0; kind < turns.size(); ++kind) turns[kind] = turns_[kind].value_or(source_kinds);
    return turns;
  }

 private:
  void add(const yaml::Value& value) {
    const auto index = read_choice(context_, value, "a kind of source", {"text", "statistic", "survey", "expert", "extract"});
    if (!index) return;
    if (turns_[*index])
      return context_.error(value.at, "duplicate-kind", quoted(value.text) + " has its place already", "name each kind once");
    turns_[*index] = next_;
  }

  const Context& context_;
  std::array<std::optional<std::uint8_t>, source_kinds> turns_{};
  std::uint8_t next_ = 0;  // each kind once, so there are few: the rest are errors
};

}  // namespace

AttributionRules read_attribution(const Context& context, const yaml::Value& value) {
  const Fields fields(context, value, "`attribution`", {"own", "subordinate", "other", "national"});
  return {read_cues(context, fields, "own"), read_cues(context, fields, "subordinate"), read_cues(context, fields, "other"),
          read_cues(context, fields, "national")};
}

Earns read_earns(const Context& context, const yaml::Value& value, Earns inherited) {
  const Fields fields(context, value, "`earns`", {"scope", "max_age", "precedence"});
  if (const yaml::Value* scope = fields.get("scope")) inherited.scopes = read_scopes(context, *scope);
  if (const yaml::Value* age = fields.get("max_age"))
    inherited.max_age = read_integer(context, *age, "`max_age`", 0, oldest).value_or(0);
  if (const yaml::Value* order = fields.get("precedence")) {
    Precedence precedence(context);
    precedence.read(*order);
    inherited.turn = precedence.turns();
  }
  return inherited;
}

}  // namespace rulescore::reader
