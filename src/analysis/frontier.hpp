// What sets of fixes can make of a figure, for every effort: those sets of which no other is as cheap and at least as good. Two
// frontiers are merged by trying every pair (Nemhauser and Ullmann 1969, Management Science 15:494), so that the best set for any
// goal and the best for any budget stand on the result. Tested by tests/unit/analysis/frontier.cpp.
//
// Efforts are whole numbers of millionths: their sums don't depend on the order. Of sets with the same effort and figure the one
// that does without what comes later stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rulescore {

using Effort = std::int64_t;  // millionths
Effort effort_in_millionths(double effort) noexcept;
double effort_from_millionths(Effort effort) noexcept;

// Which fixes a point stands for: a tree of pairs, all in one pool.
class Picks {
 public:
  static constexpr std::uint32_t nothing = 0xFFFFFFFFu;
  std::uint32_t one(std::uint32_t fix);
  std::uint32_t both(std::uint32_t a, std::uint32_t b);
  std::vector<std::uint32_t> fixes(std::uint32_t pick) const;  // ascending

 private:
  struct Pair {
    std::uint32_t a, b;  // b nothing: `a` is a fix
  };
  std::vector<Pair> pairs_;
};

struct Point {
  Effort effort = 0;
  double figure = 0;  // the more, the better
  std::uint32_t pick = Picks::nothing;
};

// Points by effort, each better than all that are cheaper.
using Frontier = std::vector<Point>;

// How two figures become one; monotone in both.
enum class Join : std::uint8_t { sum, least, greatest };

// Beyond `most` points the result is thinned: each point then promises the best of those it stands for, which is a bound and no
// longer a set, and `exact` becomes false.
inline constexpr std::size_t most_points = 4096;
Frontier merged(const Frontier& a, const Frontier& b, Join join, Picks& picks, bool& exact, std::size_t most = most_points);

}  // namespace rulescore
