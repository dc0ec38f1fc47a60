// Who is ahead, and how surely. Outside face: render.hpp. Tested by tests/unit/render/analysis_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

Json row_object(const Panel& panel, const RankedRow& row) {
  const Metadata& about = panel.cards()[row.row].document().metadata();
  Json object;
  object["rank"] = row.rank;
  object["document"] = about.name;
  object["jurisdiction"] = text_or_null(about.jurisdiction);
  object["year"] = about.year ? Json(*about.year) : Json(nullptr);
  object["score"] = number_or_null(row.total);
  object["mean_rank"] = row.mean_rank;
  object["rank_low"] = row.rank_low;
  object["rank_high"] = row.rank_high;
  object["p_first"] = row.p_first;
  object["p_ahead_of_next"] = number_or_null(row.p_ahead_of_next);
  const Band* band = panel.bands()[row.row];
  object["band"] = band == nullptr ? Json(nullptr) : Json(band->name.in("zh"));
  return object;
}

}  // namespace
}  // namespace render

std::string ranking_json(const Panel& panel, const Ranking& ranking) {
  using namespace render;
  const Framework& framework = panel.framework();
  Json object;
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  object["draws"] = ranking.options.draws;
  object["seed"] = ranking.options.seed;
  object["noise"] = ranking.options.noise;
  object["full"] = framework.full();
  Json rows = Json::array();
  for (const RankedRow& row : ranking.rows) rows.push_back(row_object(panel, row));
  object["rows"] = std::move(rows);
  return dump(object) + '\n';
}

std::string ranking_csv(const Panel& panel, const Ranking& ranking) {
  using namespace render;
  const std::array<std::string, 10> heading{"rank",      "document", "jurisdiction", "year",    "score",
                                            "mean_rank", "rank_low", "rank_high",    "p_first", "p_ahead_of_next"};
  std::string out = csv_row(heading);
  for (const RankedRow& row : ranking.rows) {
    const Document& document = panel.cards()[row.row].document();
    const std::array<std::string, 10> cells{
        std::to_string(row.rank), document.metadata().name,   document.metadata().jurisdiction, year(document),
        digits(row.total),        digits(row.mean_rank),      std::to_string(row.rank_low),     std::to_string(row.rank_high),
        digits(row.p_first),      digits(row.p_ahead_of_next)};
    out += csv_row(cells);
  }
  return out;
}

std::string ranking_table(const Panel& panel, const Ranking& ranking, const TableStyle& style) {
  using namespace render;
  const bool drawn = ranking.options.draws > 0;
  std::vector<Column> columns{{say(style, "名次", "Rank"), Align::right},
                              {say(style, "地区", "Jurisdiction"), Align::left, 40, true},
                              {say(style, "年度", "Year"), Align::right},
                              {say(style, "得分", "Score"), Align::right},
                              {say(style, "覆盖率", "Coverage"), Align::right}};
  const bool graded = !panel.framework().quotas().empty();  // by rank: only a ranking knows the band
  if (graded) columns.push_back({say(style, "等级", "Band")});
  if (drawn) {
    columns.push_back({say(style, "平均名次", "Mean rank"), Align::right});
    columns.push_back({say(style, "90%区间", "90% range"), Align::right});
    columns.push_back({say(style, "居首", "First"), Align::right});
    columns.push_back({say(style, "领先下一名", "Ahead of next"), Align::right});
  }
  TextTable table(std::move(columns));
  const std::vector<std::string> names = labels(panel.cards());
  for (const RankedRow& row : ranking.rows) {
    const Scorecard& card = panel.cards()[row.row];
    std::vector<Cell> cells{{std::to_string(row.rank)},
                            {names[row.row]},
                            {year(card.document())},
                            {rounded(row.total, 1), ink_of(row.total / card.full())},
                            {percent(card.coverage())}};
    const Band* band = panel.bands()[row.row];
    if (graded) cells.push_back({band == nullptr ? "–" : band->name.in(style.language)});
    if (drawn) {
      cells.push_back({rounded(row.mean_rank, 2)});
      cells.push_back({std::to_string(row.rank_low) + "–" + std::to_string(row.rank_high)});
      cells.push_back({percent(row.p_first)});
      cells.push_back({percent(row.p_ahead_of_next)});
    }
    table.add(std::move(cells));
  }
  std::string out = table.text(style);
  if (drawn) {
    out += '\n' + std::to_string(ranking.options.draws) +
           say(style, " 次抽样，同级权重各上下浮动至多 ", " draws, sibling weights moved by up to ") +
           percent(ranking.options.noise) + say(style, "，种子 ", " each way, seed ") + std::to_string(ranking.options.seed) +
           '\n';
  }
  return out;
}

}  // namespace rulescore
