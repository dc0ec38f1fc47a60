// Places by items. Outside face: places.hpp. Tested by tests/unit/analysis/places.cpp.
#include "analysis/linkage.hpp"
#include "framework/model.hpp"
#include "score/block.hpp"

#include <rulescore/error.hpp>
#include <rulescore/places.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace rulescore {
namespace {

constexpr double tolerance = 1e-9;  // scores closer than this are the same

bool is_lack(Lacking lacking) noexcept { return lacking != Lacking::nothing && lacking != Lacking::not_applicable; }

std::uint32_t first_of(const Scorecard& card, const NodeScore& node, Status status) noexcept {
  for (std::uint32_t i = node.evidence_begin; i < node.evidence_end; ++i)
    if (card.evidence().items()[i].status == status && card.standings()[i] == Standing::counts) return i;
  return Evidence::none;
}

Lacking without_score(State state) noexcept {
  return state == State::no_evidence    ? Lacking::no_evidence
         : state == State::only_planned ? Lacking::only_planned
                                        : Lacking::unjudged;
}

Lacking cell_of(const Scorecard& card, std::uint32_t index, int sign, double enough) noexcept {
  const NodeScore& node = card.nodes()[index];
  if (node.state == State::not_applicable) return Lacking::not_applicable;
  if (std::isnan(node.score)) return sign > 0 ? without_score(node.state) : Lacking::nothing;
  if (sign > 0 ? node.score >= enough - tolerance : node.score <= tolerance) return Lacking::nothing;
  return first_of(card, node, Status::problem) != Evidence::none ? Lacking::problem : Lacking::below;
}

// A row a place.
void choose_rows(Places& all) {
  std::map<std::string_view, std::uint32_t> chosen;
  const auto cards = all.panel.cards();
  const auto about = [&](std::uint32_t row) -> const Metadata& { return cards[row].document().metadata(); };
  for (std::uint32_t row = 0; row < cards.size(); ++row) {
    const auto [found, is_new] = chosen.emplace(about(row).jurisdiction, row);
    if (!is_new && about(row).year > about(found->second).year) found->second = row;
  }
  for (std::uint32_t row = 0; row < cards.size(); ++row) {
    const std::string& place = about(row).jurisdiction;
    (place.empty() || chosen.at(place) == row ? all.rows : all.passed_over).push_back(row);
  }
}

void fill_in(Places& all) {
  const FrameworkModel& model = all.panel.framework().model();
  all.cells.reserve(all.rows.size() * all.panel.columns());
  for (std::size_t place = 0; place < all.rows.size(); ++place)
    for (const std::uint32_t node : model.indicator_nodes)
      all.cells.push_back(cell_of(all.card(place), node, model.node_rules[node].sign, all.options.enough));
}

SharedGaps shared_by(const Places& all, std::string level, const std::vector<std::size_t>& among) {
  SharedGaps shared{std::move(level), static_cast<std::uint32_t>(among.size()), {}};
  for (std::uint32_t i = 0; i < all.panel.columns(); ++i) {
    SharedGap gap{i, 0, 0, {}};
    for (const std::size_t place : among) {
      const Lacking lacking = all.cell(place, i);
      ++gap.kinds[static_cast<std::size_t>(lacking)];
      gap.of += lacking != Lacking::not_applicable ? 1 : 0;
      gap.lack += is_lack(lacking) ? 1 : 0;
    }
    if (gap.lack > 0) shared.gaps.push_back(gap);
  }
  // Of as many that lack it the larger share is where fewer could.
  std::stable_sort(shared.gaps.begin(), shared.gaps.end(),
                   [](const SharedGap& a, const SharedGap& b) { return a.lack != b.lack ? a.lack > b.lack : a.of < b.of; });
  return shared;
}

void share(Places& all) {
  std::vector<std::pair<std::string, std::vector<std::size_t>>> levels;
  std::vector<std::size_t> everyone;
  for (std::size_t place = 0; place < all.rows.size(); ++place) {
    everyone.push_back(place);
    const std::string& level = all.card(place).document().metadata().level;
    auto found = std::find_if(levels.begin(), levels.end(), [&](const auto& one) { return one.first == level; });
    if (found == levels.end()) found = levels.insert(levels.end(), {level, {}});
    found->second.push_back(place);
  }
  all.shared.push_back(shared_by(all, "", everyone));
  if (levels.size() < 2) return;
  for (const auto& [level, among] : levels)
    if (!level.empty()) all.shared.push_back(shared_by(all, level, among));
}

// Items by places, or places by items.
BitRows bits_of(const Places& all, bool by_place) {
  const std::size_t places = all.rows.size(), items = all.panel.columns();
  BitRows bits(by_place ? places : items, by_place ? items : places);
  for (std::size_t place = 0; place < places; ++place) {
    for (std::size_t item = 0; item < items; ++item) {
      const Lacking lacking = all.cell(place, item);
      const std::size_t row = by_place ? place : item, column = by_place ? item : place;
      if (lacking != Lacking::not_applicable) bits.apply(row, column);
      if (is_lack(lacking)) bits.lack(row, column);
    }
  }
  return bits;
}

std::vector<GapCluster> clusters(const Places& all, bool of_places) {
  std::vector<GapCluster> list;
  const std::size_t others = of_places ? all.panel.columns() : all.rows.size();
  for (Linked& linked : average_linkage(bits_of(all, of_places), all.options.cut)) {
    GapCluster cluster{std::move(linked.members), {}, linked.distance};
    for (std::uint32_t other = 0; other < others; ++other) {
      const auto lacks = [&](std::uint32_t member) {
        return is_lack(of_places ? all.cell(member, other) : all.cell(other, member));
      };
      if (std::all_of(cluster.members.begin(), cluster.members.end(), lacks)) cluster.shared.push_back(other);
    }
    list.push_back(std::move(cluster));
  }
  return list;
}

Leader leader_of(const Places& all, std::uint32_t place, std::uint32_t indicator) {
  const Scorecard& card = all.card(place);
  Leader leader{place, Leaf(card, indicator).verdict().piece};
  if (leader.evidence == Evidence::none)
    leader.evidence = first_of(card, card.nodes()[card.framework().indicators()[indicator]], Status::achieved);
  return leader;
}

void lead(Places& all) {
  const FrameworkModel& model = all.panel.framework().model();
  for (std::uint32_t i = 0; i < all.panel.columns(); ++i) {
    const std::uint32_t node = model.indicator_nodes[i];
    if (model.node_rules[node].sign < 0) continue;
    std::vector<double> scores;
    for (std::uint32_t place = 0; place < all.rows.size(); ++place) {
      const double score = all.card(place).nodes()[node].score;
      scores.push_back(all.cell(place, i) == Lacking::not_applicable || std::isnan(score) ? 0 : score);
    }
    Leaders leaders{i, *std::max_element(scores.begin(), scores.end()), 0, {}};
    if (!(leaders.score > tolerance)) continue;
    for (std::uint32_t place = 0; place < scores.size(); ++place) {
      if (scores[place] < leaders.score - tolerance) continue;
      if (leaders.tied++ < all.options.leaders) leaders.leaders.push_back(leader_of(all, place, i));
    }
    all.leaders.push_back(std::move(leaders));
  }
}

}  // namespace

Places places(const Panel& panel, const PlacesOptions& options) {
  if (!(options.enough > 0 && options.enough <= 1)) throw UsageError("what is enough of an item is above 0 and at most 1");
  if (!(options.cut >= 0 && options.cut <= 1)) throw UsageError("the cut between clusters is from 0 to 1");
  Places all{panel, options, {}, {}, {}, {}, {}, {}, {}};
  choose_rows(all);
  fill_in(all);
  share(all);
  all.items = clusters(all, false);
  all.places = clusters(all, true);
  lead(all);
  return all;
}

std::string_view to_string(Lacking lacking) noexcept {
  switch (lacking) {
    case Lacking::nothing:
      return "nothing";
    case Lacking::below:
      return "below";
    case Lacking::problem:
      return "problem";
    case Lacking::only_planned:
      return "only_planned";
    case Lacking::no_evidence:
      return "no_evidence";
    case Lacking::unjudged:
      return "unjudged";
    case Lacking::not_applicable:
      return "not_applicable";
  }
  return "";
}

}  // namespace rulescore
