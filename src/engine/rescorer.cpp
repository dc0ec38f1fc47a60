// Scoring the same documents again and again: what was found in them is kept for as long as the evidence rules stay the same.
// Outside face: engine.hpp. Tested by tests/unit/engine/rescorer.cpp.
#include <rulescore/engine.hpp>

#include "base/parallel.hpp"

#include <optional>
#include <utility>

namespace rulescore {

struct Rescorer::Impl {
  std::vector<Document> documents;
  unsigned threads = 0;
  std::size_t matched = 0;
  std::optional<Engine> engine;       // of the last framework
  std::vector<EvidenceSet> evidence;  // what its rules find in the texts, without facts or reviews
};

Rescorer::Rescorer(std::vector<Document> documents, unsigned threads) : impl_(std::make_unique<Impl>()) {
  impl_->documents = std::move(documents);
  impl_->threads = threads;
}

Rescorer::~Rescorer() = default;
Rescorer::Rescorer(Rescorer&&) noexcept = default;
Rescorer& Rescorer::operator=(Rescorer&&) noexcept = default;

std::span<const Document> Rescorer::documents() const noexcept { return impl_->documents; }
std::size_t Rescorer::matched() const noexcept { return impl_->matched; }

std::vector<Scorecard> Rescorer::score(const Framework& framework, const Elsewhere& elsewhere) {
  Impl& kept = *impl_;
  Engine engine = kept.engine ? Engine(framework, *kept.engine) : Engine(framework);
  const bool same_rules = kept.engine && kept.engine->framework().rules_fingerprint() == framework.rules_fingerprint();
  if (!same_rules) kept.evidence = engine.match(kept.documents, kept.threads);
  kept.matched = same_rules ? 0 : kept.documents.size();
  kept.engine = std::move(engine);
  if (elsewhere.empty()) return kept.engine->score(kept.evidence, kept.threads);
  std::vector<EvidenceSet> evidence = kept.evidence;
  parallel_for(evidence.size(), [&](std::size_t i) { evidence[i] = elsewhere.applied_to(kept.evidence[i]); },
               {kept.threads, 16, {}});
  return kept.engine->score(evidence, kept.threads);
}

}  // namespace rulescore
