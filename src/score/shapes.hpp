// What the evidence of one term earns: a pipeline of figures, one amount, a comparison, a curve and its limits (score/shape.hpp).
// One function a curve, chosen by std::visit, so that a new one doesn't compile until it says what it is worth. A term of a rule
// allocates nothing: this runs for every rule of every indicator of every document.
//
// A bound doesn't move a figure unless a term is cautious: 200余件, 约200件 and 不超过200件 all enter as 200, the number the text
// states, and of a range (3至5个) the low end. Tested by tests/unit/score/shapes.cpp and tests/shapes.
#pragma once

#include "score/peers.hpp"
#include "score/pieces.hpp"
#include "score/shape.hpp"

#include <cstdint>

namespace rulescore {

// Why a term has nothing to say although there may be evidence for it.
enum class Lack : std::uint8_t {
  none,
  no_peers,        // nobody to compare with
  not_applicable,  // 0/0, and the author says that the indicator doesn't apply then
  no_rate,         // 0/0, and the author says that this is as if nothing had been said; or x/0
  no_threshold,    // the figure that would be the target wasn't found
  no_assessor,     // an assessor's figure is awaited; text doesn't count
  outside,         // it is there, and not within its marks
};

struct Earned {
  double score = no_value;               // marks; NaN: nothing was found that the term can use
  double amount = no_value;              // what went into it: a figure, how many pieces, or a sum; NaN for presence
  std::uint32_t piece = Evidence::none;  // the one that decided; the first where several add up
  double compared = no_value;            // what the curve saw, where a comparison came between
  double threshold = no_value;           // computed from other figures
  Lack lack = Lack::none;
  bool silenced = false;  // another term speaks for the same event
  bool found() const noexcept { return piece != Evidence::none; }
};

Earned earn(const RuleScore& term, Pieces pieces);

// A curve alone, with everything else as it stands when nothing is said, for the rule of `pieces`.
Earned earn(const Shape& shape, const Pieces& pieces);

// The mean of the scores that were given directly, as a share of the full marks; `amount` is how many entered.
Earned earn_directly(const Direct& direct, Pieces pieces);

// How several figures become one where the term doesn't say.
Of input_of(const RuleScore& term) noexcept;

// Whether less is better: by the curve alone, and of a term, which may be compared.
bool is_falling(const Shape& shape) noexcept;
bool is_less_better(const RuleScore& term) noexcept;

// How many steps a distance is: within 1e-9 of a whole number it is that number, so that 0.3 is three steps of 0.1.
double steps_in(double distance, const Slope& slope) noexcept;

// What an amount is worth under a curve whose full worth is `earns`, in marks, before floor and cap.
double worth(const Presence& shape, double value, double earns = 1) noexcept;
double worth(const AtLeast& shape, double value, double earns = 1) noexcept;
double worth(const AtMost& shape, double value, double earns = 1) noexcept;
double worth(const Proportion& shape, double value, double earns = 1) noexcept;
double worth(const Linear& shape, double value, double earns = 1) noexcept;
double worth(const Piecewise& shape, double value, double earns = 1) noexcept;
double worth(const Count& shape, double value, double earns = 1) noexcept;
double worth(const Total& shape, double value, double earns = 1) noexcept;
double worth(const Sloped& shape, double value, double earns = 1) noexcept;
double worth(const Banded& shape, double value, double earns = 1) noexcept;
double worth(const Tiered& shape, double value, double earns = 1) noexcept;
double worth(const Given& shape, double value, double earns = 1) noexcept;

}  // namespace rulescore
