// Cue lookup around one finding. Tested by tests/unit/evidence/status.cpp.
#include "evidence/status.hpp"

#include <algorithm>

namespace rulescore {
namespace {

bool direction_fits(Direction direction, Span cue, Span about) {
  if (direction == Direction::both) return true;
  return direction == Direction::forward ? cue.end <= about.end : cue.begin >= about.begin;
}

// 拟 inside 模拟 is no cue.
bool is_part_of_other_word(const Reading& reading, const Program& program, SlotId unless, Span cue, std::uint32_t clause) {
  if (unless == no_slot) return false;
  const auto around = reading.occurrences({clause, clause + 1});
  return std::any_of(around.begin(), around.end(), [&](const Occurrence& o) {
    return o.where.contains(cue) && program.vocabulary.holds(unless, o.phrase);
  });
}

// How far a cue in clause `at` reaches from the finding's clauses.
bool scope_fits(const Reading& reading, Scope scope, std::uint32_t at, Span finding) {
  if (scope != Scope::clause) return true;  // the caller looks no further than its scope
  return reading.clauses()[at].where.begin < finding.end && finding.begin < reading.clauses()[at].where.end;
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

// The cues of the paragraph that reach the finding.
Verdict cues_around(const Reading& reading, const Program& program, std::uint32_t clause, Span about, Span extent) {
  const Span sentence = reading.clauses_in(Scope::sentence, clause);
  const Span paragraph = reading.clauses_in(Scope::paragraph, clause);
  Verdict verdict;
  for (const CueOccurrence& o : reading.cues({paragraph.begin, sentence.end})) {
    const CompiledCue& cue = program.cues[o.cue];
    if (o.clause < sentence.begin && cue.in < Scope::paragraph) continue;
    if (!scope_fits(reading, cue.in, o.clause, extent) || !direction_fits(cue.direction, o.where, about)) continue;
    if (!is_part_of_other_word(reading, program, cue.unless, o.where, o.clause)) verdict.add(cue.status);
  }
  return verdict;
}

}  // namespace

Status status_of(const Reading& reading, const Program& program, std::uint32_t clause, Span about, Span extent) {
  const SectionStatus section = reading.section_status(reading.sentence_of(clause).section);
  if (section.status != Status::achieved && !section.mixed) return section.status;
  const Verdict verdict = cues_around(reading, program, clause, about, extent);
  if (section.mixed) return verdict.problem ? Status::problem : Status::planned;
  return verdict.status();
}

}  // namespace rulescore
