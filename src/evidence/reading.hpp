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

// An occurrence that begins rules.
struct Anchor {
  std::uint32_t occurrence = 0;
  std::uint32_t clause = 0;
  std::uint32_t first_rule = 0, last_rule = 0;  // into Program::rule_list
};

// One cue that stands somewhere.
struct CueOccurrence {
  Span where;
  std::uint32_t clause = 0;
  std::uint32_t cue = 0;  // into Program::cues
};

// What a section's heading, or one above it, makes of what stands in it.
struct SectionStatus {
  Status status = Status::achieved;
  bool mixed = false;  // one heading for problems and plans (存在的问题和下一步打算): planned, unless a cue says problem
};

// Which checks are satisfied, a row of bits for each sentence or section.
class CheckRows {
 public:
  CheckRows(std::size_t rows, std::size_t words) : words_(words), bits_(rows * words, 0) {}
  bool has(std::size_t row, std::uint32_t check) const noexcept {
    return (bits_[row * words_ + (check >> 6)] >> (check & 63u) & 1u) != 0;
  }
  void add(std::size_t row, std::span<const CheckWord> satisfied) noexcept {
    std::uint64_t* const bits = bits_.data() + row * words_;
    for (const CheckWord& word : satisfied) bits[word.index] |= word.bits;
  }
  void add(std::size_t row, const CheckRows& from, std::size_t other) noexcept {
    for (std::size_t w = 0; w < words_; ++w) bits_[row * words_ + w] |= from.bits_[other * words_ + w];
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
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
  std::uint32_t clause_at(std::uint32_t position) const noexcept;  // the clause that holds a character

  // Clauses of the clause, sentence or paragraph around `clause`, half open. Wider scopes give the paragraph.
  Span clauses_in(Scope scope, std::uint32_t clause) const noexcept;

  // Of the whole document, by clause, then end; clause c's begin at first_occurrence(c).
  std::span<const Occurrence> occurrences() const noexcept { return occurrences_; }
  std::uint32_t first_occurrence(std::uint32_t clause) const noexcept { return first_occurrence_[clause]; }
  const std::vector<Anchor>& anchors() const noexcept { return anchors_; }  // in order of occurrence
  std::span<const Occurrence> occurrences(Span clauses) const noexcept {
    return {occurrences_.data() + first_occurrence_[clauses.begin], occurrences_.data() + first_occurrence_[clauses.end]};
  }
  // Indices into DocumentImpl::quantities, half open.
  Span quantities(Span clauses) const noexcept { return {first_quantity_[clauses.begin], first_quantity_[clauses.end]}; }
  // Cues of status and of attribution, in order of clause; those inside longer words that don't mean them are left out.
  std::span<const CueOccurrence> cues() const noexcept { return cues_; }
  std::span<const CueOccurrence> attributions() const noexcept { return attributions_; }

  // Whether any phrase of a wanted slot (Wanted::check) stands in the sentence, paragraph, section (with its headings and those
  // above) or document around `clause`.
  bool has(std::uint32_t check, Scope scope, std::uint32_t clause) const noexcept {
    if (scope <= Scope::sentence) return sentence_checks_.has(clauses()[clause].sentence, check);
    return has_further(check, scope, clause);
  }
  SectionStatus section_status(std::uint32_t section) const noexcept { return section_status_[section]; }

 private:
  void index_clauses();
  void find_occurrences(const Program& program);
  void add(const Program& program, PhraseId phrase, const PhraseUse& use, Span where, std::uint32_t clause);
  void drop_unmeant(const Program& program, std::vector<CueOccurrence>& cues) const;
  void read_headings(const Program& program);
  void gather_checks();
  bool has_further(std::uint32_t check, Scope scope, std::uint32_t clause) const noexcept;

  const DocumentImpl& document_;
  std::vector<Occurrence> occurrences_;          // by clause, then end
  std::vector<std::uint32_t> first_occurrence_;  // by clause, one past the last included
  std::vector<std::uint32_t> first_quantity_;
  std::vector<std::uint32_t> first_clause_;      // by sentence
  std::vector<Anchor> anchors_;
  std::vector<CueOccurrence> cues_, attributions_;
  std::vector<SectionStatus> section_status_;
  CheckRows sentence_checks_;                                    // of Program::near_by
  CheckRows section_checks_, heading_checks_, document_checks_;  // of Program::far
};

}  // namespace rulescore
