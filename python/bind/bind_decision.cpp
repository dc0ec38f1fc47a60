// Rankings beyond sums: figures in, scores and ranks out, all as numpy arrays. The package wraps the tuples.
#include "figures.hpp"

namespace {

namespace rd = rs::decision;

struct Asked {
  const Figures& figures;
  const Figures& weights;
  std::vector<rs::Sense> senses;
  rs::Matrix matrix() const { return matrix_of(figures); }
};

py::tuple ranked_tuple(const rd::Ranked& ranked) {
  return py::make_tuple(array_of(ranked.scores), array_of(ranked.ranks), ranked.higher_is_better);
}

rd::Scale scale_of(const std::string& name) {
  static const std::vector<std::pair<std::string, rd::Scale>> all{{"vector", rd::Scale::vector},
                                                                  {"min_max", rd::Scale::min_max},
                                                                  {"sum", rd::Scale::sum},
                                                                  {"max", rd::Scale::max},
                                                                  {"ratio", rd::Scale::ratio}};
  for (const auto& [known, scale] : all)
    if (known == name) return scale;
  throw rs::UsageError("scale is vector, min_max, sum, max or ratio, not " + name);
}

rd::Preference preference_of(const std::tuple<std::string, double, double, double>& given) {
  using Shape = rd::Preference::Shape;
  static const std::vector<std::pair<std::string, Shape>> all{{"usual", Shape::usual},
                                                              {"u", Shape::u},
                                                              {"v", Shape::v},
                                                              {"level", Shape::level},
                                                              {"v_indifference", Shape::v_indifference},
                                                              {"gaussian", Shape::gaussian}};
  const auto& [name, p, q, s] = given;
  for (const auto& [known, shape] : all)
    if (known == name) return {shape, p, q, s};
  throw rs::UsageError("shape is usual, u, v, level, v_indifference or gaussian, not " + name);
}

// A method with one option more than figures, weights and senses, taken as `Option` and handed on by `call`.
template <typename Option, typename Call>
void def_ranked(py::module_& m, const char* name, const char* option, const Call& call) {
  m.def(
      name,
      [call](const Figures& figures, const Figures& weights, const std::vector<int>& signs, const Option& value) {
        const rs::Matrix matrix = matrix_of(figures);
        const std::vector<rs::Sense> senses = senses_of(signs);
        return ranked_tuple(without_lock([&] { return call(matrix, span_of(weights), senses, value); }));
      },
      py::arg("figures"), py::arg("weights"), py::arg("signs"), py::arg(option));
}

void bind_scaled(py::module_& m) {
  using Weights = std::span<const double>;
  using Senses = std::span<const rs::Sense>;
  def_ranked<std::string>(m, "decision_weighted_sum", "scale",
                          [](const rs::Matrix& x, Weights w, Senses s, const std::string& scale) {
                            return rd::weighted_sum(x, w, s, scale_of(scale));
                          });
  def_ranked<std::string>(m, "decision_weighted_product", "scale",
                          [](const rs::Matrix& x, Weights w, Senses s, const std::string& scale) {
                            return rd::weighted_product(x, w, s, scale_of(scale));
                          });
  def_ranked<std::string>(m, "decision_topsis", "scale", [](const rs::Matrix& x, Weights w, Senses s, const std::string& scale) {
    return rd::topsis(x, w, s, scale_of(scale));
  });
  def_ranked<double>(m, "decision_waspas", "lambda_",
                     [](const rs::Matrix& x, Weights w, Senses s, double lambda) { return rd::waspas(x, w, s, lambda); });
  def_ranked<double>(m, "decision_codas", "tau",
                     [](const rs::Matrix& x, Weights w, Senses s, double tau) { return rd::codas(x, w, s, tau); });
  def_ranked<std::vector<std::pair<double, double>>>(
      m, "decision_spotis", "bounds",
      [](const rs::Matrix& x, Weights w, Senses s, const std::vector<std::pair<double, double>>& given) {
        std::vector<rd::Bounds> bounds;
        for (const auto& [low, high] : given) bounds.push_back({low, high});
        return rd::spotis(x, w, s, bounds);
      });
  def_ranked<std::string>(
      m, "decision_rank_by", "method",
      [](const rs::Matrix& x, Weights w, Senses s, const std::string& method) { return rd::rank_by(method, x, w, s); });
}

void bind_with_more(py::module_& m) {
  m.def("decision_copras", [](const Figures& figures, const Figures& weights, const std::vector<int>& signs) {
    const auto result = without_lock([&] { return rd::copras(matrix_of(figures), span_of(weights), senses_of(signs)); });
    return py::make_tuple(ranked_tuple(result.ranked), array_of(result.significance));
  });
  m.def("decision_vikor", [](const Figures& figures, const Figures& weights, const std::vector<int>& signs, double v) {
    const auto result = without_lock([&] { return rd::vikor(matrix_of(figures), span_of(weights), senses_of(signs), v); });
    return py::make_tuple(ranked_tuple(result.ranked), array_of(result.s), array_of(result.r), result.advantage, result.stable,
                          result.compromise);
  });
  using Given = std::vector<std::tuple<std::string, double, double, double>>;
  m.def("decision_promethee2",
        [](const Figures& figures, const Figures& weights, const std::vector<int>& signs, const Given& given) {
          std::vector<rd::Preference> preferences;
          for (const auto& one : given) preferences.push_back(preference_of(one));
          const auto result =
              without_lock([&] { return rd::promethee2(matrix_of(figures), span_of(weights), senses_of(signs), preferences); });
          return py::make_tuple(ranked_tuple(result.ranked), array_of(result.plus), array_of(result.minus));
        });
}

void bind_pairs(py::module_& m) {
  m.def("decision_outranking", [](const Figures& figures, const Figures& weights, const std::vector<int>& signs) {
    const rs::Matrix matrix = matrix_of(figures);
    const auto result = without_lock([&] { return rd::outranking(matrix, span_of(weights), senses_of(signs)); });
    return array_of(result, matrix.rows, matrix.rows);
  });
  using Levels = std::vector<std::pair<std::vector<std::uint32_t>, std::vector<double>>>;
  m.def("decision_copeland_by_level", [](const Figures& figures, const Levels& given, const std::vector<int>& signs) {
    const rs::Matrix matrix = matrix_of(figures);
    std::vector<rd::Level> levels;
    for (const auto& [parents, weights] : given) levels.push_back({parents, weights});
    const auto result = without_lock([&] { return rd::copeland_by_level(matrix, levels, senses_of(signs)); });
    py::list arrays;
    for (const auto& scores : result) arrays.append(array_of(scores, matrix.rows, scores.size() / matrix.rows));
    return arrays;
  });
  m.def("decision_dominance", [](const Figures& figures, const std::vector<int>& signs) {
    const auto result = without_lock([&] { return rd::dominance(matrix_of(figures), senses_of(signs)); });
    return py::make_tuple(result.pairs, result.strict_pairs, result.share, result.strict_share, array_of(result.dominates),
                          array_of(result.dominated_by));
  });
  m.def("decision_electre1", [](const Figures& figures, const Figures& weights, const std::vector<int>& signs, double agree,
                                double object) {
    const rs::Matrix matrix = matrix_of(figures);
    const auto result = without_lock([&] { return rd::electre1(matrix, span_of(weights), senses_of(signs), agree, object); });
    return py::make_tuple(array_of(result.concordance, matrix.rows, matrix.rows),
                          array_of(result.discordance, matrix.rows, matrix.rows),
                          array_of(result.outranks, matrix.rows, matrix.rows), result.kernel);
  });
}

// What makes the same capacity again: Shapley values and interactions, or the worths of all subsets.
py::tuple capacity_state(const rd::Capacity& capacity) {
  std::vector<double> numbers;
  if (!capacity.is_two_additive()) {
    for (std::uint64_t subset = 0; subset < std::uint64_t{1} << capacity.columns(); ++subset)
      numbers.push_back(capacity.worth(subset));
    return py::make_tuple(numbers);
  }
  for (std::size_t a = 0; a < capacity.columns(); ++a)
    for (std::size_t b = 0; b < capacity.columns(); ++b) numbers.push_back(capacity.interaction(a, b));
  return py::make_tuple(capacity.shapley(), numbers);
}

rd::Capacity capacity_from(const py::tuple& state) {
  const auto first = state[0].cast<std::vector<double>>();
  return state.size() == 1 ? rd::Capacity::of_subsets(first)
                           : rd::Capacity::two_additive(first, state[1].cast<std::vector<double>>());
}

void bind_one_scale(py::module_& m) {
  m.def("decision_owa", [](const Figures& figures, const Figures& order_weights) {
    return ranked_tuple(without_lock([&] { return rd::owa(matrix_of(figures), span_of(order_weights)); }));
  });
  m.def("decision_best_of", [](std::size_t columns, std::size_t count) { return array_of(rd::best_of(columns, count)); });
  m.def("decision_worst_of", [](std::size_t columns, std::size_t count) { return array_of(rd::worst_of(columns, count)); });
  m.def("decision_mazziotta_pareto",
        [](const Figures& figures, const Figures& weights, const std::vector<int>& signs, const std::string& standard,
           const std::vector<double>& reference, bool upward, bool sample) {
          using Standard = rd::Balance::Standard;
          if (standard != "z" && standard != "range" && standard != "none")
            throw rs::UsageError("standard is z, range or none, not " + standard);
          const Standard how = standard == "z" ? Standard::z : standard == "range" ? Standard::range : Standard::none;
          return ranked_tuple(without_lock([&] {
            return rd::mazziotta_pareto(matrix_of(figures), span_of(weights), senses_of(signs), {how, reference, upward, sample});
          }));
        });
  py::class_<rd::Capacity>(m, "Capacity", "What each subset of the columns is worth; see rulescore.decision.")
      .def_static(
          "of_subsets", [](const Figures& worths) { return rd::Capacity::of_subsets(span_of(worths)); }, py::arg("worths"),
          "From the worths of all 2^columns subsets, in the order of their bits: {}, {0}, {1}, {0, 1}, {2}, …")
      .def_static(
          "two_additive",
          [](const Figures& shapley, const py::object& interactions) {
            const Figures pairs = interactions.is_none() ? Figures(0) : Figures(interactions);
            return rd::Capacity::two_additive(span_of(shapley), span_of(pairs));
          },
          py::arg("shapley"), py::arg("interactions") = py::none(),
          "From Shapley values (sum 1) and a symmetric matrix of interactions between pairs.")
      .def_property_readonly("columns", &rd::Capacity::columns)
      .def("worth", &rd::Capacity::worth, py::arg("subset"), "Of a subset, bit j for column j.")
      .def("mobius", &rd::Capacity::mobius, py::arg("subset"), "What a subset is worth beyond its own subsets.")
      .def(
          "shapley", [](const rd::Capacity& c) { return array_of(c.shapley()); }, "One value a column, sum 1.")
      .def("interaction", &rd::Capacity::interaction, py::arg("a"), py::arg("b"),
           "Of two columns: above 0 they complement each other.")
      .def(py::pickle(&capacity_state, &capacity_from))
      .def("__repr__", [](const rd::Capacity& c) { return "Capacity(" + std::to_string(c.columns()) + " columns)"; });
  m.def("decision_choquet", [](const Figures& figures, const rd::Capacity& capacity) {
    return ranked_tuple(without_lock([&] { return rd::choquet(matrix_of(figures), capacity); }));
  });
  m.def("decision_methods", [] { return std::vector<std::string>(rd::methods().begin(), rd::methods().end()); });
}

}  // namespace

void bind_decision(py::module_& m) {
  bind_scaled(m);
  bind_with_more(m);
  bind_pairs(m);
  bind_one_scale(m);
}
