// How the scores of several nodes become one: pure functions of weights and values, in the order given.
// Tested by tests/unit/score/combine.cpp, their laws by tests/property/tree.cpp.
//
// With weights w (their sum W) and values v, those below the floor f counting as f:
//   mean       sum(w v) / W
//   geometric  exp(sum(w log v) / W)
//   harmonic   W / sum(w / v)
//   power p    (sum(w v^p) / W)^(1/p); p = 0 is geometric
//   minimum    the least v
//   owa        values sorted, the largest first; the j-th counts Q(T_j) - Q(T_j-1), where T_j is the share of the weight that
//              the first j hold, and Q runs straight from 0 through (k/n, b_1 + … + b_k) for the n weights b written down
//              (Yager 1988, IEEE Trans. SMC 18:183; with weights of importance Yager 1996, Int. J. Intelligent Systems 11:49).
//              With equal weights and as many values that is sum(b_j v_j). Weights of importance, or another number of
//              children than weights written, just read Q elsewhere
//   sum        sum(w v) / out_of, at most cap: a weight is what full marks are worth in points
#pragma once

#include "score/node_rules.hpp"

#include <span>

namespace rulescore {

struct Member {
  double weight = 1;  // above 0
  double value = 0;
};

// What a sum is measured by; the others don't look at it.
struct SumScale {
  double out_of = 1;
  double cap = 1;  // of the result
};

// NaN when there are no members. `members` may be reordered.
double combine(const Aggregation& how, std::span<Member> members, const SumScale& scale = {}) noexcept;

}  // namespace rulescore
