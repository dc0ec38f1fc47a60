// did you mean
#include "framework/suggest.hpp"

#include "support/catch.hpp"

using namespace rulescore;

TEST_CASE("edit distance counts characters") {
  CHECK(edit_distance(U"", U"") == 0);
  CHECK(edit_distance(U"abc", U"") == 3);
  CHECK(edit_distance(U"abc", U"abc") == 0);
  CHECK(edit_distance(U"abc", U"abd") == 1);
  CHECK(edit_distance(U"abc", U"acb") == 1);
  CHECK(edit_distance(U"abc", U"ac") == 1);
  CHECK(edit_distance(U"出庭率", U"应诉率") == 2);
  CHECK(edit_distance(U"kitten", U"sitting") == 3);
}

TEST_CASE("edit distance is symmetric and never more than the longer text") {
  const std::vector<std::u32string> all = [] {
    std::vector<std::u32string> texts{U""};
    for (std::size_t begin = 0, length = 0; length < 4; ++length) {
      const std::size_t end = texts.size();
      for (; begin < end; ++begin)
        for (const char32_t c : {U'a', U'b'}) texts.push_back(texts[begin] + c);
    }
    return texts;
  }();
  REQUIRE(all.size() == 31);
  for (const auto& a : all)
    for (const auto& b : all) {
      CHECK(edit_distance(a, b) == edit_distance(b, a));
      CHECK(edit_distance(a, b) <= std::max(a.size(), b.size()));
      CHECK((edit_distance(a, b) == 0) == (a == b));
    }
}

TEST_CASE("only slips are suggested") {
  const std::vector<std::string> keys = {"any", "all", "none", "in", "near", "context", "value"};
  CHECK(nearest("valeu", keys) == "value");
  CHECK(nearest("Context", keys) == "context");
  CHECK(nearest("anny", keys) == "any");
  CHECK(nearest("weight", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("x", keys).empty());
  CHECK(nearest(std::string(5000, 'x'), keys).empty());
  CHECK(did_you_mean("naer", keys) == "did you mean `near`?");
  CHECK(did_you_mean("zzzz", keys).empty());
  CHECK(join(keys) == "any, all, none, in, near, context, value");
}
