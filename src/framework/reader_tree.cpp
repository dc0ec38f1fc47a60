// Groups and indicators. Tested by tests/unit/framework/reader.cpp.
#include "framework/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int max_number = 1'000'000;
constexpr std::size_t max_code = 64;  // bytes

bool is_code_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
}

bool is_bare_number(std::string_view code) {
  return std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> read_basis_word(const Context& context, const yaml::Value& value) {
  const auto index = read_choice(context, value, "`basis`", {"national", "statute", "policy", "local-practice", "ours"});
  return index ? std::optional(value.text) : std::nullopt;
}

// "national", or "target: national, floor: ours" as it is written.
std::string read_basis(const Context& context, const yaml::Value& value) {
  if (!value.is_map()) return read_basis_word(context, value).value_or("");
  if (value.members.empty()) context.error(value.at, "empty-list", "`basis` is empty", "name what the threshold rests on");
  std::string basis;
  for (const yaml::Member& member : value.members) {
    const std::optional<std::string> word = read_basis_word(context, member.value);
    if (!word) continue;
    if (!basis.empty()) basis += ", ";
    basis += member.key + ": " + *word;
  }
  return basis;
}

}  // namespace

std::optional<Localised> read_localised(const Context& context, const yaml::Value& value, std::string_view what) {
  if (value.is_scalar()) {
    const std::optional<std::string> text = read_text(context, value, what);
    return text ? std::optional(Localised{*text, {}}) : std::nullopt;
  }
  const Fields fields(context, value, std::string(what), {"zh", "en"});
  Localised localised;
  if (const yaml::Value* zh = fields.get("zh")) localised.zh = read_text(context, *zh, "`zh`").value_or("");
  if (const yaml::Value* en = fields.get("en")) localised.en = read_text(context, *en, "`en`").value_or("");
  if (value.is_map() && value.members.empty())
    context.error(value.at, "missing-key", std::string(what) + " is empty", "write `{zh: …, en: …}`");
  return localised;
}

void TreeReader::add_root(yaml::Place at) {
  model_.nodes.emplace_back();
  model_.nodes[0].code = model_.id;
  model_.nodes[0].title = model_.title;
  model_.nodes[0].share = 1;
  places_.push_back(at);
  if (!model_.id.empty()) codes_[model_.id] = at;
}

std::uint32_t TreeReader::add_node(yaml::Place at, std::uint32_t parent) {
  const auto index = static_cast<std::uint32_t>(model_.nodes.size());
  Node node;
  node.parent = parent;
  node.depth = model_.nodes[parent].depth + 1;
  node.owner = model_.nodes[parent].owner;
  model_.nodes.push_back(std::move(node));
  model_.nodes[parent].children.push_back(index);
  places_.push_back(at);
  return index;
}

void TreeReader::read_children(const Context& context, const yaml::Value& list, std::uint32_t parent) {
  if (!list.is_sequence() || list.items.empty())
    context.error(
        list.at, list.is_sequence() ? "empty-list" : "wrong-type",
        "`children` is a list of groups or indicators; found " + (list.is_sequence() ? std::string("none") : found(list)),
        "start each with `- code: …`");
  for (const yaml::Value& item : list.items) read_node(context, item, parent);
}

void TreeReader::read_node(const Context& context, const yaml::Value& value, std::uint32_t parent) {
  if (!value.is_map()) {
    context.error(value.at, "wrong-type", "a group or an indicator is a map of entries; found " + found(value),
                  value.is_sequence() ? "this file holds one group: drop the `- `, put indicators under `children:`"
                                      : "write `code: …`, `title: …`");
    return;
  }
  const std::uint32_t node = add_node(value.at, parent);
  if (value.find("children") != nullptr)
    read_group(context, value, node);
  else
    read_indicator(context, value, node);
}

void TreeReader::read_group(const Context& context, const yaml::Value& value, std::uint32_t node) {
  for (const yaml::Member& member : value.members)
    if (member.key == "evidence" || member.key == "score" || member.key == "examples")
      context.error(member.at, "conflict", "a node has either `children` or " + quoted(member.key) + ", not both",
                    "a group holds indicators; an indicator holds evidence");
  const Fields fields(context, value, "a group",
                      {"code", "title", "weight", "owner", "children", "role", "full", "aggregate", "missing", "min_coverage", "min_available",
                       "not_applicable", "applies", "excludes", "floor", "cap", "veto", "bands"});
  read_common(context, fields, node);
  read_node_rules(context, fields, model_, node, nullptr);
  if (const yaml::Value* children = fields.get("children")) read_children(context, *children, node);
}

void TreeReader::read_indicator(const Context& context, const yaml::Value& value, std::uint32_t node) {
  const Fields fields(context, value, "an indicator",
                      {"code", "number", "title", "asks", "weight", "owner", "effort", "data", "earns", "scorers", "evidence", "metrics", "score", "basis",
                       "examples", "role", "full", "missing", "not_applicable", "applies", "excludes", "veto"});
  read_common(context, fields, node);
  if (const yaml::Value* number = fields.get("number")) read_number_of(context, *number, node);
  if (const yaml::Value* asks = fields.get("asks"))
    model_.nodes[node].asks = read_localised(context, *asks, "`asks`").value_or(Localised{});
  if (const yaml::Value* effort = fields.get("effort"))
    model_.nodes[node].effort = read_positive(context, *effort, "`effort`").value_or(1);
  if (const yaml::Value* basis = fields.get("basis")) model_.nodes[node].basis = read_basis(context, *basis);
  IndicatorModel indicator;
  indicator.node = node;
  indicator.earns = model_.earns;
  if (const yaml::Value* earns = fields.get("earns")) indicator.earns = read_earns(context, *earns, model_.earns);
  read_leaf(context, fields, node, indicator);
  model_.indicator_nodes.push_back(node);
  model_.indicators.push_back(std::move(indicator));
}

