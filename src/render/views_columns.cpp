// Views of columns and of nodes: statistics, correlations, alpha, components. See views_index.hpp.
#include "render/views_index.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

constexpr Word few_figures{"few_figures", "数据少", "few figures"}, many_zeros{"many_zeros", "零多", "many zeros"},
    few_different{"few_different", "取值少", "few different"}, outliers{"outliers", "离群", "outliers"},
    winsorised{"winsorised", "缩尾", "winsorised"}, transformed{"transformed", "取对数", "logarithm"},
    imputed{"imputed", "插补", "imputed"}, against{"against", "反向", "against"}, redundant{"redundant", "重复", "redundant"};

constexpr int text = SheetColumn::text, any_size = SheetColumn::figure;

Words flags(const views::ColumnStats& stats, const Preparation* done) {
  Words words;
  if (stats.few_figures) words.push_back(few_figures);
  if (stats.many_zeros) words.push_back(many_zeros);
  if (stats.few_different) words.push_back(few_different);
  if (stats.outliers) words.push_back(outliers);
  if (done == nullptr) return words;
  if (!done->imputed.empty()) words.push_back(imputed);
  if (done->treated.transformed)
    words.push_back(transformed);
  else if (!done->treated.winsorised_high.empty() || !done->treated.winsorised_low.empty())
    words.push_back(winsorised);
  return words;
}

// The sibling that says most nearly the same; npos of an only child.
constexpr auto npos = static_cast<std::size_t>(-1);
std::size_t closest(const std::vector<double>& square, std::size_t own, std::size_t count) {
  std::size_t best = npos;
  for (std::size_t other = 0; other < count; ++other) {
    const double value = std::abs(square[own * count + other]);
    if (other == own || std::isnan(value)) continue;
    if (best == npos || value > std::abs(square[own * count + best])) best = other;
  }
  return best;
}

double correlation(const Index& index, std::uint32_t a, std::uint32_t b, views::Correlation how) {
  const auto x = index.fractions(a), y = index.fractions(b);
  return views::correlations({x, x.size(), 1}, {y, y.size(), 1}, how)[0];
}

}  // namespace

std::vector<double> collected(const Index& index) {
  std::vector<double> figures = index.prepared();
  const std::size_t columns = index.framework().indicators().size();
  for (std::size_t i = 0; i < index.preparations().size(); ++i)
    for (const std::uint32_t row : index.preparations()[i].imputed) figures[row * columns + i] = views::none;
  return figures;
}

std::vector<double> side_by_side(const Index& index, std::span<const std::uint32_t> nodes) {
  std::vector<double> figures(index.rows() * nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto column = index.fractions(nodes[i]);
    for (std::size_t row = 0; row < index.rows(); ++row) figures[row * nodes.size() + i] = column[row];
  }
  return figures;
}

Sheet stats_sheet(const Index& index) {
  Sheet sheet{"stats",
              "各指标的数据",
              "the figures of each indicator",
              {{"code", "编号", "Code", text},
               {"title", "指标", "Indicator", text},
               {"min", "最小", "Min", any_size},
               {"max", "最大", "Max", any_size},
               {"mean", "均值", "Mean", any_size},
               {"median", "中位数", "Median", any_size},
               {"sd", "标准差", "SD", any_size},
               {"skew", "偏度", "Skew", 2},
               {"kurtosis", "峰度", "Kurtosis", 2},
               {"figures", "有数", "Figures", 0},
               {"available", "可得率", "Available", 2},
               {"non_zero", "非零率", "Non-zero", 2},
               {"different", "异值率", "Different", 2},
               {"same", "同值率", "Same", 2},
               {"flags", "提示", "Flags", text}},
              {}};
  const Framework& framework = index.framework();
  const std::vector<double> figures = collected(index);
  const auto all = views::column_stats({figures, index.rows(), framework.indicators().size()});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Node& node = framework.nodes()[framework.indicators()[i]];
    const views::ColumnStats& one = all[i];
    sheet.rows.push_back({node.code, node.title, one.min, one.max, one.mean, one.median, one.sd, one.skew, one.kurtosis,
                          static_cast<double>(one.figures), one.available(), one.share(one.non_zero), one.share(one.different),
                          one.share(one.same), flags(one, index.preparations().empty() ? nullptr : &index.preparations()[i])});
  }
  return sheet;
}

