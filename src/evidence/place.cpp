// See place.hpp. A sorted table and binary search: it is asked a few times a sentence that holds evidence.
#include "evidence/place.hpp"

#include <algorithm>
#include <iterator>

namespace rulescore {
namespace {

constexpr Place places[] = {
#include "evidence/place_names.inc"
};

constexpr std::size_t longest_name = 11, shortest_name = 2;  // characters; longer ones are written short in reports

struct ByName {
  bool operator()(const Place& a, const Place& b) const noexcept { return a.name < b.name; }
  bool operator()(const Place& a, std::u32string_view name) const noexcept { return a.name < name; }
  bool operator()(std::u32string_view name, const Place& a) const noexcept { return name < a.name; }
};

// What the names end in; most stretches of text fail here.
bool ends_a_name(char32_t c) noexcept {
  return c == U'区' || c == U'县' || c == U'市' || c == U'旗' || c == U'省' || c == U'州' || c == U'盟';
}

}  // namespace

std::span<const Place> places_named(std::u32string_view name) noexcept {
  const auto [first, last] = std::equal_range(std::begin(places), std::end(places), name, ByName{});
  return {first, last};
}

std::u32string_view place_at(std::u32string_view text) noexcept {
  for (std::size_t length = std::min(longest_name, text.size()); length >= shortest_name; --length) {
    const std::u32string_view name = text.substr(0, length);
    if (ends_a_name(name.back()) && !places_named(name).empty()) return name;
  }
  return {};
}

}  // namespace rulescore
