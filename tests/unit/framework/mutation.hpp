// One-character changes to frameworks, and how they are answered.
#pragma once

#include "framework/reader.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::testing {

enum class Answer : std::uint8_t {
  refused,   // an error with a place
  felt,      // the fingerprint is another
  told,      // a warning that wasn't there before
  values,    // neutral: no key or value changed (a comment, blanks between tokens, quotes)
  spelling,  // neutral: folding or arithmetic undoes it
  silent,    // none of these: what must not be
};
inline constexpr std::size_t answers = 6;

// One of the characters of `text`, inserted, deleted or replaced at a random place; `at` is given or drawn.
struct Change {
  std::size_t at = 0;      // byte where a character begins
  std::size_t length = 0;  // bytes taken out
  std::string put;         // in their place
  std::string applied_to(std::string_view text) const;
};
Change random_change(std::string_view text, std::size_t at, std::mt19937_64& random);

// A framework of a root and at most one file beside it, which a change may hit.
class Subject {
 public:
  Subject(std::string root, std::string group);  // an empty group: all is in the root
  Answer answer(const std::string& root, const std::string& group) const;
  const std::string& root() const noexcept { return root_; }
  const std::string& group() const noexcept { return group_; }

 private:
  reader::ReadResult read(const std::string& root, const std::string& group) const;
  bool says_more(const FrameworkModel& model) const;

  std::string root_, group_, fingerprint_;
  std::vector<std::string> warnings_;
};

// The line a change stands in, for the message about one that was ignored.
std::string changed_line(std::string_view original, std::string_view text);

}  // namespace rulescore::testing
