// Interning phrases and slots. Tested by tests/unit/pattern/vocabulary.cpp.
#include "pattern/vocabulary.hpp"

#include <algorithm>

namespace rulescore {

WordId Vocabulary::intern(const std::u32string& word) {
  const auto [entry, added] = word_ids_.try_emplace(word, static_cast<WordId>(words_.size()));
  if (added) words_.push_back(word);
  return entry->second;
}

PhraseId Vocabulary::intern(const Phrase& phrase) {
  std::vector<WordId> parts;
  for (const std::u32string& part : phrase.parts) parts.push_back(intern(part));
  const auto [entry, added] = phrase_ids_.try_emplace(parts, static_cast<PhraseId>(parts_.size()));
  if (added) parts_.push_back(std::move(parts));
  return entry->second;
}

SlotId Vocabulary::add(const Slot& slot) {
  if (slot.empty()) return no_slot;
  std::vector<PhraseId> ids;
  for (const Phrase& phrase : slot) ids.push_back(intern(phrase));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const auto [entry, added] = slot_ids_.try_emplace(ids, static_cast<SlotId>(slots_.size()));
  if (added) slots_.push_back(std::move(ids));
  return entry->second;
}

void Vocabulary::index_words() {
  alone_.assign(words_.size(), no_phrase);
  first_ended_.assign(words_.size() + 1, 0);
  for (const auto& parts : parts_)
    if (parts.size() > 1) ++first_ended_[parts.back() + 1];
  for (std::size_t w = 1; w < first_ended_.size(); ++w) first_ended_[w] += first_ended_[w - 1];
  ended_.resize(first_ended_.back());
  std::vector<std::uint32_t> next(first_ended_.begin(), first_ended_.end() - 1);
  for (PhraseId p = 0; p < parts_.size(); ++p) {
    if (parts_[p].size() > 1) ended_[next[parts_[p].back()]++] = p;
    else alone_[parts_[p].front()] = p;
  }
}

void Vocabulary::compile() {
  index_words();
  stride_ = (parts_.size() + 63) / 64;
  bits_.assign(slots_.size() * stride_, 0);
  for (std::size_t s = 0; s < slots_.size(); ++s)
    for (PhraseId p : slots_[s]) bits_[s * stride_ + (p >> 6)] |= std::uint64_t{1} << (p & 63u);
  automaton_ = Automaton(words_);
}

}  // namespace rulescore
