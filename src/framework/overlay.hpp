// One framework changed by another that extends it: entries of the whole are overridden, `remove` drops nodes and rules, `set`
// changes nodes key by key, `add` puts nodes at the end of groups; in this order. Works on located values, before anything is
// read, so that what comes out is a framework like any other and every value still says where it was written. Tested by
// tests/unit/framework/overlay.cpp.
#pragma once

#include "framework/context.hpp"

#include <string_view>

namespace rulescore::reader {

// Both are maps; `base` is flat (no extends, groups in place). So is the result.
yaml::Value overlaid(const Context& context, yaml::Value base, yaml::Value overlay);

// The same but for places, quotes, and the order of entries in maps.
bool same_content(const yaml::Value& a, const yaml::Value& b);

}  // namespace rulescore::reader
