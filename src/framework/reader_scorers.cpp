// Who judges: `scorers` (text, experts, the public, each with a weight), and `score: {given: …}`, a score that facts give
// directly. Tested by tests/unit/score/terms_said.cpp and tests/malformed.
#include "framework/reader_term.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr unsigned bit(SourceKind kind) noexcept { return 1u << static_cast<unsigned>(kind); }

// What a passage that another tool found is: the report's own words.
constexpr unsigned report = bit(SourceKind::text) | bit(SourceKind::extract);
constexpr std::array kinds = {std::pair("text", report), std::pair("statistic", bit(SourceKind::statistic)),
                              std::pair("survey", bit(SourceKind::survey)), std::pair("expert", bit(SourceKind::expert))};

std::optional<Scorer> read_scorer(const Context& context, const yaml::Member& member, unsigned who) {
  Scorer scorer;
  scorer.kinds = who;
  const yaml::Value* weight = &member.value;
  if (member.value.is_map()) {
    const Fields fields(context, member.value, "the scorer " + quoted(member.key), {"weight", "drop", "drop_from"});
    weight = fields.require("weight");
    if (!read_drop(context, fields, scorer.drop, scorer.drop_from) || weight == nullptr) return std::nullopt;
  }
  const auto share = read_positive(context, *weight, "the weight of a scorer");
  if (!share) return std::nullopt;
  scorer.weight = *share;
  return scorer;
}

bool read_by(const Context& context, const yaml::Value& value, Direct& direct) {
  if (!value.is_sequence() || value.items.empty()) {
    context.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                  "`by` is a list of kinds of sources; found " + (value.is_sequence() ? std::string("none") : found(value)),
                  "write `by: [expert, survey]`");
    return false;
  }
  direct.kinds = 0;
  for (const yaml::Value& item : value.items) {
    const auto choice = read_choice(context, item, "an entry of `by`", {"statistic", "survey", "expert"});
    if (!choice) return false;
    direct.kinds |= kinds[*choice + 1].second;
  }
  return true;
}

}  // namespace

std::vector<Scorer> read_scorers(const Context& context, const yaml::Value& value) {
  std::vector<Scorer> scorers;
  const Fields fields(context, value, "`scorers`", {"text", "statistic", "survey", "expert"});
  if (fields.is_map() && value.members.empty())
    context.error(value.at, "empty-list", "`scorers` names nobody", "write `scorers: {text: 50, expert: 50}`");
  for (const yaml::Member& member : value.members)
    for (const auto& [name, who] : kinds)
      if (member.key == name && !member.value.is_null())
        if (const auto scorer = read_scorer(context, member, who)) scorers.push_back(*scorer);
  return scorers;
}

std::optional<Direct> read_direct(const Context& context, const yaml::Value& value) {
  const Fields fields(context, value, "`given`", {"out_of", "by", "drop", "drop_from"});
  Direct direct;
  const yaml::Value* most = fields.require("out_of");
  const auto marks = most == nullptr ? std::nullopt : read_positive(context, *most, "`out_of`");
  if (!marks || !read_drop(context, fields, direct.drop, direct.drop_from)) return std::nullopt;
  direct.out_of = *marks;
  if (const yaml::Value* by = fields.get("by"); by != nullptr && !read_by(context, *by, direct)) return std::nullopt;
  return direct;
}

}  // namespace rulescore::reader
