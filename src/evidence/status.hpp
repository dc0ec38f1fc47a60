// Whether a finding is achieved, planned or a problem: by the section it stands in, then by cues near it (after ConText, Harkema
// et al. 2009, J Biomed Inform 42:839). Tested by tests/unit/evidence/status.cpp.
#pragma once

#include "evidence/reading.hpp"

namespace rulescore {

// `about` is the phrase the rule is about, `extent` all it found, both in or around `clause`. A plan or problem section decides
// alone, a mixed one leaves problems to the cues. Otherwise, of the cues that apply, achieved wins over problem over planned. A
// rule that finds shortcomings (`status: problem`) speaks as a problem cue would.
Status status_of(const Reading& reading, const Program& program, const CompiledRule& rule, std::uint32_t clause, Span about,
                 Span extent);

}  // namespace rulescore
