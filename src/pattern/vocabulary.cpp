// Interning phrases and slots. Tested by tests/unit/pattern/vocabulary.cpp.
#include "pattern/vocabulary.hpp"

#include "base/latin.hpp"

#include <algorithm>

namespace rulescore {
namespace {

// Until every word is known, a phrase of several parts is its place among such phrases with this bit.
constexpr PhraseId several = 0x80000000u;

}  // namespace

WordId Vocabulary::intern(const std::u32string& word) {
  const auto [entry, added] = word_ids_.try_emplace(word, static_cast<WordId>(words_.size()));
  if (added) {
    words_.push_back(word);
    uses_.emplace_back();
    uses_.back().opens_word = is_latin_letter(word.front());
    uses_.back().closes_word = is_latin_letter(word.back());
  }
  return entry->second;
}

PhraseId Vocabulary::intern(const Phrase& phrase) {
  std::vector<WordId> parts;
  for (const std::u32string& part : phrase.parts) parts.push_back(intern(part));
  if (parts.size() == 1) {
    uses_[parts[0]].alone = true;
    return parts[0];
  }
  const auto [entry, added] = phrase_ids_.try_emplace(parts, several | static_cast<PhraseId>(parts_.size()));
  if (added) {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) uses_[parts[i]].begins = true;
    parts_.push_back(std::move(parts));
  }
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

void Vocabulary::number_phrases() {
  for (std::vector<PhraseId>& slot : slots_)
    for (PhraseId& phrase : slot)
      if (phrase & several) phrase = static_cast<PhraseId>(words_.size() + (phrase & ~several));
}

void Vocabulary::index_words() {
  std::vector<std::vector<Ending>> endings(words_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::vector<WordId>& parts = parts_[i];
    endings[parts.back()].push_back({static_cast<PhraseId>(words_.size() + i), parts[parts.size() - 2]});
    auto reach = static_cast<std::uint32_t>((parts.size() - 1) * default_gap);
    for (WordId word : parts) reach += static_cast<std::uint32_t>(words_[word].size());
    longest_phrase_ = std::max(longest_phrase_, reach);
  }
  for (WordId w = 0; w < words_.size(); ++w) {
    longest_phrase_ = std::max(longest_phrase_, static_cast<std::uint32_t>(words_[w].size()));
    uses_[w].first_ending = static_cast<std::uint32_t>(endings_.size());
    endings_.insert(endings_.end(), endings[w].begin(), endings[w].end());
    uses_[w].last_ending = static_cast<std::uint32_t>(endings_.size());
  }
}

void Vocabulary::compile() {
  number_phrases();
  index_words();
  stride_ = (phrase_count() + 63) / 64;
  bits_.assign(slots_.size() * stride_, 0);
  for (std::size_t s = 0; s < slots_.size(); ++s)
    for (PhraseId p : slots_[s]) bits_[s * stride_ + (p >> 6)] |= std::uint64_t{1} << (p & 63u);
  automaton_ = Automaton(words_);
}

}  // namespace rulescore
