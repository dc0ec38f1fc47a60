// What is wrong with the shape of a tree: weights that were meant to add up, codes out of order, entries left out.
// Tested by tests/unit/framework/lint.cpp.
#include "framework/context.hpp"
#include "framework/lint.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace rulescore {
namespace {

constexpr double tolerance = 1e-9;
constexpr std::size_t fewest_parts = 3;     // siblings that can look like parts of a hundred
constexpr double nearly = 0.1;              // how far from the whole they may be and still be meant to make it
constexpr std::size_t fewest_agreeing = 3;  // groups that show that weights are points here

std::string number(double value) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, std::round(value * 1e9) / 1e9).ptr};
}

bool same(double a, double b) { return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(a)); }

// Children that share the weight of their parent.
std::vector<std::uint32_t> weighted(const Lint& lint, std::uint32_t parent) {
  std::vector<std::uint32_t> children;
  for (const std::uint32_t child : lint.model.nodes[parent].children)
    if (lint.entry(child, "role") == nullptr) children.push_back(child);
  return children;
}

double sum_of(const Lint& lint, const std::vector<std::uint32_t>& children) {
  double sum = 0;
  for (const std::uint32_t child : children) sum += lint.model.nodes[child].weight;
  return sum;
}

// Where a node's weight is written: under `weight`, or as its `full` marks; "" where it is not.
std::string_view weight_key(const Lint& lint, std::uint32_t node) {
  if (lint.entry(node, "weight") != nullptr) return "weight";
  return lint.entry(node, "full") != nullptr ? "full" : "";
}

bool all_written(const Lint& lint, const std::vector<std::uint32_t>& children) {
  return std::none_of(children.begin(), children.end(), [&](std::uint32_t child) { return weight_key(lint, child).empty(); });
}

// Parts of a hundred, or of the framework's points, that miss it by a little.
void lint_parts(Lint& lint, std::uint32_t parent) {
  const std::vector<std::uint32_t> children = weighted(lint, parent);
  if (children.size() < fewest_parts || !all_written(lint, children)) return;
  const double sum = sum_of(lint, children), full = parent == 0 ? lint.model.full : 100;
  for (const double whole : {100.0, full})
    if (same(sum, whole)) return;
  for (const double whole : {full, 100.0}) {
    if (std::abs(sum - whole) > whole * nearly + tolerance) continue;
    return lint.warn(lint.place_of(children.front(), weight_key(lint, children.front())), "weights-off",
                     "the weights of these " + std::to_string(children.size()) + " siblings add up to " + number(sum) + ", not " +
                         number(whole),
                     "is one of them mistyped? weights are shared out, whatever they add up to");
  }
}

// Where weights are points all over the tree, a group weighs what its children add up to.
void lint_points(Lint& lint) {
  std::size_t agreeing = 0;
  std::vector<std::uint32_t> off;
  for (std::uint32_t group = 1; group < lint.model.nodes.size(); ++group) {
    const std::vector<std::uint32_t> children = weighted(lint, group);
    if (children.empty()) continue;
    if (same(sum_of(lint, children), lint.model.nodes[group].weight))
      ++agreeing;
    else
      off.push_back(group);
  }
  if (agreeing < fewest_agreeing || off.size() * 10 > agreeing) return;  // it isn't so here
  if (lint.model.written->overlays > 0) return;                           // an overlay changes weights on purpose
  for (const std::uint32_t group : off)
    lint.warn(lint.place_of(group, weight_key(lint, group).empty() ? "code" : weight_key(lint, group)), "weights-off",
              "the weights below `" + lint.model.nodes[group].code + "` add up to " +
                  number(sum_of(lint, weighted(lint, group))) + "; it weighs " + number(lint.model.nodes[group].weight),
              "in the other " + std::to_string(agreeing) + " groups both are equal; is one mistyped?");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A code with its numbers and single letters replaced: E1.10 and F2.3 are built alike.
std::string pattern_of(std::string_view code) {
  std::string pattern;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool alone =
        is_letter(code[i]) && (i == 0 || !is_letter(code[i - 1])) && (i + 1 == code.size() || !is_letter(code[i + 1]));
    if (is_digit(code[i])) {
      if (pattern.empty() || pattern.back() != '#') pattern += '#';
    } else {
      pattern += alone ? '@' : code[i];
    }
  }
  return pattern;
}

// a < b with numbers compared as numbers; codes of one pattern.
bool comes_before(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!is_digit(a[i]) || !is_digit(b[j])) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i, ++j;
      continue;
    }
    const auto run = [](std::string_view text, std::size_t& at) {
      const std::size_t begin = at;
      while (at < text.size() && is_digit(text[at])) ++at;
      std::string_view digits = text.substr(begin, at - begin);
      while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
      return digits;
    };
    const std::string_view x = run(a, i), y = run(b, j);
    if (x != y) return x.size() != y.size() ? x.size() < y.size() : x < y;
  }
  return a.size() - i < b.size() - j;
}

void lint_order_of(Lint& lint, const std::vector<std::uint32_t>& siblings) {
  const auto code = [&](std::size_t i) -> const std::string& { return lint.model.nodes[siblings[i]].code; };
  const std::string pattern = siblings.empty() ? std::string() : pattern_of(code(0));
  if (pattern.find_first_of("#@") == std::string::npos) return;
  for (std::size_t i = 1; i < siblings.size(); ++i)
    if (pattern_of(code(i)) != pattern) return;
  for (std::size_t i = 1; i < siblings.size(); ++i) {
    if (!comes_before(code(i), code(i - 1))) continue;
    return lint.warn(lint.place_of(siblings[i]), "code-order", "the code `" + code(i) + "` stands after `" + code(i - 1) + "`",
                     "siblings are shown in the order of the file; sort them, or mend the code");
  }
}

}  // namespace

void lint_weights(Lint& lint) {
  for (std::uint32_t parent = 0; parent < lint.model.nodes.size(); ++parent) lint_parts(lint, parent);
  lint_points(lint);
}

void lint_order(Lint& lint) {
  for (const Node& node : lint.model.nodes) lint_order_of(lint, node.children);
}

void lint_left_out(Lint& lint) {
  const std::vector<std::uint32_t>& indicators = lint.model.indicator_nodes;
  if (indicators.size() < Lint::few) return;
  for (const std::string_view key : {"number", "asks", "owner", "basis", "examples"}) {
    const auto has = [&](std::uint32_t node) {
      return lint.entry(node, key) != nullptr || (key == "owner" && !lint.model.nodes[node].owner.empty());
    };
    const auto having = static_cast<std::size_t>(std::count_if(indicators.begin(), indicators.end(), has));
    if (static_cast<double>(having) < Lint::usual * static_cast<double>(indicators.size())) continue;
    for (const std::uint32_t node : indicators)
      if (!has(node))
        lint.warn(lint.place_of(node), "left-out", "`" + lint.model.nodes[node].code + "` has no `" + std::string(key) + "`",
                  std::to_string(having) + " of the " + std::to_string(indicators.size()) + " indicators have it");
  }
}

}  // namespace rulescore
