// See repeats.hpp.
#include "elsewhere/repeats.hpp"

#include <algorithm>
#include <cmath>

namespace rulescore {
namespace {

bool overlap(const Evidence& a, const Evidence& b) noexcept {
  return a.in_text() && b.in_text() && a.begin < b.end && b.begin < a.end;
}

// The indices of an indicator's pieces; they stand together.
struct Range {
  std::uint32_t begin = 0, end = 0;
};
Range of_indicator(std::span<const Evidence> items, std::uint32_t indicator) {
  const auto below = [](const Evidence& piece, std::uint32_t limit) { return piece.indicator < limit; };
  const auto first = std::lower_bound(items.begin(), items.end(), indicator, below);
  const auto last = std::lower_bound(first, items.end(), indicator + 1, below);
  return {static_cast<std::uint32_t>(first - items.begin()), static_cast<std::uint32_t>(last - items.begin())};
}

// The followers of a piece that no longer says what they say: the first of them leads the others.
void let_go(std::span<Evidence> items, Range range, std::uint32_t index, bool gone) {
  std::uint32_t leader = Evidence::none;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (items[i].duplicate_of != index || (!gone && repeats(items[i], items[index]))) continue;
    items[i].duplicate_of = leader;
    if (leader == Evidence::none) leader = i;
  }
}

std::uint32_t original_of(std::span<const Evidence> items, Range range, std::uint32_t index) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i != index && items[i].duplicate_of == Evidence::none && repeats(items[i], items[index])) return i;
  }
  return Evidence::none;
}

}  // namespace

bool repeats(const Evidence& one, const Evidence& other) noexcept {
  if (one.indicator != other.indicator || one.rule != other.rule || one.rule == Evidence::direct) return false;
  if (one.status != other.status || one.scope != other.scope) return false;
  if (std::isnan(one.value) || std::isnan(other.value))
    return std::isnan(one.value) && std::isnan(other.value) && overlap(one, other);
  return one.value == other.value && one.unit == other.unit && one.change == other.change;
}

void mark_repeated_facts(std::span<Evidence> items) {
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    Evidence& piece = items[i];
    if (piece.fact == Evidence::none || piece.kind == SourceKind::intended) continue;  // what is intended is said once more on purpose
    const Range range = of_indicator(items, piece.indicator);
    std::uint32_t in_text = Evidence::none;
    for (std::uint32_t j = range.begin; j < range.end && piece.duplicate_of == Evidence::none; ++j) {
      const Evidence& other = items[j];
      if (j == i || other.duplicate_of != Evidence::none || !repeats(piece, other)) continue;
      if (other.fact == Evidence::none)
        in_text = in_text == Evidence::none ? j : in_text;
      else if (j < i && other.kind == piece.kind)
        piece.duplicate_of = j;
    }
    if (piece.duplicate_of == Evidence::none) piece.duplicate_of = in_text;
  }
}

void settle_repeats(std::span<Evidence> items, std::span<const Touched> touched) {
  for (const auto& [index, gone] : touched) {
    Evidence& piece = items[index];
    const Range range = of_indicator(items, piece.indicator);
    let_go(items, range, index, gone);
    if (piece.duplicate_of < items.size() && !repeats(piece, items[piece.duplicate_of])) piece.duplicate_of = Evidence::none;
    if (!gone && piece.duplicate_of == Evidence::none && !std::isnan(piece.value))
      piece.duplicate_of = original_of(items, range, index);
  }
}

}  // namespace rulescore
