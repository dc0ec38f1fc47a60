// Gaps and road maps as Excel workbooks: flat sheets, one row a document, a gap, a step, so that a filter finds what concerns an
// office; sums are formulas over the steps. Outside face: render.hpp. Tested by tests/cli/test_roadmap.py.
#include "render/gap_account.hpp"
#include "render/names.hpp"
#include "render/roadmap.hpp"
#include "render/sentence.hpp"
#include "render/workbook.hpp"

#include <rulescore/render.hpp>

#include <cmath>
#include <functional>

namespace rulescore {
namespace render {
namespace {

using Kind = Workbook::Kind;
using Cells = std::vector<Workbook::Cell>;
using Cards = std::function<const Scorecard&(std::uint32_t)>;

// The columns every sheet opens with.
std::vector<Workbook::Column> opening(const TableStyle& style) {
  return {{say(style, "地区", "Jurisdiction"), Kind::text, 16},
          {say(style, "年度", "Year"), Kind::number, 7},
          {say(style, "文件", "Document"), Kind::text, 24}};
}

Cells opening(const Document& document) {
  const Metadata& about = document.metadata();
  return {about.jurisdiction, about.year ? Workbook::Cell(static_cast<double>(*about.year)) : Workbook::Cell(), about.name};
}

template <typename More>
void append(std::vector<More>& list, std::vector<More> more) {
  for (More& one : more) list.push_back(std::move(one));
}

// "青岛市 2020：…" for each, a line.
std::string exemplars_of(const Gap& gap, const Cards& there, const TableStyle& style) {
  std::string text;
  for (const Exemplar& exemplar : gap.exemplars) {
    const Scorecard& other = there(exemplar.row);
    text += (text.empty() ? "" : say(style, "；", "; ")) + label(other.document()) + ' ' + year(other.document()) +
            say(style, "：", ": ") + std::string(sentence_of(other, &other.evidence().items()[exemplar.evidence]));
  }
  return text;
}

std::vector<Workbook::Column> gap_columns(const TableStyle& style) {
  return {{say(style, "代码", "Code"), Kind::text, 8},
          {say(style, "指标", "Indicator"), Kind::text, 24},
          {say(style, "差在", "Kind"), Kind::text, 10},
          {say(style, "办法", "Remedy"), Kind::text, 12},
          {say(style, "责任单位", "Owner"), Kind::text, 14},
          {say(style, "工作量", "Effort"), Kind::number, 8},
          {say(style, "现得率", "Score"), Kind::points, 8},
          {say(style, "目标率", "Target"), Kind::points, 8},
          {say(style, "可增分", "Gain"), Kind::points, 8},
          {say(style, "累计总分", "Total"), Kind::points, 9},
          {say(style, "补什么", "What closes it"), Kind::long_text, 48},
          {say(style, "原文", "Sentence"), Kind::long_text, 48},
          {say(style, "别处怎么写", "What others wrote"), Kind::long_text, 48}};
}

Cells gap_cells(const Scorecard& card, const Gap& gap, double gain, double total, const Cards& there, const TableStyle& style) {
  const Node& node = card.framework().nodes()[gap.node];
  return {node.code,
          node.title.in(style.language),
          gap_name(gap.kind, style),
          remedy_name(gap.remedy, style),
          node.owner,
          node.effort,
          gap.score,
          gap.target,
          gain,
          total,
          what_closes(card, gap.node, style.language),
          std::string(sentence_of(card, shown_by(card, gap))),
          exemplars_of(gap, there, style)};
}

std::vector<Workbook::Column> total_columns(const TableStyle& style) {
  return {{say(style, "现得", "Now"), Kind::points, 8},
          {say(style, "已评权重", "Assessed"), Kind::points, 9},
          {say(style, "至少", "At least"), Kind::points, 8},
          {say(style, "至多", "At most"), Kind::points, 8},
          {say(style, "目标", "Target"), Kind::points, 8}};
}

Cells total_cells(const GapReport& report) {
  const Scorecard& card = report.card;
  return {card.score(), card.coverage(), card.low(), card.high(), report.target_total};
}

void write_gaps(Workbook& book, std::span<const GapReport* const> reports, const Cards& there, const TableStyle& style) {
  auto columns = opening(style);
  append(columns, gap_columns(style));
  book.sheet(say(style, "差距", "Gaps"), std::move(columns));
  for (const GapReport* report : reports)
    for (const Gap& gap : report->gaps) {
      Cells cells = opening(report->card.document());
      append(cells, gap_cells(report->card, gap, gap.gain, gap.cumulative, there, style));
      book.row(cells);
    }
}

// ---- road maps

void write_steps(Workbook& book, std::span<const RoadMap> maps, const Cards& there, const TableStyle& style) {
  auto columns = opening(style);
  append(columns, {{say(style, "次序", "Order"), Kind::number, 6},
                   {say(style, "季度", "Quarter"), Kind::text, 9},
                   {say(style, "完成日期", "Due"), Kind::text, 11}});
  append(columns, gap_columns(style));
  book.sheet(say(style, "路线图", "Road map"), std::move(columns));
  for (const RoadMap& map : maps)
    for (const rulescore::Step& step : map.steps) {
      Cells cells = opening(map.report.card.document());
      append(cells, {static_cast<double>(step.order), to_string(step.quarter),
                     step.quarter.year == 0 ? std::string() : last_day(step.quarter)});
      append(cells, gap_cells(map.report.card, gap_of(map, step), step.gain, step.total, there, style));
      book.row(cells);
    }
}

// A sum over the steps whose column `letter` has what stands in this row: of one document, which is known by its name.
Workbook::Formula sum_of(char letter, const std::string& where, double value, const TableStyle& style) {
  const std::string steps = '\'' + say(style, "路线图", "Road map") + "'!";
  const auto column = [&](char of) { return steps + '$' + of + ":$" + of; };
  return {"=SUMIFS(" + column(letter) + ',' + column('C') + ',' + where + ')', value};
}

void write_overview(Workbook& book, std::span<const RoadMap> maps, const TableStyle& style) {
  auto columns = opening(style);
  append(columns, total_columns(style));
  append(columns, {{say(style, "计划增分", "Planned gain"), Kind::points, 9},
                   {say(style, "计划后", "After"), Kind::points, 8},
                   {say(style, "工作量", "Effort"), Kind::number, 8},
                   {say(style, "至少需要", "Needs at least"), Kind::number, 9}});
  book.sheet(say(style, "总览", "Overview"), std::move(columns));
  std::size_t row = 2;
  for (const RoadMap& map : maps) {
    const double score = std::isnan(map.report.card.score()) ? 0 : map.report.card.score();
    const std::string own = "$C" + std::to_string(row++);
    Cells cells = opening(map.report.card.document());
    append(cells, total_cells(map.report));
    append(cells, {sum_of('O', own, map.total - score, style), map.total, sum_of('L', own, map.effort, style), map.least_effort});
    book.row(cells);
  }
}

// Who has how much to do, and how much of it is to be written down.
void write_sums(Workbook& book, std::span<const RoadMap> maps, const TableStyle& style) {
  auto columns = opening(style);
  append(columns, {{say(style, "按", "By"), Kind::text, 16},
                   {say(style, "工作量", "Effort"), Kind::number, 8},
                   {say(style, "增分", "Gain"), Kind::points, 9}});
  book.sheet(say(style, "汇总", "Sums"), std::move(columns));
  std::size_t row = 2;
  for (const RoadMap& map : maps) {
    const auto write = [&](const PlanSum& sum, const std::string& name, char letter) {
      const std::string at = std::to_string(row++);
      const std::string steps = '\'' + say(style, "路线图", "Road map") + "'!";
      const std::string where = "$C" + at + ',' + steps + '$' + letter + ":$" + letter + ",$D" + at;
      Cells cells = opening(map.report.card.document());
      append(cells, {name, sum_of('L', where, sum.effort, style), sum_of('O', where, sum.gain, style)});
      book.row(cells);
    };
    for (const PlanSum& sum : sums_by_remedy(map)) write(sum, remedy_name(sum.remedy, style), 'J');
    for (const PlanSum& sum : sums_by_owner(map))
      if (!sum.of.empty()) write(sum, sum.of, 'K');
  }
}

}  // namespace
}  // namespace render

std::string gaps_excel(std::span<const GapReport> reports, const TableStyle& style) {
  using namespace render;
  Workbook book;
  auto columns = opening(style);
  append(columns, total_columns(style));
  book.sheet(say(style, "总览", "Overview"), std::move(columns));
  std::vector<const GapReport*> all;
  for (const GapReport& report : reports) {
    Cells cells = opening(report.card.document());
    append(cells, total_cells(report));
    book.row(cells);
    all.push_back(&report);
  }
  write_gaps(
      book, all, [&](std::uint32_t row) -> const Scorecard& { return reports[row].card; }, style);
  return std::move(book).bytes();
}

std::string road_maps_excel(std::span<const RoadMap> maps, const TableStyle& style) {
  using namespace render;
  const auto there = [&](std::uint32_t row) -> const Scorecard& { return maps[row].report.card; };
  Workbook book;
  write_overview(book, maps, style);
  write_steps(book, maps, there, style);
  write_sums(book, maps, style);
  std::vector<const GapReport*> reports;
  for (const RoadMap& map : maps) reports.push_back(&map.report);
  write_gaps(book, reports, there, style);
  return std::move(book).bytes();
}

}  // namespace rulescore
