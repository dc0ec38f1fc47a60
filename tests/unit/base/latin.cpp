// When a text counts as one in Latin letters, and what that changes in its characters.
#include "base/latin.hpp"

#include "support/catch.hpp"

using namespace rulescore;

TEST_CASE("a text is read one way as a whole, by its letters") {
  CHECK(decode("The council met.").latin);
  CHECK(decode("Über 300 Anträge").latin);
  CHECK(decode("Northmere (北湖) held a hearing on open data.").latin);
  CHECK(!decode("出庭应诉率100%").latin);
  CHECK(!decode("开发移动执法APP").latin);
  CHECK(!decode("PM2.5平均浓度").latin);
  CHECK(!decode("100% 3.5 (2020)").latin);
  CHECK(!decode("").latin);
}

TEST_CASE("runs of blanks close up inside a line, not at its beginning") {
  const Text text = decode("  Two   words,\n    an indent.  End");
  CHECK(to_utf8({text.chars.data(), text.chars.size()}) == "  two words,\n    an indent. end");
  CHECK(text.quote({6, 11}) == "words");
  CHECK(text.quote({2, 11}) == "Two   words");
  CHECK(decode("出庭  应诉").size() == 6);  // Chinese keeps its two blanks
}

TEST_CASE("letters with accents are letters, and fold") {
  CHECK(fold_phrase("ÉTAT Ærø") == U"état ærø");
  CHECK(is_latin_letter(U'é'));
  CHECK(!is_latin_letter(U'×'));
  CHECK(!is_latin_letter(U'法'));
}

TEST_CASE("capitals are told by the file") {
  const Text text = decode("aB É é");
  CHECK(!is_capital(text, 0));
  CHECK(is_capital(text, 1));
  CHECK(is_capital(text, 3));
  CHECK(!is_capital(text, 5));
}

TEST_CASE("distances stretch fourfold") {
  CHECK(stretched(decode("words"), 15) == 60);
  CHECK(stretched(decode("汉字"), 15) == 15);
}
