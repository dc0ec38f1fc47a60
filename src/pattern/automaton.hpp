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
  // Words are distinct and not empty.
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
    std::uint64_t may = 0;   // bit (class mod 64) for each of its moves: most looks that would fail aren't taken
  };
  struct Cell {
    StateId from = 0xFFFFFFFFu;
    Move move;
  };
  struct Output {
    std::uint32_t word = 0, length = 0;
  };
  struct Stop {
    StateId state = root;  // at which words end
    std::uint32_t end = 0;
  };
  struct Trie;

  Class class_of(char32_t c) const noexcept { return classes_[static_cast<std::size_t>(pages_[c >> 8]) << 8 | (c & 0xFFu)]; }
  void number_characters(std::span<const std::u32string> words);
  void collect_outputs(const Trie& trie);
  void place(const Trie& trie);
  std::vector<Stop> run(std::span<const char32_t> text) const;

  std::vector<std::uint16_t> pages_;         // c >> 8 -> block of 256 classes; block 0 is all foreign
  std::vector<std::uint16_t> classes_;
  std::vector<Move> root_moves_;             // by class
  std::vector<Cell> cells_;
  std::vector<Output> outputs_;              // by state, longest first
  std::vector<std::uint32_t> first_output_;  // by state, one past the last included
};

template <class Visit>
void Automaton::find(std::span<const char32_t> text, Visit&& visit) const {
  for (const Stop& stop : run(text))
    for (std::uint32_t o = first_output_[stop.state]; o < first_output_[stop.state + 1]; ++o)
      visit(Hit{outputs_[o].word, stop.end - outputs_[o].length, stop.end});
}

}  // namespace rulescore
