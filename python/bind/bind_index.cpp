// Tables and composite indices: columns in, numpy arrays out.
#include "bind.hpp"

#include <optional>

namespace {

using Doubles = py::array_t<double, py::array::c_style | py::array::forcecast>;

py::array_t<double> vector_array(const std::vector<double>& values) {
  return py::array_t<double>(static_cast<py::ssize_t>(values.size()), values.data());
}

py::array_t<double> matrix_array(const std::vector<double>& values, std::size_t rows) {
  const std::size_t columns = rows == 0 ? 0 : values.size() / rows;
  return py::array_t<double>({rows, columns}, values.data());
}

// Columns in order: (name, figures) or (name, texts). A figure that isn't finite is missing when it is NaN, refused otherwise.
rs::Table table_of(const std::string& name, const py::list& columns) {
  rs::Table::Builder builder(name);
  for (const py::handle& entry : columns) {
    const auto pair = py::cast<py::tuple>(entry);
    const auto column = py::cast<std::string>(pair[0]);
    if (py::isinstance<py::array>(pair[1])) {
      const auto figures = py::cast<Doubles>(pair[1]);
      builder.figures(column, std::vector<double>(figures.data(), figures.data() + figures.size()));
    } else {
      builder.texts(column, py::cast<std::vector<std::string>>(pair[1]));
    }
  }
  return builder.build();
}

std::uint32_t node_of(const rs::Index& index, const std::optional<std::string>& code) {
  return code ? index.framework().at(*code) : 0;
}

template <typename Choice>
std::optional<Choice> chosen(const std::optional<std::string>& name, std::initializer_list<std::pair<const char*, Choice>> known,
                             const char* what) {
  if (!name) return std::nullopt;
  std::string all;
  for (const auto& [word, choice] : known) {
    if (*name == word) return choice;
    all += (all.empty() ? "" : ", ") + std::string(word);
  }
  throw rs::UsageError(std::string(what) + " is one of " + all + ", not " + *name);
}

rs::IndexOptions options_of(const std::string& weights, const std::optional<std::string>& normalise,
                            const std::optional<std::string>& impute, bool treat, unsigned threads) {
  using Method = rs::Normalisation::Method;
  rs::IndexOptions options;
  options.weights = weights;
  options.threads = threads;
  const auto method = chosen<Method>(normalise,
                                     {{"none", Method::none},
                                      {"min_max", Method::min_max},
                                      {"z", Method::z},
                                      {"rank", Method::rank},
                                      {"percentile_rank", Method::percentile_rank},
                                      {"borda", Method::borda},
                                      {"distance_to_max", Method::distance_to_max},
                                      {"distance_to_target", Method::distance_to_target},
                                      {"fraction_of_max", Method::fraction_of_max},
                                      {"goalposts", Method::goalposts}},
                                     "normalise");
  if (method) {
    options.normalise.emplace();
    options.normalise->method = *method;
  }
  const auto fill = chosen<rs::Fill>(impute,
                                     {{"none", rs::Fill::none},
                                      {"mean", rs::Fill::mean},
                                      {"median", rs::Fill::median},
                                      {"row", rs::Fill::row},
                                      {"latest", rs::Fill::latest},
                                      {"linear", rs::Fill::linear}},
                                     "impute");
  if (fill) options.impute = rs::Imputation{*fill, {}};
  if (treat) options.treat = rs::Treatment{.on = true};
  return options;
}

void bind_table(py::module_& m) {
  py::class_<rs::Table>(m, "Table", "Figures and names, a row a unit; from a CSV, or from columns at hand. Immutable.")
      .def(py::init(&table_of), py::arg("name"), py::arg("columns"))
      .def_static("read", &rs::Table::read, py::arg("path"), py::arg("encoding") = "", unlocked(),
                  "A CSV with a header line (comma, semicolon or tab). Raises IoError, DocumentError with file, line and column.")
      .def_property_readonly("name", &rs::Table::name)
      .def_property_readonly("columns",
                             [](const rs::Table& t) { return std::vector<std::string>(t.columns().begin(), t.columns().end()); })
      .def(
          "figures",
          [](const rs::Table& t, const std::string& column) {
            const auto figures = t.figures(t.at(column));
            return py::array_t<double>(static_cast<py::ssize_t>(figures.size()), figures.data());
          },
          py::arg("column"), "A column as floats, nan where a figure is missing. Raises UsageError for a column of texts.")
      .def(
          "texts", [](const rs::Table& t, const std::string& column) { return t.texts(t.at(column)); }, py::arg("column"))
      .def("__len__", &rs::Table::rows);
}

}  // namespace

