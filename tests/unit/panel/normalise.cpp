// One scale: formulas by hand, columns that say nothing, parameters that make no sense; more is better in every method.
#include <rulescore/prepare.hpp>

#include "support/about.hpp"
#include "support/catch.hpp"
#include "support/figures.hpp"

namespace rulescore {
namespace {

using namespace testing;
using Method = Normalisation::Method;
constexpr Sense more = Sense::benefit, less = Sense::cost;

Normalisation how(Method method) {
  Normalisation result;
  result.method = method;
  result.lower = 0;
  result.upper = 500;
  result.target = 400;
  return result;
}

const std::vector<Method> methods{Method::none,
                                  Method::min_max,
                                  Method::z,
                                  Method::rank,
                                  Method::percentile_rank,
                                  Method::borda,
                                  Method::distance_to_max,
                                  Method::distance_to_reference,
                                  Method::distance_to_target,
                                  Method::fraction_of_max,
                                  Method::goalposts,
                                  Method::scaled};

}  // namespace

TEST_CASE("each method by hand, of a benefit and of a cost") {
  const std::vector<double> column{2, 4, gap, 8, 4};
  const auto of = [&](Normalisation one, Sense sense, std::size_t reference = 1) {
    return normalise(column, sense, one, reference);
  };
  Normalisation one = how(Method::min_max);
  one.low = 1;
  one.high = 7;
  CHECK(close(of(one, more), {1, 3, gap, 7, 3}));
  CHECK(close(of(one, less), {7, 5, gap, 1, 5}));
  CHECK(same(of(how(Method::none), less), {-2, -4, gap, -8, -4}));
  one = how(Method::z);
  one.mean = 10;
  one.sd = 2;  // mean 4.5, squares 6.25 + 0.25 + 12.25 + 0.25 = 19, over 3
  CHECK(close(of(one, more), {10 - 5 / std::sqrt(19.0 / 3), 10 - 1 / std::sqrt(19.0 / 3), gap, 10 + 7 / std::sqrt(19.0 / 3),
                              10 - 1 / std::sqrt(19.0 / 3)}));
  one = how(Method::rank);
  CHECK(same(of(one, more), {1, 2, gap, 4, 2}));
  one.ties = Ties::average;
  CHECK(same(of(one, less), {4, 2.5, gap, 1, 2.5}));
  one.ties = Ties::high;
  CHECK(same(of(one, more), {1, 3, gap, 4, 3}));
  CHECK(close(of(how(Method::percentile_rank), more), {0, 1.0 / 3, gap, 1, 1.0 / 3}));
  CHECK(same(of(how(Method::borda), more), {0, 1, gap, 3, 1}));
  CHECK(close(of(how(Method::distance_to_max), less), {1, 2.0 / 3, gap, 0, 2.0 / 3}));
  CHECK(close(of(how(Method::fraction_of_max), more), {0.25, 0.5, gap, 1, 0.5}));
  CHECK(close(of(how(Method::fraction_of_max), less), {1, 0.5, gap, 0.25, 0.5}));
  one = how(Method::distance_to_reference);
  CHECK(close(of(one, more), {0, 1, gap, 3, 1}));
  one.capped = true;
  CHECK(close(of(one, more), {0, 1, gap, 1, 1}));
  one = how(Method::distance_to_target);
  one.target = 6;
  CHECK(close(of(one, more), {0, 0.5, gap, 1.5, 0.5}));
  CHECK(close(of(one, less), {3, 2, gap, 0, 2}));  // from -8 to -6
  one.capped = true;
  CHECK(close(of(one, less), {1, 1, gap, 0, 1}));
}

TEST_CASE("goalposts end the scale, scaled goes on beyond; both are as the figures are written") {
  const std::vector<double> column{-10, 0, 25, 100, 130};
  Normalisation one = how(Method::goalposts);
  one.upper = 100;
  CHECK(same(normalise(column, more, one), {0, 0, 25, 100, 100}));
  CHECK(same(normalise(column, less, one), {100, 100, 75, 0, 0}));
  one.method = Method::scaled;
  CHECK(close(normalise(column, more, one), {-10, 0, 25, 100, 130}));
  CHECK(close(normalise(column, less, one), {110, 100, 75, 0, -30}));
}

TEST_CASE("a column without spread lies in the middle") {
  const std::vector<double> flat{3, gap, 3}, alone{3};
  for (const auto& column : {flat, alone}) {
    const auto first = [&](Method method, Sense sense) { return normalise(column, sense, how(method))[0]; };
    for (const Sense sense : {more, less}) {
      CHECK(first(Method::min_max, sense) == 50);
      CHECK(first(Method::z, sense) == 0);
      CHECK(first(Method::percentile_rank, sense) == 0.5);
      CHECK(first(Method::distance_to_max, sense) == 0.5);
      CHECK(first(Method::distance_to_reference, sense) == 0.5);
      CHECK(first(Method::fraction_of_max, sense) == 1);
      CHECK(first(Method::rank, sense) == 1);
      CHECK(first(Method::borda, sense) == 0);
    }
    CHECK(std::signbit(first(Method::z, less)) == false);
  }
  CHECK(normalise(std::vector<double>{0, 0}, less, how(Method::fraction_of_max))[1] == 1);
}

TEST_CASE("a target or a reference no better than the worst has been reached by all") {
  const std::vector<double> column{2, 4, 8};
  Normalisation one = how(Method::distance_to_target);
  one.target = 2;
  CHECK(same(normalise(column, more, one), {1, 1, 1}));
  CHECK(same(normalise(column, more, how(Method::distance_to_reference), 0), {1, 1, 1}));
}

TEST_CASE("figures of another year go on the scale of this one") {
  const Scale scale = fit(std::vector<double>{0, 10}, more, how(Method::min_max));
  CHECK(same(normalise(std::vector<double>{5, 20, gap}, scale), {50, 200, gap}));
  const Scale flat = fit(std::vector<double>{5, 5}, more, how(Method::min_max));
  CHECK(same(normalise(std::vector<double>{5, 20}, flat), {50, 50}));
}

TEST_CASE("in every method a better figure is worth no less, whatever the order of rows") {
  const std::vector<double> column = made_up(203, 8, 300, true);
  std::size_t reference = 0;
  while (std::isnan(column[reference])) ++reference;
  for (const Method method : methods)
    for (const Sense sense : {more, less})
      for (const bool capped : {false, true}) {
        Normalisation one = how(method);
        one.capped = capped;
        INFO(static_cast<int>(method) << (sense == more ? " more" : " less"));
        const std::vector<double> values = normalise(column, sense, one, reference);
        for (std::size_t i = 0; i < column.size(); ++i)
          for (std::size_t j = 0; j < column.size(); ++j) {
            if (std::isnan(column[i]) || std::isnan(column[j])) continue;
            const double ahead = (column[i] - column[j]) * (sense == more ? 1 : -1);
            if (ahead == 0 ? values[i] != values[j] : ahead > 0 && values[i] < values[j]) FAIL("row " << i << " against " << j);
          }
        const auto order = shuffled(column.size(), 11);
        const auto moved = static_cast<std::size_t>(std::find(order.begin(), order.end(), reference) - order.begin());
        const std::vector<double> after = normalise(taken(column, order), sense, one, moved);
        CHECK(close(after, taken(values, order)));  // z adds up
        if (method != Method::z) CHECK(same(after, taken(values, order)));
      }
}

TEST_CASE("the best is worth exactly full marks, the worst exactly none") {
  for (const double unit : {1e-12, 0.1, 1.0, 3e11}) {
    const std::vector<double> column{0.1 * unit, 0.3 * unit, 0.7 * unit};
    for (const Method method : {Method::min_max, Method::distance_to_max, Method::percentile_rank}) {
      const Normalisation one = how(method);
      CHECK(normalise(column, more, one)[2] == full_marks(one));
      CHECK(normalise(column, less, one)[0] == full_marks(one));
      CHECK(normalise(column, more, one)[0] == 0);
    }
  }
}

TEST_CASE("full marks") {
  Normalisation one = how(Method::goalposts);
  one.high = 7;
  CHECK(full_marks(one) == 7);
  CHECK(full_marks(how(Method::scaled)) == 100);
  for (const Method method : {Method::percentile_rank, Method::distance_to_max, Method::distance_to_reference,
                              Method::distance_to_target, Method::fraction_of_max})
    CHECK(full_marks(how(method)) == 1);
  for (const Method method : {Method::none, Method::z, Method::rank, Method::borda}) CHECK(std::isnan(full_marks(how(method))));
}

TEST_CASE("normalisation refuses what can't be") {
  const std::vector<double> column{2, 4, gap};
  const auto said = [&](const Normalisation& one, Sense sense = more, std::size_t reference = 0) {
    return refusal([&] { fit(column, sense, one, reference); });
  };
  Normalisation one;
  one.method = Method::goalposts;
  CHECK(said(one) == "normalise: goalposts needs lower, a figure");
  one.lower = one.upper = 3;
  CHECK(said(one) == "normalise: goalposts needs lower below upper");
  one = how(Method::min_max);
  one.low = 100;
  CHECK(said(one) == "normalise: min_max needs low below high");
  one = how(Method::z);
  one.sd = 0;
  CHECK(said(one) == "normalise: z needs sd above 0");
  one = how(Method::distance_to_target);
  one.target = gap;
  CHECK(said(one) == "normalise: distance_to_target needs target, a figure");
  CHECK(said(how(Method::distance_to_reference), more, 2) ==
        "normalise: distance_to_reference needs a figure of the reference, row 3 has none");
  CHECK(said(how(Method::distance_to_reference), more, 3) ==
        "normalise: distance_to_reference needs a reference among 3 rows, not row 4");
  const std::vector<double> below{-3, -1}, empty{gap}, far{-1e308, 1e308};
  CHECK(refusal([&] { fit(below, more, how(Method::fraction_of_max)); }) ==
        "normalise: fraction_of_max needs a largest figure above 0, this column's is -1");
  CHECK(refusal([&] { fit(below, less, how(Method::fraction_of_max)); }) ==
        "normalise: fraction_of_max of a cost needs figures from 0 up, this column's smallest is -3");
  CHECK(refusal([&] { fit(empty, more, {}); }) == "normalise: a column without a figure; expected at least one");
  CHECK(refusal([&] { fit(far, more, {}); }).starts_with("normalise: figures from -1000"));
}

}  // namespace rulescore
