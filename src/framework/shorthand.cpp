#include "framework/shorthand.hpp"

#include <algorithm>

namespace rulescore::yaml {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

Shorthand::Shorthand(std::string_view text) : text_(text) {
  short_.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto run = static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_ascii) - text.begin());
    short_ += text.substr(i, run - i);
    i = static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(run), text.end(), is_ascii) -
                                 text.begin());
    if (run == i) continue;
    runs_.push_back({static_cast<std::uint32_t>(short_.size()), static_cast<std::uint32_t>(run), static_cast<std::uint32_t>(i)});
    short_ += stand_in;
  }
}

std::size_t Shorthand::original(std::size_t at) const noexcept {
  const auto after = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return run.at < at; });
  return after == runs_.begin() ? at : (after - 1)->end + (at - (after - 1)->at - 1);
}

std::string Shorthand::restored(const std::string& scalar, std::size_t at) const {
  auto run = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& one) { return one.at < at; });
  std::string full;
  for (std::size_t i = 0; i < scalar.size();) {
    const std::size_t next = std::min(scalar.find(stand_in, i), scalar.size());
    full += scalar.substr(i, next - i);
    i = next;
    if (i == scalar.size()) break;
    full += text_.substr(run->begin, run->end - run->begin);  // every stand-in has its run
    ++run;
    ++i;
  }
  return full;
}

}  // namespace rulescore::yaml
