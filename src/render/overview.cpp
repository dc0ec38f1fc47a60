#include "render/overview.hpp"

#include "render/escape.hpp"
#include "render/names.hpp"

#include <cmath>
#include <utility>

namespace rulescore::render {
namespace {

// Groups whose score equals the best one under `ahead`, named together.
template <class Ahead>
std::string extreme(const Scorecard& card, Ahead ahead) {
  double best = no_value;
  std::vector<std::string> codes;
  for (const std::uint32_t group : top_groups(card.framework())) {
    const double score = card.nodes()[group].score;
    const bool beside = card.framework().nodes()[group].role != Role::weighted;  // a deduction's best is no strength
    if (std::isnan(score) || beside || card.nodes()[group].state == State::not_applicable) continue;
    if (std::isnan(best) || ahead(score, best)) {
      best = score;
      codes.clear();
    }
    if (score == best) codes.push_back(card.framework().nodes()[group].code);
  }
  if (codes.empty()) return "–";
  constexpr std::size_t most = 3;
  std::string text = codes.front();
  for (std::size_t i = 1; i < codes.size() && i < most; ++i) text += ", " + codes[i];
  if (codes.size() > most) text += ", …";
  return text + ' ' + percent(best);
}

std::string range(const Scorecard& card) { return rounded(card.low(), 1) + "–" + rounded(card.high(), 1); }

}  // namespace

std::string strongest(const Scorecard& card) {
  return extreme(card, [](double a, double b) { return a > b; });
}

std::string weakest(const Scorecard& card) {
  return extreme(card, [](double a, double b) { return a < b; });
}

TextTable totals_table(std::span<const Scorecard> cards, const TableStyle& style) {
  TextTable table({{say(style, "地区", "Jurisdiction"), Align::left, 40, true},
               {say(style, "年度", "Year"), Align::right},
               {say(style, "得分", "Score"), Align::right},
               {say(style, "覆盖率", "Coverage"), Align::right},
               {say(style, "区间", "Range"), Align::right},
               {say(style, "等级", "Band")},
               {say(style, "最强", "Strongest")},
               {say(style, "最弱", "Weakest")}});
  const std::vector<std::string> names = labels(cards);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Scorecard& card = cards[i];
    const std::string known = year(card.document());
    const std::string band = band_name(card, style);
    table.add({{names[i]},
               {known.empty() ? "–" : known},
               {rounded(card.score(), 1), ink_of(card.score() / card.full())},
               {percent(card.coverage())},
               {range(card)},
               {band.empty() ? "–" : band},
               {strongest(card)},
               {weakest(card)}});
  }
  return table;
}

TextTable groups_table(std::span<const Scorecard> cards, const TableStyle& style) {
  std::vector<Column> columns{{say(style, "地区", "Jurisdiction"), Align::left, 40, true}};
  if (!cards.empty()) {
    for (const std::uint32_t group : top_groups(cards[0].framework())) {
      columns.push_back({cards[0].framework().nodes()[group].code, Align::right});
    }
  }
  TextTable table(std::move(columns));
  const std::vector<std::string> names = labels(cards);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    std::vector<Cell> row{{names[i]}};
    for (const std::uint32_t group : top_groups(cards[i].framework())) {
      const NodeScore& node = cards[i].nodes()[group];
      if (node.state == State::not_applicable)
        row.push_back({state_name(node.state, style), Ink::faint});
      else
        row.push_back({percent(node.score), ink_of(node.score)});
    }
    table.add(std::move(row));
  }
  return table;
}

}  // namespace rulescore::render
