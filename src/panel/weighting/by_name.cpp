// The methods that need nothing but figures, by name. Tested by tests/unit/panel/weighting_judgements.cpp.
#include "framework/suggest.hpp"

#include <rulescore/error.hpp>
#include <rulescore/weighting.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace rulescore::weighting {
namespace {

using Senses = std::span<const Sense>;
using Function = std::vector<double> (*)(const Matrix&, Senses);

struct Named {
  const char* name;
  Function function;
};

constexpr std::array<Named, 11> all = {{
    {"equal", [](const Matrix& m, Senses) { return equal(m); }},
    {"entropy", [](const Matrix& m, Senses) { return entropy(m); }},
    {"gini", [](const Matrix& m, Senses) { return gini(m); }},
    {"standard_deviation", [](const Matrix& m, Senses) { return standard_deviation(m); }},
    {"variance", [](const Matrix& m, Senses) { return variance(m); }},
    {"angle", [](const Matrix& m, Senses) { return angle(m); }},
    {"critic", [](const Matrix& m, Senses s) { return critic(m, s); }},
    {"critic_spearman", [](const Matrix& m, Senses s) { return critic(m, s, Correlation::spearman); }},
    {"merec", merec},
    {"pca", [](const Matrix& m, Senses) { return pca(m); }},
    {"correlation_optimised", correlation_optimised},
}};

}  // namespace

std::span<const std::string> methods() noexcept {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    for (const Named& named : all) result.emplace_back(named.name);
    return result;
  }();
  return names;
}

std::vector<double> by_name(std::string_view method, const Matrix& matrix, std::span<const Sense> senses) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Named& named) { return named.name == method; });
  if (found != all.end()) return found->function(matrix, senses);
  const std::string hint = did_you_mean(method, methods());
  throw UsageError("no weights go by the name of " + std::string(method) + "; " +
                   (hint.empty() ? "there are " + join(methods()) : hint));
}

}  // namespace rulescore::weighting
