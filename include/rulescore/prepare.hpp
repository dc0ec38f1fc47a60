// From figures as they were collected to figures that may be added up: gaps filled, outliers drawn in, one scale, more is better.
// Each function is pure, works on one column (or one block of sibling columns) and adds up in row order, so the same input gives
// the same bits. NaN: missing, on the way in and out. Formulas and sources: indicators/methods.md. Thread-safe.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace rulescore {

// ---- missing figures ------------------------------------------------------------------------------------------------

enum class Fill : std::uint8_t {
  none,    // a gap stays a gap
  mean,    // of the column, or of the unit's group in it
  median,  // likewise
  row,     // the mean of the unit's other figures under the same parent, each first brought to 0 (worst) to 1 (best) and then back
  latest,  // the same unit's latest earlier figure
  linear,  // the straight line between the same unit's figures before and after; outside them the nearest
};

struct Imputation {
  Fill fill = Fill::none;
  std::string group;  // of mean and median: the column of groups; empty: all units are one
};

// `fill` is mean or median. `groups`: a number each row, rows with the same one are a group; empty: all are. A group without a
// figure keeps its gaps. Throws UsageError for an infinite figure, another fill, or groups that aren't one a row.
RULESCORE_EXPORT std::vector<double> impute(std::span<const double> column, Fill fill, std::span<const std::uint32_t> groups = {});

// Fill::row. `siblings`: the columns under one parent. A unit with none of them keeps its gaps, and so does a column without any
// figure; one without spread is filled with its only figure, and counts as the middle where others are filled from it.
RULESCORE_EXPORT std::vector<double> impute_by_row(const Matrix& siblings, std::span<const Sense> senses);

// `fill` is latest or linear. `units` and `times`: of each row; rows may stand in any order. Throws UsageError where a unit has two
// rows of one time, or a row has no time.
RULESCORE_EXPORT std::vector<double> impute_over_time(std::span<const double> column, Fill fill, std::span<const std::uint32_t> units,
                                                      std::span<const double> times);

// ---- outliers -------------------------------------------------------------------------------------------------------

// A column passes while |skew| < skew or excess kurtosis < kurtosis (sample formulas, type 2 of Joanes and Gill 1998, The
// Statistician 47:183). One that doesn't is winsorised step by step, all copies of the largest figure (smallest, when the skew is
// negative) becoming the next, until it passes or `winsorise` figures are changed (the last step may change more, of equal ones);
// then, where it still fails, transformed. A column too short for the test (under four figures) or without spread passes; one of two
// different figures can fail but isn't touched, and no step leaves fewer.
struct Treatment {
  bool on = false;
  double skew = 2, kurtosis = 3.5;
  std::uint32_t winsorise = 5;  // figures at most; 0: none
  enum class Then : std::uint8_t {
    nothing,
    log,           // log(x - min + 0.01 (max - min)) of the figures as they were before winsorising
    log_combined,  // of the winsorised figures
    log_signed,    // the same as log, with the long tail drawn in on whichever side it is
  } then = Then::log;
};

struct Treated {
  std::vector<double> values;
  std::vector<std::uint32_t> winsorised_high, winsorised_low;  // rows; of Then::log and log_signed undone where `transformed`
  bool transformed = false;
  bool passed_before = true, passes = true;
  double skew_before = 0, kurtosis_before = 0, skew = 0, kurtosis = 0;
};

RULESCORE_EXPORT Treated treat(std::span<const double> column, const Treatment& treatment);

// ---- one scale ------------------------------------------------------------------------------------------------------

enum class Ties : std::uint8_t { low, average, high };  // of equal figures: 1 2 2 4, 1 2.5 2.5 4, 1 3 3 4

// How a column comes on the common scale. Figures are multiplied by their sense first, so that more is better.
struct Normalisation {
  enum class Method : std::uint8_t {
    none,                   // as they are
    min_max,                // low (worst unit) to high (best unit)
    z,                      // mean and standard deviation (n - 1) become `mean` and `sd`
    rank,                   // 1: the worst; ties as `ties` says
    percentile_rank,        // (rank - 1) / (n - 1), ties low; without spread 0.5
    borda,                  // rank - 1, ties low
    distance_to_max,        // 1 - (max - x) / (max - min)
    distance_to_reference,  // 1 - (r - x) / (r - min), r: the reference unit's figure
    distance_to_target,     // (x - min) / (target - min)
    fraction_of_max,        // x / max; of a cost, whose best figure is the smallest: min / x
    goalposts,              // lower to upper become low to high, outside them no further
    scaled,                 // lower to upper become low to high, on beyond
  };
  Method method = Method::none;
  double low = 0, high = 100;
  double mean = 0, sd = 1;
  double lower = std::numeric_limits<double>::quiet_NaN();   // as the figures are written, before any change of sign
  double upper = std::numeric_limits<double>::quiet_NaN();
  double target = std::numeric_limits<double>::quiet_NaN();  // likewise
  std::string reference;                                     // the unit
  bool capped = false;                                       // distances above 1 count as 1
  Ties ties = Ties::low;
};

// What full marks are on that scale: high, or 1 for shares and distances; NaN where the scale is open (z, ranks, none).
RULESCORE_EXPORT double full_marks(const Normalisation& how) noexcept;

// What the column's figures say about its scale, found once, so that other figures (of another year, of one more unit) can be put on
// the same. Ranks have no scale of this kind: figures are ranked among those they come with.
struct Scale {
  Sense sense = Sense::benefit;
  Normalisation how;
  double min = 0, max = 0, mean = 0, sd = 0;  // of the figures with their sense; mean and sd for z only
  double reference = 0;                       // of the reference unit, with its sense
};

// `reference_row`: of how.reference; ignored by the other methods. One pass (z: three). Throws UsageError when there is no figure at
// all, one is infinite, or a parameter the method needs isn't there or makes no sense (low not below high, lower not below upper, sd
// not above 0, a reference without a figure, a fraction of a largest figure of 0 or less).
RULESCORE_EXPORT Scale fit(std::span<const double> column, Sense sense, const Normalisation& how, std::size_t reference_row = 0);

// A column without spread says nothing about who is better: min_max gives every figure the middle, (low + high) / 2; distance_to_max,
// distance_to_reference and percentile_rank 0.5; z `mean`; fraction_of_max 1. A target, or a reference, that isn't above the worst
// figure has been reached by all: 1. A gap stays a gap. More is better in every result, except that equal figures stay equal.
RULESCORE_EXPORT std::vector<double> normalise(std::span<const double> column, const Scale& scale);
RULESCORE_EXPORT std::vector<double> normalise(std::span<const double> column, Sense sense, const Normalisation& how,
                                               std::size_t reference_row = 0);

}  // namespace rulescore
