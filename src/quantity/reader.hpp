// Reading around a position: what stands here, what stood before. Every look outside the text sees U+0000, so the grammar
// needs no bounds checks of its own. Tested through tests/unit/quantity/scan.cpp.
#pragma once

#include "base/text.hpp"
#include "quantity/trait.hpp"

#include <string_view>

namespace rulescore {

class Reader {
 public:
  explicit Reader(const Text& text) noexcept : text_(text), chars_(text.chars.data()), size_(text.size()) {}

  const Text& text() const noexcept { return text_; }
  std::uint32_t size() const noexcept { return size_; }
  char32_t at(std::uint32_t position) const noexcept { return position < size_ ? chars_[position] : U'\0'; }
  char32_t before(std::uint32_t position) const noexcept { return position > 0 ? at(position - 1) : U'\0'; }

  // The first (last) character decides nearly always, so it is looked at alone before the rest.
  bool starts(std::uint32_t position, std::u32string_view word) const noexcept {
    if (word.empty()) return true;
    return at(position) == word.front() && std::u32string_view(chars_ + position, size_ - position).starts_with(word);
  }
  bool ends(std::uint32_t position, std::u32string_view word) const noexcept {
    if (word.empty()) return true;
    return before(position) == word.back() && std::u32string_view(chars_, position).ends_with(word);
  }

  std::uint32_t skip_spaces(std::uint32_t position) const noexcept {
    while (is_space(at(position))) ++position;
    return position;
  }
  std::uint32_t skip_spaces_back(std::uint32_t position) const noexcept {
    while (is_space(before(position))) --position;
    return position;
  }

  // Where the clause around `position` begins, at most `reach` characters back.
  std::uint32_t clause_begin(std::uint32_t position, std::uint32_t reach) const noexcept {
    const std::uint32_t limit = position > reach ? position - reach : 0;
    while (position > limit && !has(before(position), Trait::clause_end)) --position;
    return position;
  }
  std::uint32_t clause_end(std::uint32_t position, std::uint32_t reach) const noexcept {
    const std::uint32_t limit = position + reach < size_ ? position + reach : size_;
    while (position < limit && !has(at(position), Trait::clause_end)) ++position;
    return position;
  }
  bool contains(Span span, std::u32string_view word) const noexcept {
    return slice(span).find(word) != std::u32string_view::npos;
  }
  std::u32string_view slice(Span span) const noexcept { return {chars_ + span.begin, span.empty() ? 0u : span.size()}; }

 private:
  const Text& text_;
  const char32_t* chars_;
  std::uint32_t size_;
};

inline bool any_of(char32_t c, std::u32string_view set) noexcept { return c != 0 && set.find(c) != std::u32string_view::npos; }

}  // namespace rulescore
