// A comparison for people: what the framework says differently, what that did to the documents, and to the indicators. In full as
// `compare` prints it, or the first few of each kind, which is what fits beside an editor. Outside face: render.hpp. Tested by
// tests/unit/render/compare_test.cpp.
#include "render/compare_years.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace rulescore {
namespace render {
namespace {

constexpr int longest_text = 120;  // columns of a change of the text when the width is unlimited

class Text {
 public:
  Text(const ScoreComparison& comparison, const TableStyle& style, std::size_t most)
      : comparison_(comparison), style_(style), most_(most) {}

  std::string in_full() {
    out_ = framework_line() + '\n';
    partners();
    changes_of_text();
    totals_line();
    documents(by_rank());
    if (comparison_.years) out_ += '\n' + causes_table(comparison_, style_);
    indicators();
    if (comparison_.years) out_ += shifts_tables(comparison_, style_);
    return std::move(out_);
  }

  std::string brief() {
    changes_of_text();
    totals_line();
    bands_line();
    documents(by_change());
    indicators();
    return std::move(out_);
  }

 private:
  struct Moved {
    double change = 0;
    const DocumentMove* move = nullptr;
  };

  const Results::Row& before(const DocumentMove& move) const { return comparison_.before.rows[move.before]; }
  const Results::Row& after(const DocumentMove& move) const { return comparison_.after.rows[move.after]; }
  // NaN when only one side has a total.
  double change_of(const DocumentMove& move) const {
    const double was = before(move).total, is = after(move).total;
    return std::isnan(was) && std::isnan(is) ? 0 : is - was;
  }

  std::string more(std::size_t left) const { return "  … " + std::to_string(left) + say(style_, " 项略去\n", " more\n"); }

  std::string framework_line() const {
    const auto name = [](const Results& results) { return one_line(results.framework + ' ' + results.version); };
    const std::size_t count = comparison_.documents.size();
    const std::string sides = comparison_.years ? arrow(name(comparison_.before), name(comparison_.after))
                                                : name(comparison_.before) + " → " + name(comparison_.after);
    return sides + " · " + std::to_string(count) + say(style_, " 份文件", count == 1 ? " document" : " documents");
  }

  void partners() {
    const auto list = [&](const Results& results, const std::vector<std::uint32_t>& rows, const std::string& what) {
      if (rows.empty()) return;
      std::string line = what;
      for (const std::uint32_t row : rows) line += (row == rows.front() ? "" : ", ") + label_of(results.rows[row]);
      out_ += elide(line, style_.width > 0 ? style_.width : longest_text) + '\n';
    };
    list(comparison_.before, comparison_.only_before, say(style_, "只在前者：", "only before: "));
    list(comparison_.after, comparison_.only_after, say(style_, "只在后者：", "only after: "));
    for (const PassedOver& one : comparison_.passed_over) {
      const Results& results = one.is_after ? comparison_.after : comparison_.before;
      const auto named = [&](std::uint32_t row) {
        return year_of(results.rows[row]) + ' ' + one_line(results.rows[row].document);
      };
      out_ += say(style_, "未取 ", "not taken: ") + label_of(results.rows[one.row]) + ' ' + named(one.row) +
              say(style_, "（已取 ", " (taken: ") + named(one.taken) + say(style_, "）\n", ")\n");
    }
  }

  static std::string said(const TextChange& change) {
    const std::string where = change.code + (change.code.empty() || change.path.empty() ? "" : " ") + change.path;
    if (change.part) {
      std::string text = where + ':';
      if (!change.before.empty()) text += " − " + change.before;
      return change.after.empty() ? text : text + " + " + change.after;
    }
    if (change.before.empty()) return "+ " + where + ": " + change.after;
    if (change.after.empty()) return "− " + where + ": " + change.before;
    return where + ": " + change.before + " → " + change.after;
  }

  void changes_of_text() {
    std::vector<std::string> lines;
    for (const TextChange& change : comparison_.text) lines.push_back(said(change));
    for (const IndicatorMove& move : comparison_.indicators)
      for (const TextChange& change : move.text) lines.push_back(said(change));
    if (lines.empty()) return;
    if (!out_.empty()) out_ += '\n';
    for (std::size_t i = 0; i < lines.size() && i < most_; ++i)
      out_ += "  " + elide(one_line(lines[i]), (style_.width > 0 ? style_.width : longest_text) - 2) + '\n';
    if (lines.size() > most_) out_ += more(lines.size() - most_);
  }

  // "总分 45.3 → 46.5（平均 +1.2）：升 3 降 1 平 1"
  void totals_line() {
    double was = 0, is = 0;
    std::size_t up = 0, down = 0, level = 0, scored = 0;
    for (const DocumentMove& move : comparison_.documents) {
      const double change = change_of(move);
      if (!std::isnan(change)) {
        ++scored;
        was += before(move).total;
        is += after(move).total;
      }
      ++(change > 0 ? up : change < 0 ? down : level);
    }
    const auto count = static_cast<double>(scored);
    if (!out_.empty()) out_ += '\n';
    out_ += say(style_, "总分平均 ", "mean total ") + arrow(rounded(was / count, 1), rounded(is / count, 1));
    out_ += say(style_, " · 升 ", " · up ") + std::to_string(up) + say(style_, " · 降 ", " · down ") + std::to_string(down) +
            say(style_, " · 未变 ", " · level ") + std::to_string(level) + '\n';
  }

