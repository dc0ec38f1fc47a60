// See linear_programme.hpp. A model of its own for each programme, started from nothing: no state to share, no order to depend
// on.
#include "panel/linear_programme.hpp"

#include <coin/Clp_C_Interface.h>

#include <algorithm>
#include <memory>

namespace rulescore {
namespace {

constexpr double tolerance = 1e-9;  // of feasibility and of reduced costs; Clp's own is 1e-7
constexpr int iterations_most = 100'000;

struct Delete {
  void operator()(Clp_Simplex* model) const noexcept { Clp_deleteModel(model); }
};
using Model = std::unique_ptr<Clp_Simplex, Delete>;

// Column by column without zeros, as Clp takes it.
void load(Clp_Simplex* model, const LinearProgramme& programme) {
  const std::size_t variables = programme.cost.size(), rows = programme.low.size();
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> indices;
  std::vector<double> values;
  for (std::size_t j = 0; j < variables; ++j) {
    for (std::size_t i = 0; i < rows; ++i) {
      const double value = programme.rows[i * variables + j];
      if (value == 0) continue;
      indices.push_back(static_cast<int>(i));
      values.push_back(value);
    }
    starts.push_back(static_cast<CoinBigIndex>(values.size()));
  }
  Clp_loadProblem(model, static_cast<int>(variables), static_cast<int>(rows), starts.data(), indices.data(), values.data(),
                  nullptr, nullptr, programme.cost.data(), programme.low.data(), programme.high.data());
}

}  // namespace

void LinearProgramme::add(const std::vector<double>& coefficients, double low_bound, double high_bound) {
  rows.insert(rows.end(), coefficients.begin(), coefficients.end());
  low.push_back(low_bound);
  high.push_back(high_bound);
}

LinearSolution minimise(const LinearProgramme& programme) {
  const Model model(Clp_newModel());
  Clp_setLogLevel(model.get(), 0);
  load(model.get(), programme);
  Clp_setPrimalTolerance(model.get(), tolerance);
  Clp_setDualTolerance(model.get(), tolerance);
  Clp_setMaximumIterations(model.get(), iterations_most);
  Clp_primal(model.get(), 0);
  LinearSolution solution;
  switch (Clp_status(model.get())) {
    case 0:
      solution.status = LinearSolution::Status::optimal;
      break;
    case 1:
      solution.status = LinearSolution::Status::infeasible;
      break;
    case 2:
      solution.status = LinearSolution::Status::unbounded;
      break;
    default:
      return solution;
  }
  if (solution.status != LinearSolution::Status::optimal) return solution;
  const double* x = Clp_primalColumnSolution(model.get());
  for (std::size_t j = 0; j < programme.cost.size(); ++j) solution.x.push_back(std::max(0.0, x[j]));
  return solution;
}

}  // namespace rulescore
