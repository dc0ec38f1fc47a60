// Uncertainty and sensitivity: figures in, numpy arrays out; over an index, the JSON that the command line prints.
#include "figures.hpp"

namespace {

namespace ru = rs::sensitivity;

ru::WeightTree tree_of(const std::vector<std::uint32_t>& parents, const Figures& weights) {
  const auto given = span_of(weights);
  return {parents, {given.begin(), given.end()}};
}

ru::WeightDraws draws_of(const std::string& how, const Figures& low, const Figures& high) {
  ru::WeightDraws draws = ru::WeightDraws::parse(how);
  draws.low.assign(span_of(low).begin(), span_of(low).end());
  draws.high.assign(span_of(high).begin(), span_of(high).end());
  return draws;
}

// counts, summaries (rows x mean, median, low, high, first), ahead, central; the last two None unless asked for.
py::tuple counts_tuple(const ru::RankCounts& counts, std::size_t columns) {
  std::vector<double> summaries;
  for (const ru::RankSummary& s : ru::summaries(counts))
    summaries.insert(summaries.end(), {s.mean, s.median, s.low, s.high, s.first});
  const std::size_t n = counts.rows;
  return py::make_tuple(array_of(counts.counts, n, n), array_of(summaries, n, 5),
                        counts.ahead.empty() ? py::object(py::none()) : py::object(array_of(counts.ahead, n, n)),
                        counts.central.empty() ? py::object(py::none()) : py::object(array_of(counts.central, n, columns)),
                        counts.draws);
}

void bind_ranks(py::module_& m) {
  m.def("sensitivity_effective", [](const std::vector<std::uint32_t>& parents, const Figures& weights) {
    return array_of(without_lock([&] { return ru::effective_weights(tree_of(parents, weights)); }));
  });
  m.def("sensitivity_effective_sets", [](const std::vector<std::uint32_t>& parents, const Figures& sets) {
    const rs::Matrix matrix = matrix_of(sets);
    const std::vector<double> whole = without_lock([&] { return ru::effective_weights({parents, {}}, matrix); });
    return array_of(whole, matrix.rows, matrix.rows == 0 ? 0 : whole.size() / matrix.rows);
  });
  m.def("sensitivity_drawn", [](const std::vector<std::uint32_t>& parents, const Figures& weights, const std::string& how,
                                const Figures& low, const Figures& high, std::uint64_t seed, std::uint64_t k) {
    return array_of(ru::drawn_weights(tree_of(parents, weights), draws_of(how, low, high), seed, k));
  });
  m.def("sensitivity_ranks", [](const Figures& totals, double tie) { return array_of(ru::ranks(span_of(totals), tie)); });
  m.def("sensitivity_totals", [](const Figures& figures, const Figures& weights) {
    const rs::Matrix x = matrix_of(figures), w = matrix_of(weights);
    return array_of(without_lock([&] { return ru::totals(x, w); }), w.rows, x.rows);
  });
  m.def("sensitivity_count_totals", [](const Figures& totals, bool pairs, unsigned threads) {
    const rs::Matrix matrix = matrix_of(totals);
    return counts_tuple(without_lock([&] { return ru::count_ranks(matrix, {pairs, false, threads}); }), 0);
  });
  m.def("sensitivity_count", [](const Figures& figures, const Figures& weights, bool pairs, bool central, unsigned threads) {
    const rs::Matrix x = matrix_of(figures), w = matrix_of(weights);
    return counts_tuple(without_lock([&] { return ru::count_ranks(x, w, {pairs, central, threads}); }), x.columns);
  });
  m.def("sensitivity_simulate", [](const Figures& figures, const std::vector<std::uint32_t>& parents, const Figures& weights,
                                   const std::string& how, const Figures& low, const Figures& high, std::uint32_t draws,
                                   std::uint64_t seed, bool gaps_count_zero, bool pairs, bool central, unsigned threads) {
    ru::SimulationOptions options;
    options.pairs = pairs;
    options.central = central;
    options.threads = threads;
    options.draws = draws;
    options.seed = seed;
    options.weights = draws_of(how, low, high);
    options.gaps = gaps_count_zero ? ru::Gaps::zero : ru::Gaps::exclude;
    const rs::Matrix x = matrix_of(figures);
    const ru::WeightTree tree = tree_of(parents, weights);
    return counts_tuple(without_lock([&] { return ru::simulate(x, tree, options); }), x.columns);
  });
}

void bind_sobol(py::module_& m) {
  m.def("sensitivity_sobol_points", [](std::size_t base, std::size_t factors, std::uint64_t seed) {
    const std::vector<double> points = ru::sobol_points(base, factors, seed);
    return array_of(points, base * (factors + 2), factors);
  });
  m.def("sensitivity_sobol_indices", [](const Figures& outputs, std::size_t base, std::size_t factors, bool centred,
                                        std::uint32_t resamples, double confidence, std::uint64_t seed) {
    ru::SobolOptions options;
    options.estimator = centred ? ru::SobolOptions::Estimator::centred : ru::SobolOptions::Estimator::uncentred;
    options.resamples = resamples;
    options.confidence = confidence;
    options.seed = seed;
    const ru::SobolIndices found = without_lock([&] { return ru::sobol_indices(span_of(outputs), base, factors, options); });
    std::vector<double> rows;
    for (const ru::SobolIndex& i : found.factors)
      rows.insert(rows.end(), {i.first, i.first_low, i.first_high, i.total, i.total_low, i.total_high});
    return py::make_tuple(found.variance, array_of(rows, found.factors.size(), 6));
  });
}

py::object change_object(const std::optional<ru::LeastChange>& change) {
  if (!change) return py::none();
  return py::make_tuple(array_of(change->weights), change->distance);
}

void bind_swap(py::module_& m) {
  m.def("sensitivity_swap", [](const Figures& figures, const Figures& weights, std::size_t ahead, std::size_t behind) {
    const ru::Swap found = ru::swap(matrix_of(figures), span_of(weights), ahead, behind);
    return py::make_tuple(found.lead, change_object(found.smallest_sum), change_object(found.smallest_squares),
                          array_of(found.alone));
  });
}

struct Asked {
  std::uint32_t draws;
  std::uint64_t seed;
  std::optional<std::string> weights;
  double leaf_noise;
  std::vector<std::tuple<std::uint32_t, std::uint32_t, double, double, double>> doubts;  // row, indicator, low, high, chance
  std::vector<std::pair<std::string, std::vector<std::string>>> choices;
  std::vector<rs::Index> combinations;
  bool leave_out;
  std::optional<std::pair<std::size_t, std::size_t>> swap;
  std::uint32_t base;  // of what matters; 0: not asked
  unsigned threads;
};

rs::Sensitivity answer(const rs::Index& index, const Asked& asked) {
  rs::UncertaintyOptions options;
  options.draws = asked.draws;
  options.seed = asked.seed;
  options.weights.reset();
  if (asked.weights) options.weights = ru::WeightDraws::parse(*asked.weights);
  options.leaf_noise = asked.leaf_noise;
  options.threads = asked.threads;
  for (const auto& [row, indicator, low, high, chance] : asked.doubts)
    options.doubts.push_back({row, indicator, low, high, chance});
  for (const auto& [name, names] : asked.choices) options.choices.push_back({name, names});
  options.combinations = asked.combinations;
  rs::Sensitivity found{options, rs::uncertainty(index, options), {}, {}, {}};
  if (asked.leave_out) found.left_out = rs::leave_out(index);
  if (asked.swap) found.swap = rs::swap_units(index, asked.swap->first, asked.swap->second);
  if (asked.base > 0) found.matters = rs::what_matters(index, options, asked.base);
  return found;
}

}  // namespace

