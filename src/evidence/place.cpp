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
  switch (c) {
    case U'区':
    case U'县':
    case U'市':
    case U'旗':
    case U'省':
    case U'州':
    case U'盟':
      return true;
    default:
      return false;
  }
}

}  // namespace

std::span<const Place> places_named(std::u32string_view name) noexcept {
  const auto [first, last] = std::equal_range(std::begin(places), std::end(places), name, ByName{});
  return {first, last};
}

std::u32string_view place_at(std::u32string_view text) noexcept {
  std::u32string_view longest;
  for (std::size_t length = shortest_name; length <= std::min(longest_name, text.size()); ++length) {
    if (!ends_a_name(text[length - 1])) continue;
    if (const std::u32string_view name = text.substr(0, length); !places_named(name).empty()) longest = name;
  }
  return longest;
}

}  // namespace rulescore
