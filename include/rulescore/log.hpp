// The library never prints. A host that wants to know what it is doing gives it somewhere to say so.
#pragma once

#include <rulescore/export.hpp>

#include <cstdint>
#include <functional>
#include <string_view>

namespace rulescore {

enum class LogLevel : std::uint8_t { debug, info, warning };

using LogSink = std::function<void(LogLevel, std::string_view)>;

// From now on, messages of at least `level` go to `sink`, one call at a time from whichever thread has something to say; an
// empty sink is silence again (the state at start). An exception from the sink is swallowed. Safe to call at any time.
RULESCORE_EXPORT void set_log(LogSink sink, LogLevel level = LogLevel::info);

}  // namespace rulescore
