// The one place that knows spdlog: a private logger, in no registry, that hands messages to the host's function.
// Tested by tests/unit/base/log.cpp.
#include "base/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>

#include <memory>
#include <mutex>
#include <utility>

namespace rulescore {
namespace {

spdlog::level::level_enum to_spdlog(LogLevel level) noexcept {
  switch (level) {
    case LogLevel::debug: return spdlog::level::debug;
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
  }
  return spdlog::level::off;
}

LogLevel from_spdlog(spdlog::level::level_enum level) noexcept {
  if (level <= spdlog::level::debug) return LogLevel::debug;
  return level == spdlog::level::info ? LogLevel::info : LogLevel::warning;
}

class HostSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  void listen(LogSink listener) {
    const std::lock_guard<std::mutex> lock(mutex_);
    sink_ = std::move(listener);
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    if (sink_) sink_(from_spdlog(message.level), std::string_view(message.payload.data(), message.payload.size()));
  }
  void flush_() override {}

 private:
  LogSink sink_;
};

struct Host {
  std::shared_ptr<HostSink> sink = std::make_shared<HostSink>();
  spdlog::logger logger{"rulescore", sink};
  Host() {
    logger.set_level(spdlog::level::off);
    logger.set_error_handler([](const std::string&) {});  // a host's failing sink must not stop the work
  }
};

Host& host() {
  static Host instance;
  return instance;
}

}  // namespace

void set_log(LogSink sink, LogLevel level) {
  const auto threshold = sink ? to_spdlog(level) : spdlog::level::off;
  host().sink->listen(std::move(sink));
  host().logger.set_level(threshold);
}

bool is_logged(LogLevel level) noexcept { return host().logger.should_log(to_spdlog(level)); }

void log(LogLevel level, std::string_view message) {
  host().logger.log(to_spdlog(level), spdlog::string_view_t(message.data(), message.size()));
}

}  // namespace rulescore