Sheet correlations_sheet(const Index& index, views::Correlation how) {
  Sheet sheet{"correlations",
              "与上级、总分及最相近同级的相关",
              "correlations with the parent, the whole and the closest sibling",
              {{"code", "编号", "Code", text},
               {"title", "指标", "Indicator", text},
               {"parent", "上级", "Parent", text},
               {"with_parent", "与上级", "With parent", 2},
               {"with_whole", "与总分", "With whole", 2},
               {"sibling", "最相近", "Closest", text},
               {"with_sibling", "与其相关", "With it", 2},
               {"flags", "提示", "Flags", text}},
              {}};
  const auto nodes = index.framework().nodes();
  for (std::uint32_t group = 0; group < nodes.size(); ++group) {
    const std::vector<std::uint32_t>& children = nodes[group].children;
    if (children.empty()) continue;
    const std::vector<double> figures = side_by_side(index, children);
    const std::vector<double> square = views::correlations({figures, index.rows(), children.size()}, how);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const Node& node = nodes[children[i]];
      const std::size_t other = closest(square, i, children.size());
      const double near = other == npos ? views::none : square[i * children.size() + other];
      const double parent = correlation(index, children[i], group, how);
      Words words;
      if (parent < 0) words.push_back(against);
      if (std::abs(near) >= 0.9) words.push_back(redundant);
      sheet.rows.push_back({node.code, node.title, nodes[group].code, parent, correlation(index, children[i], 0, how),
                            other == npos ? std::string() : nodes[children[other]].code, near, std::move(words)});
    }
  }
  return sheet;
}

Sheet matrix_sheet(const Index& index, views::Correlation how) {
  Sheet sheet{"matrix", "指标间相关", "correlations of indicators", {{"code", "编号", "Code", text}}, {}};
  const auto indicators = index.framework().indicators();
  const std::vector<double> figures = index.leaves();
  const std::vector<double> square = views::correlations({figures, index.rows(), indicators.size()}, how);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const std::string& code = index.framework().nodes()[indicators[i]].code;
    sheet.columns.push_back({code, code, code, 2});
    std::vector<SheetCell> row{code};
    for (std::size_t j = 0; j < indicators.size(); ++j) row.emplace_back(square[i * indicators.size() + j]);
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet alpha_sheet(const Index& index) {
  Sheet sheet{"alpha",
              "各组的内部一致性（克龙巴赫 α）",
              "internal consistency of each group (Cronbach's alpha)",
              {{"code", "编号", "Code", text},
               {"title", "指标", "Indicator", text},
               {"children", "下级", "Children", 0},
               {"units", "单位", "Units", 0},
               {"alpha", "α", "Alpha", 3},
               {"without", "去掉", "Without", text},
               {"alpha_without", "则 α", "Alpha then", 3}},
              {}};
  for (const Node& node : index.framework().nodes()) {
    if (node.children.size() < 2) continue;
    const std::vector<double> figures = side_by_side(index, node.children);
    const views::Alpha found = views::cronbach_alpha({figures, index.rows(), node.children.size()});
    std::size_t best = npos;
    for (std::size_t i = 0; i < node.children.size(); ++i)
      if (!std::isnan(found.without[i]) && (best == npos || found.without[i] > found.without[best])) best = i;
    sheet.rows.push_back({node.code, node.title, static_cast<double>(node.children.size()), static_cast<double>(found.rows),
                          found.alpha, best == npos ? std::string() : index.framework().nodes()[node.children[best]].code,
                          best == npos ? views::none : found.without[best]});
  }
  return sheet;
}

Sheet components_sheet(const Index& index, std::size_t group) {
  const auto nodes = index.framework().nodes();
  const std::vector<std::uint32_t>& children = nodes[group].children;
  Sheet sheet{"pca",
              "主成分：" + nodes[group].code,
              "principal components: " + nodes[group].code,
              {{"component", "主成分", "Component", 0},
               {"variance", "方差", "Variance", 3},
               {"explained", "解释", "Explained", 3},
               {"cumulative", "累计", "Cumulative", 3}},
              {}};
  const std::vector<double> figures = side_by_side(index, children);
  const views::Components found = views::principal_components({figures, index.rows(), children.size()});
  for (const std::uint32_t child : children)
    sheet.columns.push_back({nodes[child].code, nodes[child].code, nodes[child].code, 2});
  double cumulative = 0;
  const std::size_t count = found.variances.size();
  for (std::size_t k = 0; k < count; ++k) {
    cumulative += found.explained[k];
    std::vector<SheetCell> row{static_cast<double>(k + 1), found.variances[k], found.explained[k], cumulative};
    for (std::size_t i = 0; i < children.size(); ++i) row.emplace_back(found.loadings[i * count + k]);
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace rulescore::render
