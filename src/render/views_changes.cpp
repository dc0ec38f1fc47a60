// What moved the units of an index, printed. Outside face: render.hpp. Tested by tests/unit/render/views_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/table.hpp"

#include <rulescore/render.hpp>
#include <rulescore/views.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

using views::IndexComparison;
using views::LeafShift;
using views::UnitShift;

constexpr std::size_t most_named = 3;

Json rank_or_null(std::uint32_t rank) { return rank == 0 ? Json(nullptr) : Json(rank); }

Json shift_object(const IndexComparison& all, std::size_t unit) {
  const UnitShift& shift = all.shifts[unit];
  Json object{{"unit", all.units[unit]}, {"before", shift.before}, {"after", shift.after}, {"change", shift.change()}};
  object["rank_before"] = rank_or_null(shift.rank_before);
  object["rank_after"] = rank_or_null(shift.rank_after);
  object["leaves"] = Json::array();
  for (const LeafShift& leaf : shift.leaves)
    object["leaves"].push_back({{"code", all.leaves[leaf.leaf]},
                                {"figure", leaf.figure},
                                {"weight", leaf.weight},
                                {"total", leaf.total()},
                                {"ahead", leaf.ahead}});
  object["rules"] = all.rules[unit];
  return object;
}

std::string signed_rounded(double value) { return (value > 0 ? "+" : "") + rounded(value, 2); }

// "A +1.20, B −0.40 …": the largest parts, the rules among them.
std::string largest_parts(const IndexComparison& all, std::size_t unit, const TableStyle& style) {
  std::vector<std::pair<double, std::string>> parts;
  for (const LeafShift& leaf : all.shifts[unit].leaves) parts.emplace_back(leaf.total(), all.leaves[leaf.leaf]);
  parts.emplace_back(all.rules[unit], say(style, "规则", "rules"));
  std::erase_if(parts, [](const auto& part) { return !(std::abs(part.first) >= 0.005); });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
  std::string text;
  for (std::size_t i = 0; i < parts.size() && i < most_named; ++i)
    text += (i > 0 ? say(style, "，", ", ") : "") + parts[i].second + " " + signed_rounded(parts[i].first);
  return parts.size() > most_named ? text + " …" : text;
}

std::string rank_text(std::uint32_t rank) { return rank == 0 ? "–" : std::to_string(rank); }

std::string left_out(const std::vector<std::string>& units, const std::string& said, const TableStyle& style) {
  if (units.empty()) return {};
  std::string text = said;
  for (std::size_t i = 0; i < units.size(); ++i) text += (i > 0 ? say(style, "、", ", ") : "") + one_line(units[i]);
  return text + "\n";
}

}  // namespace
}  // namespace render

std::string index_changes_json(const views::IndexComparison& all) {
  using namespace render;
  Json object;
  object["framework"] = {
      {"id", all.framework.id()}, {"version", all.framework.version()}, {"fingerprint", all.framework.fingerprint()}};
  object["additive"] = all.additive;
  object["only_before"] = all.only_before;
  object["only_after"] = all.only_after;
  object["units"] = Json::array();
  for (std::size_t unit = 0; unit < all.units.size(); ++unit) object["units"].push_back(shift_object(all, unit));
  return dump(object) + '\n';
}

std::string index_changes_csv(const views::IndexComparison& all) {
  using namespace render;
  std::string out = csv_row(std::array<std::string, 10>{"unit", "before", "after", "rank_before", "rank_after", "leaf", "figure",
                                                        "weight", "total", "ahead"});
  for (std::size_t unit = 0; unit < all.units.size(); ++unit) {
    const views::UnitShift& shift = all.shifts[unit];
    const auto row = [&](const std::string& leaf, double figure, double weight, double total, double ahead) {
      out += csv_row(std::array<std::string, 10>{all.units[unit], digits(shift.before), digits(shift.after),
                                                 rank_text(shift.rank_before), rank_text(shift.rank_after), leaf, digits(figure),
                                                 digits(weight), digits(total), digits(ahead)});
    };
    for (const views::LeafShift& leaf : shift.leaves)
      row(all.leaves[leaf.leaf], leaf.figure, leaf.weight, leaf.total(), leaf.ahead);
    row("", views::none, views::none, all.rules[unit], views::none);
  }
  return out;
}

std::string index_changes_table(const views::IndexComparison& all, const TableStyle& style) {
  using namespace render;
  TextTable table({{say(style, "单位", "Unit"), Align::left, 24},
                   {say(style, "原分", "Before"), Align::right},
                   {say(style, "现分", "After"), Align::right},
                   {say(style, "变化", "Change"), Align::right},
                   {say(style, "原名次", "Rank before"), Align::right},
                   {say(style, "现名次", "Rank after"), Align::right},
                   {say(style, "主要原因", "Mostly by"), Align::left, 60, true}});
  for (std::size_t unit = 0; unit < all.units.size(); ++unit) {
    const views::UnitShift& shift = all.shifts[unit];
    table.add({{all.units[unit]},
               {rounded(shift.before, 2)},
               {rounded(shift.after, 2)},
               {signed_rounded(shift.change())},
               {rank_text(shift.rank_before)},
               {rank_text(shift.rank_after)},
               {largest_parts(all, unit, style)}});
  }
  return one_line(all.framework.id() + ' ' + all.framework.version()) + " · " + say(style, "前后对比", "before and after") +
         "\n\n" + table.text(style) + left_out(all.only_before, say(style, "只在前一份：", "before only: "), style) +
         left_out(all.only_after, say(style, "只在后一份：", "after only: "), style);
}

}  // namespace rulescore
