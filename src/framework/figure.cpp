// Figures with their unit: 50%, 30天, 2.5万件, 第10. The decimal point is moved in the text, so that 4.6亿 is the double nearest
// to 460000000 and not 4.6 times something. Tested by tests/unit/framework/words.cpp.
#include "framework/words.hpp"
#include "quantity/unit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace rulescore::reader {
namespace {

struct Multiplier {
  std::string_view word;
  int exponent;
};
constexpr std::array multipliers = {Multiplier{"百", 2}, Multiplier{"千", 3}, Multiplier{"万", 4}, Multiplier{"亿", 8}};

constexpr std::string_view rank_prefix = "第";
constexpr std::string_view unit_hint =
    "units are %, pp, rank, date and measure words such as 件, 次, 人, 天, 元; 万, 余 and 多 belong to the figure, not to the unit";

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(begin);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Takes 百, 千, 万, 亿 from the front and returns the power of ten they stand for.
int take_multipliers(std::string_view& text) {
  int exponent = 0;
  for (bool again = true; again && exponent < 20;) {
    again = false;
    for (const Multiplier& multiplier : multipliers) {
      if (text.substr(0, multiplier.word.size()) != multiplier.word) continue;
      text.remove_prefix(multiplier.word.size());
      exponent += multiplier.exponent;
      again = true;
    }
  }
  return exponent;
}

// Infinite when there is no such double.
double scaled(std::string_view digits, int exponent) {
  const std::string text = std::string(digits) + "e" + std::to_string(exponent);
  double value = 0;
  const bool is_good = std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{};
  return is_good ? value : std::numeric_limits<double>::infinity();
}

}  // namespace

std::optional<Figure> read_figure(const Context& context, std::string_view written, yaml::Place at, std::string_view what) {
  std::string_view text = without_blanks(written);
  const bool is_rank = text.substr(0, rank_prefix.size()) == rank_prefix;
  if (is_rank) text.remove_prefix(rank_prefix.size());
  const std::size_t length = std::min(text.find_first_not_of("0123456789.,_-+eE"), text.size());
  const std::string_view digits = length == 0 ? text : text.substr(0, length);
  Decimal decimal = parse_decimal(digits);
  if (!decimal.problem.empty()) {
    context.error(at, "bad-figure", std::string(what) + " is a figure such as 50%, 30天 or 2.5万件; found " + quoted(written),
                  std::move(decimal.hint));
    return std::nullopt;
  }
  std::string_view rest = without_blanks(text.substr(length));
  Figure figure;
  figure.value = scaled(digits, take_multipliers(rest));
  rest = without_blanks(rest);
  if (std::isinf(figure.value)) {
    context.error(at, "out-of-range", std::string(what) + " is out of range; found " + quoted(written));
    return std::nullopt;
  }
  if (is_rank)
    figure.unit = find_unit("rank");
  else if (!rest.empty())
    figure.unit = find_unit(rest);
  if ((is_rank || !rest.empty()) && (figure.unit.empty() || (is_rank && !rest.empty() && rest != "名" && rest != "位"))) {
    context.error(at, "unknown-unit", "there is no unit " + quoted(rest), std::string(unit_hint));
    return std::nullopt;
  }
  return figure;
}

std::optional<Figure> read_figure(const Context& context, const yaml::Value& value, std::string_view what) {
  if (value.is_scalar()) return read_figure(context, value.text, value.at, what);
  context.error(value.at, "wrong-type", std::string(what) + " is a figure; found " + found(value));
  return std::nullopt;
}

std::string_view read_unit(const Context& context, const yaml::Value& value) {
  if (value.is_scalar() && value.text == date_unit) return date_unit;
  const std::string_view unit = value.is_scalar() ? find_unit(value.text) : std::string_view();
  if (!value.is_scalar())
    context.error(value.at, "wrong-type", "a unit is a text; found " + found(value));
  else if (unit.empty())
    context.error(value.at, "unknown-unit", "there is no unit " + quoted(value.text), std::string(unit_hint));
  return unit;
}

std::vector<ValueWord> read_value_words(const Context& context, const yaml::Value& value, std::string_view what) {
  std::vector<ValueWord> words;
  if (!value.is_map()) {
    context.error(value.at, "wrong-type", std::string(what) + " is a map of phrases and figures; found " + found(value),
                  "write `{全覆盖: 100%}`");
    return words;
  }
  if (value.members.empty()) context.error(value.at, "empty-list", std::string(what) + " is empty", "name at least one phrase");
  for (const yaml::Member& member : value.members) {
    std::optional<Phrase> phrase = read_phrase(context, member.key, member.at);
    const std::optional<Figure> figure = read_figure(context, member.value, quoted(member.key));
    if (phrase && figure && context.words.spend(context, member.at, 1))
      words.push_back({std::move(*phrase), figure->value, figure->unit});
  }
  return words;
}

}  // namespace rulescore::reader
