// A YAML text with every run of Chinese (of anything beyond ASCII) shortened to one character: such characters mean nothing to
// YAML, and the parser holds each of their bytes against several patterns. Half of a framework is Chinese, so that it is read in
// little more than half the time. Tested by tests/unit/framework/shorthand.cpp, and by every framework that is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::yaml {

class Shorthand {
 public:
  // Of a text that Source::check() let through, which stays where it is: no `stand_in` stands in it. A text that writes one as an
  // escape is left as it is.
  explicit Shorthand(std::string_view text);

  std::string_view text() const noexcept { return short_; }
  // The byte of the text that the byte `at` of the short text stands for.
  std::size_t original(std::size_t at) const noexcept;
  // A scalar of the short text that starts at its byte `at`, in full.
  std::string restored(const std::string& scalar, std::size_t at) const;

 private:
  static constexpr char stand_in = '\x7F';
  struct Run {
    std::uint32_t at = 0;  // where its stand-in is
    std::uint32_t begin = 0, end = 0;
  };
  std::string_view text_;
  std::string short_;
  std::vector<Run> runs_;
};

}  // namespace rulescore::yaml
