// A stretch of text that may state a total with its parts: a sentence, with those that a semicolon or a leading 其中 ties to it;
// its figures, and which brackets they stand in. Tested through tests/unit/evidence/contradiction.cpp.
#pragma once

#include "document/impl.hpp"
#include "quantity/reader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

using Words = std::span<const std::u32string_view>;

bool has_any(std::u32string_view text, Words words) noexcept;
bool starts_with_any(std::u32string_view text, Words words) noexcept;
bool ends_with_any(std::u32string_view text, Words words) noexcept;

struct Item {
  const QuantityAt* figure = nullptr;
  std::uint32_t bracket = 0;  // 0 outside all brackets, else one more than the index of the innermost pair
};

class Passage {
 public:
  Passage(const DocumentImpl& document, Span where);

  Span where() const noexcept { return where_; }
  const Reader& in() const noexcept { return in_; }
  const Text& text() const noexcept { return in_.text(); }
  const std::vector<Item>& items() const noexcept { return items_; }
  const QuantityAt& figure(std::uint32_t item) const noexcept { return *items_[item].figure; }
  std::span<const QuantityAt> figures_before(std::size_t most) const noexcept;  // the document's, up to so many

  std::uint32_t bracket_at(std::uint32_t position) const noexcept;
  std::uint32_t bracket_begin(std::uint32_t bracket) const noexcept { return brackets_[bracket - 1].begin; }
  std::uint32_t bracket_end(std::uint32_t bracket) const noexcept { return brackets_[bracket - 1].end; }

  std::u32string_view slice(Span span) const noexcept { return in_.slice(span); }
  std::u32string outside_brackets(Span span) const;   // the characters of the span, brackets that open in it left out
  Span trimmed(Span span) const noexcept;             // blanks and marks at both ends cut off
  Span clause_of(std::uint32_t item) const noexcept;  // to the nearest comma, stop or bracket on either side

 private:
  void find_brackets();

  Reader in_;
  Span where_;
  std::span<const QuantityAt> before_;
  std::vector<Item> items_;
  std::vector<Span> brackets_;  // in order of their opening; ones that never close reach the end
};

// Of a document, without page furniture; only those with two figures or more.
std::vector<Passage> find_passages(const DocumentImpl& document);

}  // namespace rulescore
