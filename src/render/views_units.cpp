// Views of units: what they have, one unit's profile, trends over the years. See views_index.hpp.
#include "render/views_index.hpp"

#include "render/names.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace rulescore::render {
namespace {

constexpr Word strength{"strength", "强项", "strength"}, weakness{"weakness", "弱项", "weakness"},
    imputed{"imputed", "插补", "imputed"};
constexpr int text = SheetColumn::text, any_size = SheetColumn::figure;

// Places among the indicators of those below a node.
std::vector<std::uint32_t> below(const Framework& framework, std::uint32_t node) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < framework.indicators().size(); ++i)
    for (std::uint32_t up = framework.indicators()[i]; up != 0; up = framework.nodes()[up].parent)
      if (up == node) all.push_back(i);
  return all;
}

double time_of(const Index& index, std::size_t row) { return index.times().empty() ? views::none : index.times()[row]; }

// The units of one row's year: those it is compared with.
std::vector<std::size_t> contemporaries(const Index& index, std::size_t row) {
  std::vector<std::size_t> rows;
  for (std::size_t other = 0; other < index.rows(); ++other)
    if (index.times().empty() || index.times()[other] == index.times()[row]) rows.push_back(other);
  return rows;
}

template <typename Column>
std::vector<double> taken(const Column& column, std::span<const std::size_t> rows) {
  std::vector<double> figures;
  for (const std::size_t row : rows) figures.push_back(column[row]);
  return figures;
}

// A unit in every node and indicator, among its contemporaries.
class Profile {
 public:
  Profile(const Index& index, std::size_t row) : index_(index), row_(row), rows_(contemporaries(index, row)) {
    own_ = static_cast<std::size_t>(std::find(rows_.begin(), rows_.end(), row) - rows_.begin());
    const std::vector<double> all = collected(index);
    columns_ = index.framework().indicators().size();
    for (const std::size_t one : rows_)
      figures_.insert(figures_.end(), at(all, one), at(all, one) + static_cast<std::ptrdiff_t>(columns_));
    const Matrix data{figures_, rows_.size(), columns_};
    standings_ = views::profile(data, index.senses(), own_);
    for (const views::Standing& one : views::strengths(data, index.senses(), own_)) said_[one.column].push_back(strength);
    for (const views::Standing& one : views::weaknesses(data, index.senses(), own_))
      if (said_[one.column].empty()) said_[one.column].push_back(weakness);
    for (std::uint32_t i = 0; i < index.preparations().size(); ++i) {
      const auto& rows = index.preparations()[i].imputed;
      if (std::find(rows.begin(), rows.end(), row) != rows.end()) said_[i].push_back(imputed);
    }
  }

  std::vector<SheetCell> line(std::uint32_t node) const {
    const Node& about = index_.framework().nodes()[node];
    const std::vector<double> values = taken(index_.values(node), rows_);
    const views::Standing among = views::profile({values, values.size(), 1}, std::vector{Sense::benefit}, own_)[0];
    const double rank = index_.times().empty() ? index_.ranks(node)[row_] : among.rank;
    std::vector<SheetCell> cells{
        about.code,   about.title, among.figure, rank > 0 ? rank : views::none, static_cast<double>(among.of),
        among.median, among.best};
    const auto indicators = index_.framework().indicators();
    const auto place = std::find(indicators.begin(), indicators.end(), node);
    if (place == indicators.end()) {
      cells.insert(cells.end(), {views::none, views::none, Words{}});
      return cells;
    }
    const auto i = static_cast<std::uint32_t>(place - indicators.begin());
    const auto words = said_.find(i);
    cells.insert(cells.end(), {standings_[i].figure, standings_[i].median, words == said_.end() ? Words{} : words->second});
    return cells;
  }

 private:
  std::vector<double>::const_iterator at(const std::vector<double>& all, std::size_t row) const {
    return all.begin() + static_cast<std::ptrdiff_t>(row * columns_);
  }

