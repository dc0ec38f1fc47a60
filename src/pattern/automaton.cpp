// Building the automaton. Its outside face is the constructor. Tested by tests/unit/pattern/automaton.cpp.
#include "pattern/automaton.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rulescore {
namespace {

constexpr std::uint32_t no_word = 0xFFFFFFFFu;

// Which cells are free; find() answers "the first free one from here on" in nearly constant time (path compression).
class FreeCells {
 public:
  bool is_free(std::size_t i) const { return i >= next_.size() || next_[i] == i; }
  std::size_t find(std::size_t i) {
    grow(i + 1);
    std::size_t at = i;
    while (next_[at] != at) at = next_[at];
    while (next_[i] != at) i = std::exchange(next_[i], at);
    return at;
  }
  void take(std::size_t i) {
    grow(i + 2);
    next_[i] = i + 1;
  }

 private:
  void grow(std::size_t size) {
    for (std::size_t i = next_.size(); i < size; ++i) next_.push_back(i);
  }
  std::vector<std::size_t> next_;
};

}  // namespace

// The words as a trie, states in breadth-first order: the shallow ones, where nearly all of the time is spent, lie together, and a
// state's suffixes, which are shorter, come before it.
struct Automaton::Trie {
  struct Node {
    std::map<Class, StateId> children;  // ordered, so that the double array comes out the same everywhere
    std::map<Class, StateId> moves;     // the children, and what the longest proper suffix would do instead, root's moves aside
    StateId suffix = root;              // the longest proper suffix that is a state, too
    std::uint32_t word = no_word;
    std::uint32_t length = 0;
  };
  std::vector<Node> nodes{1};

  void insert(const std::vector<Class>& word, std::uint32_t index) {
    StateId at = root;
    for (Class c : word) {
      const auto [child, added] = nodes[at].children.try_emplace(c, static_cast<StateId>(nodes.size()));
      at = child->second;
      if (added) nodes.emplace_back();
    }
    nodes[at].word = index;
    nodes[at].length = static_cast<std::uint32_t>(word.size());
  }

  void sort() {
    std::vector<Node> sorted;
    std::vector<StateId> order{root};
    for (std::size_t i = 0; i < order.size(); ++i) {
      sorted.push_back(std::move(nodes[order[i]]));
      for (auto& [c, child] : sorted.back().children) {
        order.push_back(child);
        child = static_cast<StateId>(order.size() - 1);
      }
    }
    nodes = std::move(sorted);
  }

  // The suffix of the state's child by `c`: where the state's own suffix leads by `c`.
  StateId suffix_of_child(StateId state, Class c) const {
    if (state == root) return root;  // a single character's longest proper suffix is the empty one
    const auto& moves = nodes[nodes[state].suffix].moves;
    if (const auto move = moves.find(c); move != moves.end()) return move->second;
    const auto& from_root = nodes[root].children;
    const auto move = from_root.find(c);
    return move == from_root.end() ? root : move->second;
  }

  // Suffixes and moves, shallow states first: whatever a state needs of shorter ones is ready.
  void complete() {
    for (StateId s = 0; s < nodes.size(); ++s) {
      if (s != root && nodes[s].suffix != root) nodes[s].moves = nodes[nodes[s].suffix].moves;
      for (const auto& [c, child] : nodes[s].children) {
        if (s != root) nodes[s].moves[c] = child;
        nodes[child].suffix = suffix_of_child(s, c);
      }
    }
  }
};

Automaton::Automaton(std::span<const std::u32string> words) {
  number_characters(words);
  Trie trie;
  std::vector<Class> classes;
  for (std::size_t w = 0; w < words.size(); ++w) {
    classes.clear();
    for (char32_t c : words[w]) classes.push_back(class_of(c));
    trie.insert(classes, static_cast<std::uint32_t>(w));
  }
  trie.sort();
  trie.complete();
  collect_outputs(trie);
  place(trie);
}

void Automaton::number_characters(std::span<const std::u32string> words) {
  pages_.assign(0x1100, 0);  // all of Unicode
  classes_.assign(256, 0);
  std::uint16_t next = 1;
  for (const std::u32string& word : words) {
    for (char32_t c : word) {
      std::uint16_t& page = pages_[c >> 8];
      if (page == 0) {
        page = static_cast<std::uint16_t>(classes_.size() / 256);
        classes_.resize(classes_.size() + 256, 0);
      }
      std::uint16_t& number = classes_[static_cast<std::size_t>(page) << 8 | (c & 0xFFu)];
      if (number == 0) number = next++;
    }
  }
  // follow-up and follow up
  if (const Class blank = class_of(U' '); blank != 0)
    classes_[static_cast<std::size_t>(pages_[0]) << 8 | U'-'] = static_cast<std::uint16_t>(blank);
  root_moves_.resize(next);
}

