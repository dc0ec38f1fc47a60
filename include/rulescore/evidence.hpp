// What was found in a document for an indicator, and where.
#pragma once

#include <rulescore/document.hpp>
#include <rulescore/export.hpp>
#include <rulescore/quantity.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

enum class Status : std::uint8_t {
  achieved,  // done or in force; the only status that earns points
  planned,   // a target, a to-do, anything under a heading about plans
  problem,   // a shortcoming the text admits
};

RULESCORE_EXPORT std::string_view to_string(Status status) noexcept;

struct Evidence {
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

  std::uint32_t indicator = 0;  // index into Framework::indicators()
  std::uint16_t rule = 0;       // index into the indicator's rules, in the order of the file
  Status status = Status::achieved;
  Bound bound = Bound::exact;
  Change change = Change::none;
  std::uint32_t begin = 0, end = 0;                    // the quote, bytes
  std::uint32_t sentence_begin = 0, sentence_end = 0;  // the sentence it stands in, bytes
  std::uint32_t section = 0;                           // index into Document::sections()
  double value = no_value;                             // NaN when the evidence has no number
  double value_high = no_value;
  std::string_view unit;                               // static storage; empty without a value
  std::uint32_t duplicate_of = none;                   // an earlier piece of evidence that states the same
};

// All evidence of one document under one framework's rules. An immutable value; keeps the document alive.
class RULESCORE_EXPORT EvidenceSet {
 public:
  EvidenceSet(Document document, std::string rules_fingerprint, std::vector<Evidence> items);

  const Document& document() const noexcept;
  const std::string& rules_fingerprint() const noexcept;
  // Ordered by indicator, then position, then rule.
  std::span<const Evidence> items() const noexcept;
  std::string_view quote(const Evidence& evidence) const noexcept;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace rulescore