  // "等次变化 2：合格 → 良好 1 · …"
  void bands_line() {
    std::map<std::string, std::size_t> kinds;
    std::size_t count = 0;
    for (const DocumentMove& move : comparison_.documents) {
      const std::string was = band(before(move)), is = band(after(move));
      if (was == is) continue;
      ++count;
      ++kinds[was + " → " + is];
    }
    if (count == 0) return;
    out_ += say(style_, "等次变化 ", "bands changed ") + std::to_string(count) + ':';
    for (const auto& [kind, times] : kinds)
      out_ += (kind == kinds.begin()->first ? " " : " · ") + kind + ' ' + std::to_string(times);
    out_ += '\n';
  }

  std::string band(const Results::Row& row) const {
    const std::string& name = row.band.in(style_.language);
    return name.empty() ? "–" : one_line(name);
  }

  std::vector<Moved> by_rank() const {
    std::vector<Moved> moved;
    for (const DocumentMove& move : comparison_.documents) moved.push_back({change_of(move), &move});
    std::stable_sort(moved.begin(), moved.end(),
                     [](const Moved& a, const Moved& b) { return a.move->rank_after < b.move->rank_after; });
    return moved;
  }

  // Those whose total, rank or band moved, the largest change of the total first.
  std::vector<Moved> by_change() const {
    std::vector<Moved> moved = by_rank();
    std::erase_if(moved, [&](const Moved& one) {
      return !(one.change != 0) && one.move->rank_before == one.move->rank_after &&
             band(before(*one.move)) == band(after(*one.move));
    });
    const auto size = [](const Moved& one) { return std::isnan(one.change) ? 0 : std::abs(one.change); };
    std::stable_sort(moved.begin(), moved.end(), [&](const Moved& a, const Moved& b) { return size(a) > size(b); });
    return moved;
  }

  void documents(const std::vector<Moved>& moved) {
    if (moved.empty()) return;
    const bool ranked = moved.front().move->rank_after > 0;
    std::vector<Column> columns{{say(style_, "地区", "Jurisdiction"), Align::left, 40, true},
                                {say(style_, "年度", "Year"), Align::right},
                                {say(style_, "原得分", "Before"), Align::right},
                                {say(style_, "现得分", "After"), Align::right},
                                {say(style_, "变化", "Change"), Align::right},
                                {say(style_, "等次", "Band"), Align::left}};
    if (ranked) columns.insert(columns.begin(), {say(style_, "名次", "Rank"), Align::right});
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < moved.size() && i < most_; ++i) {
      const DocumentMove& move = *moved[i].move;
      const Results::Row& row = before(move);
      std::vector<Cell> cells{{label_of(row)},
                              {arrow(year_of(row), year_of(after(move)))},
                              {rounded(row.total, 1)},
                              {rounded(after(move).total, 1)},
                              {signed_number(moved[i].change, 2), ink_of_change(moved[i].change)},
                              {arrow(band(row), band(after(move)))}};
      if (ranked) cells.insert(cells.begin(), {arrow(std::to_string(move.rank_before), std::to_string(move.rank_after))});
      table.add(std::move(cells));
    }
    out_ += '\n' + table.text(style_);
    if (moved.size() > most_) out_ += more(moved.size() - most_);
  }

  // Those that moved, what they do to the totals first.
  std::vector<const IndicatorMove*> moved_indicators() const {
    std::vector<const IndicatorMove*> moved;
    for (const IndicatorMove& move : comparison_.indicators)
      if (move.up > 0 || move.down > 0 || move.points != 0 || move.before == IndicatorMove::none ||
          move.after == IndicatorMove::none)
        moved.push_back(&move);
    std::stable_sort(moved.begin(), moved.end(), [](const IndicatorMove* a, const IndicatorMove* b) {
      return std::make_pair(std::abs(a->points), std::abs(a->mean)) > std::make_pair(std::abs(b->points), std::abs(b->mean));
    });
    return moved;
  }

  void indicators() {
    const std::vector<const IndicatorMove*> moved = moved_indicators();
    if (moved.empty()) {
      out_ += say(style_, "没有指标变化\n", "no indicator moved\n");
      return;
    }
    TextTable table({{say(style_, "指标", "Indicator"), Align::left, 44, true},
                 {say(style_, "升", "Up"), Align::right},
                 {say(style_, "降", "Down"), Align::right},
                 {say(style_, "得分率", "Score"), Align::right},
                 {say(style_, "分数", "Points"), Align::right},
                 {say(style_, "变化最大", "Furthest"), Align::left, 40, true}});
    for (std::size_t i = 0; i < moved.size() && i < most_; ++i) table.add(cells_of(*moved[i]));
    out_ += '\n' + table.text(style_);
    if (moved.size() > most_) out_ += more(moved.size() - most_);
  }

  std::vector<Cell> cells_of(const IndicatorMove& move) const {
    const std::string mark = move.before == IndicatorMove::none ? "+ " : move.after == IndicatorMove::none ? "− " : "";
    std::string furthest;
    if (move.furthest != IndicatorMove::none)
      furthest =
          label_of(before(comparison_.documents[move.furthest])) + ' ' + rounded(move.from, 2) + " → " + rounded(move.to, 2);
    return {{mark + move.code + ' ' + move.title.in(style_.language)},
            {std::to_string(move.up)},
            {std::to_string(move.down)},
            {signed_number(move.mean, 3), ink_of_change(move.mean)},
            {signed_number(move.points, 3), ink_of_change(move.points)},
            {furthest}};
  }

  const ScoreComparison& comparison_;
  const TableStyle& style_;
  std::size_t most_;
  std::string out_;
};

}  // namespace
}  // namespace render

std::string comparison_table(const ScoreComparison& comparison, const TableStyle& style) {
  return render::Text(comparison, style, comparison.indicators.size() + comparison.documents.size() + 1000).in_full();
}

std::string comparison_brief(const ScoreComparison& comparison, std::size_t lines, const TableStyle& style) {
  return render::Text(comparison, style, lines).brief();
}

}  // namespace rulescore
