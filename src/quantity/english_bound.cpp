// The longer words first, because fewer hides in no fewer than. Outside face: bound_before, bound_behind.
// Tested by tests/unit/quantity/english.cpp.
#include "quantity/english_context.hpp"

namespace rulescore::english {
namespace {

struct BoundWord {
  Word word;
  Bound bound;
};

constexpr BoundWord words_before[] = {{U"no more than", Bound::at_most},
                                      {U"not more than", Bound::at_most},
                                      {U"no fewer than", Bound::at_least},
                                      {U"no less than", Bound::at_least},
                                      {U"not less than", Bound::at_least},
                                      {U"not fewer than", Bound::at_least},
                                      {U"more than", Bound::at_least},
                                      {U"greater than", Bound::at_least},
                                      {U"fewer than", Bound::at_most},
                                      {U"less than", Bound::at_most},
                                      {U"at least", Bound::at_least},
                                      {U"at most", Bound::at_most},
                                      {U"a minimum of", Bound::at_least},
                                      {U"minimum of", Bound::at_least},
                                      {U"a maximum of", Bound::at_most},
                                      {U"maximum of", Bound::at_most},
                                      {U"in excess of", Bound::at_least},
                                      {U"upwards of", Bound::at_least},
                                      {U"not exceeding", Bound::at_most},
                                      {U"exceeding", Bound::at_least},
                                      {U"exceeded", Bound::at_least},
                                      {U"exceeds", Bound::at_least},
                                      {U"well over", Bound::at_least},
                                      {U"just over", Bound::at_least},
                                      {U"over", Bound::at_least},
                                      {U"above", Bound::at_least},
                                      {U"up to", Bound::at_most},
                                      {U"just under", Bound::about},
                                      {U"under", Bound::at_most},
                                      {U"below", Bound::at_most},
                                      {U"within", Bound::at_most},
                                      {U"approximately", Bound::about},
                                      {U"approx.", Bound::about},
                                      {U"roughly", Bound::about},
                                      {U"around", Bound::about},
                                      {U"about", Bound::about},
                                      {U"nearly", Bound::about},
                                      {U"almost", Bound::about},
                                      {U"close to", Bound::about},
                                      {U"circa", Bound::about},
                                      {U"some", Bound::about}};

constexpr BoundWord words_behind[] = {
    {U"or more", Bound::at_least},   {U"or over", Bound::at_least},  {U"or above", Bound::at_least},
    {U"or better", Bound::at_least}, {U"and over", Bound::at_least}, {U"and above", Bound::at_least},
    {U"or less", Bound::at_most},    {U"or fewer", Bound::at_most},  {U"or below", Bound::at_most},
    {U"or under", Bound::at_most},   {U"at most", Bound::at_most},   {U"at least", Bound::at_least}};

}  // namespace

Qualifier bound_before(const Reader& in, std::uint32_t position) noexcept {
  if (!is_space(in.before(position))) return {position, Bound::exact, false};
  for (const BoundWord& w : words_before) {
    const std::uint32_t begin = phrase_before(in, position, w.word);
    if (begin != position) return {begin, w.bound, true};
  }
  return {position, Bound::exact, false};
}

Qualifier bound_behind(const Reader& in, std::uint32_t position) noexcept {
  if (in.at(position) == U'+') return {position + 1, Bound::at_least, true};
  const std::uint32_t at = next_word(in, position);
  if (at == position || !any_of(in.at(at), U"oa")) return {position, Bound::exact, false};
  for (const BoundWord& w : words_behind)
    if (phrase_at(in, at, w.word)) return {at + static_cast<std::uint32_t>(w.word.size()), w.bound, true};
  return {position, Bound::exact, false};
}

}  // namespace rulescore::english
