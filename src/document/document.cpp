// The Document: decode, find the structure, find the figures, and show all of it in bytes. Everything is computed once, here;
// afterwards a Document only answers. Reading from files is src/corpus. Tested by tests/unit/document/document.cpp.
#include <rulescore/document.hpp>

#include "document/flat_page.hpp"
#include "document/impl.hpp"
#include "document/markdown.hpp"
#include "document/period.hpp"
#include "document/rejoin.hpp"

#include <algorithm>
#include <utility>

namespace rulescore {
namespace {

std::uint32_t byte_end(const Text& text, Span s) noexcept {
  return s.empty() ? text.byte_begin(s.begin) : text.byte_after(s.end);
}

// Sections reach to where the next begins, so that together they cover every byte.
Section publish(const Text& text, const SectionAt& s) {
  return {text.byte_begin(s.heading.begin),
          byte_end(text, s.heading),
          text.byte_begin(s.where.begin),
          text.byte_begin(s.where.end),
          s.parent,
          s.level};
}

Sentence publish(const Text& text, const SentenceAt& s) {
  return {text.byte_begin(s.where.begin), text.byte_after(s.where.end), s.section, s.boilerplate};
}

Quantity publish(const Text& text, const QuantityAt& q) {
  return {text.byte_begin(q.where.begin), text.byte_after(q.where.end), q.value, q.value_high, q.unit, q.bound, q.change};
}

// The figures that don't begin in a sentence of page furniture.
std::vector<QuantityAt> evident(std::vector<QuantityAt> quantities, const std::vector<SentenceAt>& sentences) {
  auto sentence = sentences.begin();
  std::erase_if(quantities, [&](const QuantityAt& q) {
    while (sentence != sentences.end() && sentence->where.end <= q.where.begin) ++sentence;
    return sentence != sentences.end() && sentence->where.begin <= q.where.begin && sentence->boilerplate;
  });
  return quantities;
}

template <typename To, typename From>
std::vector<To> publish_all(const Text& text, const std::vector<From>& from) {
  std::vector<To> to;
  to.reserve(from.size());
  for (const From& f : from) to.push_back(publish(text, f));
  return to;
}

}  // namespace

Document Document::from_text(std::string text, Metadata metadata, Origin origin) {
  auto impl = std::make_shared<DocumentImpl>();
  impl->metadata = std::move(metadata);
  const std::vector<Markup> markup = origin.format == "markdown" ? find_markup(text) : std::vector<Markup>();
  impl->origin = std::move(origin);
  impl->text = decode(std::move(text), markup);
  rejoin_lines(impl->text);
  break_flat_page(impl->text);
  impl->structure = find_structure(impl->text);
  impl->year = year_of(*impl);
  impl->quantities = evident(scan_quantities(impl->text), impl->structure.sentences);
  impl->sections = publish_all<Section>(impl->text, impl->structure.sections);
  impl->sentences = publish_all<Sentence>(impl->text, impl->structure.sentences);
  impl->public_quantities = publish_all<Quantity>(impl->text, impl->quantities);
  return Document(std::move(impl));
}

Document::Document(std::shared_ptr<const DocumentImpl> impl) noexcept : impl_(std::move(impl)) {}

const Metadata& Document::metadata() const noexcept { return impl_->metadata; }
const Origin& Document::origin() const noexcept { return impl_->origin; }
std::string_view Document::text() const noexcept { return impl_->text.bytes; }

// Out of range is cut off rather than refused: a caller with stale offsets gets less, never something else's memory.
std::string_view Document::text(std::uint32_t begin, std::uint32_t end) const noexcept {
  const std::string_view all = text();
  const std::size_t from = std::min<std::size_t>(begin, all.size());
  return all.substr(from, end > from ? end - from : 0);
}

std::span<const Section> Document::sections() const noexcept { return impl_->sections; }
std::span<const Sentence> Document::sentences() const noexcept { return impl_->sentences; }
std::span<const Quantity> Document::quantities() const noexcept { return impl_->public_quantities; }

std::string_view Document::heading(std::uint32_t section) const noexcept {
  if (section >= impl_->sections.size()) return {};
  const Section& s = impl_->sections[section];
  return text(s.heading_begin, s.heading_end);
}

}  // namespace rulescore
