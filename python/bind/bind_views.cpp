// Preparing figures and views of them: numpy arrays in and out. The package wraps the dicts.
#include "figures.hpp"

#include <string>
#include <tuple>
#include <utility>

namespace {

namespace rv = rs::views;
using Numbers = py::array_t<std::uint32_t, py::array::c_style | py::array::forcecast>;

std::span<const std::uint32_t> numbers_of(const Numbers& numbers) {
  return {numbers.data(), static_cast<std::size_t>(numbers.size())};
}

// One of the names, which are in the order of the enumeration.
template <typename Enum>
Enum named(const std::string& name, const std::vector<std::string>& names, const char* what) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  std::string all;
  for (const std::string& known : names) all += (all.empty() ? "" : known == names.back() ? " or " : ", ") + known;
  throw rs::UsageError(std::string(what) + " is " + all + ", not " + name);
}

rs::Fill fill_named(const std::string& name) {
  return named<rs::Fill>(name, {"none", "mean", "median", "row", "latest", "linear"}, "fill");
}

rv::Correlation correlation_named(const std::string& name) {
  return named<rv::Correlation>(name, {"pearson", "spearman", "kendall"}, "how");
}

rs::Treatment treatment_of(double skew, double kurtosis, std::uint32_t winsorise, const std::string& then) {
  rs::Treatment treatment;
  treatment.on = true;
  treatment.skew = skew;
  treatment.kurtosis = kurtosis;
  treatment.winsorise = winsorise;
  treatment.then = named<rs::Treatment::Then>(then, {"nothing", "log", "log_combined", "log_signed"}, "then");
  return treatment;
}

py::dict treated_dict(const rs::Treated& treated) {
  py::dict out;
  out["values"] = array_of(treated.values);
  out["winsorised_high"] = treated.winsorised_high;
  out["winsorised_low"] = treated.winsorised_low;
  out["transformed"] = treated.transformed;
  out["passed_before"] = treated.passed_before;
  out["passes"] = treated.passes;
  out["skew_before"] = treated.skew_before;
  out["kurtosis_before"] = treated.kurtosis_before;
  out["skew"] = treated.skew;
  out["kurtosis"] = treated.kurtosis;
  return out;
}

rs::Normalisation normalisation_of(const py::dict& given) {
  rs::Normalisation how;
  for (const auto& [key, value] : given) {
    const auto name = py::cast<std::string>(key);
    if (name == "method")
      how.method = named<rs::Normalisation::Method>(
          py::cast<std::string>(value),
          {"none", "min_max", "z", "rank", "percentile_rank", "borda", "distance_to_max", "distance_to_reference",
           "distance_to_target", "fraction_of_max", "goalposts", "scaled"},
          "method");
    else if (name == "ties")
      how.ties = named<rs::Ties>(py::cast<std::string>(value), {"low", "average", "high"}, "ties");
    else if (name == "capped")
      how.capped = py::cast<bool>(value);
    else
      (name == "low"     ? how.low
       : name == "high"  ? how.high
       : name == "mean"  ? how.mean
       : name == "sd"    ? how.sd
       : name == "lower" ? how.lower
       : name == "upper" ? how.upper
                         : how.target) = py::cast<double>(value);
  }
  return how;
}

// A column of the result for each field of the records.
template <typename Record, typename Field>
py::array column(const std::vector<Record>& records, const Field& field) {
  using Value = std::decay_t<decltype(field(records.front()))>;
  py::array_t<Value> out(static_cast<py::ssize_t>(records.size()));
  Value* to = out.mutable_data();
  for (const Record& record : records) *to++ = field(record);
  return out;
}

py::dict stats_dict(const std::vector<rv::ColumnStats>& all) {
  py::dict out;
  const auto add = [&](const char* name, const auto& field) { out[name] = column(all, field); };
  add("min", [](const rv::ColumnStats& one) { return one.min; });
  add("max", [](const rv::ColumnStats& one) { return one.max; });
  add("mean", [](const rv::ColumnStats& one) { return one.mean; });
  add("median", [](const rv::ColumnStats& one) { return one.median; });
  add("sd", [](const rv::ColumnStats& one) { return one.sd; });
  add("skew", [](const rv::ColumnStats& one) { return one.skew; });
  add("kurtosis", [](const rv::ColumnStats& one) { return one.kurtosis; });
  add("figures", [](const rv::ColumnStats& one) { return one.figures; });
  add("non_zero", [](const rv::ColumnStats& one) { return one.non_zero; });
  add("different", [](const rv::ColumnStats& one) { return one.different; });
  add("same", [](const rv::ColumnStats& one) { return one.same; });
  add("available", [](const rv::ColumnStats& one) { return one.available(); });
  add("few_figures", [](const rv::ColumnStats& one) { return one.few_figures; });
  add("many_zeros", [](const rv::ColumnStats& one) { return one.many_zeros; });
  add("few_different", [](const rv::ColumnStats& one) { return one.few_different; });
  add("outliers", [](const rv::ColumnStats& one) { return one.outliers; });
  return out;
}

