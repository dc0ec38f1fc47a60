// What no document took, with the reason.
#include "support/catch.hpp"

#include "unit/elsewhere/world.hpp"

using namespace rulescore;
using namespace rulescore::testing;

namespace {

Leftovers after(const std::vector<Document>& documents, std::vector<Fact> facts, std::vector<Review> reviews = {}) {
  const Framework framework = world();
  const Elsewhere elsewhere(framework, std::move(facts), std::move(reviews));
  Leftovers leftovers(elsewhere);
  EvaluateOptions options;
  options.elsewhere = elsewhere;
  for (const Scorecard& card : Engine(framework).evaluate(documents, options)) leftovers.saw(card.evidence());
  return leftovers;
}

Fact about(const std::string& jurisdiction, int year) {
  Fact f = fact("A1", 98, "%");
  f.jurisdiction = jurisdiction;
  f.year = year;
  return f;
}

}  // namespace

TEST_CASE("facts about other places, other years, other documents") {
  Fact named = fact("A1", 98, "%");
  named.document = "qingda0.txt";
  Fact unnamed = extract("A1", "出庭办法");
  unnamed.jurisdiction.clear();
  unnamed.text = std::make_shared<const std::string>("另一份文本");
  const std::vector<Fact> facts{
      about("青岛市", 2020), about("青道市", 2020), about("青岛市", 2018), about("海曙区", 2020), named, unnamed};
  const Leftovers left =
      after({report("无。"), report("无。", "青岛市", 2019), report("无。", "青岛市", 0), report("无。", "无锡市", 2018)}, facts);
  CHECK(reasons(left.facts()) ==
        Strings{"no document is about 青道市 2020; did you mean `青岛市`?",
                "no document is about 青岛市 2018; those of 青岛市 are about an unknown year, 2019, 2020",
                "no document is about 海曙区 2020", "there is no document `qingda0.txt` here",
                "there is no document with its text here"});
  CHECK(left.reviews().empty());
}

TEST_CASE("a passage that doesn't stand in its document, a figure it doesn't state") {
  Fact no_figure = extract("A2", "办结若干");
  CHECK(reasons(after({report("办结若干。")}, {extract("A1", "从未说过"), no_figure}).facts()) ==
        Strings{"its passage doesn't stand in reports/qingdao.txt: “从未说过”",
                "it has no `value`, and its passage states no figure that a rule counts"});
}

TEST_CASE("a review that matches nothing any more") {
  Review review;
  review.evidence = "0123456789abcdef";
  review.where = "r.yaml:3";
  const auto left = after({report("出庭率90%。")}, {}, {review}).reviews();
  REQUIRE(left.size() == 1);
  CHECK(left[0].name == "r.yaml:3");
  CHECK(left[0].reason == "no piece of evidence has the fingerprint 0123456789abcdef any more");
}

TEST_CASE("nothing from elsewhere, nothing left over") {
  CHECK(after({report("出庭率90%。")}, {}).facts().empty());
  CHECK(Elsewhere().empty());
  CHECK(Elsewhere().facts().empty());
  CHECK(Elsewhere().failures().empty());
}
