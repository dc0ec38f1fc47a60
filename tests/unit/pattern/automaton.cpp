// The automaton against a naive search: exhaustively on a small alphabet, then at random on Chinese words.
#include "pattern/automaton.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

using namespace rulescore;

namespace {

using Triple = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // end, begin, word

std::vector<Triple> naive(const std::vector<std::u32string>& words, const std::u32string& text) {
  std::vector<Triple> found;
  for (std::uint32_t end = 1; end <= text.size(); ++end)
    for (std::uint32_t begin = 0; begin < end; ++begin)
      for (std::uint32_t w = 0; w < words.size(); ++w)
        if (text.compare(begin, end - begin, words[w]) == 0) found.emplace_back(end, begin, w);
  return found;
}

std::vector<Triple> run(const std::vector<std::u32string>& words, const std::u32string& text) {
  std::vector<Triple> found;
  Automaton(words).find(text, [&](const Hit& h) { found.emplace_back(h.end, h.begin, h.word); });
  return found;
}

std::u32string random_string(std::mt19937& random, std::u32string_view alphabet, std::size_t longest) {
  std::u32string s;
  for (std::size_t n = 1 + random() % longest; n > 0; --n) s += alphabet[random() % alphabet.size()];
  return s;
}

}  // namespace

TEST_CASE("no words find nothing") {
  CHECK(run({}, U"法治").empty());
  Automaton().find(std::u32string_view(U"法治"), [](const Hit&) { FAIL("found a word of none"); });
}

TEST_CASE("overlapping words, longer first at the same end") {
  CHECK(run({U"应诉率", U"出庭应诉率", U"出庭"}, U"出庭应诉率") == std::vector<Triple>{{2, 0, 2}, {5, 0, 1}, {5, 2, 0}});
}

TEST_CASE("every set of two words over {a,b} up to length 3, every text up to length 6") {
  std::vector<std::u32string> all;
  for (std::size_t length = 1; length <= 6; ++length)
    for (unsigned bits = 0; bits < (1u << length); ++bits) {
      std::u32string s;
      for (std::size_t i = 0; i < length; ++i) s += (bits >> i & 1u) ? U'b' : U'a';
      all.push_back(s);
    }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < 14; ++i)
    for (std::size_t j = i + 1; j < 14; ++j)
      for (const std::u32string& text : all) wrong += run({all[i], all[j]}, text) != naive({all[i], all[j]}, text);
  CHECK(wrong == 0);
}

TEST_CASE("random words and texts, characters beyond the BMP included") {
  std::mt19937 random(3);
  const std::u32string alphabet = U"法治政府出庭率a1,\U00020000\U0010FFFD";
  std::size_t wrong = 0;
  for (int round = 0; round < 3000; ++round) {
    std::set<std::u32string> distinct;
    for (std::size_t n = random() % 40; n > 0; --n) distinct.insert(random_string(random, alphabet.substr(0, 11), 4));
    const std::vector<std::u32string> words(distinct.begin(), distinct.end());
    const std::u32string text = random_string(random, alphabet, 60);
    wrong += run(words, text) != naive(words, text);
  }
  CHECK(wrong == 0);
}
