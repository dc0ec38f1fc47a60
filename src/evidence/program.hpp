// A framework's rules compiled for matching: every list of phrases a slot of one vocabulary, every rule reachable from the
// phrases that can begin it. Read-only after compile(). Tested through tests/unit/evidence.
#pragma once

#include "framework/model.hpp"
#include "pattern/vocabulary.hpp"

#include <rulescore/evidence.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rulescore {

// A slot that rules look for around their phrase. `check` is its bit in a CheckTable: whether a sentence has any of the slot's
// phrases is one bit of the reading, so that most rules fail without looking at a single occurrence.
struct Wanted {
  SlotId slot = no_slot;
  std::uint32_t check = 0;
  explicit operator bool() const noexcept { return slot != no_slot; }
};

// The slots that are looked for, numbered.
class CheckTable {
 public:
  Wanted add(SlotId slot);
  const std::vector<SlotId>& slots() const noexcept { return slots_; }
  std::size_t words() const noexcept { return (slots_.size() + 63) / 64; }

 private:
  std::vector<SlotId> slots_;
};

// Which of them a phrase satisfies, 64 at a time; words of zeros are left out.
struct CheckWord {
  std::uint32_t index = 0;
  std::uint64_t bits = 0;
};

// Where to find what a phrase takes part in; one cache line, because every occurrence of every phrase asks.
struct alignas(64) PhraseUse {
  WordUse word;                                   // of a phrase that is a word
  std::uint32_t first_rule = 0, last_rule = 0;    // into Program::rule_list
  std::uint32_t first_near = 0, last_near = 0;    // into Program::check_list
  std::uint32_t first_far = 0, last_far = 0;
  std::uint32_t first_cue = 0, last_cue = 0;      // into Program::cue_list
};

// What must stand around a rule's phrase before anything else is looked at; `in` is a sentence or wider.
struct Requirement {
  std::uint32_t check = 0;
  Scope in = Scope::sentence;
};

struct CompiledRule {
  const Rule* source = nullptr;
  std::uint32_t indicator = 0;
  std::uint16_t rule = 0;
  SlotId about = no_slot;      // the phrase the rule is about: `any`, or the first of `all`
  std::vector<Wanted> all;     // the others
  Wanted none, near, context;
  const ValueSpec* value = nullptr;  // a rule that names none notes the clause's figure, unless it finds shortcomings
  std::vector<SlotId> words;         // of the value, parallel to ValueSpec::words
};

// Of the status of what stands near it, or of whose it is.
struct CompiledCue {
  Status status = Status::achieved;
  std::optional<Whose> whose;  // present: it says this, and nothing about status
  SlotId slot = no_slot;
  SlotId unless = no_slot;
  SlotId until = no_slot;
  Direction direction = Direction::forward;
  Scope in = Scope::clause;
};

struct Program {
  Vocabulary vocabulary;
  std::vector<CompiledRule> rules;
  std::vector<CompiledCue> cues;
  CheckTable near_by;            // looked for in clauses, sentences and paragraphs
  CheckTable far;                // looked for in sections and documents
  SlotId plan_headings = no_slot, problem_headings = no_slot;
  std::vector<Requirement> requirements;           // of all rules, one behind the other: they are tried at every phrase
  std::vector<std::uint32_t> first_requirement;    // by rule, one past the last included
  std::vector<PhraseUse> uses;                     // by phrase
  std::vector<std::uint32_t> rule_list, cue_list;  // indices into rules, cues
  std::vector<CheckWord> check_list;

  std::span<const std::uint32_t> cues_with(const PhraseUse& use) const noexcept {
    return {cue_list.data() + use.first_cue, cue_list.data() + use.last_cue};
  }
  std::span<const CheckWord> near_by_checks(const PhraseUse& use) const noexcept {
    return {check_list.data() + use.first_near, check_list.data() + use.last_near};
  }
  std::span<const CheckWord> far_checks(const PhraseUse& use) const noexcept {
    return {check_list.data() + use.first_far, check_list.data() + use.last_far};
  }
};

// The model must outlive the program.
Program compile(const FrameworkModel& model);

}  // namespace rulescore