  const Index& index_;
  std::size_t row_, own_ = 0, columns_ = 0;
  std::vector<std::size_t> rows_;
  std::vector<double> figures_;
  std::vector<views::Standing> standings_;
  std::map<std::uint32_t, Words> said_;
};

}  // namespace

Sheet availability_sheet(const Index& index) {
  const Framework& framework = index.framework();
  Sheet sheet{"availability",
              "各单位的数据可得性",
              "what figures each unit has",
              {{"unit", "单位", "Unit", text},
               {"time", "时间", "Time", 0},
               {"missing", "缺失", "Missing", 0},
               {"zeros", "为零", "Zeros", 0},
               {"available", "可得率", "Available", 2},
               {"non_zero", "非零率", "Non-zero", 2}},
              {}};
  if (index.times().empty()) sheet.columns.erase(sheet.columns.begin() + 1);
  std::vector<std::vector<std::uint32_t>> groups;
  for (const std::uint32_t top : top_groups(framework)) {
    const std::string& code = framework.nodes()[top].code;
    sheet.columns.push_back({code, code, code, 2});
    groups.push_back(below(framework, top));
  }
  const std::vector<double> figures = collected(index);
  const Matrix data{figures, index.rows(), framework.indicators().size()};
  const auto units = views::unit_availability(data);
  const std::vector<double> shares = views::group_availability(data, groups);
  for (std::size_t row = 0; row < index.rows(); ++row) {
    std::vector<SheetCell> cells{index.units()[row]};
    if (!index.times().empty()) cells.emplace_back(index.times()[row]);
    cells.insert(cells.end(), {static_cast<double>(units[row].missing), static_cast<double>(units[row].zeros),
                               units[row].available, units[row].non_zero});
    for (std::size_t g = 0; g < groups.size(); ++g) cells.emplace_back(shares[row * groups.size() + g]);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Sheet unit_sheet(const Index& index, std::size_t row) {
  const std::string name = index.units()[row] + (index.times().empty() ? "" : " " + significant(time_of(index, row)));
  Sheet sheet{"unit",
              "概况：" + name,
              "profile: " + name,
              {{"code", "编号", "Code", text},
               {"title", "指标", "Indicator", text},
               {"value", "得分", "Score", 2},
               {"rank", "名次", "Rank", 0},
               {"of", "参评", "Of", 0},
               {"median", "中位数", "Median", 2},
               {"best", "最高", "Best", 2},
               {"figure", "原值", "Figure", any_size},
               {"median_figure", "原值中位数", "Median figure", any_size},
               {"flags", "提示", "Flags", text}},
              {}};
  const Profile profile(index, row);
  for (std::uint32_t node = 0; node < index.framework().nodes().size(); ++node) sheet.rows.push_back(profile.line(node));
  return sheet;
}

Sheet trends_sheet(const Index& index, std::size_t node) {
  const std::string& code = index.framework().nodes()[node].code;
  if (index.times().empty()) throw UsageError("trends need a column of years; the framework's `index` says which with `time`");
  Sheet sheet{"trends",
              "历年走势：" + code,
              "over the years: " + code,
              {{"unit", "单位", "Unit", text},
               {"years", "年数", "Years", 0},
               {"first_year", "起", "From", 0},
               {"last_year", "止", "To", 0},
               {"first", "起值", "First", 2},
               {"last", "末值", "Last", 2},
               {"slope", "年均变化", "A year", 3},
               {"fit", "R²", "R²", 2},
               {"growth", "年均增长率", "Growth", 4}},
              {}};
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::string> names;
  std::vector<std::uint32_t> units;
  for (const std::string& unit : index.units()) {
    const auto [found, added] = numbers.emplace(unit, static_cast<std::uint32_t>(names.size()));
    if (added) names.push_back(unit);
    units.push_back(found->second);
  }
  for (const views::Trend& one : views::trends(index.values(node), units, index.times()))
    sheet.rows.push_back({names[one.unit], static_cast<double>(one.count), one.first_time, one.last_time, one.first, one.last,
                          one.slope, one.fit, one.growth});
  return sheet;
}

}  // namespace rulescore::render
