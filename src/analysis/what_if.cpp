// What if. A supposition is evidence, so nothing here knows how a score comes about: the evidence is scored again, and the two
// cards laid side by side. Outside face: what_if.hpp. Tested by tests/unit/analysis/what_if.cpp and tests/property/what_if.cpp.
#include <rulescore/what_if.hpp>

#include "analysis/ranks.hpp"
#include "elsewhere/suppose.hpp"
#include "framework/suggest.hpp"
#include "score/peers.hpp"
#include "score/score.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace rulescore {
namespace {

bool same(double a, double b) noexcept { return a == b || (std::isnan(a) && std::isnan(b)); }

std::vector<std::uint32_t> changed_nodes(const Scorecard& before, const Scorecard& after) {
  std::vector<std::uint32_t> changed;
  for (std::uint32_t i = 0; i < before.nodes().size(); ++i) {
    const NodeScore &was = before.nodes()[i], &is = after.nodes()[i];
    const bool kept = same(was.score, is.score) && was.points == is.points && was.full == is.full && was.state == is.state;
    if (!kept) changed.push_back(i);
  }
  return changed;
}

WhatIf side_by_side(Scorecard before, Scorecard after, bool peers_held) {
  std::vector<std::uint32_t> changed = changed_nodes(before, after);
  return {std::move(before), std::move(after), std::move(changed), peers_held};
}

std::vector<std::uint32_t> ranks_of(const Panel& panel) {
  std::vector<std::uint32_t> ranks(panel.rows());
  rank_rows(panel.totals(), panel.framework().full(), ranks);
  return ranks;
}

// Everybody's card with one row's evidence in the place of what it was. The cards were each other's peers: they are compared
// anew.
std::vector<Scorecard> compared_anew(const Panel& panel, std::size_t row, const EvidenceSet& evidence) {
  std::vector<EvidenceSet> sets;
  for (const Scorecard& card : panel.cards()) sets.push_back(card.evidence());
  sets[row] = evidence;
  const Peers peers = peers_of(panel.framework().model(), sets);
  std::vector<Scorecard> cards;
  for (const EvidenceSet& set : sets) cards.push_back(score(panel.framework(), set, peers));
  return cards;
}

// Rows by what their ranks say, the best (before) first.
template <typename Which>
std::vector<std::uint32_t> rows_where(const RankedWhatIf& what, Which which) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < what.ranks_before.size(); ++i)
    if (i != what.row && which(what.ranks_before[i], what.ranks_after[i])) rows.push_back(i);
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return what.ranks_before[a] < what.ranks_before[b]; });
  return rows;
}

}  // namespace

std::vector<Fact> WhatIf::supposed() const {
  std::vector<Fact> facts;
  for (const Fact& fact : after.evidence().facts())
    if (fact.kind == SourceKind::intended) facts.push_back(fact);
  return facts;
}

WhatIf what_if(const Scorecard& card, std::span<const Fact> intended) {
  const std::optional<EvidenceSet> evidence = suppose(card.framework(), card.evidence(), intended);
  if (!evidence) return side_by_side(card, card, false);
  return side_by_side(card, score(card.framework(), *evidence, card.peers()), card.peers().documents() > 0);
}

RankedWhatIf what_if(const Panel& panel, std::size_t row, std::span<const Fact> intended) {
  if (row >= panel.rows())
    throw UsageError("row " + std::to_string(row) + " is asked for; the panel has rows 0 to " + std::to_string(panel.rows() - 1));
  const Scorecard& card = panel.cards()[row];
  std::vector<Scorecard> cards(panel.cards().begin(), panel.cards().end());
  bool peers_held = false;
  if (const std::optional<EvidenceSet> evidence = suppose(card.framework(), card.evidence(), intended)) {
    const bool among_themselves = panel.framework().compares() && card.peers().documents() == panel.rows();
    peers_held = !among_themselves && card.peers().documents() > 0;
    if (among_themselves)
      cards = compared_anew(panel, row, *evidence);
    else
      cards[row] = score(card.framework(), *evidence, card.peers());
  }
  Scorecard after = cards[row];
  RankedWhatIf what{side_by_side(card, std::move(after), peers_held),
                    panel,
                    Panel(std::move(cards)),
                    static_cast<std::uint32_t>(row),
                    {},
                    {},
                    {},
                    {}};
  what.ranks_before = ranks_of(what.before);
  what.ranks_after = ranks_of(what.after);
  const std::uint32_t own_before = what.ranks_before[row], own_after = what.ranks_after[row];
  what.passes = rows_where(what, [&](std::uint32_t was, std::uint32_t is) { return was <= own_before && is > own_after; });
  what.passed_by = rows_where(what, [&](std::uint32_t was, std::uint32_t is) { return was >= own_before && is < own_after; });
  return what;
}

namespace {

// How well a name fits: 3 it is the jurisdiction or the document, 2 the document without folders and suffix, 1 a part, 0 not.
int fit(const Metadata& about, std::string_view name) {
  if (about.jurisdiction == name || about.name == name) return 3;
  const std::size_t slash = about.name.rfind('/');
  const std::string last = slash == about.name.npos ? about.name : about.name.substr(slash + 1);
  if (last == name || last.substr(0, last.rfind('.')) == name) return 2;
  return about.jurisdiction.find(name) != std::string::npos || about.name.find(name) != std::string::npos ? 1 : 0;
}

std::string called(const Metadata& about) {
  std::string text = about.jurisdiction.empty() ? about.name : about.jurisdiction;
  if (about.year) text += ' ' + std::to_string(*about.year);
  return about.jurisdiction.empty() ? text : text + " (" + about.name + ")";
}

}  // namespace

std::size_t row_of(const Panel& panel, std::string_view name) {
  std::vector<std::size_t> found;
  int best = 1;
  for (std::size_t row = 0; row < panel.rows() && !name.empty(); ++row) {
    const int fits = fit(panel.cards()[row].document().metadata(), name);
    if (fits < best) continue;
    if (fits > best) found.clear();
    best = fits;
    found.push_back(row);
  }
  if (found.size() == 1) return found.front();
  std::string rows;
  constexpr std::size_t most = 20;
  for (std::size_t row = 0; row < panel.rows() && row < most; ++row)
    rows += (row == 0 ? "" : ", ") + called(panel.cards()[row].document().metadata());
  if (panel.rows() > most) rows += ", …";
  if (name.empty()) throw UsageError("there are " + rows);
  throw UsageError((found.empty() ? "no document is " : "more than one document is ") + ("“" + std::string(name) + "”") +
                   "; there are " + rows);
}

}  // namespace rulescore