py::dict components_dict(const rv::Components& found, std::size_t rows, std::size_t columns) {
  const std::size_t count = found.variances.size();
  py::dict out;
  out["rows"] = found.rows;
  out["left_out"] = found.left_out;
  out["variances"] = array_of(found.variances);
  out["explained"] = array_of(found.explained);
  out["directions"] = array_of(found.directions, columns, count);
  out["loadings"] = array_of(found.loadings, columns, count);
  out["scores"] = array_of(found.scores, rows, count);
  return out;
}

py::dict trends_dict(const std::vector<rv::Trend>& all) {
  py::dict out;
  const auto add = [&](const char* name, const auto& field) { out[name] = column(all, field); };
  add("unit", [](const rv::Trend& one) { return one.unit; });
  add("count", [](const rv::Trend& one) { return one.count; });
  add("first_time", [](const rv::Trend& one) { return one.first_time; });
  add("last_time", [](const rv::Trend& one) { return one.last_time; });
  add("first", [](const rv::Trend& one) { return one.first; });
  add("last", [](const rv::Trend& one) { return one.last; });
  add("slope", [](const rv::Trend& one) { return one.slope; });
  add("fit", [](const rv::Trend& one) { return one.fit; });
  add("growth", [](const rv::Trend& one) { return one.growth; });
  return out;
}

py::list standing_list(const std::vector<rv::Standing>& all) {
  py::list out;
  for (const rv::Standing& one : all)
    out.append(py::make_tuple(one.column, one.figure, one.rank, one.tied, one.of, one.place, one.median, one.best));
  return out;
}

py::list shift_list(const std::vector<rv::UnitShift>& units) {
  py::list out;
  for (const rv::UnitShift& unit : units) {
    py::list leaves;
    for (const rv::LeafShift& leaf : unit.leaves) leaves.append(py::make_tuple(leaf.leaf, leaf.figure, leaf.weight, leaf.ahead));
    out.append(py::make_tuple(unit.before, unit.after, unit.rank_before, unit.rank_after, leaves));
  }
  return out;
}

void bind_prepare(py::module_& m) {
  m.def("prepare_impute", [](const Figures& figures, const std::string& fill, const Numbers& groups) {
    return array_of(rs::impute(span_of(figures), fill_named(fill), numbers_of(groups)));
  });
  m.def("prepare_impute_by_row", [](const Figures& figures, const std::vector<int>& signs) {
    const rs::Matrix matrix = matrix_of(figures);
    return array_of(rs::impute_by_row(matrix, senses_of(signs)), matrix.rows, matrix.columns);
  });
  m.def("prepare_impute_over_time",
        [](const Figures& figures, const std::string& fill, const Numbers& units, const Figures& times) {
          return array_of(rs::impute_over_time(span_of(figures), fill_named(fill), numbers_of(units), span_of(times)));
        });
  m.def("prepare_treat",
        [](const Figures& figures, double skew, double kurtosis, std::uint32_t winsorise, const std::string& then) {
          return treated_dict(rs::treat(span_of(figures), treatment_of(skew, kurtosis, winsorise, then)));
        });
  py::class_<rs::Scale>(m, "Scale", "What a column's figures say about its scale; call it with figures to put them on the same.")
      .def(py::init([](const Figures& figures, int sign, const py::dict& how, std::size_t reference) {
        return rs::fit(span_of(figures), senses_of({sign}).front(), normalisation_of(how), reference);
      }))
      .def("__call__",
           [](const rs::Scale& scale, const Figures& figures) { return array_of(rs::normalise(span_of(figures), scale)); })
      .def_property_readonly("full_marks", [](const rs::Scale& scale) { return rs::full_marks(scale.how); })
      .def_readonly("min", &rs::Scale::min)
      .def_readonly("max", &rs::Scale::max);
}

