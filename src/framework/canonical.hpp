// A framework as one byte string in which layout, comments and the ways to write the same thing are gone, and nothing else.
// Two frameworks are the same when theirs are. Tested by tests/unit/framework/canonical.cpp.
#pragma once

#include "framework/model.hpp"

#include <string>
#include <string_view>

namespace rulescore {

std::string canonical(const FrameworkModel& model);        // everything an author said
std::string canonical(const Rule& rule);                   // what it finds, without its name
std::string canonical_rules(const FrameworkModel& model);  // what can change evidence

// 16 hex digits, XXH3 of 64 bits.
std::string fingerprint_of(std::string_view bytes);

// Those of the two forms, which are never held in memory as a whole.
std::string fingerprint(const FrameworkModel& model);
std::string rules_fingerprint(const FrameworkModel& model);

}  // namespace rulescore
