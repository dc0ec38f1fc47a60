// A few figures with what keeps them, and the text of what is thrown.
#pragma once

#include "support/catch.hpp"

#include <rulescore/decision.hpp>
#include <rulescore/error.hpp>

#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

namespace decision_test {

namespace rd = rulescore::decision;
using rulescore::Matrix;
using rulescore::Sense;
using Rows = std::initializer_list<std::vector<double>>;

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
inline constexpr Sense more = Sense::benefit, less = Sense::cost;
using Senses = std::vector<Sense>;
using Weights = std::vector<double>;

struct Figures {
  Figures(Rows rows) {
    for (const auto& row : rows)
      for (const double x : row) values.push_back(x);
    matrix = {values, rows.size(), rows.begin()->size()};
  }
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;
  operator const Matrix&() const { return matrix; }
  std::vector<double> values;
  Matrix matrix;
};

inline void near(const std::vector<double>& ours, const std::vector<double>& expected) {
  REQUIRE(ours.size() == expected.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    CAPTURE(i);
    CHECK(ours[i] == Approx(expected[i]).margin(1e-14));
  }
}

template <typename Call>
std::string refusal(const Call& call) {
  try {
    call();
  } catch (const rulescore::UsageError& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace decision_test
