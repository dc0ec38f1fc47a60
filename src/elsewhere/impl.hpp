// What an Elsewhere holds.
#pragma once

#include "elsewhere/binding.hpp"
#include "elsewhere/fact_index.hpp"

#include <rulescore/elsewhere.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rulescore {

struct ElsewhereImpl {
  Framework framework;
  std::vector<Fact> facts;
  std::vector<Binding> bindings;  // parallel
  std::optional<FactIndex> index;
  std::vector<Review> reviews;
  std::map<std::string, std::uint32_t, std::less<>> review_of;  // by fingerprint
  std::vector<ReadFailure> failures;
};

}  // namespace rulescore
