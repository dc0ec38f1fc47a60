// Up the tree: a node's score from those of its children, in the order of the file. The same few lines serve the scorecard, the
// gap analysis (what would the total become) and the ranking under drawn weights. Tested by tests/unit/score/aggregate.cpp.
//
// Scores are fractions in [0,1], one a node, parallel to the framework's nodes; NaN: nothing under it was assessed.
//   zero      an unassessed child counts as 0 with its whole weight: the total is what the report proves
//   exclude   it leaves the sum, and the weights of its siblings with a score are renormalised; a node none of whose children has
//             a score has none either. So every node, not only the root, says how good what was assessed under it is.
#pragma once

#include "framework/model.hpp"

#include <cmath>
#include <cstdint>
#include <span>

namespace rulescore {

// A weighted mean as it grows.
class Mean {
 public:
  void add(double weight, double value) noexcept {
    sum_ += weight * value;
    weight_ += weight;
  }
  // `otherwise` when nothing with a weight was added.
  double value(double otherwise = no_value) const noexcept { return weight_ > 0 ? sum_ / weight_ : otherwise; }

 private:
  double sum_ = 0, weight_ = 0;
};

// A mean of scores some of which may be missing.
class ScoreMean {
 public:
  explicit ScoreMean(Missing missing) noexcept : missing_(missing) {}
  void add(double weight, double score) noexcept {
    if (!std::isnan(score)) {
      mean_.add(weight, score);
    } else if (missing_ == Missing::zero) {
      mean_.add(weight, 0);
    }
  }
  double value() const noexcept { return mean_.value(); }

 private:
  Missing missing_;
  Mean mean_;
};

// The score of an inner node from those of its children.
double aggregate(const FrameworkModel& model, const Node& node, std::span<const double> scores) noexcept;

// Fills in all inner nodes; the indicators' scores are given.
void aggregate(const FrameworkModel& model, std::span<double> scores) noexcept;

// Gives one indicator another score and brings the nodes above it up to date.
void set_score(const FrameworkModel& model, std::uint32_t indicator_node, double score, std::span<double> scores) noexcept;

}  // namespace rulescore
