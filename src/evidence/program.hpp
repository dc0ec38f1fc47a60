// A framework's rules compiled for matching: every list of phrases a slot of one vocabulary, every rule reachable from the
// phrases that can begin it. Read-only after compile(). Tested through tests/unit/evidence.
#pragma once

#include "framework/model.hpp"
#include "pattern/vocabulary.hpp"

#include <rulescore/evidence.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

// For each phrase, what it takes part in: a compact map from PhraseId to indices.
class PhraseIndex {
 public:
  PhraseIndex() = default;
  PhraseIndex(const Vocabulary& vocabulary, std::span<const SlotId> slots);  // entry i takes part through slots[i]
  std::span<const std::uint32_t> at(PhraseId phrase) const noexcept {
    return {items_.data() + first_[phrase], items_.data() + first_[phrase + 1]};
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> items_;
};

// A slot that rules look for around their phrase. `check` is its bit among all such slots: whether a clause or sentence has any of
// the slot's phrases is one bit of the reading, so that most rules fail without looking at a single occurrence.
struct Wanted {
  SlotId slot = no_slot;
  std::uint32_t check = 0;
  explicit operator bool() const noexcept { return slot != no_slot; }
};

struct CompiledRule {
  const Rule* source = nullptr;
  std::uint32_t indicator = 0;
  std::uint16_t rule = 0;
  SlotId about = no_slot;      // the phrase the rule is about: `any`, or the first of `all`
  std::vector<Wanted> all;     // the others
  Wanted none, near, context;
  std::vector<SlotId> words;   // of the value, parallel to ValueSpec::words
};

struct CompiledCue {
  Status status = Status::achieved;
  SlotId slot = no_slot;
  SlotId unless = no_slot;
  Direction direction = Direction::forward;
  Scope in = Scope::clause;
};

struct Program {
  Vocabulary vocabulary;
  std::vector<CompiledRule> rules;
  std::vector<CompiledCue> cues;
  std::vector<SlotId> checks;    // distinct slots looked for around a phrase; Wanted::check indexes them
  std::size_t check_words = 0;   // 64 checks each
  std::vector<std::uint64_t> checks_of;  // phrase x check_words: the checks a phrase satisfies
  SlotId plan_headings = no_slot, problem_headings = no_slot;
  PhraseIndex rules_about;       // phrase -> rules
  PhraseIndex cues_with;         // phrase -> cues
};

// The model must outlive the program.
Program compile(const FrameworkModel& model);

}  // namespace rulescore
