// "did you mean …" for verbs, options and formats.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rulescore::cli {

// "; did you mean gaps?" or nothing when no candidate is near.
std::string did_you_mean(std::string_view wrong, std::span<const std::string> candidates);

// "table, json and csv"
std::string listed(std::span<const std::string> words);

}  // namespace rulescore::cli
