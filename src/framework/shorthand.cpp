#include "framework/shorthand.hpp"

#include <algorithm>

namespace rulescore::yaml {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Whether the text writes the stand-in as an escape, "\x7F": then it couldn't be told from one that stands for a run.
bool writes_stand_in(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1))
    for (const std::string_view escape : {"x7f", "x7F", "u007f", "u007F", "U0000007f", "U0000007F"})
      if (text.substr(at + 1, escape.size()) == escape) return true;
  return false;
}

}  // namespace

Shorthand::Shorthand(std::string_view text) : text_(text) {
  if (writes_stand_in(text)) {
    short_ = text;
    return;
  }
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
    if (run == runs_.end()) return full + scalar.substr(i);  // not one of ours
    full += text_.substr(run->begin, run->end - run->begin);
    ++run;
    ++i;
  }
  return full;
}

}  // namespace rulescore::yaml
