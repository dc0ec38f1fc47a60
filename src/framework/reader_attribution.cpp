// `attribution`: the words that tell whose deed a sentence is about. `earns`: which evidence may earn points.
// Tested by tests/unit/framework/reader.cpp and tests/malformed.
#include "framework/reader.hpp"

#include <array>

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

}  // namespace

AttributionRules read_attribution(const Context& context, const yaml::Value& value) {
  const Fields fields(context, value, "`attribution`", {"own", "subordinate", "other", "national"});
  return {read_cues(context, fields, "own"), read_cues(context, fields, "subordinate"), read_cues(context, fields, "other"),
          read_cues(context, fields, "national")};
}

Earns read_earns(const Context& context, const yaml::Value& value, Earns inherited) {
  const Fields fields(context, value, "`earns`", {"scope", "max_age"});
  if (const yaml::Value* scope = fields.get("scope")) inherited.scopes = read_scopes(context, *scope);
  if (const yaml::Value* age = fields.get("max_age"))
    inherited.max_age = read_integer(context, *age, "`max_age`", 0, oldest).value_or(0);
  return inherited;
}

}  // namespace rulescore::reader
