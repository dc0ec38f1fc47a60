// What the best comparable documents wrote for an indicator. Tested by tests/unit/analysis/gap_kind.cpp.
#pragma once

#include <rulescore/analysis.hpp>

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace rulescore {

// For every indicator the documents that have something to show, the best first. Keeps a reference to the panel.
class Exemplars {
 public:
  explicit Exemplars(const Panel& panel);

  // The best of the others of the row's level that are better than it, or of all where none of its level is; ties in the panel's
  // order. Years don't matter: what was written once can be written again.
  std::vector<Exemplar> of(std::uint32_t row, std::size_t indicator, std::size_t most = 2) const;

 private:
  using Ranked = std::vector<std::vector<Exemplar>>;  // by indicator

  const Panel& panel_;
  Ranked all_;
  std::map<std::string_view, Ranked> by_level_;
};

}  // namespace rulescore
