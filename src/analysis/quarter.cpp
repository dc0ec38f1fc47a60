// Quarters of a year. Tested by tests/unit/analysis/roadmap.cpp.
#include <rulescore/error.hpp>
#include <rulescore/roadmap.hpp>

#include <cstddef>
#include <string>

namespace rulescore {

Quarter Quarter::parse(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '-' || plain.size() != 4) plain += c;
  const auto digit = [&](std::size_t i) { return plain[i] >= '0' && plain[i] <= '9' ? plain[i] - '0' : -1; };
  if (plain.size() == 6 && (plain[4] == 'Q' || plain[4] == 'q') && plain[5] >= '1' && plain[5] <= '4') {
    int year = 0;
    bool digits = true;
    for (std::size_t i = 0; i < 4; ++i) {
      digits = digits && digit(i) >= 0;
      year = year * 10 + digit(i);
    }
    if (digits && year > 0) return {year, plain[5] - '0'};
  }
  throw UsageError("quarter \"" + std::string(text) + "\" is not understood; write a year and a quarter, such as 2021Q1");
}

std::string to_string(const Quarter& quarter) {
  return (quarter.year == 0 ? std::string() : std::to_string(quarter.year)) + "Q" + std::to_string(quarter.number);
}

namespace {

std::string digits(int number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string date(int year, int month, int day) { return digits(year, 4) + '-' + digits(month, 2) + '-' + digits(day, 2); }

}  // namespace

std::string first_day(const Quarter& quarter) { return date(quarter.year, 3 * quarter.number - 2, 1); }

std::string last_day(const Quarter& quarter) {
  return date(quarter.year, 3 * quarter.number, quarter.number == 1 || quarter.number == 4 ? 31 : 30);
}

}  // namespace rulescore