void bind_columns(py::module_& m) {
  m.def("views_column_stats",
        [](const Figures& figures, double available, double non_zero, double different, double skew, double kurtosis) {
          return stats_dict(rv::column_stats(matrix_of(figures), {available, non_zero, different, skew, kurtosis}));
        });
  m.def("views_correlations", [](const Figures& figures, const std::string& how) {
    const rs::Matrix matrix = matrix_of(figures);
    return array_of(without_lock([&, kind = correlation_named(how)] { return rv::correlations(matrix, kind); }), matrix.columns,
                    matrix.columns);
  });
  m.def("views_correlations_with", [](const Figures& figures, const Figures& others, const std::string& how) {
    const rs::Matrix a = matrix_of(figures), b = matrix_of(others);
    return array_of(without_lock([&, kind = correlation_named(how)] { return rv::correlations(a, b, kind); }), a.columns,
                    b.columns);
  });
  m.def("views_correlated", [](const Figures& figures, double threshold, const std::string& how, const Numbers& groups) {
    py::list out;
    for (const rv::CorrelatedPair& pair :
         rv::correlated(matrix_of(figures), threshold, correlation_named(how), numbers_of(groups)))
      out.append(py::make_tuple(pair.a, pair.b, pair.value));
    return out;
  });
  m.def("views_cronbach_alpha", [](const Figures& figures) {
    const rv::Alpha found = rv::cronbach_alpha(matrix_of(figures));
    return py::make_tuple(found.alpha, found.rows, array_of(found.without), array_of(found.rest));
  });
  m.def("views_principal_components", [](const Figures& figures) {
    const rs::Matrix matrix = matrix_of(figures);
    return components_dict(without_lock([&] { return rv::principal_components(matrix); }), matrix.rows, matrix.columns);
  });
}

void bind_units(py::module_& m) {
  m.def("views_unit_availability", [](const Figures& figures) {
    const auto all = rv::unit_availability(matrix_of(figures));
    return py::make_tuple(column(all, [](const rv::UnitAvailability& one) { return one.missing; }),
                          column(all, [](const rv::UnitAvailability& one) { return one.zeros; }),
                          column(all, [](const rv::UnitAvailability& one) { return one.available; }),
                          column(all, [](const rv::UnitAvailability& one) { return one.non_zero; }));
  });
  m.def("views_group_availability", [](const Figures& figures, const std::vector<std::vector<std::uint32_t>>& groups) {
    const rs::Matrix matrix = matrix_of(figures);
    return array_of(rv::group_availability(matrix, groups), matrix.rows, groups.size());
  });
  m.def("views_profile", [](const Figures& figures, const std::vector<int>& signs, std::size_t unit) {
    return standing_list(rv::profile(matrix_of(figures), senses_of(signs), unit));
  });
  m.def("views_strengths", [](const Figures& figures, const std::vector<int>& signs, std::size_t unit, std::size_t count) {
    return standing_list(rv::strengths(matrix_of(figures), senses_of(signs), unit, count));
  });
  m.def("views_weaknesses", [](const Figures& figures, const std::vector<int>& signs, std::size_t unit, std::size_t count) {
    return standing_list(rv::weaknesses(matrix_of(figures), senses_of(signs), unit, count));
  });
  m.def("views_trends", [](const Figures& figures, const Numbers& units, const Figures& times) {
    return trends_dict(rv::trends(span_of(figures), numbers_of(units), span_of(times)));
  });
  m.def("views_of_index_json", [](const rs::Index& index, const std::string& view) {
    return without_lock([&] { return rs::index_view_json(index, view); });
  });
  m.def("views_changes_json", [](const rs::Index& before, const rs::Index& after) {
    return without_lock([&] { return rs::index_changes_json(rv::compare_indices(before, after)); });
  });
  m.def("views_compare_editions", [](const Figures& before, const Figures& weights, const Figures& after,
                                     const Figures& weights_after) {
    return shift_list(rv::compare_editions({matrix_of(before), span_of(weights)}, {matrix_of(after), span_of(weights_after)}));
  });
}

}  // namespace

void bind_views(py::module_& m) {
  bind_prepare(m);
  bind_columns(m);
  bind_units(m);
}
