// See frontier.hpp. The pairs of one point of `b` with all of `a` ascend by effort as `a` does, so each batch is merged into what
// is there, one pass each.
#include "analysis/frontier.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rulescore {
namespace {

constexpr double same = 1e-13;  // figures closer than this are level: they are shares of full marks, or sums of a few

struct Candidate {
  Effort effort = 0;
  double figure = 0;
  std::uint32_t a = 0, b = 0;  // places in the two frontiers
};

double joined(Join join, double a, double b) noexcept {
  return join == Join::sum ? a + b : join == Join::least ? std::min(a, b) : std::max(a, b);
}

bool better(double a, double b) noexcept { return std::isinf(b) ? a > b : a > b + same * std::max(1.0, std::abs(b)); }

// What stays of two lists that ascend by effort; of two that are level the one of `first`.
void merge_into(std::vector<Candidate>& first, const std::vector<Candidate>& second, std::vector<Candidate>& room) {
  room.clear();
  auto i = first.begin();
  auto j = second.begin();
  const auto take = [&](const Candidate& candidate) {
    if (!room.empty() && !better(candidate.figure, room.back().figure)) return;
    if (!room.empty() && room.back().effort == candidate.effort)
      room.back() = candidate;
    else
      room.push_back(candidate);
  };
  while (i != first.end() || j != second.end())
    take(j == second.end() || (i != first.end() && i->effort <= j->effort) ? *i++ : *j++);
  first.swap(room);
}

Frontier thinned(const Frontier& points, std::size_t most) {
  const std::size_t step = (points.size() + most - 1) / most;
  Frontier kept;
  for (std::size_t i = 0; i < points.size(); i += step) {
    const Point& best = points[std::min(i + step, points.size()) - 1];
    kept.push_back({points[i].effort, best.figure, best.pick});
  }
  return kept;
}

}  // namespace

Effort effort_in_millionths(double effort) noexcept { return std::llround(effort * 1e6); }
double effort_from_millionths(Effort effort) noexcept { return static_cast<double>(effort) / 1e6; }

std::uint32_t Picks::one(std::uint32_t fix) { return both(fix, nothing); }

std::uint32_t Picks::both(std::uint32_t a, std::uint32_t b) {
  pairs_.push_back({a, b});
  return static_cast<std::uint32_t>(pairs_.size() - 1);
}

std::vector<std::uint32_t> Picks::fixes(std::uint32_t pick) const {
  std::vector<std::uint32_t> found, open{pick};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (at == nothing) continue;
    if (pairs_[at].b == nothing) {
      found.push_back(pairs_[at].a);
    } else {
      open.push_back(pairs_[at].a);
      open.push_back(pairs_[at].b);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Frontier merged(const Frontier& a, const Frontier& b, Join join, Picks& picks, bool& exact, std::size_t most) {
  std::vector<Candidate> kept, batch, room;
  for (std::uint32_t j = 0; j < b.size(); ++j) {
    batch.clear();
    for (std::uint32_t i = 0; i < a.size(); ++i)
      batch.push_back({a[i].effort + b[j].effort, joined(join, a[i].figure, b[j].figure), i, j});
    merge_into(kept, batch, room);
  }
  Frontier result;
  result.reserve(kept.size());
  for (const Candidate& pair : kept) {
    const std::uint32_t one = a[pair.a].pick, other = b[pair.b].pick;
    const std::uint32_t pick = one == Picks::nothing ? other : other == Picks::nothing ? one : picks.both(one, other);
    result.push_back({pair.effort, pair.figure, pick});
  }
  if (result.size() <= most) return result;
  exact = false;
  return thinned(result, most);
}

}  // namespace rulescore
