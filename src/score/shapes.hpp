// What the evidence of one rule earns: one function per shape, chosen by std::visit, so that a new shape doesn't compile until it
// says what it earns. No allocation: this runs for every rule of every indicator of every document.
//
// A bound doesn't move a figure: 200余件, 约200件 and 不超过200件 all enter as 200, the number the text states, and of a range
// (3至5个) the low end. Tested by tests/unit/score/shapes.cpp.
#pragma once

#include "score/shape.hpp"

#include <rulescore/scorecard.hpp>

#include <cstdint>
#include <span>

namespace rulescore {

// The evidence of one indicator in a set, and in it the pieces of one rule that earn.
struct Pieces {
  std::span<const Evidence> items;      // the whole set's
  std::span<const Standing> standings;  // parallel to it; empty when all count
  std::uint32_t begin = 0, end = 0;     // the indicator's part
  std::uint16_t rule = 0;

  bool takes_part(std::uint32_t index) const noexcept {
    return standings.empty() || standings[index] == Standing::counts;
  }

  // True when this piece of evidence earns: it takes part, it is achieved, and no other piece of the indicator earns for
  // the same statement. (A statement made as a plan and again as an achievement is not a repetition.)
  bool earns(std::uint32_t index) const noexcept {
    const Evidence& piece = items[index];
    if (piece.status != Status::achieved || !takes_part(index)) return false;
    if (piece.duplicate_of >= items.size() || !takes_part(piece.duplicate_of)) return true;
    const Evidence& original = items[piece.duplicate_of];
    return original.status != Status::achieved || original.indicator != piece.indicator;
  }

  template <typename Visit>  // visit(index into items, piece)
  void each(Visit visit) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (items[i].rule == rule && earns(i)) visit(i, items[i]);
    }
  }
};

struct Earned {
  double score = no_value;               // [0,1]; NaN: the rule found nothing that its shape can use
  double amount = no_value;              // what went into the shape: a figure, how many pieces, or a sum; NaN for presence
  std::uint32_t piece = Evidence::none;  // the one that decided; the first for shapes that add up
  bool found() const noexcept { return piece != Evidence::none; }
};

Earned earn(const Shape& shape, const Pieces& pieces) noexcept;

// The mean of the scores that were given directly; `amount` is how many. The first of them stands for all.
Earned earn_directly(Pieces pieces) noexcept;

// What a single figure is worth under a shape that looks at one value (tests compare shapes through it, too).
double worth(const AtLeast& shape, double value) noexcept;
double worth(const AtMost& shape, double value) noexcept;
double worth(const Proportion& shape, double value) noexcept;
double worth(const Linear& shape, double value) noexcept;
double worth(const Piecewise& shape, double value) noexcept;

}  // namespace rulescore
