// What the words say about a listing: whether its parts may be added at all, whether they leave nothing out, whether no thing can
// be in two of them. Tested through tests/unit/evidence/contradiction.cpp.
#pragma once

#include "evidence/listing.hpp"

namespace rulescore {

enum class Completeness : std::uint8_t {
  none,    // 其中 with few parts, 主要, 等: what is missing is simply not named
  loose,   // 其中 with many parts
  likely,  // 包括, a colon, 分别, the outcomes of a clean-up
  whole,   // 其余, 其他, 分为, 由…组成, 等三类 behind three, A 40件,B 46件,共86件
};

Completeness completeness_of(const Passage& passage, const Listing& list);

// No thing can be in two of the parts: respondents, outcomes, levels, names under one head.
bool exclude_each_other(std::span<const std::u32string_view> labels);
bool excludes_itself(const Passage& passage, const Listing& list);

// False for stages of one thing (受理, 办结), cases carried over from the year before, what is counted twice by its own account.
bool may_be_added(const Passage& passage, const Listing& list);

// 其中溪口镇25个: a short name and nothing done, so that it must count what the total counts.
bool counts_the_same(const Passage& passage, const Listing& list, const Part& part);

}  // namespace rulescore
