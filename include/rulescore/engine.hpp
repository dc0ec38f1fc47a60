// A framework compiled: reads evidence out of documents and scores it.
//
//   Engine engine(Framework::load("indicators/demonstration-2021"));
//   Scorecard card = engine.evaluate(Document::read("report.txt"));
//
// Immutable after construction and safe to share between threads. `match` and `score` are two calls because weights and
// scoring shapes don't change evidence: an edited framework re-scores what was found without reading a text again.
#pragma once

#include <rulescore/elsewhere.hpp>
#include <rulescore/export.hpp>
#include <rulescore/scorecard.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace rulescore {

struct EvaluateOptions {
  unsigned threads = 0;  // 0: one per core; results don't depend on it
  // Called now and then from one of the workers, never from two at once; return false to stop early (throws UsageError).
  std::function<bool(std::size_t done, std::size_t total)> progress;
  Elsewhere elsewhere = {};  // facts and reviews to go with what is found
};

struct EngineImpl;

class RULESCORE_EXPORT Engine {
 public:
  explicit Engine(Framework framework);
  // For an edit of the framework `before` was made for: where the evidence rules are the same, what it compiled serves both.
  Engine(Framework framework, const Engine& before);

  const Framework& framework() const noexcept;
  EvidenceSet match(const Document& document) const;
  // Throws UsageError when the evidence was found with other rules. Without peers nothing is compared with other documents.
  Scorecard score(const EvidenceSet& evidence, const Peers& peers = {}) const;
  // Whom a document is compared with when it is one of these; nobody for a framework that doesn't compare.
  Peers peers(std::span<const EvidenceSet> evidence) const;
  Scorecard evaluate(const Document& document, const Elsewhere& elsewhere = {}) const;
  // Both steps for many, in their order, each other's peers: what evaluate() says of the same documents, bit for bit. Threads as in EvaluateOptions.
  std::vector<EvidenceSet> match(std::span<const Document> documents, unsigned threads = 0) const;
  std::vector<Scorecard> score(std::span<const EvidenceSet> evidence, unsigned threads = 0) const;
  // One scorecard a document, in the documents' order; they are each other's peers, where the framework compares.
  std::vector<Scorecard> evaluate(std::span<const Document> documents, const EvaluateOptions& options = {}) const;

 private:
  void check(const EvidenceSet& evidence) const;
  std::shared_ptr<const EngineImpl> impl_;
};

// Documents that are kept, with what was found in them, while the framework changes under the hand: an edit of weights or scores
// looks at no text again, an edit of the evidence rules at each of them once.
class RULESCORE_EXPORT Rescorer {
 public:
  explicit Rescorer(std::vector<Document> documents, unsigned threads = 0);
  ~Rescorer();
  Rescorer(Rescorer&&) noexcept;
  Rescorer& operator=(Rescorer&&) noexcept;

  // What Engine(framework).evaluate(documents) says, bit for bit.
  std::vector<Scorecard> score(const Framework& framework, const Elsewhere& elsewhere = {});
  std::size_t matched() const noexcept;  // documents the last call had to match: all of them, or none
  std::span<const Document> documents() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The outcome of one example that stands beside a rule in the framework.
struct ExampleResult {
  std::uint32_t node = 0;    // the indicator
  std::size_t example = 0;   // its position in the indicator's list, from 0
  std::string text;
  bool passed = false;
  std::string expected;      // for people
  std::string found;         // for people
  std::string file;
  int line = 0;
};

// Runs every example of the framework through the engine, in order.
RULESCORE_EXPORT std::vector<ExampleResult> run_examples(const Engine& engine);

}  // namespace rulescore
