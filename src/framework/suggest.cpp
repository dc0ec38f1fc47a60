// Tested by tests/unit/framework/suggest.cpp.
#include "framework/suggest.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::size_t longest_compared = 64;  // characters; nobody mistypes a longer name into another

// A slip: one character in a short name, a third of a long one.
std::size_t tolerance(std::size_t length) { return std::max<std::size_t>(1, length / 3); }

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string nearest(std::string_view written, std::span<const std::string> candidates) {
  const std::u32string folded = fold_phrase(written);
  if (folded.empty() || folded.size() > longest_compared) return {};
  const std::string* best = nullptr;
  std::size_t best_distance = tolerance(folded.size()) + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string other = fold_phrase(candidate);
    const std::size_t apart = std::max(other.size(), folded.size()) - std::min(other.size(), folded.size());
    if (apart >= best_distance || other.size() > longest_compared) continue;
    const std::size_t distance = edit_distance(folded, other);
    if (distance >= best_distance || distance >= std::max(folded.size(), other.size())) continue;
    best_distance = distance;
    best = &candidate;
  }
  return best == nullptr ? std::string() : *best;
}

std::string did_you_mean(std::string_view written, std::span<const std::string> candidates) {
  const std::string found = nearest(written, candidates);
  return found.empty() ? std::string() : "did you mean `" + found + "`?";
}

std::string join(std::span<const std::string> names, std::string_view separator) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += separator;
    out += name;
  }
  return out;
}

}  // namespace rulescore