void bind_index(py::module_& m) {
  bind_table(m);
  py::class_<rs::Index>(m, "Index",
                        R"(A composite index: a table's columns on one scale, added up the tree of a framework. Immutable.

Nodes are named by their codes; none, the whole. Values are on the scale the framework asks for (0 to 100 for min_max), nan: none.)")
      .def_property_readonly("framework", [](const rs::Index& i) { return framework_object(i.framework()); })
      .def_property_readonly("units",
                             [](const rs::Index& i) { return std::vector<std::string>(i.units().begin(), i.units().end()); })
      .def_property_readonly(
          "times",
          [](const rs::Index& i) {
            return vector_array({i.times().begin(), i.times().end()});
          },
          "One a row; empty without a column of years.")
      .def_property_readonly("full_marks", &rs::Index::full_marks)
      .def_property_readonly(
          "weights",
          [](const rs::Index& i) {
            py::dict weights;
            for (std::size_t node = 1; node < i.weights().size(); ++node)
              weights[py::str(i.framework().nodes()[node].code)] = i.weights()[node];
            return weights;
          },
          "By code, among siblings, as used.")
      .def(
          "values",
          [](const rs::Index& i, const std::optional<std::string>& code) { return vector_array(i.values(node_of(i, code))); },
          py::arg("code") = py::none(), "One a row.")
      .def(
          "ranks",
          [](const rs::Index& i, const std::optional<std::string>& code) {
            const std::vector<std::uint32_t> ranks = i.ranks(node_of(i, code));
            return py::array_t<std::uint32_t>(static_cast<py::ssize_t>(ranks.size()), ranks.data());
          },
          py::arg("code") = py::none(),
          "1 the best; values within 1e-9 of full marks share the better rank (1 2 2 4); 0 without a value.")
      .def(
          "coverage",
          [](const rs::Index& i, const std::optional<std::string>& code) {
            const auto coverage = i.coverage(node_of(i, code));
            return vector_array({coverage.begin(), coverage.end()});
          },
          py::arg("code") = py::none(), "One a row: the share of the weight below it that has figures.")
      .def_property_readonly(
          "leaves", [](const rs::Index& i) { return matrix_array(i.leaves(), i.rows()); },
          "rows x indicators: normalised figures as shares of full marks.")
      .def_property_readonly(
          "prepared", [](const rs::Index& i) { return matrix_array(i.prepared(), i.rows()); },
          "rows x indicators: figures divided, imputed and treated, before they are normalised.")
      .def_property_readonly(
          "senses",
          [](const rs::Index& i) {
            std::vector<int> senses;
            for (const rs::Sense sense : i.senses()) senses.push_back(static_cast<int>(sense));
            return senses;
          },
          "1 where more is better, -1 where less is; by indicator.")
      .def_property_readonly(
          "shares", [](const rs::Index& i) { return vector_array(i.shares()); },
          "Indicators: of the whole, the product of the weights down to each; sum 1.")
      .def(
          "with_weights",
          [](const rs::Index& i, const std::map<std::string, double>& weights) {
            std::vector<double> all(i.weights().begin(), i.weights().end());
            for (const auto& [code, weight] : weights) all[i.framework().at(code)] = weight;
            return i.with_weights(std::move(all));
          },
          py::arg("weights"),
          "A copy added up with other weights: by code, the rest as they are; or the name of a set or a method.")
      .def(
          "with_weights", [](const rs::Index& i, const std::string& name) { return i.with_weights(name); }, py::arg("name"),
          unlocked())
      .def(
          "_with_leaves",
          [](const rs::Index& i, const Doubles& leaves) {
            return i.with_leaves({leaves.data(), static_cast<std::size_t>(leaves.size())});
          },
          py::arg("leaves"))
      .def("_json", [](const rs::Index& i) { return rs::index_json(i); })
      .def("_csv", [](const rs::Index& i) { return rs::index_csv(i); })
      .def(
          "unit_table",
          [](const rs::Index& i, const std::string& unit, const std::string& language) {
            return rs::index_unit_table(i, unit, {language, 0, false});
          },
          py::arg("unit"), py::arg("language") = "zh", "One unit down to its figures, as text.")
      .def(
          "_table",
          [](const rs::Index& i, const std::string& language) {
            return rs::index_table(i, {}, {language, 0, false});
          },
          py::arg("language"))
      .def("__len__", &rs::Index::rows);
  m.def(
      "index",
      [](const rs::Table& table, const rs::Framework& framework, const std::string& weights,
         const std::optional<std::string>& normalise, const std::optional<std::string>& impute, bool treat,
         unsigned threads) { return rs::index(table, framework, options_of(weights, normalise, impute, treat, threads)); },
      py::arg("table"), py::arg("framework"), py::arg("weights"), py::arg("normalise"), py::arg("impute"), py::arg("treat"),
      py::arg("threads"), unlocked());
  m.def(
      "index_panel", [](const rs::Panel& panel) { return rs::index(panel); }, py::arg("panel"), unlocked());
}
