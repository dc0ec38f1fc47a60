// `status`: the words that tell plans and problems from achievements. Tested by tests/unit/framework/reader.cpp.
#include "base/text.hpp"
#include "framework/reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rulescore::reader {
namespace {

// `unless` names longer words that hold the cue; one that doesn't hold it never matters.
void check_unless(const Context& context, const yaml::Value& unless, const Cue& cue) {
  const auto holds = [](const Phrase& longer, const Phrase& shorter) {
    return shorter.parts.size() > 1 || longer.parts.size() > 1 || longer.parts[0].find(shorter.parts[0]) != std::u32string::npos;
  };
  for (const Phrase& longer : cue.unless) {
    if (std::any_of(cue.slot.begin(), cue.slot.end(), [&](const Phrase& word) { return holds(longer, word); })) continue;
    return context.warn(unless.at, "unless-without-cue",
                        "`unless` names " + quoted(to_utf8(longer.parts[0])) + ", which holds none of the cue's words",
                        "it is for longer words such as 模拟 when the cue is 拟");
  }
}

Cue read_cue(const Context& context, const yaml::Value& value) {
  constexpr std::array scopes = {Scope::clause, Scope::sentence, Scope::paragraph};
  constexpr std::array directions = {Direction::forward, Direction::backward, Direction::both};
  const Fields fields(context, value, "a cue", {"any", "lexicon", "unless", "until", "direction", "in"});
  Cue cue;
  cue.slot = read_slot_of(context, fields, value.at, "a cue");
  if (const yaml::Value* unless = fields.get("unless")) {
    cue.unless = read_slot(context, *unless, "`unless`");
    check_unless(context, *unless, cue);
  }
  if (const yaml::Value* until = fields.get("until")) cue.until = read_slot(context, *until, "`until`");
  if (const yaml::Value* direction = fields.get("direction"))
    if (const auto index = read_choice(context, *direction, "`direction`", {"forward", "backward", "both"}))
      cue.direction = directions[*index];
  if (const yaml::Value* in = fields.get("in"))
    if (const auto index = read_choice(context, *in, "`in`", {"clause", "sentence", "paragraph"})) cue.in = scopes[*index];
  return cue;
}

}  // namespace

std::vector<Cue> read_cues(const Context& context, const Fields& fields, std::string_view kind) {
  std::vector<Cue> cues;
  const yaml::Value* value = fields.get(kind);
  if (value == nullptr) return cues;
  if (!value->is_sequence())
    context.error(value->at, "wrong-type", quoted(kind) + " is a list of cues; found " + found(*value),
                  "start each cue with `- {any: […], direction: forward}`");
  for (const yaml::Value& item : value->items) cues.push_back(read_cue(context, item));
  return cues;
}

StatusRules read_status(const Context& context, const yaml::Value& value) {
  StatusRules status;
  const Fields fields(context, value, "`status`", {"headings", "planned", "problem", "achieved"});
  if (const yaml::Value* headings = fields.get("headings")) {
    const Fields kinds(context, *headings, "`headings`", {"plan", "problem"});
    if (const yaml::Value* plan = kinds.get("plan")) status.plan_headings = read_slot(context, *plan, "`plan`");
    if (const yaml::Value* problem = kinds.get("problem")) status.problem_headings = read_slot(context, *problem, "`problem`");
  }
  status.planned = read_cues(context, fields, "planned");
  status.problem = read_cues(context, fields, "problem");
  status.achieved = read_cues(context, fields, "achieved");
  return status;
}

}  // namespace rulescore::reader
