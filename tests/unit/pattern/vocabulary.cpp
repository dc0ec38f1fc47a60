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
  CHECK(v.phrase_count() == 3);
  for (PhraseId p : v.phrases(a)) {
    CHECK(v.holds(a, p));
    CHECK_FALSE(v.holds(c, p));
  }
  std::vector<Hit> hits;
  v.automaton().find(U"听取法治报告", hits);
  CHECK(hits.size() == 3);
}
