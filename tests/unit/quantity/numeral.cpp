// Numerals against a naive writer of Chinese numerals and against std::from_chars.
#include "quantity/numeral.hpp"

#include "figures.hpp"
#include "support/catch.hpp"

#include <charconv>
#include <random>

using namespace rulescore;

namespace {

const char* const digit_words[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// Below ten thousand, the way one writes it; `inner` writes 一十 for a leading ten.
std::string write_section(unsigned n, bool inner) {
  const char* const powers[] = {"千", "百", "十", ""};
  std::string out;
  bool gap = false;
  unsigned divisor = 1000;
  for (const char* power : powers) {
    const unsigned digit = n / divisor % 10;
    divisor /= 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += digit_words[0];
    gap = false;
    const bool plain_ten = out.empty() && !inner && digit == 1 && std::string(power) == "十";
    out += (plain_ten ? "" : digit_words[digit]) + std::string(power);
  }
  return out;
}

std::string write_chinese(std::uint64_t n) {
  if (n == 0) return "零";
  std::string out;
  const auto hundred_millions = static_cast<unsigned>(n / 100000000), ten_thousands = static_cast<unsigned>(n / 10000 % 10000),
             rest = static_cast<unsigned>(n % 10000);
  if (hundred_millions > 0) out += write_section(hundred_millions, false) + "亿";
  if (ten_thousands > 0) {
    if (!out.empty() && ten_thousands < 1000) out += "零";
    out += write_section(ten_thousands, !out.empty()) + "万";
  }
  if (rest > 0) {
    if (!out.empty() && rest < 1000) out += "零";
    out += write_section(rest, !out.empty());
  }
  return out;
}

double read(const std::string& s) {
  const Text text = decode(s);
  const Numeral n = read_numeral(Reader(text), 0);
  REQUIRE(n.valid);
  REQUIRE(n.end == text.size());
  return n.decimal.value();
}

bool is_number(const std::string& s) { return read_numeral(Reader(decode(s)), 0).valid; }

}  // namespace

TEST_CASE("every Chinese numeral up to 99999 reads as what a naive writer wrote") {
  for (unsigned n = 0; n <= 99999; ++n) {
    const std::string written = write_chinese(n);
    const double value = read(written);
    if (value != n) FAIL(written << " read as " << value << ", not " << n);
  }
}

TEST_CASE("large Chinese numerals") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t n = random() % (std::uint64_t{1} << (10 + random() % 30));
    const std::string written = write_chinese(n);
    const double value = read(written);
    if (value != static_cast<double>(n)) FAIL(written << " read as " << value << ", not " << n);
  }
  CHECK(read("三百五") == 350);
  CHECK(read("两万三") == 23000);
  CHECK(read("一万二千亿") == 1.2e12);
  CHECK(read("九十八点六") == 98.6);
}

TEST_CASE("two figures side by side are no number") {
  CHECK_FALSE(is_number("三五"));
  CHECK_FALSE(is_number("二〇二〇"));
  CHECK_FALSE(is_number("百千"));
}

TEST_CASE("decimals fold 万 and 亿 to the nearest double") {
  std::mt19937_64 random(11);
  const std::pair<const char*, int> scales[] = {{"", 0}, {"万", 4}, {"亿", 8}, {"万亿", 12}, {"千万", 7}, {"百万", 6}};
  for (int i = 0; i < 50000; ++i) {
    std::string digits = std::to_string(random() % 1000000);
    if (random() % 2 != 0) digits += "." + std::to_string(random() % 10000);
    const auto& [word, power] = scales[random() % 6];
    const std::string exact = digits + "e" + std::to_string(power);
    double expected = 0;
    std::from_chars(exact.data(), exact.data() + exact.size(), expected);
    const double value = read(digits + word);
    if (value != expected) FAIL(digits << word << " read as " << value << ", not " << expected);
  }
  CHECK(read("4.6亿") == 460000000.0);
}

TEST_CASE("thousands are grouped by commas or blanks, and clauses are not") {
  CHECK(read("1,464,000") == 1464000);
  CHECK(read("1，464") == 1464);
  CHECK(read("1 464") == 1464);
  CHECK(figures("排名第10,100%完成。") == "[第10] 10 rank; [100%] 100 %");
  CHECK(figures("合格率98,100%办结") == "[100%] 100 %");
  CHECK(figures("共12,130,5件") == "[5件] 5 件");
  const Text text = decode("共1,464项,第10,100%,2020,2021");
  std::string separators;
  for (std::uint32_t p = 0; p < text.size(); ++p) {
    if (is_thousands_separator(text, p)) separators += std::to_string(p) + " ";
  }
  CHECK(separators == "2 ");
}

TEST_CASE("余, 多, 几, 来 and + loosen a figure") {
  CHECK(figures("共4.6万余条、6000多万元、1.2亿余元") ==
        "[4.6万余条] 46000 条 at_least; [6000多万元] 60000000 元 at_least; [1.2亿余元] 120000000 元 at_least");
  CHECK(figures("十余项、二十几个、十来家、百余人、三十多万件") ==
        "[十余项] 10 项 at_least; [二十几个] 20 个 at_least; [十来家] 10 家 about; [百余人] 100 人 at_least; "
        "[三十多万件] 300000 件 at_least");
  CHECK(figures("阅读量10万+,转发100+次") == "[10万+] 100000 at_least; [100+次] 100 次 at_least");
  CHECK(figures("促进多元化解,推动12多方参与") == "");
}

TEST_CASE("identifiers are too long to be figures") {
  CHECK(figures("编号20210305001234567件") == "");
  CHECK(read("999999999999999") == 999999999999999.0);
}
