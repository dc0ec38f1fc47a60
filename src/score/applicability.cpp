// See applicability.hpp.
#include "score/applicability.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace rulescore {
namespace {

enum class Answer : std::uint8_t { yes, no, unknown };

Answer named(const std::vector<std::string>& names, const std::string& name) {
  if (names.empty()) return Answer::yes;
  if (name.empty()) return Answer::unknown;
  return std::find(names.begin(), names.end(), name) != names.end() ? Answer::yes : Answer::no;
}

Answer in_years(const Whom& whom, const std::optional<int>& year) {
  if (!whom.first_year && !whom.last_year) return Answer::yes;
  if (!year) return Answer::unknown;
  return *year >= whom.first_year.value_or(*year) && *year <= whom.last_year.value_or(*year) ? Answer::yes : Answer::no;
}

// All that is said must hold.
Answer meant(const Whom& whom, const Metadata& about) {
  Answer all = Answer::yes;
  for (const Answer one : {named(whom.level, about.level), named(whom.province, about.province),
                           named(whom.jurisdiction, about.jurisdiction), in_years(whom, about.year)}) {
    if (one == Answer::no) return Answer::no;
    if (one == Answer::unknown) all = Answer::unknown;
  }
  return all;
}

bool applies(const NodeRules& rules, const Metadata& about) {
  return meant(rules.applies, about) != Answer::no && (rules.excludes.empty() || meant(rules.excludes, about) != Answer::yes);
}

}  // namespace

std::vector<Applies> applicability(const FrameworkModel& model, const Metadata& about) {
  const auto says = [](const NodeRules& rules) { return !rules.applies.empty() || !rules.excludes.empty(); };
  if (std::none_of(model.node_rules.begin(), model.node_rules.end(), says)) return {};
  std::vector<Applies> result(model.nodes.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const bool above = i == 0 || result[model.nodes[i].parent] == Applies::yes;
    result[i] = above && applies(model.node_rules[i], about) ? Applies::yes : Applies::no;
  }
  if (std::all_of(result.begin(), result.end(), [](Applies one) { return one == Applies::yes; })) result.clear();
  return result;
}

std::vector<Applies> applicability(const Scorecard& card) {
  const std::span<const NodeScore> nodes = card.nodes();
  const auto is_out = [](const NodeScore& node) { return node.state == State::not_applicable; };
  if (std::none_of(nodes.begin(), nodes.end(), is_out)) return {};
  std::vector<Applies> result(nodes.size());
  std::transform(nodes.begin(), nodes.end(), result.begin(), [&](const NodeScore& node) {
    return !is_out(node) ? Applies::yes : std::isnan(node.score) ? Applies::no : Applies::stands_in;
  });
  return result;
}

}  // namespace rulescore
