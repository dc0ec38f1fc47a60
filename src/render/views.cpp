// Which view of an index is meant, and how it is printed. Outside face: render.hpp. Tested by tests/unit/render/views_test.cpp.
#include "framework/suggest.hpp"
#include "render/views_index.hpp"

#include <rulescore/error.hpp>
#include <rulescore/render.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

const std::vector<std::string> views_there_are{"stats", "correlations", "matrix", "alpha",
                                               "pca",   "availability", "unit",   "trends"};

[[noreturn]] void unknown(const std::string& what, const std::string& written, const std::vector<std::string>& candidates) {
  const std::string hint = did_you_mean(written, candidates);
  throw UsageError(what + " `" + written + "`" + (hint.empty() ? "; there are " + join(candidates) : "; " + hint));
}

views::Correlation correlation_called(const std::string& name) {
  if (name.empty() || name == "pearson") return views::Correlation::pearson;
  if (name == "spearman") return views::Correlation::spearman;
  if (name == "kendall") return views::Correlation::kendall;
  unknown("there is no correlation", name, {"pearson", "spearman", "kendall"});
}

std::size_t group_called(const Framework& framework, const std::string& code) {
  if (code.empty()) return 0;
  const auto found = framework.find(code);
  if (found) return *found;
  std::vector<std::string> codes;
  for (const Node& node : framework.nodes()) codes.push_back(node.code);
  unknown("there is no node", code, codes);
}

// Of several years the latest.
std::size_t row_called(const Index& index, const std::string& name) {
  std::size_t best = index.rows();
  for (std::size_t row = 0; row < index.rows(); ++row) {
    if (index.units()[row] != name) continue;
    if (best == index.rows() || (!index.times().empty() && index.times()[row] > index.times()[best])) best = row;
  }
  if (best < index.rows()) return best;
  unknown("there is no unit", name, {index.units().begin(), index.units().end()});
}

Sheet sheet_of(const Index& index, std::string_view view) {
  const std::size_t colon = view.find(':');
  const std::string name(view.substr(0, colon)), argument(colon == view.npos ? "" : view.substr(colon + 1));
  if (name == "correlations") return correlations_sheet(index, correlation_called(argument));
  if (name == "matrix") return matrix_sheet(index, correlation_called(argument));
  if (name == "unit") return unit_sheet(index, row_called(index, argument));
  if (name == "trends") return trends_sheet(index, group_called(index.framework(), argument));
  if (name == "pca") {
    const std::size_t group = group_called(index.framework(), argument);
    if (index.framework().nodes()[group].children.empty())
      throw UsageError("`" + argument + "` is an indicator; components are of the children of a group");
    return components_sheet(index, group);
  }
  if (!argument.empty() && std::find(views_there_are.begin(), views_there_are.end(), name) != views_there_are.end())
    throw UsageError("the view `" + name + "` takes nothing after a colon, found `" + argument + "`");
  if (name == "stats") return stats_sheet(index);
  if (name == "alpha") return alpha_sheet(index);
  if (name == "availability") return availability_sheet(index);
  unknown("there is no view", name, views_there_are);
}

}  // namespace
}  // namespace render

std::string index_view_json(const Index& index, std::string_view view) {
  return render::sheet_json(render::sheet_of(index, view), index.framework());
}
std::string index_view_csv(const Index& index, std::string_view view) { return render::sheet_csv(render::sheet_of(index, view)); }
std::string index_view_table(const Index& index, std::string_view view, const TableStyle& style) {
  return render::sheet_text(render::sheet_of(index, view), index.framework(), style, false);
}
std::string index_view_markdown(const Index& index, std::string_view view, const TableStyle& style) {
  return render::sheet_text(render::sheet_of(index, view), index.framework(), style, true);
}

}  // namespace rulescore
