// What a fact means to a framework: which indicator, which of its rules, in the unit that rule counts in.
// Tested by tests/unit/elsewhere/binding.cpp.
#pragma once

#include "framework/model.hpp"

#include <rulescore/facts.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rulescore {

struct Binding {
  std::uint32_t indicator = 0;
  std::optional<std::uint16_t> rule;  // nothing: the figures of the passage will say
  double value = no_value;
  std::string_view unit;  // static storage
};

class Binder {
 public:
  explicit Binder(const FrameworkModel& model);  // which must outlive it

  // Throws DocumentError, the reason alone.
  Binding bind(const Fact& fact) const;

 private:
  std::uint32_t indicator(const std::string& written) const;

  const FrameworkModel& model_;
  std::map<std::string, std::uint32_t, std::less<>> nodes_;  // by code, and by number where no code is that
};

// "rate (%), count (件 or 次)": the rules that count figures, for people.
std::string counting_rules(const IndicatorModel& indicator);
// Rules in the order in which a fact tries them: those that earn, then those that are only recorded.
std::vector<std::uint16_t> rules_to_try(const IndicatorModel& indicator);
// Whether the rule counts figures of that unit. A rule that looks for rises or falls takes none.
bool counts(const Rule& rule, std::string_view unit);
// Whether the rule can do without a figure.
bool needs_no_figure(const Rule& rule) noexcept;

}  // namespace rulescore
