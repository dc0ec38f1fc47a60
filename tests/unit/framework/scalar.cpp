// Numbers, booleans and choices: what is a number to us, and only that.
#include "framework/words.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <clocale>
#include <cmath>
#include <locale>

using namespace rulescore;
using namespace rulescore::reader;

TEST_CASE("decimals are read to the nearest double") {
  CHECK(parse_decimal("0").value == 0);
  CHECK(parse_decimal("7").value == 7);
  CHECK(parse_decimal("0.1").value == 0.1);
  CHECK(parse_decimal("123456789.125").value == 123456789.125);
  CHECK(parse_decimal("0.1").problem.empty());
}

TEST_CASE("everything else is refused") {
  for (const char* text : {"",     "-1",   "+1",  ".5",  "5.", "1e3", "1E3",   "0x10", "010", "00", "1_000", "1,000", "1,5",
                           ".nan", ".inf", "nan", "inf", "５", "五",  "1.2.3", "1 ",   " 1",  "1a", "true",  "1/2",   "50%"}) {
    INFO(text);
    const Decimal decimal = parse_decimal(text);
    CHECK_FALSE(decimal.problem.empty());
    CHECK_FALSE(decimal.hint.empty());
  }
  CHECK_FALSE(parse_decimal(std::string(400, '9')).problem.empty());
  CHECK_FALSE(parse_decimal("0." + std::string(400, '0') + "1").problem.empty());
}

namespace {

struct Comma : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("the host's locale has no say") {
  const std::string text =
      rulescore::testing::framework_with("      r: {any: 出庭, near: {lexicon: established}, value: {words: whole}}\n",
                                         "      r: {points: {1.500: 0, 1000.25: 1}}\n", "    weight: 1.500\n");
  const std::string before = Framework::parse(text).fingerprint();
  const std::locale old = std::locale::global(std::locale(std::locale::classic(), new Comma));
  const Framework framework = Framework::parse(text);
  std::locale::global(old);
  CHECK(framework.fingerprint() == before);
  CHECK(framework.nodes()[1].weight == 1.5);
}

TEST_CASE("booleans are true and false") {
  const auto with = [](std::string_view value) {
    return rulescore::testing::codes(rulescore::testing::framework_with(
        "      r: {any: 出庭, near: {lexicon: established}, value: {words: whole, optional: " + std::string(value) + "}}\n",
        "      r: 1\n"));
  };
  CHECK(with("true").empty());
  CHECK(with("false").empty());
  for (const char* text : {"yes", "no", "on", "off", "y", "n", "True", "FALSE", "1", "\"true\""})
    CHECK(with(text) == "bad-boolean");
  CHECK(with("~") == "no-value");
}
