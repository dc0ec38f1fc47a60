// Which facts are about a document: those of its jurisdiction and year, those that name it, and those another tool found in its
// text. Tested by tests/unit/elsewhere/placing.cpp.
#pragma once

#include <rulescore/document.hpp>
#include <rulescore/facts.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rulescore {

class FactIndex {
 public:
  explicit FactIndex(std::span<const Fact> facts);  // which must outlive it

  // Indices of the facts, ascending.
  std::vector<std::uint32_t> about(const Document& document) const;

 private:
  // A text that another tool read, by its first characters.
  struct Read {
    std::u32string chars;  // squeezed
    std::vector<std::uint32_t> facts;
  };
  void find_texts(const Document& document, std::vector<std::uint32_t>& found) const;

  std::span<const Fact> facts_;
  std::map<std::pair<std::u32string, int>, std::vector<std::uint32_t>> by_place_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_name_;
  std::vector<std::uint32_t> open_;  // intended for whatever document is asked about
  std::vector<Read> texts_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> openings_;  // hash of its first characters, index into texts_; ascending
};

}  // namespace rulescore
