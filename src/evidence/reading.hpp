// What one pass over a document found: every phrase of the framework, by clause, and the status each section gives to what stands
// in it. Rules are evaluated over a Reading; no rule looks at characters again. Tested through tests/unit/evidence.
#pragma once

#include "document/impl.hpp"
#include "evidence/program.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rulescore {

struct Occurrence {
  PhraseId phrase = 0;
  Span where;
};

// What a section's heading, or one above it, makes of what stands in it.
struct SectionStatus {
  Status status = Status::achieved;
  bool mixed = false;  // one heading for problems and plans (存在的问题和下一步打算): planned, unless a cue says problem
};

class Reading {
 public:
  // Both must outlive the reading.
  Reading(const Program& program, const DocumentImpl& document);

  const DocumentImpl& document() const noexcept { return document_; }
  const std::vector<ClauseAt>& clauses() const noexcept { return document_.structure.clauses; }
  const SentenceAt& sentence_of(std::uint32_t clause) const noexcept {
    return document_.structure.sentences[clauses()[clause].sentence];
  }

  // Clauses of a sentence, paragraph or section-independent scope around `clause`, half open.
  Span clauses_in(Scope scope, std::uint32_t clause) const noexcept;

  std::span<const Occurrence> occurrences(Span clauses) const noexcept {
    return {occurrences_.data() + first_occurrence_[clauses.begin], occurrences_.data() + first_occurrence_[clauses.end]};
  }
  // Indices into DocumentImpl::quantities, half open.
  Span quantities(Span clauses) const noexcept { return {first_quantity_[clauses.begin], first_quantity_[clauses.end]}; }
  std::uint32_t clause_at(std::uint32_t position) const noexcept;  // the clause that holds a character

  SectionStatus section_status(std::uint32_t section) const noexcept { return section_status_[section]; }
  bool section_has(std::uint32_t section, std::uint32_t context) const noexcept { return has(section_contexts_, section, context); }
  bool document_has(std::uint32_t context) const noexcept { return has(document_contexts_, 0, context); }

 private:
  void find_occurrences(const Program& program);
  void index_clauses();
  void read_headings(const Program& program);
  void read_contexts(const Program& program);
  bool has(const std::vector<std::uint64_t>& bits, std::size_t row, std::uint32_t context) const noexcept {
    return (bits[row * context_words_ + (context >> 6)] >> (context & 63u) & 1u) != 0;
  }

  const DocumentImpl& document_;
  std::vector<Occurrence> occurrences_;          // by clause, then end
  std::vector<std::uint32_t> first_occurrence_;  // by clause, one past the last included
  std::vector<std::uint32_t> first_quantity_;
  std::vector<std::uint32_t> first_clause_;      // by sentence
  std::vector<SectionStatus> section_status_;
  std::size_t context_words_ = 0;
  std::vector<std::uint64_t> section_contexts_, document_contexts_;
};

}  // namespace rulescore
