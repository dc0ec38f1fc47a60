// The laws of composite indices over random trees and tables, and against a naive version: plain recursion over what was written.
#include "panel/add_up.hpp"
#include "property/random_world.hpp"
#include "support/catch.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <sstream>

namespace rulescore {
namespace {

using testing::Dice;

constexpr std::uint64_t worlds = 150;
constexpr std::size_t units = 23;

// ---- a tree as it is written

struct Branch {
  std::string code;
  double weight = 1;
  std::string aggregate;         // of a group
  std::vector<Branch> children;  // empty: an indicator
};

const std::vector<std::string> aggregates = {
    "mean",    "{geometric: {floor: 0.01}}", "{harmonic: {floor: 0.01}}", "{power: 2}", "{power: -1, floor: 0.01}",
    "minimum", "{owa: [0.5, 0.3, 0.2]}"};

Branch random_branch(Dice& dice, int depth, int& next, bool plain) {
  Branch branch{"n" + std::to_string(next++), 0.25 * static_cast<double>(1 + dice.below(8)), "", {}};
  if (depth > 0 && (depth == 3 || dice.chance(0.6))) {
    branch.aggregate = plain ? "mean" : aggregates[dice.below(static_cast<std::uint32_t>(aggregates.size()))];
    const std::size_t children = 2 + dice.below(3);
    for (std::size_t i = 0; i < children; ++i) branch.children.push_back(random_branch(dice, depth - 1, next, plain));
  }
  return branch;
}

Branch random_tree(Dice& dice, bool plain = false) {
  int next = 0;
  Branch root = random_branch(dice, 3, next, plain);
  return root;
}

void write(std::ostream& out, const Branch& branch, const std::string& indent, double scale, bool reversed) {
  std::vector<Branch> children = branch.children;
  if (reversed) std::reverse(children.begin(), children.end());
  for (const Branch& child : children) {
    std::ostringstream weight;
    weight.precision(17);
    weight << child.weight * scale;
    out << indent << "- code: " << child.code << "\n"
        << indent << "  title: t\n"
        << indent << "  weight: " << weight.str() << "\n";
    if (child.children.empty()) {
      out << indent << "  data: " << child.code << "\n";
      continue;
    }
    out << indent << "  aggregate: " << child.aggregate << "\n" << indent << "  children:\n";
    write(out, child, indent + "    ", scale, reversed);
  }
}

Framework framework_of(const Branch& root, double scale = 1, bool reversed = false) {
  std::ostringstream out;
  out << "rulescore: 1\nid: whole\nversion: \"1\"\ntitle: t\nindex: {unit: unit, normalise: {goalposts: [0, 100]}}\naggregate: "
      << root.aggregate << "\nchildren:\n";
  write(out, root, "  ", scale, reversed);
  return Framework::parse(out.str());
}

// ---- a table

void leaves_of(const Branch& branch, std::vector<std::string>& codes) {
  if (branch.children.empty()) codes.push_back(branch.code);
  for (const Branch& child : branch.children) leaves_of(child, codes);
}

using Columns = std::map<std::string, std::vector<double>>;

Columns random_columns(Dice& dice, const Branch& root, double gaps) {
  std::vector<std::string> codes;
  leaves_of(root, codes);
  Columns columns;
  for (const std::string& code : codes)
    for (std::size_t row = 0; row < units; ++row)
      columns[code].push_back(dice.chance(gaps) ? std::nan("")
                                                : std::floor(1000 * dice.unit()) / 10 * (dice.chance(0.1) ? 0 : 1));
  for (auto& [code, column] : columns) column[0] = 50;  // no column without a figure
  return columns;
}

Table table_of(const Columns& columns, const std::vector<std::size_t>& order) {
  Table::Builder builder;
  std::vector<std::string> names;
  for (const std::size_t row : order) names.push_back("u" + std::to_string(row));
  builder.texts("unit", names);
  for (const auto& [code, column] : columns) {
    std::vector<double> values;
    for (const std::size_t row : order) values.push_back(column[row]);
    builder.figures(code, values);
  }
  return builder.build();
}

std::vector<std::size_t> in_order() {
  std::vector<std::size_t> order(units);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

// ---- the naive version

double owa(std::vector<std::pair<double, double>> members, const std::vector<double>& b) {
  std::sort(members.begin(), members.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
  double all = 0;
  for (const auto& [w, v] : members) all += w;
  const auto q = [&](double share) {  // straight through (k/n, b_1 + … + b_k)
    const double n = static_cast<double>(b.size());
    double sum = 0;
    for (std::size_t k = 0; k < b.size(); ++k) sum += b[k] * std::clamp(share * n - static_cast<double>(k), 0.0, 1.0);
    return sum;
  };
  double before = 0, sum = 0;
  for (const auto& [w, v] : members) {
    sum += (q((before + w) / all) - q(before / all)) * v;
    before += w;
  }
  return sum;
}

double naive(const Branch& branch, const Columns& columns, std::size_t row) {
  if (branch.children.empty()) return columns.at(branch.code)[row] / 100;
  std::vector<std::pair<double, double>> members;
  for (const Branch& child : branch.children)
    if (const double value = naive(child, columns, row); !std::isnan(value)) members.emplace_back(child.weight, value);
  if (members.empty()) return std::nan("");
  const auto mean = [&](auto into) {
    double sum = 0, all = 0;
    for (const auto& [w, v] : members) sum += w * into(v), all += w;
    return sum / all;
  };
  const std::string& how = branch.aggregate;
  if (how == "mean") return mean([](double v) { return v; });
  if (how.starts_with("{geometric")) return std::exp(mean([](double v) { return std::log(std::max(v, 0.01)); }));
  if (how.starts_with("{harmonic") || how.starts_with("{power: -1"))
    return 1 / mean([](double v) { return 1 / std::max(v, 0.01); });
  if (how == "{power: 2}") return std::sqrt(mean([](double v) { return v * v; }));
  if (how.starts_with("{owa")) return owa(members, {0.5, 0.3, 0.2});
  double least = members.front().second;
  for (const auto& [w, v] : members) least = std::min(least, v);
  return least;
}

bool close(double a, double b, double tolerance) { return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance; }
bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0 || (std::isnan(a) && std::isnan(b)); }

}  // namespace

TEST_CASE("any index is what the naive version says, at every node") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(61, world);
    const Branch root = random_tree(dice);
    const Columns columns = random_columns(dice, root, world % 2 == 0 ? 0 : 0.3);
    const Index result = index(table_of(columns, in_order()), framework_of(root));
    const std::function<void(const Branch&, std::size_t)> check = [&](const Branch& branch, std::size_t node) {
      for (std::size_t row = 0; row < units; ++row) CHECK(close(result.fractions(node)[row], naive(branch, columns, row), 1e-12));
      for (const Branch& child : branch.children) check(child, *result.framework().find(child.code));
    };
    check(root, 0);
  }
}

