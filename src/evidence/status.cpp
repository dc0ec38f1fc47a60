// Cue lookup around one finding. Tested by tests/unit/evidence/status.cpp.
#include "evidence/status.hpp"

#include <algorithm>

namespace rulescore {
namespace {

bool direction_fits(Direction direction, Span cue, Span about) {
  if (direction == Direction::both) return true;
  return direction == Direction::forward ? cue.end <= about.end : cue.begin >= about.begin;
}

struct Verdict {
  bool achieved = false, problem = false, planned = false;
  void add(Status status) noexcept {
    (status == Status::achieved ? achieved : status == Status::problem ? problem : planned) = true;
  }
  Status status() const noexcept {
    return achieved ? Status::achieved : problem ? Status::problem : planned ? Status::planned : Status::achieved;
  }
};

// Whether a cue that stands in clause `at` reaches a finding whose phrase stands in `clause`.
bool scope_fits(const Reading& reading, Scope scope, std::uint32_t at, std::uint32_t clause, Span extent) {
  const ClauseAt& here = reading.clauses()[at];
  const std::uint32_t sentence = reading.clauses()[clause].sentence;
  if (scope == Scope::clause) return here.sentence == sentence && here.where.begin < extent.end && extent.begin < here.where.end;
  if (scope == Scope::sentence) return here.sentence == sentence;
  return here.sentence <= sentence && reading.sentence_of(at).line == reading.sentence_of(clause).line;
}

// 但 between a cue and the finding ends the cue's reach.
bool is_cut_off(const Reading& reading, const Program& program, const CueOccurrence& cue, std::uint32_t clause, Span about) {
  const SlotId until = program.cues[cue.cue].until;
  if (until == no_slot) return false;
  const Span between = cue.where.begin < about.begin ? Span{cue.where.end, about.begin} : Span{about.end, cue.where.begin};
  const auto around = reading.occurrences({std::min(cue.clause, clause), std::max(cue.clause, clause) + 1});
  return std::any_of(around.begin(), around.end(),
                     [&](const Occurrence& o) { return between.contains(o.where) && program.vocabulary.holds(until, o.phrase); });
}

// A text has few cues: each is asked whether it reaches the finding.
Verdict cues_around(const Reading& reading, const Program& program, std::uint32_t clause, Span about, Span extent) {
  Verdict verdict;
  for (const CueOccurrence& o : reading.cues()) {
    const CompiledCue& cue = program.cues[o.cue];
    if (!scope_fits(reading, cue.in, o.clause, clause, extent) || !direction_fits(cue.direction, o.where, about)) continue;
    if (!is_cut_off(reading, program, o, clause, about)) verdict.add(cue.status);
  }
  return verdict;
}

}  // namespace

Status status_of(const Reading& reading, const Program& program, const CompiledRule& rule, std::uint32_t clause, Span about,
                 Span extent) {
  const SectionStatus section = reading.section_status(reading.sentence_of(clause).section);
  if (section.status != Status::achieved && !section.mixed) return section.status;
  Verdict verdict = cues_around(reading, program, clause, about, extent);
  if (rule.source->problem) verdict.add(Status::problem);
  if (section.mixed) return verdict.problem ? Status::problem : Status::planned;
  return verdict.status();
}

}  // namespace rulescore
