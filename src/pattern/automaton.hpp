// All words of all indicators, found in one pass over the characters of a text: an Aho-Corasick automaton over code points
// (Aho and Corasick 1975, CACM 18:333). Reports every occurrence, overlapping ones included, in order of their end, longer first.
// Checked against a naive search in tests/unit/pattern.
#pragma once

#include "base/text.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct Hit {
  std::uint32_t word;   // index of the word as given
  std::uint32_t begin, end;
};

class Automaton {
 public:
  Automaton() = default;
  explicit Automaton(std::span<const std::u32string> words);  // distinct, non-empty

  // Appends to `hits`.
  void find(std::span<const char32_t> text, std::vector<Hit>& hits) const;

 private:
  std::vector<std::uint16_t> class_page_;   // [c >> 8] -> page; page 0 is "no word has such a character"
  std::vector<std::uint16_t> class_of_;     // page * 256 + (c & 255) -> character class, 0 = foreign
  std::vector<std::uint32_t> root_;         // class -> state
  struct Cell { std::uint32_t check = 0xFFFFFFFFu; std::uint32_t next = 0; };
  std::vector<Cell> cells_;                 // double array: cells_[base + class]
  struct State { std::uint32_t base = 0; std::uint32_t fail = 0; std::uint32_t out = 0; };
  std::vector<State> states_;
  struct Output { std::uint32_t word, length, next; };
  std::vector<Output> outputs_;             // chains; 0 ends
};

}  // namespace rulescore