TEST_CASE("columns at a time and unit by unit give the same bits") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(62, world);
    const Branch root = random_tree(dice, true);
    const Framework framework = framework_of(root);
    const std::size_t leaves = framework.indicators().size();
    std::vector<double> figures(leaves * units), weights;
    for (double& figure : figures) figure = dice.chance(0.2) ? std::nan("") : dice.unit() * 3 - 1;
    for (const Node& node : framework.nodes()) weights.push_back(node.weight * (1 + dice.unit()));
    FrameworkModel model = framework.model();
    if (world % 2 == 0) model.missing = Missing::zero;
    finish(model);
    REQUIRE(model.is_plain);
    const AddedUp plain = add_up(model, figures, units, {weights, {}, 1, false});
    const AddedUp tree = add_up(model, figures, units, {weights, {}, 1, true});
    for (std::size_t i = 0; i < plain.values.size(); ++i) {
      CHECK(same_bits(plain.values[i], tree.values[i]));
      CHECK(same_bits(plain.coverage[i], tree.coverage[i]));
    }
  }
}

TEST_CASE("scaling weights, turning siblings round, and permuting units change nothing") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(63, world);
    const Branch root = random_tree(dice);
    const Columns columns = random_columns(dice, root, 0.1);
    const Index first = index(table_of(columns, in_order()), framework_of(root));
    const Index scaled = index(table_of(columns, in_order()), framework_of(root, 7.25));
    const Index reversed = index(table_of(columns, in_order()), framework_of(root, 1, true));
    std::vector<std::size_t> order = in_order();
    for (std::size_t i = order.size(); i-- > 1;) std::swap(order[i], order[dice.below(static_cast<std::uint32_t>(i + 1))]);
    IndexOptions options;
    options.threads = 1 + static_cast<unsigned>(world % 4);
    const Index permuted = index(table_of(columns, order), framework_of(root), options);
    const auto ranks = first.ranks(), permuted_ranks = permuted.ranks();
    for (std::size_t place = 0; place < units; ++place) {
      const std::size_t row = order[place];
      CHECK(close(scaled.fractions(0)[row], first.fractions(0)[row], 1e-12));
      CHECK(close(reversed.fractions(0)[row], first.fractions(0)[row], 1e-12));
      CHECK(same_bits(permuted.fractions(0)[place], first.fractions(0)[row]));
      CHECK(permuted_ranks[place] == ranks[row]);
    }
  }
}

TEST_CASE("more of anything is never worse, and a unit that is nowhere worse is never behind") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(64, world);
    const Branch root = random_tree(dice);
    Columns columns = random_columns(dice, root, 0);
    for (auto& [code, column] : columns) column[1] = std::min(100.0, column[2] + (dice.chance(0.5) ? 10 * dice.unit() : 0));
    const Index before = index(table_of(columns, in_order()), framework_of(root));
    CHECK(before.fractions(0)[1] >= before.fractions(0)[2] - 1e-12);
    CHECK(before.ranks()[1] <= before.ranks()[2]);
    auto one = columns.begin();
    std::advance(one, dice.below(static_cast<std::uint32_t>(columns.size())));
    for (double& figure : one->second) figure = std::min(100.0, figure + 5);
    const Index after = index(table_of(columns, in_order()), framework_of(root));
    for (std::size_t row = 0; row < units; ++row) CHECK(after.fractions(0)[row] >= before.fractions(0)[row] - 1e-12);
  }
}

TEST_CASE("its own leaves and weights again give the same bits") {
  for (std::uint64_t world = 0; world < worlds; ++world) {
    CAPTURE(world);
    Dice dice(65, world);
    const Branch root = random_tree(dice);
    const Columns columns = random_columns(dice, root, 0.1);
    const Index first = index(table_of(columns, in_order()), framework_of(root));
    const Index again =
        first.with_leaves(first.leaves()).with_weights(std::vector<double>(first.weights().begin(), first.weights().end()));
    for (std::size_t node = 0; node < first.framework().nodes().size(); ++node)
      for (std::size_t row = 0; row < units; ++row) CHECK(same_bits(first.fractions(node)[row], again.fractions(node)[row]));
  }
}

}  // namespace rulescore
