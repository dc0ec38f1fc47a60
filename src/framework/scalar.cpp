// Scalars as their author meant them: numbers by std::from_chars on the text as typed, so that 010, 1_000, 0x10, .nan or a host's
// locale never turn into another number; booleans are `true` and `false` alone. Tested by tests/unit/framework/scalar.cpp.
#include "framework/context.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace rulescore::reader {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_from(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - begin;
}

// digits, or digits '.' digits
bool is_plain(std::string_view text) {
  const std::size_t whole = digits_from(text, 0);
  if (whole == 0) return false;
  if (whole == text.size()) return true;
  return text[whole] == '.' && digits_from(text, whole + 1) > 0 && whole + 1 + digits_from(text, whole + 1) == text.size();
}

std::string spelling_hint(std::string_view text) {
  if (text.size() > 1 && text[0] == '-') return "a number here is never negative";
  if (text.find(',') != std::string_view::npos) return "write it without thousands separators";
  if (text.find('_') != std::string_view::npos) return "write it without `_`";
  if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) return "write a digit before the point";
  if (text.find("\xEF\xBC") != std::string_view::npos) return "write half-width digits";
  return "write a plain decimal such as 3 or 0.5";
}

std::string plain(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
  return {buffer, end};
}

}  // namespace

Decimal parse_decimal(std::string_view text) {
  Decimal result;
  if (!is_plain(text)) {
    result.problem = "found " + quoted(text);
    result.hint = spelling_hint(text);
  } else if (text.size() > 1 && text[0] == '0' && text[1] != '.') {
    result.problem = "found " + quoted(text) + ", with a leading zero";
    result.hint = "drop it: other readers of YAML take 010 for 8";
  } else if (std::from_chars(text.data(), text.data() + text.size(), result.value).ec != std::errc{}) {
    result.problem = "found " + quoted(text) + ", too large or too small";
    result.hint = "use a number of everyday size";
  }
  return result;
}

std::optional<std::string> read_text(const Context& context, const yaml::Value& value, std::string_view what) {
  if (!value.is_scalar()) {
    context.error(value.at, "wrong-type", std::string(what) + " is a text; found " + found(value));
    return std::nullopt;
  }
  if (value.text.find_first_not_of(" \t\n") == std::string::npos) {
    context.error(value.at, "empty-text", std::string(what) + " is empty", "write it, or leave the key out");
    return std::nullopt;
  }
  return value.text;
}

std::optional<double> read_number(const Context& context, const yaml::Value& value, std::string_view what, double low,
                                  double high) {
  if (!value.is_scalar()) {
    context.error(value.at, "wrong-type", std::string(what) + " is a number; found " + found(value));
    return std::nullopt;
  }
  Decimal decimal = parse_decimal(value.text);
  if (!decimal.problem.empty()) {
    context.error(value.at, "bad-number", std::string(what) + " is a number; " + decimal.problem, std::move(decimal.hint));
    return std::nullopt;
  }
  if (!(decimal.value >= low && decimal.value <= high)) {
    const std::string range = std::isfinite(high) ? "from " + plain(low) + " to " + plain(high) : "at least " + plain(low);
    context.error(value.at, "out-of-range", std::string(what) + " is a number " + range + "; found " + quoted(value.text));
    return std::nullopt;
  }
  return decimal.value;
}

std::optional<double> read_positive(const Context& context, const yaml::Value& value, std::string_view what) {
  const std::optional<double> number = read_number(context, value, what, 0, std::numeric_limits<double>::infinity());
  if (!number || *number > 0) return number;
  context.error(value.at, "out-of-range", std::string(what) + " is a number above 0; found " + quoted(value.text));
  return std::nullopt;
}

std::optional<int> read_integer(const Context& context, const yaml::Value& value, std::string_view what, int low, int high) {
  const std::optional<double> number = read_number(context, value, what, low, high);
  if (!number) return std::nullopt;
  if (*number != std::floor(*number) || value.text.find('.') != std::string::npos) {
    context.error(value.at, "bad-number", std::string(what) + " is a whole number; found " + quoted(value.text));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

std::optional<bool> read_boolean(const Context& context, const yaml::Value& value, std::string_view what) {
  if (value.is_scalar() && !value.quoted && value.text == "true") return true;
  if (value.is_scalar() && !value.quoted && value.text == "false") return false;
  const bool is_true = value.text == "true" || value.text == "yes" || value.text == "on" || value.text == "y";
  const bool in_quotes = value.quoted && (value.text == "true" || value.text == "false");
  context.error(value.at, "bad-boolean", std::string(what) + " is true or false; found " + found(value),
                in_quotes ? "write it without quotes"
                : is_true ? "write `true`"
                          : "");
  return std::nullopt;
}

std::optional<std::size_t> read_choice(const Context& context, const yaml::Value& value, std::string_view what,
                                       std::initializer_list<std::string_view> choices) {
  const std::vector<std::string> names(choices.begin(), choices.end());
  if (value.is_scalar()) {
    const auto match = std::find(names.begin(), names.end(), value.text);
    if (match != names.end()) return static_cast<std::size_t>(match - names.begin());
  }
  context.error(value.at, "bad-choice", std::string(what) + " is one of " + join(names) + "; found " + found(value),
                value.is_scalar() ? did_you_mean(value.text, names) : std::string());
  return std::nullopt;
}

}  // namespace rulescore::reader
