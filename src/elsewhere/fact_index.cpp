// See fact_index.hpp. Texts are looked for by a hash of their opening that rolls over the document, so that a thousand of them
// cost little more than one.
#include "elsewhere/fact_index.hpp"

#include "elsewhere/placing.hpp"

#include <algorithm>

namespace rulescore {
namespace {

constexpr std::size_t opening = 24;  // characters; a shorter text is known by its name alone
constexpr std::uint64_t base = 0x100000001B3u;

std::uint64_t hash(std::u32string_view chars) noexcept {
  std::uint64_t value = 0;
  for (const char32_t c : chars) value = value * base + c;
  return value;
}

// Every name a document answers to: its own, without its folders one by one, without its suffix, its title.
std::vector<std::string> names_of(const Metadata& about) {
  std::vector<std::string> names{about.name};
  for (std::size_t slash = about.name.find('/'); slash != about.name.npos; slash = about.name.find('/', slash + 1))
    names.push_back(about.name.substr(slash + 1));
  const std::string last = names.back();
  if (const std::size_t dot = last.find_last_of('.'); dot != last.npos && dot > 0) names.push_back(last.substr(0, dot));
  if (!about.title.empty()) names.push_back(about.title);
  return names;
}

// What is intended is for whatever document is asked about, but for what it says itself.
bool is_open(const Fact& fact) noexcept { return fact.kind == SourceKind::intended && fact.document.empty(); }

}  // namespace

FactIndex::FactIndex(std::span<const Fact> facts) : facts_(facts) {
  std::map<const std::string*, std::uint32_t> known;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    if (!fact.document.empty())
      by_name_[fact.document].push_back(i);
    else if (is_open(fact))
      open_.push_back(i);
    else if (!fact.text)
      by_place_[{squeeze(fact.jurisdiction), fact.year.value_or(0)}].push_back(i);
    if (!fact.text) continue;
    const auto [entry, is_new] = known.emplace(fact.text.get(), static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back({squeeze(*fact.text), {}});
    texts_[entry->second].facts.push_back(i);
  }
  for (std::uint32_t t = 0; t < texts_.size(); ++t)
    if (texts_[t].chars.size() >= opening)
      openings_.emplace_back(hash(std::u32string_view(texts_[t].chars).substr(0, opening)), t);
  std::sort(openings_.begin(), openings_.end());
}

void FactIndex::find_texts(const Document& document, std::vector<std::uint32_t>& found) const {
  const Squeezed squeezed(document.impl().text);
  const std::u32string_view chars = squeezed.chars;
  if (chars.size() < opening) return;
  std::uint64_t leaving = 1;  // what the first character of the window weighs
  for (std::size_t i = 1; i < opening; ++i) leaving *= base;
  std::uint64_t rolling = hash(chars.substr(0, opening));
  for (std::size_t at = 0;; ++at) {
    const auto first = std::lower_bound(openings_.begin(), openings_.end(), std::pair(rolling, std::uint32_t{0}));
    for (auto it = first; it != openings_.end() && it->first == rolling; ++it) {
      const Read& text = texts_[it->second];
      if (chars.substr(at, text.chars.size()) == text.chars) found.insert(found.end(), text.facts.begin(), text.facts.end());
    }
    if (at + opening >= chars.size()) break;
    rolling = (rolling - chars[at] * leaving) * base + chars[at + opening];
  }
}

std::vector<std::uint32_t> FactIndex::about(const Document& document) const {
  const Metadata& about = document.metadata();
  const int year = document.impl().year;
  std::vector<std::uint32_t> found(open_);
  const auto take = [&](const std::vector<std::uint32_t>& more) { found.insert(found.end(), more.begin(), more.end()); };
  const std::u32string jurisdiction = squeeze(about.jurisdiction);
  if (!by_place_.empty() && !jurisdiction.empty()) {
    if (const auto here = by_place_.find({jurisdiction, year}); here != by_place_.end()) take(here->second);
  }
  if (!by_name_.empty()) {
    for (const std::string& name : names_of(about))
      if (const auto named = by_name_.find(name); named != by_name_.end()) take(named->second);
  }
  if (!openings_.empty()) find_texts(document, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase_if(found, [&](std::uint32_t i) {  // a fact that names a document may still say of whom and when it is
    const Fact& fact = facts_[i];
    return (!fact.jurisdiction.empty() && squeeze(fact.jurisdiction) != jurisdiction) || (fact.year && *fact.year != year);
  });
  return found;
}

}  // namespace rulescore
