// The evidence of one indicator in a document, and in it the pieces of one rule that a term may look at.
#pragma once

#include "score/shape.hpp"

#include <rulescore/scorecard.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace rulescore {

class PeerView;

inline constexpr unsigned all_kinds = ~0u;
inline constexpr unsigned bit(SourceKind kind) noexcept { return 1u << static_cast<unsigned>(kind); }
inline constexpr unsigned intended = bit(SourceKind::intended);  // may speak wherever the source it stands in for might
inline constexpr unsigned assessors = bit(SourceKind::expert) | bit(SourceKind::survey) | intended;

struct Pieces {
  std::span<const Evidence> items;      // the whole set's
  std::span<const Standing> standings;  // parallel to it; empty when all count
  std::uint32_t begin = 0, end = 0;     // the indicator's part
  std::uint16_t rule = 0;
  std::span<const Metric> metrics = {};  // of the indicator
  std::string_view text = {};            // the document's: tells which pieces share a paragraph
  const PeerView* peers = nullptr;       // whom the document is compared with
  unsigned kinds = all_kinds;            // sources that may speak, a bit for each SourceKind
  bool with_problems = false;            // admitted problems count like achievements: for what is taken off

  bool takes_part(std::uint32_t index) const noexcept {
    return (kinds & bit(items[index].kind)) != 0 && (standings.empty() || standings[index] == Standing::counts);
  }

  // True when this piece of evidence earns: it takes part, it is achieved, and no other piece of the indicator earns for
  // the same statement. (A statement made as a plan and again as an achievement is not a repetition.)
  bool earns(std::uint32_t index) const noexcept {
    const Evidence& piece = items[index];
    if (!has_status(piece) || !takes_part(index)) return false;
    if (piece.duplicate_of >= items.size() || !takes_part(piece.duplicate_of)) return true;
    const Evidence& original = items[piece.duplicate_of];
    return !has_status(original) || original.indicator != piece.indicator;
  }

  template <typename Visit>  // visit(index into items, piece)
  void each(Visit visit) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (items[i].rule == rule && earns(i)) visit(i, items[i]);
    }
  }

 private:
  bool has_status(const Evidence& piece) const noexcept {
    return piece.status == Status::achieved || (with_problems && piece.status == Status::problem);
  }
};

}  // namespace rulescore
