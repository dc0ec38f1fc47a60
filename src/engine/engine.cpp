// The engine: compile once, then match and score. This page is the picture in the README, in code.
// Tested by tests/unit/engine.
#include <rulescore/engine.hpp>

#include "base/parallel.hpp"
#include "evidence/match.hpp"
#include "score/peers.hpp"
#include "score/score.hpp"

#include <optional>
#include <utility>

namespace rulescore {

// The rules of a framework, and the program that points into them.
struct Compiled {
  Framework rules;
  Program program;
};

struct EngineImpl {
  Framework framework;
  std::shared_ptr<const Compiled> compiled;  // the framework's own, or that of one with the same rules
};

namespace {

std::shared_ptr<const Compiled> compiled(const Framework& framework) {
  return std::make_shared<const Compiled>(Compiled{framework, compile(framework.model())});
}

// make(i) for every i in [0, count), on several threads, in the order of the indices; nothing when `options` stopped it early.
template <typename Result, typename Make>
std::optional<std::vector<Result>> made(std::size_t count, const ParallelOptions& options, const Make& make) {
  std::vector<std::optional<Result>> made(count);
  if (!parallel_for(
          count, [&](std::size_t i) { made[i].emplace(make(i)); }, options))
    return std::nullopt;
  std::vector<Result> out;
  out.reserve(count);
  for (std::optional<Result>& one : made) out.push_back(*std::move(one));
  return out;
}

}  // namespace

Engine::Engine(Framework framework) {
  std::shared_ptr<const Compiled> rules = compiled(framework);
  impl_ = std::make_shared<const EngineImpl>(EngineImpl{std::move(framework), std::move(rules)});
}

Engine::Engine(Framework framework, const Engine& before) {
  const bool same = framework.rules_fingerprint() == before.framework().rules_fingerprint();
  std::shared_ptr<const Compiled> rules = same ? before.impl_->compiled : compiled(framework);
  impl_ = std::make_shared<const EngineImpl>(EngineImpl{std::move(framework), std::move(rules)});
}

const Framework& Engine::framework() const noexcept { return impl_->framework; }

EvidenceSet Engine::match(const Document& document) const {
  return {document, framework().rules_fingerprint(), rulescore::match(impl_->compiled->program, document)};
}

void Engine::check(const EvidenceSet& evidence) const {
  if (evidence.rules_fingerprint() != framework().rules_fingerprint()) {
    throw UsageError("this evidence was found with other rules (" + evidence.rules_fingerprint() + ") than those of framework “" +
                     framework().id() + "” (" + framework().rules_fingerprint() + "); match the document again");
  }
}

Scorecard Engine::score(const EvidenceSet& evidence, const Peers& peers) const {
  check(evidence);
  return rulescore::score(framework(), evidence, peers);
}

Peers Engine::peers(std::span<const EvidenceSet> evidence) const {
  for (const EvidenceSet& set : evidence) check(set);
  return framework().compares() ? peers_of(framework().model(), evidence) : Peers();
}

Scorecard Engine::evaluate(const Document& document, const Elsewhere& elsewhere) const {
  return rulescore::score(framework(), elsewhere.applied_to(match(document)));
}

std::vector<EvidenceSet> Engine::match(std::span<const Document> documents, unsigned threads) const {
  return *made<EvidenceSet>(documents.size(), {threads, 1, {}}, [&](std::size_t i) { return match(documents[i]); });
}

std::vector<Scorecard> Engine::score(std::span<const EvidenceSet> evidence, unsigned threads) const {
  const Peers all = peers(evidence);
  return *made<Scorecard>(evidence.size(), {threads, 16, {}}, [&](std::size_t i) { return score(evidence[i], all); });
}

std::vector<Scorecard> Engine::evaluate(std::span<const Document> documents, const EvaluateOptions& options) const {
  const ParallelOptions parallel{options.threads, 1, options.progress};
  const auto stopped = [] { return UsageError("stopped by the progress callback before every document was scored"); };
  if (framework().compares()) {  // all must be matched before one is scored
    const auto evidence = made<EvidenceSet>(documents.size(), parallel,
                                            [&](std::size_t i) { return options.elsewhere.applied_to(match(documents[i])); });
    if (!evidence) throw stopped();
    return score(*evidence, options.threads);
  }
  auto cards =
      made<Scorecard>(documents.size(), parallel, [&](std::size_t i) { return evaluate(documents[i], options.elsewhere); });
  if (!cards) throw stopped();
  return *std::move(cards);
}

}  // namespace rulescore