// The words that end at a state: its own, then those of its suffixes.
void Automaton::collect_outputs(const Trie& trie) {
  outputs_.resize(trie.nodes.size());
  for (StateId s = 0; s < trie.nodes.size(); ++s) {
    std::vector<Output> all;
    for (StateId at = s; at != root; at = trie.nodes[at].suffix)
      if (trie.nodes[at].word != no_word) all.push_back({trie.nodes[at].word, trie.nodes[at].length});
    if (all.empty()) continue;
    outputs_[s].longest = all.front();
    outputs_[s].first_other = static_cast<std::uint32_t>(other_outputs_.size());
    other_outputs_.insert(other_outputs_.end(), all.begin() + 1, all.end());
    outputs_[s].last_other = static_cast<std::uint32_t>(other_outputs_.size());
  }
}

// Gives every state a base such that the cells of its moves are free (first fit), then writes the moves.
void Automaton::place(const Trie& trie) {
  const std::size_t class_count = root_moves_.size();
  std::vector<std::uint32_t> base(trie.nodes.size(), 0);
  std::size_t size = class_count;
  FreeCells free;
  for (StateId s = 1; s < trie.nodes.size(); ++s) {
    const auto& moves = trie.nodes[s].moves;
    if (moves.empty()) continue;
    const Class lowest = moves.begin()->first;
    std::size_t at = free.find(lowest);
    const auto fits = [&](std::size_t start) {
      return std::all_of(moves.begin(), moves.end(), [&](const auto& move) { return free.is_free(start + move.first); });
    };
    while (!fits(at - lowest)) at = free.find(at + 1);
    base[s] = static_cast<std::uint32_t>(at - lowest);
    size = std::max(size, base[s] + class_count);
    for (const auto& [c, to] : moves) free.take(base[s] + c);
  }
  const auto move_to = [&](StateId s) {
    const bool word_ends = outputs_[s].longest.length != 0;
    std::uint32_t may = 0;
    for (const auto& [c, to] : trie.nodes[s].moves) may |= 1u << (c & 31u);
    return Move{word_ends ? s | reports : s, base[s], may};
  };
  cells_.resize(size);
  for (StateId s = 1; s < trie.nodes.size(); ++s)
    for (const auto& [c, to] : trie.nodes[s].moves) cells_[base[s] + c] = {move_to(to), s};
  for (const auto& [c, child] : trie.nodes[root].children) root_moves_[c] = move_to(child);
}

// A move chosen by a mask, because a branch here would be guessed wrong every other time; and a stop written always, kept when a
// word ends there.
inline void Automaton::step(std::span<const char32_t> text, Lane& lane) const noexcept {
  const Class c = class_of(text[lane.next++]);
  const std::uint32_t look = 0u - (lane.at.may >> (c & 31u) & 1u);
  const Cell& cell = cells_[(lane.at.base + c) & look];  // cell 0, always near, when there is nothing to see
  const Move& from_root = root_moves_[c];
  const std::uint32_t goes_on = look & (0u - static_cast<std::uint32_t>(cell.from == (lane.at.to & ~reports)));
  lane.at.to = (cell.move.to & goes_on) | (from_root.to & ~goes_on);
  lane.at.base = (cell.move.base & goes_on) | (from_root.base & ~goes_on);
  lane.at.may = (cell.move.may & goes_on) | (from_root.may & ~goes_on);
  *lane.stop = {lane.at.to & ~reports, lane.next};
  lane.stop += lane.at.to >> 31;
}

// Each step waits for the one before it, so two stretches are walked side by side. A character that is in no word sends the
// automaton to its root: behind one, the second may begin.
std::vector<Automaton::Stop> Automaton::run(std::span<const char32_t> text) const {
  if (cells_.empty()) return {};
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t cut = size / 2;
  while (cut < size && class_of(text[cut]) != 0) ++cut;
  std::vector<Stop> stops(text.size() + 2);
  Lane first{0, cut, {}, stops.data()};
  Lane second{cut, size, {}, stops.data() + cut + 1};
  while (first.next < first.end && second.next < second.end) {
    step(text, first);
    step(text, second);
  }
  while (first.next < first.end) step(text, first);
  while (second.next < second.end) step(text, second);
  Stop* const end = std::copy(stops.data() + cut + 1, second.stop, first.stop);
  stops.resize(static_cast<std::size_t>(end - stops.data()));
  return stops;
}

}  // namespace rulescore
