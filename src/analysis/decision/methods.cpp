// The methods by their names. Tested by tests/unit/analysis/decision_rules.cpp.
#include <rulescore/decision.hpp>
#include <rulescore/error.hpp>

#include "framework/suggest.hpp"

#include <array>
#include <utility>
#include <vector>

namespace rulescore::decision {
namespace {

using Weights = std::span<const double>;
using Senses = std::span<const Sense>;
using Function = Ranked (*)(const Matrix&, Weights, Senses);

constexpr std::array<std::pair<std::string_view, Function>, 14> table{{
    {"weighted_sum", [](const Matrix& m, Weights w, Senses s) { return weighted_sum(m, w, s); }},
    {"weighted_product", [](const Matrix& m, Weights w, Senses s) { return weighted_product(m, w, s); }},
    {"waspas", [](const Matrix& m, Weights w, Senses s) { return waspas(m, w, s); }},
    {"moora", [](const Matrix& m, Weights w, Senses s) { return moora(m, w, s); }},
    {"copras", [](const Matrix& m, Weights w, Senses s) { return copras(m, w, s).ranked; }},
    {"topsis", [](const Matrix& m, Weights w, Senses s) { return topsis(m, w, s); }},
    {"vikor", [](const Matrix& m, Weights w, Senses s) { return vikor(m, w, s).ranked; }},
    {"edas", [](const Matrix& m, Weights w, Senses s) { return edas(m, w, s); }},
    {"codas", [](const Matrix& m, Weights w, Senses s) { return codas(m, w, s); }},
    {"spotis", [](const Matrix& m, Weights w, Senses s) { return spotis(m, w, s); }},
    {"promethee2", [](const Matrix& m, Weights w, Senses s) { return promethee2(m, w, s).ranked; }},
    {"copeland", [](const Matrix& m, Weights w, Senses s) { return copeland(m, w, s); }},
    {"borda", [](const Matrix& m, Weights w, Senses s) { return borda(m, w, s); }},
    {"mazziotta_pareto", [](const Matrix& m, Weights w, Senses s) { return mazziotta_pareto(m, w, s); }},
}};

const std::vector<std::string>& names() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> result;
    for (const auto& [name, function] : table) result.emplace_back(name);
    return result;
  }();
  return all;
}

}  // namespace

std::span<const std::string> methods() noexcept { return names(); }

Ranked rank_by(std::string_view method, const Matrix& matrix, std::span<const double> weights, std::span<const Sense> senses) {
  for (const auto& [name, function] : table)
    if (name == method) return function(matrix, weights, senses);
  std::string hint = did_you_mean(method, methods());
  if (hint.empty()) hint = "there are " + join(methods());
  throw UsageError("no ranking method `" + std::string(method) + "`; " + hint);
}

}  // namespace rulescore::decision
