// What was found in a document for an indicator, and where.
#pragma once

#include <rulescore/document.hpp>
#include <rulescore/export.hpp>
#include <rulescore/quantity.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rulescore {

enum class Status : std::uint8_t {
  achieved,  // done or in force; the only status that earns points
  planned,   // a target, a to-do, anything under a heading about plans
  problem,   // a shortcoming the text admits
};

// Whose deed or figure it is, seen from the document's own jurisdiction.
enum class Whose : std::uint8_t {
  own,          // the jurisdiction's, its departments' and its places' taken together
  subordinate,  // one place's below it: a town of the district, a county of the city
  other,        // a court's, a people's congress's, another place's
  national,     // the nation's, or of any place above
};

// What a piece of evidence comes from.
enum class SourceKind : std::uint8_t {
  text,       // a sentence of the document
  statistic,  // a figure from elsewhere
  survey,     // what people were asked
  expert,     // what a panel judged
  extract,    // a passage another tool found
  intended,   // nothing anybody has found: what would be if …, see what_if.hpp
};
inline constexpr std::size_t source_kinds = 5;  // that are found, and compete: without what is intended

RULESCORE_EXPORT std::string_view to_string(Status status) noexcept;
RULESCORE_EXPORT std::string_view to_string(Whose whose) noexcept;  // "own" "subordinate" "other" "national"
RULESCORE_EXPORT std::string_view to_string(SourceKind kind) noexcept;    // "text" "statistic" "survey" "expert" "extract" "intended"

struct Evidence {
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  static constexpr std::uint16_t direct = 0xFFFE;  // for `rule`: none of them, `value` is the indicator's score itself

  std::uint32_t indicator = 0;  // index into Framework::indicators()
  std::uint16_t rule = 0;       // index into the indicator's rules, in the order of the file; or direct
  Status status = Status::achieved;
  Whose scope = Whose::own;
  SourceKind kind = SourceKind::text;
  std::int16_t year = 0;        // the deed or figure is of; 0 when neither the text nor the document's period says
  Bound bound = Bound::exact;
  Change change = Change::none;
  std::uint32_t begin = 0, end = 0;                    // the quote, bytes
  std::uint32_t sentence_begin = 0, sentence_end = 0;  // the sentence it stands in, bytes
  std::uint32_t section = 0;                           // index into Document::sections()
  double value = no_value;                             // NaN when the evidence has no number
  double value_high = no_value;
  std::string_view unit;                               // static storage; empty without a value
  std::uint32_t duplicate_of = none;                   // a piece that states the same: an earlier one, or the text under a heading
  std::uint32_t fact = none;                           // index into EvidenceSet::facts(); none: found in the text
  std::uint32_t review = none;                         // index into EvidenceSet::reviews(); none: nobody has looked
  // Only what stands in the text has bytes: a passage or a sentence, not a statistic.
  bool in_text() const noexcept { return end > begin; }
};

struct Fact;           // facts.hpp
struct AppliedReview;  // review.hpp
struct EvidenceSetAccess;

// All evidence of one document under one framework's rules. An immutable value; keeps the document alive.
class RULESCORE_EXPORT EvidenceSet {
 public:
  EvidenceSet(Document document, std::string rules_fingerprint, std::vector<Evidence> items);

  const Document& document() const noexcept;
  const std::string& rules_fingerprint() const noexcept;
  // Ordered by indicator, then position, then rule.
  std::span<const Evidence> items() const noexcept;
  // The bytes of the text it was found in; of a fact that doesn't stand in the text what its source says, which may be nothing.
  std::string_view quote(const Evidence& evidence) const noexcept;

  // What came from elsewhere, see Elsewhere::applied_to.
  std::span<const Fact> facts() const noexcept;
  std::span<const AppliedReview> reviews() const noexcept;
  // Null for what was found in the text.
  const Fact* fact_of(const Evidence& evidence) const noexcept;
  const AppliedReview* review_of(const Evidence& evidence) const noexcept;

 private:
  friend struct EvidenceSetAccess;
  struct Impl;
  explicit EvidenceSet(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace rulescore
