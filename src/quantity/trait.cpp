#include "quantity/trait.hpp"

#include "quantity/change.hpp"

namespace rulescore {
namespace {

constexpr std::array<std::uint8_t, 0x10000> make_traits() {
  std::array<std::uint8_t, 0x10000> table{};
  const auto mark = [&](char32_t c, Trait trait) {
    table[c] = static_cast<std::uint8_t>(table[c] | static_cast<std::uint8_t>(trait));
  };
  for (char32_t c = U'0'; c <= U'9'; ++c) mark(c, Trait::trigger);
  for (char32_t c : chinese_numerals) mark(c, Trait::trigger), mark(c, Trait::numeral);
  mark(U'《', Trait::trigger);
  for (char32_t c : clause_ends) mark(c, Trait::clause_end);
  for (const ChangeWord& w : change_words) mark(w.word.front(), Trait::change);
  return table;
}

}  // namespace

constinit const std::array<std::uint8_t, 0x10000> traits = make_traits();

}  // namespace rulescore