void bind_uncertainty(py::module_& m) {
  bind_ranks(m);
  bind_sobol(m);
  bind_swap(m);
  m.def(
      "sensitivity_of_index",
      [](const rs::Index& index, std::uint32_t draws, std::uint64_t seed, const std::optional<std::string>& weights,
         double leaf_noise, const std::vector<std::tuple<std::uint32_t, std::uint32_t, double, double, double>>& doubts,
         const std::vector<std::pair<std::string, std::vector<std::string>>>& choices, const std::vector<rs::Index>& combinations,
         bool leave_out, const std::optional<std::pair<std::size_t, std::size_t>>& swap, std::uint32_t base, unsigned threads) {
        const Asked asked{draws, seed, weights, leaf_noise, doubts, choices, combinations, leave_out, swap, base, threads};
        return without_lock([&] {
          const rs::Sensitivity found = answer(index, asked);
          return std::make_pair(rs::sensitivity_json(index, found), rs::sensitivity_table(index, found));
        });
      });
  m.def("sensitivity_doubts", [](const rs::Panel& panel, double chance) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, double, double, double>> out;
    for (const rs::LeafDoubt& d : without_lock([&] { return rs::doubts(panel, chance); }))
      out.emplace_back(d.row, d.indicator, d.low, d.high, d.chance);
    return out;
  });
}
