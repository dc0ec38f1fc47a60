// A figure worked out by hand, compared to within the rounding of a few additions: CHECK(total == About(24.375)).
#pragma once

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rulescore::testing {

class About {
 public:
  explicit About(double value, double tolerance = 1e-12) : value_(value), tolerance_(tolerance) {}
  friend bool operator==(double found, const About& expected) {
    return std::abs(found - expected.value_) <= expected.tolerance_ * std::max(1.0, std::abs(expected.value_));
  }
  friend std::ostream& operator<<(std::ostream& out, const About& about) { return out << "about " << about.value_; }

 private:
  double value_, tolerance_;
};

}  // namespace rulescore::testing
