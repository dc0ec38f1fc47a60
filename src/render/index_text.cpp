// A composite index for people: the units by rank with the groups below the whole, and one unit down to its figures. Outside
// face: render.hpp. Tested by tests/cli/test_index.py.
#include "render/escape.hpp"
#include "render/index.hpp"
#include "render/table.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace rulescore {
namespace render {

IndexColumns::IndexColumns(const Index& index, std::span<const IndexRanking> rankings)
    : ranks(index.ranks()), order(index.rows()), others(rankings) {
  for (std::size_t node = 0; node < index.framework().nodes().size(); ++node) values.push_back(index.values(node));
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ranks[a] - 1 < ranks[b] - 1; });  // 0 last
}

std::string rank_text(std::uint32_t rank, std::string_view none) { return rank == 0 ? std::string(none) : std::to_string(rank); }

std::string_view word_of(Fill fill) noexcept {
  constexpr std::array<std::string_view, 6> words{"none", "mean", "median", "row", "latest", "linear"};
  return words[static_cast<std::size_t>(fill)];
}

std::string_view word_of(Normalisation::Method method) noexcept {
  constexpr std::array<std::string_view, 12> words{"none",
                                                   "min_max",
                                                   "z",
                                                   "rank",
                                                   "percentile_rank",
                                                   "borda",
                                                   "distance_to_max",
                                                   "distance_to_reference",
                                                   "distance_to_target",
                                                   "fraction_of_max",
                                                   "goalposts",
                                                   "scaled"};
  return words[static_cast<std::size_t>(method)];
}

namespace {

std::string title_of(const Node& node, const TableStyle& style) {
  const std::string& title = node.title.in(style.language);
  return title.empty() || title == node.code ? node.code : node.code + " " + title;
}

bool has_gaps(const Index& index) {
  const auto coverage = index.coverage(0);
  return std::any_of(coverage.begin(), coverage.end(), [](double share) { return share < 1; });
}

// What was done to the columns, in a line or two.
std::string summary(const Index& index, const TableStyle& style) {
  std::size_t imputed = 0, treated = 0, gaps = 0;
  for (const Preparation& done : index.preparations()) {
    imputed += done.imputed.size();
    gaps += index.rows() - done.available - done.imputed.size();
    treated += done.treats &&
               (done.treated.transformed || !done.treated.winsorised_high.empty() || !done.treated.winsorised_low.empty());
  }
  const auto number = [](std::size_t n) { return std::to_string(n); };
  std::string out = number(index.rows()) + say(style, " 个单位 × ", " units x ") + number(index.framework().indicators().size()) +
                    say(style, " 项指标", " indicators");
  if (imputed > 0) out += say(style, "；插补的数据 ", "; figures imputed: ") + number(imputed);
  if (treated > 0) out += say(style, "；处理了异常值的指标 ", "; indicators with outliers treated: ") + number(treated);
  if (gaps > 0) out += say(style, "；仍缺的数据 ", "; figures still missing: ") + number(gaps);
  return out + '\n';
}

// ---- one unit

std::size_t row_of_unit(const Index& index, std::string_view unit) {
  std::size_t found = index.rows();
  for (std::size_t row = 0; row < index.rows(); ++row)
    if (index.units()[row] == unit) found = row;  // of several years the last in the table
  if (found == index.rows()) throw UsageError("there is no unit \"" + std::string(unit) + "\"");
  return found;
}

// Six digits that count, whatever the magnitude.
std::string significant(double value) {
  if (std::isnan(value)) return "–";
  std::array<char, 32> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr};
}

Column number_column(const std::string& heading) { return {heading, Align::right}; }

}  // namespace
}  // namespace render

std::string index_table(const Index& index, std::span<const IndexRanking> others, const TableStyle& style) {
  using namespace render;
  const IndexColumns columns(index, others);
  const auto nodes = index.framework().nodes();
  const bool gaps = has_gaps(index), timed = !index.times().empty();
  std::vector<Column> headings{number_column(say(style, "名次", "Rank")), {say(style, "单位", "Unit"), Align::left, 40, true}};
  if (timed) headings.push_back(number_column(say(style, "年度", "Year")));
  headings.push_back(number_column(say(style, "指数", "Index")));
  if (gaps) headings.push_back(number_column(say(style, "覆盖率", "Coverage")));
  for (const IndexRanking& other : others) headings.push_back(number_column(other.name));
  for (const std::uint32_t child : nodes[0].children) headings.push_back(number_column(nodes[child].code));
  TextTable table(std::move(headings));
  for (const std::size_t row : columns.order) {
    std::vector<Cell> cells{{rank_text(columns.ranks[row], "–")}, {index.units()[row]}};
    if (timed) cells.push_back({digits(index.times()[row])});
    cells.push_back({rounded(columns.values[0][row], 2)});
    if (gaps) cells.push_back({percent(index.coverage(0)[row])});
    for (const IndexRanking& other : others) cells.push_back({rank_text(other.ranked.ranks[row], "–")});
    for (const std::uint32_t child : nodes[0].children) cells.push_back({rounded(columns.values[child][row], 2)});
    table.add(std::move(cells));
  }
  return table.text(style) + '\n' + summary(index, style);
}

std::string index_unit_table(const Index& index, std::string_view unit, const TableStyle& style) {
  using namespace render;
  const std::size_t row = row_of_unit(index, unit);
  const auto nodes = index.framework().nodes();
  const IndexColumns columns(index, {});
  std::vector<std::size_t> leaf_of(nodes.size(), nodes.size());
  for (std::size_t i = 0; i < index.framework().indicators().size(); ++i) leaf_of[index.framework().indicators()[i]] = i;
  const std::vector<double> prepared = index.prepared();
  const std::size_t leaves = index.framework().indicators().size();
  TextTable table({{say(style, "节点", "Node"), Align::left, 44, true},
                   number_column(say(style, "权重", "Weight")),
                   number_column(say(style, "数据", "Figure")),
                   {say(style, "处理", "Done to it")},
                   number_column(say(style, "得分", "Value")),
                   number_column(say(style, "名次", "Rank"))});
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    std::string figure, done;
    if (const std::size_t i = leaf_of[node]; i < leaves) {
      figure = significant(prepared[row * leaves + i]);
      if (!index.preparations().empty()) {
        const Preparation& how = index.preparations()[i];
        const auto among = [&](const std::vector<std::uint32_t>& rows) {
          return std::find(rows.begin(), rows.end(), row) != rows.end();
        };
        if (!how.per.empty()) done += say(style, "除以 ", "per ") + how.per + " ";
        if (among(how.imputed)) done += say(style, "插补 ", "imputed ");
        if (how.treats && (among(how.treated.winsorised_high) || among(how.treated.winsorised_low)))
          done += say(style, "缩尾 ", "winsorised ");
        if (how.treats && how.treated.transformed) done += say(style, "取对数 ", "log ");
        done += std::string(word_of(how.scale.how.method)) +
                (how.sense == Sense::cost ? say(style, "（越低越好）", " (lower is better)") : "");
      }
    }
    std::string indent;
    for (int level = 0; level < nodes[node].depth; ++level) indent += "· ";
    table.add({{indent + title_of(nodes[node], style)},
               {node == 0 ? "" : digits(index.weights()[node])},
               {figure},
               {done},
               {rounded(columns.values[node][row], 4)},
               {rank_text(index.ranks(node)[row], "–")}});
  }
  return std::string(unit) + '\n' + table.text(style);
}

}  // namespace rulescore
