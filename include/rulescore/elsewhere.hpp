// Facts and reviews made ready for one framework, and what comes of them.
//
//   Elsewhere elsewhere(framework, read_facts(paths).facts);
//   Scorecard card = engine.evaluate(document, elsewhere);
//
// An immutable value; copying is a reference count, threads may share it.
#pragma once

#include <rulescore/evidence.hpp>
#include <rulescore/export.hpp>
#include <rulescore/facts.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/review.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rulescore {

struct ElsewhereImpl;

class RULESCORE_EXPORT Elsewhere {
 public:
  Elsewhere() = default;  // nothing
  Elsewhere(const Framework& framework, std::vector<Fact> facts, std::vector<Review> reviews = {});

  bool empty() const noexcept;
  // Those that can be used, without repeats; and why the others can't: an indicator or a rule there isn't, a unit no rule takes.
  std::span<const Fact> facts() const noexcept;
  std::span<const Review> reviews() const noexcept;
  std::span<const ReadFailure> failures() const noexcept;

  // The evidence with the facts about its document, reviewed. What an earlier call brought is replaced, so that calling it twice
  // is calling it once, and an empty Elsewhere gives back what was found in the text. Throws UsageError for other rules'
  // evidence.
  EvidenceSet applied_to(const EvidenceSet& evidence) const;

  const ElsewhereImpl* impl() const noexcept { return impl_.get(); }

 private:
  std::shared_ptr<const ElsewhereImpl> impl_;
};

// What no document took: facts about others, passages that don't stand in their document, reviews that match nothing any more.
class RULESCORE_EXPORT Leftovers {
 public:
  explicit Leftovers(Elsewhere elsewhere);
  ~Leftovers();
  Leftovers(Leftovers&&) noexcept;
  Leftovers& operator=(Leftovers&&) noexcept;

  void saw(const EvidenceSet& evidence);
  // Each named by where it is written, with the reason, in their order.
  std::vector<ReadFailure> facts() const;
  std::vector<ReadFailure> reviews() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rulescore
