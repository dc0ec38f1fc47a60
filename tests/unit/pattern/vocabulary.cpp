// The same phrase has one number, the same slot one id, and membership is exact.
#include "pattern/vocabulary.hpp"

#include "support/catch.hpp"

using namespace rulescore;

TEST_CASE("phrases and slots are interned") {
  const Phrase hear{{U"听取", U"报告"}}, report{{U"报告"}}, law{{U"法治"}};
  Vocabulary v;
  const SlotId a = v.add({hear, report});
  const SlotId b = v.add({report, hear, hear});
  const SlotId c = v.add({law});
  CHECK(v.add({}) == no_slot);
  v.compile();
  CHECK(a == b);
  CHECK(a != c);
  CHECK(v.word_count() == 3);
  CHECK(v.phrase_count() == 4);  // every word, and the phrase of two
  for (PhraseId p : v.phrases(a)) {
    CHECK(v.holds(a, p));
    CHECK_FALSE(v.holds(c, p));
  }
  int hits = 0;
  v.automaton().find(std::u32string_view(U"听取法治报告"), [&](const Hit&) { ++hits; });
  CHECK(hits == 3);
}
