// All words of all indicators, found in one pass over the characters of a text: an Aho-Corasick automaton over code points
// (Aho and Corasick 1975, CACM 18:333) whose trie lies in a double array (Aoe 1989, IEEE TSE 15:1066). Reports every
// occurrence, overlapping ones included, in order of their end, longer before shorter. Checked against a naive search in
// tests/unit/pattern.
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

  // Appends to `hits`.
  void find(std::span<const char32_t> text, std::vector<Hit>& hits) const;

 private:
  // Characters that occur in words are numbered from 1; every other character is class 0.
  using Class = std::uint32_t;
  using StateId = std::uint32_t;
  static constexpr StateId root = 0;
  static constexpr std::uint32_t none = 0;
  static constexpr StateId reports = 0x80000000u;  // set in a reference to a state at which words end

  struct Cell {
    StateId parent = 0xFFFFFFFFu;  // the state this cell is a child of
    StateId child = 0;             // with `reports`
  };
  struct State {
    std::uint32_t base = 0;  // children stand at cells_[base + class]
    StateId fail = root;     // the longest proper suffix that is a state, too
  };
  struct Output {
    std::uint32_t word = 0, length = 0;
    std::uint32_t next = none;
  };
  struct Trie;

  Class class_of(char32_t c) const noexcept {
    return classes_[static_cast<std::size_t>(pages_[c >> 8]) << 8 | (c & 0xFFu)];
  }
  void number_characters(std::span<const std::u32string> words);
  void place(const Trie& trie);
  void link(const Trie& trie);
  void mark_reports();
  StateId child(StateId state, Class c) const noexcept;
  void report(StateId state, std::uint32_t end, std::vector<Hit>& hits) const;

  std::vector<std::uint16_t> pages_;    // c >> 8 -> block of 256 classes; block 0 is all foreign
  std::vector<std::uint16_t> classes_;
  std::vector<StateId> root_child_;     // by class, with `reports`
  std::vector<Cell> cells_;
  std::vector<State> states_;
  std::vector<std::uint32_t> output_of_;  // by state: first entry of a chain in outputs_
  std::vector<Output> outputs_;         // [0] ends every chain
};

}  // namespace rulescore
