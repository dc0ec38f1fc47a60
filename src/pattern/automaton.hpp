// All words of all indicators, found in one pass over the characters of a text: an Aho-Corasick automaton over code points
// (Aho and Corasick 1975, CACM 18:333). What follows from failure links is worked out in advance (their section 6), except the
// moves that the root would make, too; what is left lies in a double array (Aoe 1989, IEEE TSE 15:1066). A character then costs
// one look into the array and one at the root's row, and no branch that could be guessed wrong. Checked against a naive search in tests/unit/pattern.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rulescore {

struct Hit {
  std::uint32_t word;  // index of the word as given
  std::uint32_t begin, end;
};

class Automaton {
 public:
  Automaton() = default;
  // Words are distinct and not empty. A blank in a word also stands for a hyphen in the text.
  explicit Automaton(std::span<const std::u32string> words);

  // Calls visit(Hit) for every occurrence, overlapping ones included, in order of their end, longer before shorter.
  template <class Visit>
  void find(std::span<const char32_t> text, Visit&& visit) const;

 private:
  // Characters that occur in words are numbered from 1; every other character is class 0.
  using Class = std::uint32_t;
  using StateId = std::uint32_t;
  static constexpr StateId root = 0;
  static constexpr StateId reports = 0x80000000u;  // set in a move to a state at which words end

  struct Move {
    StateId to = root;       // with `reports`
    std::uint32_t base = 0;  // of that state: its moves stand at cells_[base + class]
    std::uint32_t may = 0;   // bit (class mod 32) for each of its moves: most looks that would fail aren't taken
  };
  struct alignas(16) Cell {
    Move move;
    StateId from = 0xFFFFFFFFu;
  };
  struct Output {
    std::uint32_t word = 0, length = 0;
  };
  // The words that end at a state: the longest, and where the others are.
  struct Outputs {
    Output longest;
    std::uint32_t first_other = 0, last_other = 0;
  };
  struct Stop {
    StateId state = root;  // at which words end
    std::uint32_t end = 0;
  };
  // A stretch of the text that is run through by itself: it begins where the automaton is at its root.
  struct Lane {
    std::uint32_t next = 0, end = 0;  // characters
    Move at;
    Stop* stop = nullptr;             // where the next one is written
  };
  struct Trie;

  Class class_of(char32_t c) const noexcept { return classes_[static_cast<std::size_t>(pages_[c >> 8]) << 8 | (c & 0xFFu)]; }
  void number_characters(std::span<const std::u32string> words);
  void collect_outputs(const Trie& trie);
  void place(const Trie& trie);
  std::vector<Stop> run(std::span<const char32_t> text) const;
  void step(std::span<const char32_t> text, Lane& lane) const noexcept;

  std::vector<std::uint16_t> pages_;         // c >> 8 -> block of 256 classes; block 0 is all foreign
  std::vector<std::uint16_t> classes_;
  std::vector<Move> root_moves_;             // by class
  std::vector<Cell> cells_;
  std::vector<Outputs> outputs_;             // by state
  std::vector<Output> other_outputs_;        // longest first
};

template <class Visit>
void Automaton::find(std::span<const char32_t> text, Visit&& visit) const {
  for (const Stop& stop : run(text)) {
    const Outputs& outputs = outputs_[stop.state];
    visit(Hit{outputs.longest.word, stop.end - outputs.longest.length, stop.end});
    for (std::uint32_t o = outputs.first_other; o < outputs.last_other; ++o)
      visit(Hit{other_outputs_[o].word, stop.end - other_outputs_[o].length, stop.end});
  }
}

}  // namespace rulescore
