// Places by items for people: a line of signs a place, then what many lack, what is lacked together, and who leads; as tables for
// the terminal and their twins in Markdown. Outside face: render.hpp. Tested by tests/unit/render/places_test.cpp.
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rulescore {
namespace render {
namespace {

constexpr std::size_t most_lines = 40;   // of signs; more places are folded into their levels
constexpr std::size_t most_members = 8;  // of a cluster that are named

constexpr std::array kinds{Lacking::no_evidence, Lacking::only_planned, Lacking::problem, Lacking::below, Lacking::unjudged};

std::string counted(std::size_t count, const char* zh, const char* one, const char* many, const TableStyle& style) {
  return std::to_string(count) + say(style, zh, count == 1 ? one : many);
}

class Text {
 public:
  Text(const Places& all, const TableStyle& style, bool markdown)
      : all_(all), framework_(all.panel.framework()), style_(style), markdown_(markdown) {
    std::vector<Scorecard> cards;
    for (const std::uint32_t row : all.rows) cards.push_back(all.panel.cards()[row]);
    labels_ = labels(cards);
  }

  std::string text() {
    heading();
    if (all_.rows.size() <= most_lines)
      signs();
    else
      folded();
    shared();
    clusters();
    leaders();
    return std::move(out_);
  }

 private:
  const Node& node(std::uint32_t indicator) const { return framework_.nodes()[framework_.indicators()[indicator]]; }

  void line(const std::string& text) { out_ += (markdown_ ? markdown_cell(text) : text) + '\n'; }
  void title(const std::string& text) { out_ += (markdown_ ? "\n## " : "\n") + text + (markdown_ ? "\n\n" : "\n"); }
  void add(const TextTable& table) { out_ += markdown_ ? table.markdown() : table.text(style_); }

  void heading() {
    std::string text = one_line(framework_.id() + ' ' + framework_.version()) + " · " +
                       counted(all_.rows.size(), " 个地区", " place", " places", style_) + " · " +
                       counted(all_.panel.columns(), " 项指标", " indicator", " indicators", style_);
    if (!all_.passed_over.empty())
      text += say(style_, " · 同一地区的其他文件未计：", " · other documents of the same places left out: ") +
              std::to_string(all_.passed_over.size());
    if (all_.options.enough < 1)
      text += say(style_, " · 得分率低于此算欠缺：", " · lacking is below ") + percent(all_.options.enough);
    out_ += (markdown_ ? "# " : "") + text + "\n";
  }

  // Below each node right under the root, or the node itself.
  std::vector<std::vector<std::uint32_t>> by_group() const {
    std::vector<std::vector<std::uint32_t>> groups(top_groups(framework_).size());
    for (std::uint32_t i = 0; i < all_.panel.columns(); ++i) {
      std::uint32_t top = framework_.indicators()[i];
      while (framework_.nodes()[top].parent != 0) top = framework_.nodes()[top].parent;
      const auto place = std::find(top_groups(framework_).begin(), top_groups(framework_).end(), top);
      groups[static_cast<std::size_t>(place - top_groups(framework_).begin())].push_back(i);
    }
    return groups;
  }

  char sign(std::size_t place, std::uint32_t indicator) const {
    const Scorecard& card = all_.card(place);
    const double score = card.nodes()[framework_.indicators()[indicator]].score;
    const auto tenth = [&] {
      return score >= 1 - 1e-9 || std::isnan(score) ? '#'
                                                    : static_cast<char>('0' + std::clamp(static_cast<int>(score * 10), 0, 9));
    };
    switch (all_.cell(place, indicator)) {
      case Lacking::nothing:
        return score > 1e-9 ? tenth() : '#';  // nothing was taken off
      case Lacking::below:
        return tenth();
      case Lacking::problem:
        return '!';
      case Lacking::only_planned:
        return 'p';
      case Lacking::no_evidence:
        return '.';
      case Lacking::unjudged:
        return '?';
      case Lacking::not_applicable:
        return '-';
    }
    return ' ';
  }

  void signs() {
    line(say(style_, "每项一格：# 不缺；0–9 得分率的十分位；! 自认问题；p 只有计划；. 无证据；? 未能评分；- 不适用",
             "a sign an item: # nothing lacking, 0–9 tenths of the full score, ! problem admitted, p only planned, . no "
             "evidence, ? not "
             "judged, - not applicable"));
    std::vector<Column> columns{{say(style_, "地区", "Jurisdiction"), Align::left, 24},
                                {say(style_, "年度", "Year")},
                                {say(style_, "得分", "Score"), Align::right}};
    for (const std::uint32_t top : top_groups(framework_)) columns.push_back({framework_.nodes()[top].code});
    TextTable table(std::move(columns));
    const auto groups = by_group();
    for (std::size_t place = 0; place < all_.rows.size(); ++place) {
      std::vector<Cell> cells{{labels_[place]}, {year(all_.card(place).document())}, {rounded(all_.card(place).score(), 1)}};
      for (const auto& group : groups) {
        std::string text;
        for (const std::uint32_t indicator : group) text += sign(place, indicator);
        cells.push_back({text});
      }
      table.add(std::move(cells));
    }
    out_ += '\n';
    add(table);
  }

  bool is_of(const SharedGaps& level, std::size_t place) const {
    return level.level.empty() || all_.card(place).document().metadata().level == level.level;
  }
  bool applies(std::size_t place, std::uint32_t indicator) const {
    return all_.cell(place, indicator) != Lacking::not_applicable;
  }

  // What is not lacked, as a share of what applies.
  std::string not_lacked(const SharedGaps& level, const std::vector<std::uint32_t>& group) const {
    std::size_t of = 0, fine = 0;
    for (std::size_t place = 0; place < all_.rows.size(); ++place) {
      if (!is_of(level, place)) continue;
      for (const std::uint32_t indicator : group) {
        of += applies(place, indicator) ? 1 : 0;
        fine += all_.cell(place, indicator) == Lacking::nothing ? 1 : 0;
      }
    }
    return of == 0 ? "–" : percent(static_cast<double>(fine) / static_cast<double>(of));
  }

  void folded() {
    line(say(style_, "地区较多，按层级合并；各格为不缺的比例", "many places, folded into levels: the share that is not lacked"));
    std::vector<Column> columns{{say(style_, "层级", "Level")}, {say(style_, "地区数", "Places"), Align::right}};
    for (const std::uint32_t top : top_groups(framework_)) columns.push_back({framework_.nodes()[top].code, Align::right});
    TextTable table(std::move(columns));
    const auto groups = by_group();
    for (const SharedGaps& level : all_.shared) {
      std::vector<Cell> cells{{level_name(level)}, {std::to_string(level.places)}};
      for (const auto& group : groups) cells.push_back({not_lacked(level, group)});
      table.add(std::move(cells));
    }
    out_ += '\n';
    add(table);
  }

  std::string level_name(const SharedGaps& shared) const {
    return shared.level.empty() ? say(style_, "全部", "all") : one_line(shared.level);
  }

  void shared() {
    if (all_.shared.front().gaps.empty()) return line('\n' + say(style_, "没有欠缺", "nothing is lacking"));
    title(say(style_, "共同短板：缺此项的地区数 / 适用的地区数", "shared gaps: how many lack an item, of those it applies to"));
    std::vector<Column> columns{{say(style_, "指标", "Indicator"), Align::left, 44, true}};
    for (const SharedGaps& level : all_.shared) columns.push_back({level_name(level), Align::right});
    std::vector<Lacking> shown;
    for (const Lacking kind : kinds) {
      const auto has = [&](const SharedGap& gap) { return gap.kinds[static_cast<std::size_t>(kind)] > 0; };
      if (std::any_of(all_.shared[0].gaps.begin(), all_.shared[0].gaps.end(), has)) shown.push_back(kind);
    }
    for (const Lacking kind : shown) columns.push_back({lacking_name(kind, style_), Align::right});
    TextTable table(std::move(columns));
    for (const SharedGap& gap : all_.shared[0].gaps) {
      std::vector<Cell> cells{{titled(node(gap.indicator), style_)}};
      for (const SharedGaps& level : all_.shared) cells.push_back({fraction(level, gap.indicator)});
      for (const Lacking kind : shown) cells.push_back({std::to_string(gap.kinds[static_cast<std::size_t>(kind)])});
      table.add(std::move(cells));
    }
    add(table);
  }

  std::string fraction(const SharedGaps& level, std::uint32_t indicator) const {
    const auto found =
        std::find_if(level.gaps.begin(), level.gaps.end(), [&](const SharedGap& gap) { return gap.indicator == indicator; });
    if (found != level.gaps.end()) return std::to_string(found->lack) + "/" + std::to_string(found->of);
    std::size_t of = 0;
    for (std::size_t place = 0; place < all_.rows.size(); ++place) of += is_of(level, place) && applies(place, indicator) ? 1 : 0;
    return of == 0 ? "–" : "0/" + std::to_string(of);
  }

  template <typename Name>
  std::string listed(const std::vector<std::uint32_t>& members, const Name& name) const {
    std::string text;
    for (std::size_t i = 0; i < members.size() && i < most_members; ++i)
      text += (i > 0 ? say(style_, "、", ", ") : "") + name(members[i]);
    if (members.size() > most_members) text += say(style_, " 等 ", " … ") + std::to_string(members.size());
    return text;
  }

  void clusters() {
    const auto code = [&](std::uint32_t indicator) { return node(indicator).code; };
    const auto place = [&](std::uint32_t index) { return labels_[index]; };
    if (!all_.items.empty()) title(say(style_, "常一起缺的指标", "items lacked together"));
    for (const GapCluster& one : all_.items)
      line("  " + listed(one.members, code) + say(style_, "：全缺的地区 ", ": lacked together by ") +
           std::to_string(one.shared.size()) +
           (one.shared.empty() ? "" : say(style_, "（", " (") + listed(one.shared, place) + say(style_, "）", ")")));
    if (!all_.places.empty()) title(say(style_, "短板相近的地区", "places that lack the same"));
    for (const GapCluster& one : all_.places)
      line("  " + listed(one.members, place) + say(style_, "：都缺 ", ": all lack ") +
           counted(one.shared.size(), " 项", " item", " items", style_) +
           (one.shared.empty() ? "" : say(style_, "（", " (") + listed(one.shared, code) + say(style_, "）", ")")));
  }

  void leaders() {
    if (all_.leaders.empty()) return;
    title(say(style_, "各项领先者", "who leads"));
    TextTable table({{say(style_, "指标", "Indicator"), Align::left, 40, true},
                 {say(style_, "得分率", "Score"), Align::right},
                 {say(style_, "并列", "Tied"), Align::right},
                 {say(style_, "地区", "Jurisdiction"), Align::left, 30},
                 {say(style_, "原文", "Quote"), Align::left, 60, true},
                 {say(style_, "出处", "Source"), Align::left, 40, true}});
    for (const Leaders& one : all_.leaders) {
      const Leader first = one.leaders.empty() ? Leader{} : one.leaders.front();
      std::vector<std::uint32_t> named;
      for (const Leader& leader : one.leaders) named.push_back(leader.place);
      std::string who = listed(named, [&](std::uint32_t index) { return labels_[index]; });
      if (one.tied > named.size()) who += who.empty() ? "…" : " …";
      table.add({{titled(node(one.indicator), style_)},
                 {rounded(one.score, 2)},
                 {std::to_string(one.tied)},
                 {who},
                 {quote(first), Ink::faint},
                 {source(first), Ink::faint}});
    }
    add(table);
  }

  std::string quote(const Leader& leader) const {
    const EvidenceSet& set = all_.card(leader.place).evidence();
    return leader.evidence == Evidence::none ? std::string() : std::string(set.quote(set.items()[leader.evidence]));
  }

  // The document and the bytes, or where a figure from elsewhere comes from.
  std::string source(const Leader& leader) const {
    if (leader.evidence == Evidence::none) return {};
    const EvidenceSet& set = all_.card(leader.place).evidence();
    const Evidence& piece = set.items()[leader.evidence];
    const std::string elsewhere = origin(set, piece, style_);
    if (!piece.in_text()) return elsewhere;
    return one_line(set.document().metadata().name) + " [" + std::to_string(piece.begin) + "–" + std::to_string(piece.end) + ']';
  }

  const Places& all_;
  const Framework& framework_;
  const TableStyle& style_;
  bool markdown_;
  std::vector<std::string> labels_;
  std::string out_;
};

}  // namespace
}  // namespace render

std::string places_table(const Places& all, const TableStyle& style) { return render::Text(all, style, false).text(); }
std::string places_markdown(const Places& all, const TableStyle& style) { return render::Text(all, style, true).text(); }

}  // namespace rulescore
