// simulate() with the ties of a scale that is known.
#pragma once

#include <rulescore/uncertainty.hpp>

namespace rulescore::sensitivity {

RankCounts simulate(const Matrix& figures, const WeightTree& tree, const SimulationOptions& options, double tie);

}  // namespace rulescore::sensitivity