// Every score is written out of the indicator's full marks. An indicator that facts alone give its score needs no evidence.
void TreeReader::read_leaf(const Context& context, const Fields& fields, std::uint32_t node, IndicatorModel& indicator) {
  // A column of a table gives figures; a text needs rules, and a score for what they find.
  const yaml::Value* data = fields.get("data");
  const bool by_data_alone = data != nullptr && !fields.has_any({"evidence", "score"});
  indicator.data = data == nullptr ? model_.index.columns : read_data(context, *data, model_.index.columns);
  if (indicator.data.name.empty()) indicator.data.name = model_.nodes[node].code;
  const yaml::Value* score = by_data_alone ? nullptr : fields.require("score");
  const bool needs_evidence = !by_data_alone && (score == nullptr || score->find("given") == nullptr);
  if (const yaml::Value* evidence = needs_evidence ? fields.require("evidence") : fields.get("evidence"))
    indicator.rules = read_rules(context, *evidence);
  read_node_rules(context, fields, model_, node, &indicator.rules);
  const double full = model_.node_rules[node].full.value_or(1);
  if (const yaml::Value* metrics = fields.get("metrics"))
    indicator.metrics = read_metrics(context, *metrics, indicator.rules, model_.zero_over_zero);
  if (score != nullptr) indicator.score = read_score(context, *score, {&indicator.rules, &indicator.metrics}, full);
  indicator.score.scorers = model_.scorers;
  if (const yaml::Value* scorers = fields.get("scorers")) indicator.score.scorers = read_scorers(context, *scorers);
  if (const yaml::Value* examples = fields.get("examples"))
    indicator.examples = read_examples(context, *examples, indicator.rules, indicator.score.cap);
}

void TreeReader::read_common(const Context& context, const Fields& fields, std::uint32_t node) {
  if (const yaml::Value* code = fields.require("code")) read_code(context, *code, node);
  if (const yaml::Value* title = fields.require("title"))
    model_.nodes[node].title = read_localised(context, *title, "`title`").value_or(Localised{});
  if (const yaml::Value* weight = fields.get("weight"))
    model_.nodes[node].weight = read_number(context, *weight, "`weight`", 0, infinity).value_or(1);
  if (const yaml::Value* owner = fields.get("owner"))
    if (auto text = read_text(context, *owner, "`owner`")) model_.nodes[node].owner = std::move(*text);
}

void TreeReader::read_code(const Context& context, const yaml::Value& value, std::uint32_t node) {
  const std::optional<std::string> code = read_text(context, value, "`code`");
  if (!code) return;
  if (code->size() > max_code || !std::all_of(code->begin(), code->end(), is_code_character)) {
    context.error(value.at, "bad-code", "a code has at most 64 letters, digits, `.`, `-` or `_`; found " + quoted(*code));
    return;
  }
  const auto [first, is_new] = codes_.emplace(*code, value.at);
  if (!is_new)
    context.error(value.at, "duplicate-code",
                  "the code " + quoted(*code) + " is taken; see " + context.line_of(first->second, value.at),
                  "give every group and indicator its own");
  model_.nodes[node].code = *code;
}

void TreeReader::read_number_of(const Context& context, const yaml::Value& value, std::uint32_t node) {
  const std::optional<int> number = read_integer(context, value, "`number`", 1, max_number);
  if (!number) return;
  const auto [first, is_new] = numbers_.emplace(*number, value.at);
  if (!is_new)
    context.error(value.at, "duplicate-number",
                  "the number " + std::to_string(*number) + " is taken; see " + context.line_of(first->second, value.at),
                  "give every indicator its own");
  model_.nodes[node].number = number;
}

void TreeReader::finish(const Context& context) {
  settle_marks(model_);
  for (std::uint32_t node = 0; node < model_.nodes.size(); ++node) check_weights(context, node);
  check_bare_codes(context);
}

void TreeReader::check_weights(const Context& context, std::uint32_t parent) {
  const std::vector<std::uint32_t>& children = model_.nodes[parent].children;
  if (children.empty()) return;
  double sum = 0;
  for (const std::uint32_t child : children) sum += model_.nodes[child].weight;
  if (sum > 0 && sum < infinity) return;
  context.error(places_[children.front()], "weight-sum",
                sum > 0 ? "the weights of these siblings add up to infinity" : "the weights of these siblings are all 0",
                "give at least one a weight above 0");
}

// "61" must mean one indicator, whether it is read as a code or as a number.
void TreeReader::check_bare_codes(const Context& context) {
  for (const auto& entry : codes_) {
    const std::string& code = entry.first;
    if (!is_bare_number(code)) continue;
    int number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number);
    const auto other = numbers_.find(number);
    if (other == numbers_.end()) continue;
    const bool same_node = std::any_of(model_.nodes.begin(), model_.nodes.end(),
                                       [&](const Node& node) { return node.code == code && node.number == number; });
    if (same_node) continue;
    context.error(entry.second, "ambiguous-code",
                  "the code " + quoted(code) + " is also the number of another indicator; see " +
                      context.line_of(other->second, entry.second),
                  "put a letter before it");
  }
}

}  // namespace rulescore::reader
