// The engine: compile once, then match and score. This page is the picture in the README, in code.
// Tested by tests/unit/engine.
#include <rulescore/engine.hpp>

#include "base/parallel.hpp"
#include "evidence/match.hpp"
#include "score/score.hpp"

#include <optional>
#include <utility>

namespace rulescore {

struct EngineImpl {
  Framework framework;
  Program program;
};

Engine::Engine(Framework framework) {
  Program program = compile(framework.model());
  impl_ = std::make_shared<const EngineImpl>(EngineImpl{std::move(framework), std::move(program)});
}

const Framework& Engine::framework() const noexcept { return impl_->framework; }

EvidenceSet Engine::match(const Document& document) const {
  return {document, framework().rules_fingerprint(), rulescore::match(impl_->program, document)};
}

Scorecard Engine::score(const EvidenceSet& evidence) const {
  if (evidence.rules_fingerprint() != framework().rules_fingerprint()) {
    throw UsageError("this evidence was found with other rules (" + evidence.rules_fingerprint() + ") than those of framework “" +
                     framework().id() + "” (" + framework().rules_fingerprint() + "); match the document again");
  }
  return rulescore::score(framework(), evidence);
}

Scorecard Engine::evaluate(const Document& document, const Elsewhere& elsewhere) const {
  return rulescore::score(framework(), elsewhere.applied_to(match(document)));
}

std::vector<Scorecard> Engine::evaluate(std::span<const Document> documents, const EvaluateOptions& options) const {
  std::vector<std::optional<Scorecard>> cards(documents.size());
  const bool finished =
      parallel_for(documents.size(), [&](std::size_t i) { cards[i] = evaluate(documents[i], options.elsewhere); },
                   {options.threads, 1, options.progress});
  if (!finished) throw UsageError("stopped by the progress callback before every document was scored");
  std::vector<Scorecard> out;
  out.reserve(cards.size());
  for (std::optional<Scorecard>& card : cards) out.push_back(*std::move(card));
  return out;
}

}  // namespace rulescore
