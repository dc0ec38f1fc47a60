// Weights: numpy arrays and plain figures in, numpy arrays out. The package's module `weighting` wraps the tuples.
#include "figures.hpp"

namespace {

namespace w = rs::weighting;

py::array_t<double> by_name(const Figures& figures, const std::vector<int>& signs, const std::string& method) {
  const rs::Matrix matrix = matrix_of(figures);
  const std::vector<rs::Sense> senses = senses_of(signs);
  return array_of(without_lock([&] { return w::by_name(method, matrix, senses); }));
}

py::tuple principal_component(const Figures& figures) {
  const rs::Matrix matrix = matrix_of(figures);
  const w::Component found = without_lock([&] { return w::principal_component(matrix); });
  return py::make_tuple(array_of(found.weights), array_of(found.loadings), found.eigenvalue, found.explained);
}

py::tuple correlation_optimum(const Figures& figures, const std::vector<int>& signs, const std::vector<double>& desired,
                              bool negative) {
  const rs::Matrix matrix = matrix_of(figures);
  const std::vector<rs::Sense> senses = senses_of(signs);
  const w::CorrelationOptimum found = without_lock([&] { return w::correlation_optimum(matrix, senses, {desired, negative}); });
  return py::make_tuple(array_of(found.weights), array_of(found.correlations), found.reached);
}

template <typename Choice>
Choice chosen(const char* what, const std::string& name, const std::vector<std::pair<const char*, Choice>>& all) {
  std::string names;
  for (const auto& [known, choice] : all) {
    if (name == known) return choice;
    names += (names.empty() ? "" : &known == &all.back().first ? " or " : ", ") + std::string(known);
  }
  throw rs::UsageError(std::string(what) + " is " + names + ", not " + name);
}

py::tuple ahp(const Figures& judgements, const std::string& priority, const std::string& random_index) {
  using w::Priority, w::RandomIndex;
  const w::Pairwise found = w::ahp(
      matrix_of(judgements),
      chosen<Priority>("priority", priority,
                       {{"eigenvector", Priority::eigenvector},
                        {"geometric_mean", Priority::geometric_mean},
                        {"column_mean", Priority::column_mean}}),
      chosen<RandomIndex>("random_index", random_index,
                          {{"alonso_lamata_2006", RandomIndex::alonso_lamata_2006}, {"saaty_1980", RandomIndex::saaty_1980}}));
  return py::make_tuple(array_of(found.weights), found.lambda_max, found.consistency_index, found.consistency_ratio);
}

py::tuple best_worst(const std::vector<double>& to, const std::vector<double>& from, std::size_t best, std::size_t worst) {
  const w::BestWorst found = w::best_worst(to, from, best, worst);
  return py::make_tuple(array_of(found.weights), found.consistency, found.input_ratio);
}

py::tuple benefit_of_the_doubt(const Figures& figures, const std::vector<std::pair<double, double>>& bounds, unsigned threads) {
  const rs::Matrix matrix = matrix_of(figures);
  std::vector<w::ShareBounds> shares;
  for (const auto& [low, high] : bounds) shares.push_back({low, high});
  const w::BenefitOfTheDoubt found = without_lock([&] { return w::benefit_of_the_doubt(matrix, shares, threads); });
  return py::make_tuple(array_of(found.scores), array_of(found.shares, matrix.rows, matrix.columns));
}

}  // namespace

void bind_weighting(py::module_& m) {
  m.def("weighting_methods", [] { return std::vector<std::string>(w::methods().begin(), w::methods().end()); });
  m.def("weighting_by_name", &by_name, py::arg("figures"), py::arg("signs"), py::arg("method"));
  m.def("weighting_principal_component", &principal_component, py::arg("figures"));
  m.def("weighting_correlation_optimum", &correlation_optimum, py::arg("figures"), py::arg("signs"), py::arg("desired"),
        py::arg("negative"));
  m.def("weighting_ahp", &ahp, py::arg("judgements"), py::arg("priority"), py::arg("random_index"));
  m.def("weighting_best_worst", &best_worst, py::arg("best_to_others"), py::arg("others_to_worst"), py::arg("best"),
        py::arg("worst"));
  m.def("weighting_benefit_of_the_doubt", &benefit_of_the_doubt, py::arg("figures"), py::arg("bounds"), py::arg("threads"));
  m.def(
      "weighting_check",
      [](const std::vector<double>& weights, std::size_t columns) { return array_of(w::check(weights, columns)); },
      py::arg("weights"), py::arg("columns"));
  m.def(
      "weighting_effective",
      [](const std::vector<double>& weights, const std::vector<std::size_t>& parents) {
        return array_of(w::effective(weights, parents));
      },
      py::arg("weights"), py::arg("parents"));
}
