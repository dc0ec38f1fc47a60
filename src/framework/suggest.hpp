// "did you mean …": the nearest of the names that would have been right. Tested by tests/unit/framework/suggest.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// Changed, missing, added or swapped neighbouring characters (optimal string alignment), in characters, not bytes.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

// The nearest candidate that is near enough to be a slip, the first of several; empty when there is none.
std::string nearest(std::string_view written, std::span<const std::string> candidates);

// "did you mean `any`?", or empty.
std::string did_you_mean(std::string_view written, std::span<const std::string> candidates);

// "any, all, none"
std::string join(std::span<const std::string> names, std::string_view separator = ", ");

}  // namespace rulescore
