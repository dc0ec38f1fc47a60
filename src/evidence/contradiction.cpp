// See contradiction.hpp: every passage is asked, then the document as a whole.
#include "evidence/contradiction.hpp"

#include "evidence/sums.hpp"

#include <algorithm>
#include <tuple>

namespace rulescore {

std::vector<Contradiction> contradictions(const Document& document) {
  std::vector<Contradiction> found;
  for (const Passage& passage : find_passages(document.impl())) {
    add_sums(passage, found);
    add_shares(passage, found);
    add_rates(passage, found);
  }
  add_restated(document.impl(), found);
  const auto place = [](const Contradiction& c) { return std::tie(c.first_begin, c.second_begin, c.kind); };
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  const auto same = [&](const auto& a, const auto& b) { return place(a) == place(b); };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace rulescore
