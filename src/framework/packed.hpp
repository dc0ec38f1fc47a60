// Values as bytes that another process can rebuild them from: lengths stand before contents, numbers are decimal texts that read
// back to the same bits. Used by serial.cpp and crosswalk.cpp. Tested by tests/unit/framework/framework.cpp.
#pragma once

#include <rulescore/error.hpp>

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace rulescore::packed {

inline void put(std::string& out, std::string_view s) {
  out += std::to_string(s.size());
  out += ':';
  out += s;
}

inline void put(std::string& out, std::size_t count) { put(out, std::to_string(count)); }

inline void put(std::string& out, double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  put(out, std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
}

// `what`: a framework, a crosswalk.
[[noreturn]] inline void refuse(std::string_view what) { throw UsageError("these bytes are no serialised " + std::string(what)); }

class Input {
 public:
  Input(std::string_view bytes, std::string_view what) : bytes_(bytes), what_(what) {}

  std::string_view text() {
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(bytes_.data(), bytes_.data() + bytes_.size(), length);
    if (error != std::errc{} || end == bytes_.data() + bytes_.size() || *end != ':') refuse(what_);
    bytes_.remove_prefix(static_cast<std::size_t>(end - bytes_.data()) + 1);
    if (length > bytes_.size()) refuse(what_);
    const std::string_view found = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return found;
  }

  template <typename Number>
  Number number() {
    const std::string_view digits = text();
    Number value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) refuse(what_);
    return value;
  }

  bool at_end() const noexcept { return bytes_.empty(); }

 private:
  std::string_view bytes_, what_;
};

}  // namespace rulescore::packed
