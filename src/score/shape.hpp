// How evidence becomes a score, as data: what the `score` block of an indicator says.
//
// A term of a block is a short pipeline, each stage plain data and independent of the others:
//   input        which figures of a rule (or of a metric computed from two), and how several become one amount
//   comparison   that amount against the same of other documents; most terms have none
//   curve        from the amount to marks (Shape)
//   limits       what a full curve is worth, a cut-off, the least and the most
// A block adds terms up: see ScoreBlock. Everything is in marks, as the author wrote them: `full` of them are the whole
// indicator.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rulescore {

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

// Where a term's figures come from: a rule of the indicator, or from here on its metrics.
using Source = std::uint16_t;
inline constexpr Source first_metric = 0x8000;
inline constexpr Source no_source = 0xFFFF;
inline bool is_metric(Source source) noexcept { return source >= first_metric && source < 0xFFF0; }

// ---- Curves. Those marked * give a share of what the full curve is worth (TermLimits::earns), the others marks.

struct Presence {
  double score = 1;
};  // found: this much. Several of them under take: best make a ladder
struct AtLeast {
  double target = 0;
  bool strict = false;
};  // * reach, over: all or nothing at or above the target; strict: above it
struct AtMost {
  double limit = 0;
  bool strict = false;
};  // * at_most, under (0 is zero tolerance); by and before, of dates
struct Proportion {
  double target = 1;
};  // * target, out_of: value / target
struct Linear {
  double from = 0, to = 1;
};  // * from, to: 0 at `from`, 1 at `to`; from > to when lower is better
struct Piecewise {
  std::vector<std::pair<double, double>> points;
};  // points: value -> marks, ascending values, linear between, flat outside
struct Count {
  double each = 1;
  double cap = 1;
};  // each, cap: so much for each distinct piece, or unit of a sum, up to cap
struct Total {
  double target = 1;
};  // * total: sum of the values / target

// What a step away from the target changes. A part of a step counts as it is, as a whole one once started, or not until
// completed.
enum class Steps : std::uint8_t { linear, started, completed };
struct Slope {
  double each = 1;
  double change = 0;  // marks a step; deduct is below 0, add above
  Steps steps = Steps::linear;
};
struct Sloped {
  double low = -no_limit, high = no_limit;  // full from low to high: target, limit, between
  std::optional<Slope> below, above;        // absent: nothing on that side
};

struct BandOf {
  double edge = 0;
  bool closed = true;
  double earns = 0;
};
struct Banded {
  std::vector<BandOf> bands;  // the first that holds
  bool rising = false;        // edges are upper ends (to, under) that rise; else lower ends (from, over) that fall
  double rest = 0;
};

struct Tier {
  double from = 0, each = 0;
};
struct Tiered {
  std::vector<Tier> tiers;  // marginal: what lies from one tier up to the next is worth that tier's `each`
};

struct Given {
  double most = 1;
};  // an assessor's figure, from 0 to so many marks

using Shape = std::variant<Presence, AtLeast, AtMost, Proportion, Linear, Piecewise, Count, Total, Sloped, Banded, Tiered, Given>;

// ---- Terms

// How several figures become one amount. Best and worst are those worth most and least under the term itself.
enum class Of : std::uint8_t { best, worst, highest, lowest, latest, mean, sum, count };
struct TermInput {
  std::optional<Of> of;         // absent: best; worst where less is better; count and sum for curves that count and sum
  std::uint16_t drop = 0;       // of mean: so many of the highest and of the lowest are left out
  std::uint16_t drop_from = 0;  // … where there are at least so many
  bool is_signed = false;       // a fall enters below 0
  bool cautious = false;        // of a bound or a range the end that earns least enters, not the figure as stated
};

// With which other figure the amount is compared before it meets the curve.
enum class Versus : std::uint8_t { nobody, highest, lowest, mean, previous, rank, rank_from_lowest, percentile, z, given };
struct Comparison {
  Versus with = Versus::nobody;
  double mean = 0, sd = 1;  // of `given`
  std::uint32_t slot = 0;   // of the amounts in Peers; numbered by finish()
  bool needs_peers() const noexcept { return with != Versus::nobody && with != Versus::given; }
};

struct TermLimits {
  double earns = 1;  // what the full curve is worth
  double floor = 0, cap = 1;
  std::optional<double> cutoff;  // 0 beyond it, on the bad side
};

struct RuleScore {
  Source rule = 0;
  Shape shape = Presence{};
  double weight = 1;  // for take: mean
  TermInput input = {};
  Comparison against = {};
  TermLimits limits = {};
  Source threshold = no_source;  // a metric whose figure is the curve's target or limit
  bool is_deduction = false;     // looks at admitted problems, too; cautious is what takes off most
};

// ---- Metrics: figures computed from found ones.

enum class Op : std::uint8_t { share, ratio, sum, difference, growth, least, greatest };
enum class ZeroOverZero : std::uint8_t { full, zero, not_applicable, missing };
struct Operand {
  Source source = 0;
  bool is_signed = false;
};
struct Metric {
  std::string name;
  Op op = Op::share;
  std::vector<Operand> of;  // two for share, ratio, difference and growth
  ZeroOverZero when_zero = ZeroOverZero::missing;
  std::string_view unit;  // static storage; empty: none, or that of its operands
};

// ---- Blocks

// How the terms' marks combine. best and sum look at the terms that found something; mean and min run over all that are named,
// and one that found nothing counts 0.
enum class Take : std::uint8_t { best, sum, mean, min };

// The same event in several terms of one list, settled before anything is added up.
enum class Keep : std::uint8_t { all, highest, lowest, first };
struct Together {
  std::vector<Source> of;
  Keep keep = Keep::all;
  double cap = no_limit;  // what they give together at most; the later ones get what is left
};

// A score that comes from outside for the whole indicator.
struct Direct {
  double out_of = 1;
  unsigned kinds = ~0u;  // a bit for each SourceKind
  std::uint16_t drop = 0, drop_from = 0;
};

// The indicator judged once a kind of source, the scores averaged over those that spoke.
struct Scorer {
  unsigned kinds = 0;  // a bit for each SourceKind
  double weight = 1;
  std::uint16_t drop = 0, drop_from = 0;  // of scores given directly
};

struct ScoreBlock {
  Take take = Take::best;
  std::vector<RuleScore> rules;      // in the order of the file
  std::vector<RuleScore> all_of;     // every one must have evidence; the lowest counts
  std::vector<RuleScore> otherwise;  // the best of these, when the blocks above give nothing
  double problem_cost = 0;           // taken off once when the text admits a problem
  double problem_each = 0;           // … for each problem it admits,
  double problem_cap = no_limit;     // … at most so much
  double full = 1;                   // marks
  double start = 0;                  // what the terms are added to
  std::vector<RuleScore> bonus;      // added
  std::vector<RuleScore> deduct;     // taken off
  std::vector<Together> together;
  double floor = 0;
  double cap = 1;  // of the indicator, in marks; above `full` scores above full marks come through
  Direct direct;
  std::vector<Scorer> scorers;  // empty: the kinds of sources take turns
};

// Every term of a block, in the order of its lists.
template <typename Block, typename Visit>
void each_term(Block& block, Visit visit) {
  for (auto* terms : {&block.rules, &block.all_of, &block.otherwise, &block.bonus, &block.deduct})
    for (auto& term : *terms) visit(term);
}

}  // namespace rulescore
