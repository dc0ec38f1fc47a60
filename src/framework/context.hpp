// What every part of the reader carries along: the files it reads, the words that are shared, and the journal it writes to. The
// reader never throws for what an author did; it notes the issue and goes on with what is left.
#pragma once

#include "framework/yaml.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rulescore::reader {

inline constexpr std::size_t max_errors = 50;  // that are noted; more don't help anyone
inline constexpr std::size_t max_warnings = 200;

// Everything found wrong, over all files, at most one error a place.
class Journal {
 public:
  void opens(std::string file);  // issues are sorted by the files in the order they are opened in
  void note(Issue issue);
  bool full() const noexcept { return errors_.size() >= max_errors; }
  bool failed() const noexcept { return !errors_.empty(); }
  // In the order of the files, then of the lines.
  std::vector<Issue> errors() const;
  std::vector<Issue> warnings() const;

 private:
  std::vector<Issue> errors_, warnings_;
  std::set<std::tuple<std::string, int, int>> places_;  // of errors
  std::vector<std::string> files_;
  std::vector<Issue> sorted(std::vector<Issue> issues) const;
};

class Words;

struct Context {
  const yaml::Sources& sources;
  Journal& journal;
  Words& words;

  // "line 12", or "other.yaml:12" when that isn't the file of `here`.
  std::string line_of(yaml::Place at, yaml::Place here) const;

  void error(yaml::Place at, std::string code, std::string message, std::string hint = {}) const;
  void warn(yaml::Place at, std::string code, std::string message, std::string hint = {}) const;
};

// How a value is called in a message: "nothing", "a list", "a map", "`50%`".
std::string found(const yaml::Value& value);
std::string quoted(std::string_view text);

// The entries of a map, by name. Construction reports a value that is no map, names it doesn't know, and names without a value.
class Fields {
 public:
  Fields(const Context& context, const yaml::Value& value, std::string what, std::initializer_list<std::string_view> allowed);

  bool is_map() const noexcept { return value_.is_map(); }
  std::size_t size() const noexcept { return value_.members.size(); }
  bool knows_all() const noexcept { return !unknown_; }  // no entry with a name that isn't allowed
  const yaml::Value* get(std::string_view key) const noexcept;  // nullptr when absent
  const yaml::Value* require(std::string_view key) const;       // reports an absent one, unless mistyped
  std::optional<yaml::Place> place_of(std::string_view key) const noexcept;
  bool has_any(std::initializer_list<std::string_view> keys) const noexcept;

 private:
  void check(const yaml::Member& member, const std::vector<std::string>& allowed);

  const Context& context_;
  const yaml::Value& value_;
  std::string what_;
  bool unknown_ = false;
  std::set<std::string, std::less<>> mistyped_;  // what unknown keys were meant to be; not missing as well
};

// Scalars. `what` names the field in messages ("`weight`"). Each reports what it can't read and returns nothing.
std::optional<std::string> read_text(const Context& context, const yaml::Value& value, std::string_view what);
std::optional<double> read_number(const Context& context, const yaml::Value& value, std::string_view what, double low,
                                  double high);
std::optional<double> read_positive(const Context& context, const yaml::Value& value, std::string_view what);
std::optional<int> read_integer(const Context& context, const yaml::Value& value, std::string_view what, int low, int high);
std::optional<bool> read_boolean(const Context& context, const yaml::Value& value, std::string_view what);
// Index of the text among `choices`.
std::optional<std::size_t> read_choice(const Context& context, const yaml::Value& value, std::string_view what,
                                       std::initializer_list<std::string_view> choices);

// A plain decimal (12, 0.5), correctly rounded and finite; otherwise what is wrong with it.
struct Decimal {
  double value = 0;
  std::string problem, hint;
};
Decimal parse_decimal(std::string_view text);

}  // namespace rulescore::reader
