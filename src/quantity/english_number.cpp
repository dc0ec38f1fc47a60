// Words add up the way one says them: hundred multiplies what stands before it, thousand and million close a group, `and` joins
// what a hundred leaves open. A share in words (two thirds of) needs its `of`, because a third and a quarter mean other things,
// too.
#include "quantity/english_number.hpp"

#include <array>

namespace rulescore::english {
namespace {

struct Named {
  Word word;
  std::uint64_t value;
};
constexpr Named units[] = {{U"one", 1},      {U"two", 2},        {U"three", 3},     {U"four", 4},      {U"five", 5},
                           {U"six", 6},      {U"seven", 7},      {U"eight", 8},     {U"nine", 9},      {U"ten", 10},
                           {U"eleven", 11},  {U"twelve", 12},    {U"thirteen", 13}, {U"fourteen", 14}, {U"fifteen", 15},
                           {U"sixteen", 16}, {U"seventeen", 17}, {U"eighteen", 18}, {U"nineteen", 19}, {U"zero", 0}};
constexpr Named tens[] = {{U"twenty", 20}, {U"thirty", 30},  {U"forty", 40},  {U"fifty", 50},
                          {U"sixty", 60},  {U"seventy", 70}, {U"eighty", 80}, {U"ninety", 90}};
constexpr Named scales[] = {{U"thousand", 3}, {U"million", 6}, {U"billion", 9}, {U"trillion", 12}};  // powers of ten
constexpr Named parts[] = {{U"half", 2},     {U"halves", 2}, {U"third", 3},  {U"thirds", 3}, {U"quarter", 4},
                           {U"quarters", 4}, {U"fifth", 5},  {U"fifths", 5}, {U"tenth", 10}, {U"tenths", 10}};

template <std::size_t size>
const Named* named(Word word, const Named (&table)[size]) noexcept {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Named& n) { return n.word == word; });
  return found == std::end(table) ? nullptr : found;
}

constexpr std::uint64_t power_of_ten(std::uint64_t exponent) noexcept {
  std::uint64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

Word slice_word(const Reader& in, Span s) noexcept { return in.slice(s); }

// million behind figures: 1.2 million, £3m is left to the scanner.
void read_scale(const Reader& in, Number& n) noexcept {
  const std::uint32_t at = next_word(in, n.where.end);
  if (at == n.where.end || in.at(n.where.end) == U'-') return;
  const Span word = word_at(in, at);
  if (const Named* scale = named(slice_word(in, word), scales)) {
    n.decimal.exponent += static_cast<int>(scale->value);
    n.where.end = word.end;
  } else if (slice_word(in, word) == U"dozen" && n.decimal.exponent == 0 && n.decimal.mantissa < 1000) {
    n.decimal.mantissa *= 12;
    n.where.end = word.end;
  }
}

std::optional<Number> read_figures(const Reader& in, std::uint32_t position) noexcept {
  const Numeral numeral = read_numeral(in, position);
  if (!numeral.valid) return std::nullopt;
  Number n{numeral.digits, numeral.decimal};
  read_scale(in, n);
  return n;
}

// Adds up the words of a number, one by one.
class Sum {
 public:
  // False when the word doesn't go on with what came before.
  bool take(Word word) noexcept {
    if (const Named* unit = named(word, units)) return add(unit->value, unit->value < 10 ? 1 : 2);
    if (const Named* ten = named(word, tens)) return add(ten->value, 2);
    if (word == U"hundred") return multiply(100, 3);
    if (word == U"dozen") return multiply(12, 1);
    const Named* scale = named(word, scales);
    if (scale == nullptr || scale->value >= scale_) return false;
    scale_ = scale->value;
    total_ += std::max<std::uint64_t>(group_, 1) * power_of_ten(scale->value);
    group_ = 0;
    open_ = 3;
    return true;
  }
  bool joins_and() const noexcept { return open_ == 2 || (open_ == 3 && total_ > 0); }
  std::uint64_t value() const noexcept { return total_ + group_; }

 private:
  // `places` it needs free: 1 behind twenty, 2 behind hundred.
  bool add(std::uint64_t value, int places) noexcept {
    if (places > open_ || (open_ == 1 && value == 0)) return false;
    group_ += value;
    open_ = places == 2 && value >= 20 ? 1 : 0;
    return true;
  }
  bool multiply(std::uint64_t by, int places) noexcept {
    if (group_ >= 100 || (group_ == 0 && total_ > 0)) return false;
    group_ = std::max<std::uint64_t>(group_, 1) * by;
    open_ = places == 3 ? 2 : 0;
    return true;
  }
  std::uint64_t total_ = 0, group_ = 0, scale_ = 15;
  int open_ = 3;
};

// Where the next word of a number would begin: behind a blank, a hyphen, or `and`.
std::uint32_t skip_joint(const Reader& in, std::uint32_t end, const Sum& sum) noexcept {
  const std::uint32_t at = next_word(in, end);
  if (at != end && sum.joins_and() && phrase_at(in, at, U"and")) return next_word(in, at + 3);
  return at;
}

std::optional<Number> read_share(const Reader& in, Number n) noexcept {
  const std::uint32_t at = next_word(in, n.where.end);
  const Span word = word_at(in, at);
  const Named* part = at == n.where.end ? nullptr : named(slice_word(in, word), parts);
  const std::uint64_t count = n.decimal.mantissa;
  if (part == nullptr || n.decimal.exponent != 0 || count == 0 || count >= part->value || !phrase_at(in, word.end, U" of"))
    return std::nullopt;
  n.where.end = word.end;
  n.fraction = true;
  n.share = 100.0 * static_cast<double>(count) / static_cast<double>(part->value);
  return n;
}

// a hundred, a dozen, a third of; half of, half the.
std::optional<Number> read_article(const Reader& in, Span word) noexcept {
  Number n{word, {1, 0}, true};
  if (slice_word(in, word) == U"half") {
    if (!phrase_at(in, word.end, U" of") && !phrase_at(in, word.end, U" the")) return std::nullopt;
    n.fraction = true;
    n.share = 50;
    return n;
  }
  if (const auto share = read_share(in, n)) return share;
  const std::uint32_t at = next_word(in, word.end);
  const Word next = slice_word(in, word_at(in, at));
  if (next != U"hundred" && next != U"dozen" && named(next, scales) == nullptr) return std::nullopt;
  std::optional<Number> rest = read_number(in, at);
  if (rest) rest->where.begin = word.begin;
  return rest;
}

std::optional<Number> read_words(const Reader& in, Span first) noexcept {
  Sum sum;
  if (!sum.take(slice_word(in, first))) return std::nullopt;
  Number n{first, {}, true};
  for (std::uint32_t at = skip_joint(in, first.end, sum); at != n.where.end; at = skip_joint(in, n.where.end, sum)) {
    const Span word = word_at(in, at);
    if (word.empty() || !sum.take(slice_word(in, word))) break;
    n.where.end = word.end;
  }
  n.decimal.mantissa = sum.value();
  const auto share = read_share(in, n);
  return share ? share : n;
}

}  // namespace

std::optional<Number> read_number(const Reader& in, std::uint32_t position) noexcept {
  if (is_digit(in.at(position))) return read_figures(in, position);
  if (!is_latin_letter(in.at(position)) || is_latin_letter(in.before(position))) return std::nullopt;
  const Span word = word_at(in, position);
  if (word.size() > 9) return std::nullopt;
  const Word written = slice_word(in, word);
  if (written == U"a" || written == U"half") return read_article(in, word);
  return read_words(in, word);
}

}  // namespace rulescore::english
