// What the engine is doing, for a host that wants to know. Silent by default. Tested by tests/unit/base/log.cpp.
#pragma once

#include <rulescore/log.hpp>

#include <string_view>

namespace rulescore {

// True when someone listens at this level: build costly messages only then.
bool is_logged(LogLevel level) noexcept;
void log(LogLevel level, std::string_view message);

}  // namespace rulescore
