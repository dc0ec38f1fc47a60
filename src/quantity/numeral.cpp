// Digits become an integer mantissa and a power of ten; 万 and 亿 only move the power. So 4.6亿 is 46 × 10^7, exactly
// 460000000, where 4.6 × 1e8 in doubles is not. Chinese numerals are read section by section (千百十, then 万, then 亿);
// two digits side by side (三五个, 二〇二〇) are a guess or a year, never a count. Outside face: read_numeral,
// is_thousands_separator. Tested by tests/unit/quantity/numeral.cpp.
#include "quantity/numeral.hpp"

#include "quantity/scan.hpp"
#include "quantity/unit_table.hpp"

#include <array>

namespace rulescore {
namespace {

constexpr int max_digits = 15;  // a longer run is an identifier; and 10^15 < 2^53
constexpr std::array<double, 23> powers_of_ten = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// Where the digits that start at `position` end, thousands groups included.
std::uint32_t skip_digits(const Reader& in, std::uint32_t position) noexcept {
  while (is_digit(in.at(position))) ++position;
  return position;
}

// The end of a well-formed grouping (1,464,000; with the blanks of GB/T 15835, 1 464 000) that starts at `begin`, or `begin`.
std::uint32_t grouping_end(const Reader& in, std::uint32_t begin) noexcept {
  std::uint32_t end = skip_digits(in, begin);
  const char32_t sign = in.at(end);
  if (end == begin || end - begin > 3 || !any_of(sign, U", ") || in.at(begin) == U'0') return begin;
  const char32_t lead = in.before(in.skip_spaces_back(begin));
  if (lead == U'第' || lead == U'.' || (sign == U' ' && is_digit(lead))) return begin;
  std::uint32_t groups = 0;
  for (; in.at(end) == sign && is_digit(in.at(end + 1)); ++groups) {
    const std::uint32_t next = skip_digits(in, end + 1);
    if (next - end != 4) return begin;
    end = next;
  }
  return groups == 0 || in.at(in.skip_spaces(end)) == U'%' ? begin : end;
}

void push_digit(Numeral& n, char32_t c) noexcept { n.decimal.mantissa = n.decimal.mantissa * 10 + (c - U'0'); }

// Figure of a Chinese digit, or -1.
int chinese_digit(char32_t c) noexcept {
  switch (c) {
    case U'零':
    case U'〇':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

// Power of ten of 十 百 千 万 亿, or 0.
int power_of(char32_t c) noexcept {
  switch (c) {
    case U'十':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    case U'万':
      return 4;
    case U'亿':
      return 8;
    default:
      return 0;
  }
}

std::uint64_t ten_to(int power) noexcept {
  std::uint64_t result = 1;
  while (power-- > 0) result *= 10;
  return result;
}

// Adds up a Chinese numeral character by character; `take` is false when the run is no well-formed number.
class ChineseSum {
 public:
  bool take(char32_t c) noexcept {
    const int figure = chinese_digit(c);
    if (figure >= 0) return take_digit(figure);
    const int power = power_of(c);
    return power >= 4 ? take_section(power) : take_power(power);
  }
  std::uint64_t total() const noexcept {
    const bool short_form = digit_ > 0 && last_ > 1 && !zero_;  // 三百五 is 350, 两万三 is 23000
    const auto tail = static_cast<std::uint64_t>(digit_ < 0 ? 0 : digit_);
    return total_ + section_ + (short_form ? tail * ten_to(last_ - 1) : tail);
  }

 private:
  bool take_digit(int figure) noexcept {
    if (digit_ >= 0) return false;
    if (figure == 0) {
      zero_ = true;
      return started_;  // 零 joins; it never leads
    }
    digit_ = figure;
    return started_ = true;
  }
  bool take_power(int power) noexcept {
    if (last_ != 0 && last_ < 4 && power >= last_) return false;
    if (digit_ < 0 && started_ && power != 1) return false;
    section_ += static_cast<std::uint64_t>(digit_ < 0 ? 1 : digit_) * ten_to(power);
    return close(power);
  }
  bool take_section(int power) noexcept {
    section_ += static_cast<std::uint64_t>(digit_ < 0 ? 0 : digit_);
    if (!started_) section_ = 1;
    total_ = power == 8 ? (total_ + section_) * ten_to(8) : total_ + section_ * ten_to(4);
    section_ = 0;
    return close(power) && total_ < ten_to(max_digits);
  }
  bool close(int power) noexcept {
    digit_ = -1;
    zero_ = false;
    last_ = power;
    return started_ = true;
  }

  std::uint64_t total_ = 0, section_ = 0;
  int digit_ = -1, last_ = 0;
  bool zero_ = false, started_ = false;
};

// 点 and the figures behind it; leaves the numeral alone when it isn't a decimal point (八点三十分).
void read_chinese_fraction(const Reader& in, Numeral& n) noexcept {
  if (in.at(n.end) != U'点' || n.decimal.mantissa >= ten_to(8)) return;
  std::uint32_t p = n.end + 1;
  Decimal d = n.decimal;
  for (; chinese_digit(in.at(p)) >= 0 && p - n.end <= 6; ++p) {
    d.mantissa = d.mantissa * 10 + static_cast<std::uint64_t>(chinese_digit(in.at(p)));
    --d.exponent;
  }
  if (p == n.end + 1 || power_of(in.at(p)) % 4 != 0) return;
  n.decimal = d;
  n.end = n.digits.end = p;
}

Numeral read_chinese(const Reader& in, std::uint32_t begin) noexcept {
  Numeral n;
  n.chinese = n.valid = true;
  ChineseSum sum;
  std::uint32_t p = begin;
  for (; has(in.at(p), Trait::numeral); ++p) n.valid = n.valid && p - begin < 24 && sum.take(in.at(p));
  n.digits = {begin, p};
  n.end = p;
  n.valid = n.valid || (p - begin == 1 && chinese_digit(in.at(begin)) == 0);
  n.decimal.mantissa = sum.total();
  n.bare_power = power_of(in.at(begin)) > 1;
  if (power_of(in.before(p)) >= 4) n.scale = power_of(in.before(p));
  if (n.valid) read_chinese_fraction(in, n);
  return n;
}

Numeral read_arabic(const Reader& in, std::uint32_t begin) noexcept {
  Numeral n;
  n.valid = true;
  const std::uint32_t grouped = grouping_end(in, begin);
  std::uint32_t p = begin;
  int digits = 0;
  for (; is_digit(in.at(p)) || p < grouped; ++p) {
    if (is_digit(in.at(p)) && ++digits <= max_digits) push_digit(n, in.at(p));
  }
  if (in.at(p) == U'.' && is_digit(in.at(p + 1))) {
    for (++p; is_digit(in.at(p)); ++p) {
      if (++digits > max_digits) continue;
      push_digit(n, in.at(p));
      --n.decimal.exponent;
    }
  }
  n.valid = digits <= max_digits;
  n.digits = {begin, p};
  n.end = p;
  return n;
}

// Whether something that can be counted stands at `p`: a unit, or the power that a unit follows.
bool counts_on(const Reader& in, std::uint32_t p) noexcept {
  p = in.skip_spaces(p);
  return power_of(in.at(p)) > 1 || unit_at(in, p) != nullptr;
}

// 余, 多, 几, 来 or + behind the figure.
void read_more(const Reader& in, Numeral& n) noexcept {
  const std::uint32_t p = in.skip_spaces(n.end);
  const char32_t c = in.at(p);
  if (!any_of(c, U"余多来几+")) return;
  const bool round = !n.chinese || power_of(in.before(n.digits.end)) > 0;
  if (!round) return;
  if (!counts_on(in, p + 1) && !(n.scaled && c != U'多' && !is_digit(in.at(p + 1)))) return;
  if ((c == U'来' || c == U'几') && !n.chinese) return;
  n.bound = c == U'来' ? Bound::about : Bound::at_least;
  n.end = p + 1;
}

// 万, 亿, 万亿, 千万, 百万 behind an Arabic figure or behind 余; 千 and 百 alone only before a unit (3千件,
// not 5千米).
void read_scale(const Reader& in, Numeral& n) noexcept {
  std::uint32_t p = in.skip_spaces(n.end);
  if (any_of(in.at(p), U"千百") && unit_at(in, p) != nullptr) return;
  int power = 0, last = 0;
  for (; power_of(in.at(p)) > 1 && power < 12; ++p) power += last = power_of(in.at(p));
  if (power == 0 || power_of(in.at(p)) != 0 || has(in.at(p), Trait::numeral)) return;
  if (last < 4 && unit_at(in, in.skip_spaces(p)) == nullptr && !any_of(in.at(p), U"余多")) return;
  n.decimal.exponent += power;
  n.scaled = last >= 4;
  n.scale = power;
  n.end = p;
}

}  // namespace

double Decimal::value() const noexcept {
  const auto m = static_cast<double>(mantissa);
  return exponent >= 0 ? m * powers_of_ten[static_cast<std::size_t>(exponent)]
                       : m / powers_of_ten[static_cast<std::size_t>(-exponent)];
}

Numeral read_numeral(const Reader& in, std::uint32_t position) noexcept {
  Numeral n = is_digit(in.at(position)) ? read_arabic(in, position) : read_chinese(in, position);
  if (!n.valid) return n;
  read_more(in, n);
  if (!n.chinese || n.end > n.digits.end || n.fractional()) read_scale(in, n);
  if (n.bound == Bound::exact) read_more(in, n);
  return n;
}

bool is_thousands_separator(const Text& text, std::uint32_t position) noexcept {
  const Reader in(text);
  if (in.at(position) != U',') return false;
  std::uint32_t begin = position;
  while (begin > 0 && position - begin < 24 && (is_digit(in.before(begin)) || in.before(begin) == U',')) --begin;
  while (in.at(begin) == U',') ++begin;
  return begin < position && position < grouping_end(in, begin);
}

}  // namespace rulescore
