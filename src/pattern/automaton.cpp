// Building and running the automaton. Its outside face is the constructor and find(). Tested by tests/unit/pattern/automaton.cpp.
#include "pattern/automaton.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rulescore {

// The words as a plain trie.
struct Automaton::Trie {
  struct Node {
    std::map<Class, StateId> children;  // ordered, so that the double array comes out the same everywhere
    std::uint32_t word = 0xFFFFFFFFu;
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
  // Renumbers the states breadth-first: the shallow ones, where nearly all of the time is spent, lie together, and a state's
  // suffixes, which are shorter, come before it.
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
  place(trie);
  link(trie);
  mark_reports();
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
  root_child_.assign(next, root);
}

namespace {

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

// Gives every state a base such that its children's cells are free: first fit.
void Automaton::place(const Trie& trie) {
  const std::size_t class_count = root_child_.size();
  states_.resize(trie.nodes.size());
  cells_.resize(class_count);
  FreeCells free;
  for (StateId s = 0; s < trie.nodes.size(); ++s) {
    const auto& children = trie.nodes[s].children;
    if (s == root) {
      for (const auto& [c, child] : children) root_child_[c] = child;
      continue;
    }
    if (children.empty()) continue;
    const Class lowest = children.begin()->first;
    std::size_t at = free.find(lowest);
    const auto fits = [&](std::size_t base) {
      return std::all_of(children.begin(), children.end(), [&](const auto& entry) { return free.is_free(base + entry.first); });
    };
    while (!fits(at - lowest)) at = free.find(at + 1);
    const std::size_t base = at - lowest;
    if (base + class_count > cells_.size()) cells_.resize(base + class_count);
    states_[s].base = static_cast<std::uint32_t>(base);
    for (const auto& [c, child] : children) {
      cells_[base + c] = {s, child};
      free.take(base + c);
    }
  }
}

Automaton::StateId Automaton::child(StateId state, Class c) const noexcept {
  if (state == root) return root_child_[c];
  const Cell& cell = cells_[states_[state].base + c];
  return cell.parent == state ? cell.child : root;
}

// Fail links, shallow states first: a state's suffixes are ready when it is reached.
void Automaton::link(const Trie& trie) {
  outputs_.assign(1, {});
  output_of_.assign(states_.size(), none);
  for (StateId s = 0; s < trie.nodes.size(); ++s) {
    const Trie::Node& node = trie.nodes[s];
    const State& state = states_[s];
    output_of_[s] = s == root ? none : output_of_[state.fail];
    if (node.word != 0xFFFFFFFFu) {
      outputs_.push_back({node.word, node.length, output_of_[s]});
      output_of_[s] = static_cast<std::uint32_t>(outputs_.size() - 1);
    }
    for (const auto& [c, next] : node.children) {
      if (s == root) continue;  // a single character's longest proper suffix is the empty one
      StateId suffix = state.fail;
      while (suffix != root && child(suffix, c) == root) suffix = states_[suffix].fail;
      states_[next].fail = child(suffix, c);
    }
  }
}

void Automaton::mark_reports() {
  for (StateId& child : root_child_)
    if (output_of_[child] != none) child |= reports;
  for (Cell& cell : cells_)
    if (output_of_[cell.child] != none) cell.child |= reports;
}

void Automaton::find(std::span<const char32_t> text, std::vector<Hit>& hits) const {
  if (states_.empty()) return;
  // Locals, because the compiler can't know that a new hit changes none of them.
  const State* const states = states_.data();
  const Cell* const cells = cells_.data();
  const StateId* const root_child = root_child_.data();
  const std::uint16_t* const pages = pages_.data();
  const std::uint16_t* const classes = classes_.data();
  StateId state = root;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Class c = classes[static_cast<std::size_t>(pages[text[i] >> 8]) << 8 | (text[i] & 0xFFu)];
    if (c == 0) {
      state = root;
      continue;
    }
    StateId next = root;
    for (; state != root; state = states[state].fail) {
      const Cell& cell = cells[states[state].base + c];
      if (cell.parent != state) continue;
      next = cell.child;
      break;
    }
    if (next == root) next = root_child[c];
    state = next & ~reports;
    if (next & reports) report(state, i + 1, hits);
  }
}

void Automaton::report(StateId state, std::uint32_t end, std::vector<Hit>& hits) const {
  for (std::uint32_t o = output_of_[state]; o != none; o = outputs_[o].next)
    hits.push_back({outputs_[o].word, end - outputs_[o].length, end});
}

}  // namespace rulescore
