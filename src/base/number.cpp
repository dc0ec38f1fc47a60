// See number.hpp. A double takes at most 309 digits before the point, and 1074 after it in the shortest form.
#include "base/number.hpp"

#include <array>
#include <charconv>

namespace rulescore {

std::string shortest(double value) {
  std::array<char, 1500> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

std::string fixed(double value, int decimals) {
  std::array<char, 1500> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals).ptr;
  return {text.data(), end};
}

}  // namespace rulescore
