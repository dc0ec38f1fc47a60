// Every phrase that any rule, cue or heading list uses, numbered once, and every list of alternatives ("slot") as a set of those
// numbers. add() while compiling a framework, compile() once, then read-only and safe to share between threads.
// Tested by tests/unit/pattern/vocabulary.cpp.
#pragma once

#include "pattern/automaton.hpp"
#include "pattern/clause.hpp"

#include <map>
#include <span>
#include <vector>

namespace rulescore {

using PhraseId = std::uint32_t;  // a word by itself has its WordId; phrases of several parts come behind the words
using WordId = std::uint32_t;
using SlotId = std::uint32_t;
inline constexpr SlotId no_slot = 0xFFFFFFFFu;

// A phrase of several parts, filed under its last word, with the word that must stand before that one.
struct Ending {
  PhraseId phrase = 0;
  WordId before = 0;
};

// What the occurrence of a word can mean.
struct WordUse {
  std::uint32_t first_ending = 0, last_ending = 0;
  bool alone = false;  // it is a phrase by itself
  bool begins = false; // it stands before another part in longer ones
  bool opens_word = false, closes_word = false;  // it begins, ends with a Latin letter: no letter may stand before, behind it
};

class Vocabulary {
 public:
  // no_slot for an empty one; the same slot gives the same id.
  SlotId add(const Slot& slot);
  void compile();

  // From here on after compile().
  bool holds(SlotId slot, PhraseId phrase) const noexcept {
    return (bits_[slot * stride_ + (phrase >> 6)] >> (phrase & 63u) & 1u) != 0;
  }
  const std::vector<PhraseId>& phrases(SlotId slot) const noexcept { return slots_[slot]; }
  std::size_t word_count() const noexcept { return words_.size(); }
  std::size_t phrase_count() const noexcept { return words_.size() + parts_.size(); }
  const std::vector<WordId>& parts(PhraseId phrase) const noexcept { return parts_[phrase - words_.size()]; }  // of several
  const WordUse& use(WordId word) const noexcept { return uses_[word]; }
  std::span<const Ending> endings(const WordUse& use) const noexcept {
    return {endings_.data() + use.first_ending, endings_.data() + use.last_ending};
  }
  std::uint32_t longest_phrase() const noexcept { return longest_phrase_; }  // characters it can reach over, gaps included
  const Automaton& automaton() const noexcept { return automaton_; }

 private:
  PhraseId intern(const Phrase& phrase);
  WordId intern(const std::u32string& word);
  void number_phrases();
  void index_words();

  std::map<std::u32string, WordId> word_ids_;
  std::map<std::vector<WordId>, PhraseId> phrase_ids_;  // of several parts
  std::map<std::vector<PhraseId>, SlotId> slot_ids_;
  std::vector<std::u32string> words_;
  std::vector<std::vector<WordId>> parts_;    // of phrases of several
  std::vector<std::vector<PhraseId>> slots_;  // sorted
  std::vector<WordUse> uses_;                 // by word
  std::vector<Ending> endings_;               // grouped by last word
  std::vector<std::uint64_t> bits_;           // slot x phrase
  std::size_t stride_ = 0;
  std::uint32_t longest_phrase_ = 0;
  Automaton automaton_;
};

}  // namespace rulescore
