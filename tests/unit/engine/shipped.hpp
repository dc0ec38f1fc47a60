// The shipped framework and the five documents, for tests that want real ones.
#pragma once

#include "support/catch.hpp"

#include <rulescore/document.hpp>
#include <rulescore/engine.hpp>

#include <string>
#include <vector>

inline const rulescore::Engine& shipped_engine() {
  static const rulescore::Engine engine(
      rulescore::Framework::load(std::string(RULESCORE_SOURCE_DIR) + "/indicators/demonstration-2021"));
  return engine;
}

inline std::vector<rulescore::Document> seed_documents() {
  const std::vector<std::string> sources{std::string(RULESCORE_SOURCE_DIR) + "/seeds"};
  rulescore::ReadResult read = rulescore::read_documents(sources);
  REQUIRE(read.failures.empty());
  return std::move(read.documents);
}

// Everything a scorecard says, bit for bit.
inline bool same_bits(const rulescore::Scorecard& a, const rulescore::Scorecard& b) {
  const auto same = [](double x, double y) { return x == y || (x != x && y != y); };
  if (a.nodes().size() != b.nodes().size() || a.evidence().items().size() != b.evidence().items().size()) return false;
  for (std::size_t i = 0; i < a.nodes().size(); ++i) {
    const rulescore::NodeScore &x = a.nodes()[i], &y = b.nodes()[i];
    if (!same(x.score, y.score) || x.points != y.points || x.low != y.low || x.high != y.high || x.state != y.state) return false;
  }
  for (std::size_t i = 0; i < a.evidence().items().size(); ++i) {
    const rulescore::Evidence &x = a.evidence().items()[i], &y = b.evidence().items()[i];
    if (x.indicator != y.indicator || x.rule != y.rule || x.begin != y.begin || x.end != y.end || x.status != y.status ||
        !same(x.value, y.value) || x.unit != y.unit || x.duplicate_of != y.duplicate_of)
      return false;
  }
  return true;
}
