// What a Scorecard holds.
#pragma once

#include <rulescore/scorecard.hpp>

#include <vector>

namespace rulescore {

struct Scorecard::Impl {
  Framework framework;
  EvidenceSet evidence;
  std::vector<NodeScore> nodes;
  std::vector<Standing> standings;
  std::vector<FiredVeto> vetoes;
  Peers peers;
};

}  // namespace rulescore
