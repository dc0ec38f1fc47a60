// What the renderings of a composite index share.
#pragma once

#include <rulescore/render.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::render {

// Columns worked out once, and the rows as they are shown: the best first, those without a value last, ties in the table's order.
struct IndexColumns {
  IndexColumns(const Index& index, std::span<const IndexRanking> rankings);
  std::vector<std::vector<double>> values;  // by node
  std::vector<std::uint32_t> ranks;
  std::vector<std::size_t> order;
  std::span<const IndexRanking> others;
};

std::string rank_text(std::uint32_t rank, std::string_view none);

// As a framework spells them.
std::string_view word_of(Fill fill) noexcept;
std::string_view word_of(Normalisation::Method method) noexcept;

}  // namespace rulescore::render
