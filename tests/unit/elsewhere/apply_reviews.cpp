// Reviews on evidence: what is rejected earns nothing, what is corrected earns what it should, and both stay to be seen.
#include "support/catch.hpp"

#include "unit/elsewhere/world.hpp"

#include <rulescore/render.hpp>

#include <nlohmann/json.hpp>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

const Framework& framework() {
  static const Framework one = world();
  return one;
}

const Engine& engine() {
  static const Engine one(framework());
  return one;
}

// A review of the piece at that place in the set.
Review of(const EvidenceSet& set, std::size_t index, Decision decision) {
  Review review;
  review.evidence = fingerprints(framework(), set).at(index);
  review.decision = decision;
  review.reason = "看过原文";
  review.date = "2024-05-01";
  review.where = "r.yaml:" + std::to_string(index);
  return review;
}

Review corrected(Review review, double value, const std::string& unit = "") {
  review.decision = Decision::correct;
  review.value = value;
  if (!unit.empty()) review.unit = unit;
  return review;
}

Scorecard card(const Document& document, std::vector<Review> reviews, std::vector<Fact> facts = {}) {
  return engine().evaluate(document, Elsewhere(framework(), std::move(facts), std::move(reviews)));
}

const Document& document() {
  static const Document one = report("出庭率69%。办结30件。同上,办结30件。办结20件。召开常务会议3次。");
  return one;
}

}  // namespace

TEST_CASE("a rejected piece is shown, earns nothing, and says why") {
  const EvidenceSet found = engine().match(document());
  const Scorecard rejected = card(document(), {of(found, 0, Decision::reject)});
  CHECK(pieces(rejected)[0] == "A1 r1 69% text rejected");
  CHECK(rejected.reason(2) == "没有可采用的依据：“出庭率69%”，复核不采用（2024-05-01）：看过原文，未评，计0分。");
  CHECK(rejected.reason(2, "en") ==
        "Nothing that may earn: \"出庭率69%\", rejected in review (2024-05-01): 看过原文; not assessed, it counts 0.");
  // And taken back again.
  const Scorecard back = engine().score(Elsewhere().applied_to(rejected.evidence()));
  CHECK(scorecard_jsonl(back) == scorecard_jsonl(engine().evaluate(document())));
}

TEST_CASE("an accepted piece is marked and nothing else") {
  const EvidenceSet found = engine().match(document());
  const Scorecard accepted = card(document(), {of(found, 0, Decision::accept)});
  CHECK(pieces(accepted) == pieces(engine().evaluate(document())));
  CHECK(accepted.score() == engine().evaluate(document()).score());
  REQUIRE(accepted.evidence().reviews().size() == 1);
  CHECK(accepted.evidence().review_of(accepted.evidence().items()[0])->review.decision == Decision::accept);
}

TEST_CASE("a corrected piece earns by its new figure, and the old one is shown") {
  const EvidenceSet found = engine().match(document());
  const Scorecard fixed = card(document(), {corrected(of(found, 0, Decision::correct), 96)});
  CHECK(score_of(fixed, "A1") == 0.96);
  CHECK(fixed.reason(2) == "“出庭率69%”（经复核更正）：96%按0%→100%线性计，得0.96（规则 rate）。得分0.96。");
  const auto json = nlohmann::json::parse(
      evidence_jsonl(framework(), fixed.evidence()).substr(0, evidence_jsonl(framework(), fixed.evidence()).find('\n')));
  CHECK(json["value"] == 96);
  CHECK(json["quote"] == "出庭率69%");
  CHECK(
      json["review"].dump() ==
      R"({"date":"2024-05-01","reason":"看过原文","verdict":"correct","was":{"scope":"own","status":"achieved","unit":"%","value":69.0,"year":2020}})");
  const std::string text = explain_text(fixed, 2);
  CHECK(text.find("复核：更正 2024-05-01：看过原文；原为：已做到 · 69%") != std::string::npos);
}

TEST_CASE("status, scope, year and the lack of a figure can be corrected") {
  const EvidenceSet found = engine().match(document());
  Review planned = of(found, 0, Decision::correct);
  planned.status = Status::planned;
  CHECK(pieces(card(document(), {planned}))[0] == "A1 r1 69% text counts planned");
  Review foreign = of(found, 0, Decision::correct);
  foreign.scope = Whose::other;
  CHECK(pieces(card(document(), {foreign}))[0] == "A1 r1 69% text foreign");
  Review old = of(found, 0, Decision::correct);
  old.year = 2018;
  CHECK(pieces(card(document(), {old}))[0] == "A1 r1 69% text stale");
  CHECK(pieces(card(document(), {corrected(of(found, 0, Decision::correct), no_value)}))[0] == "A1 r1 - text counts");
}

TEST_CASE("what repeated a piece that is gone speaks for itself, once") {
  const EvidenceSet found = engine().match(document());
  REQUIRE(pieces(engine().evaluate(document())) == Strings{"A1 r1 69% text counts", "A2 r1 30件 text counts",
                                                           "A2 r1 30件 text counts =", "A2 r1 20件 text counts",
                                                           "A3 r0 3次 text counts"});
  const Scorecard rejected = card(document(), {of(found, 1, Decision::reject)});
  CHECK(score_of(rejected, "A2") == 0.5);
  CHECK(score_of(card(document(), {of(found, 1, Decision::reject), of(found, 2, Decision::reject)}), "A2") == 0.2);
  // 40 and 30 and 20, no repeats; then 20, 30 and a 20 that says it again.
  CHECK(score_of(card(document(), {corrected(of(found, 1, Decision::correct), 40)}), "A2") == Approx(0.9));
  CHECK(score_of(card(document(), {corrected(of(found, 1, Decision::correct), 20)}), "A2") == Approx(0.5));
  CHECK(score_of(card(document(), {corrected(of(found, 2, Decision::correct), 40)}), "A2") == Approx(0.9));
}

TEST_CASE("reviews speak of facts, too") {
  const std::vector<Fact> facts{fact("A1", 98, "%")};
  const Scorecard with = card(document(), {}, facts);
  const Scorecard rejected = card(document(), {of(with.evidence(), 0, Decision::reject)}, facts);
  CHECK(pieces(rejected)[0] == "A1 r1 98% statistic rejected");
  CHECK(pieces(rejected)[1] == "A1 r1 69% text counts");
  CHECK(score_of(rejected, "A1") == 0.69);
}

TEST_CASE("twice is once, and the order doesn't matter") {
  const EvidenceSet found = engine().match(document());
  std::vector<Review> reviews{of(found, 0, Decision::accept), corrected(of(found, 1, Decision::correct), 20),
                              corrected(of(found, 2, Decision::correct), 20), of(found, 3, Decision::reject)};
  const Elsewhere elsewhere(framework(), {}, reviews);
  const EvidenceSet once = elsewhere.applied_to(found);
  CHECK(evidence_jsonl(framework(), elsewhere.applied_to(once)) == evidence_jsonl(framework(), once));
  CHECK(fingerprints(framework(), once) == fingerprints(framework(), found));
  const std::string expected = scorecard_jsonl(card(document(), reviews));
  std::reverse(reviews.begin(), reviews.end());
  CHECK(scorecard_jsonl(card(document(), reviews)) == expected);
}

TEST_CASE("two reviews of one piece: neither is taken") {
  const EvidenceSet found = engine().match(document());
  Review first = of(found, 0, Decision::accept), second = of(found, 0, Decision::reject);
  second.where = "other.yaml:9";
  const Elsewhere elsewhere(framework(), {}, {first, second});
  CHECK(elsewhere.reviews().empty());
  REQUIRE(elsewhere.failures().size() == 1);
  CHECK(elsewhere.failures()[0].name == "other.yaml:9");
  CHECK(elsewhere.failures()[0].reason == "this piece is reviewed at r.yaml:0, too; neither is taken");
}

TEST_CASE("a fingerprint survives edits elsewhere, and changes with what it says") {
  const auto of_rate = [](const std::string& text, const Framework& fw, const std::string& place = "青岛市", int year = 2020) {
    const EvidenceSet set = Engine(fw).match(report(text, place, year));
    const auto known = fingerprints(fw, set);
    for (std::size_t i = 0; i < known.size(); ++i)
      if (set.quote(set.items()[i]).find("出庭") != std::string_view::npos) return known[i];
    return std::string();
  };
  const std::string plain = of_rate("出庭率69%。", framework());
  CHECK(plain.size() == 16);
  CHECK(of_rate("一、做法\n办结30件。\n　出庭率 ６９％。后来。", framework()) == plain);
  std::string fewer_rules = world_yaml();
  for (const std::string part : {"          made: {any: [出庭办法]}\n", ", made: 0.4"})
    fewer_rules.erase(fewer_rules.find(part), part.size());
  CHECK(of_rate("出庭率69%。", Framework::parse(fewer_rules)) == plain);
  CHECK(of_rate("出庭率70%。", framework()) != plain);
  CHECK(of_rate("全市出庭率69%。", framework()) != plain);
  CHECK(of_rate("出庭率69%。", framework(), "无锡市") != plain);
  CHECK(of_rate("出庭率69%。", framework(), "青岛市", 2021) != plain);
}

TEST_CASE("pieces that are the same in everything are told apart") {
  const auto known = fingerprints(framework(), engine().match(report("办结30件。\n办结30件。\n办结30件。")));
  REQUIRE(known.size() == 3);
  CHECK(known[0] != known[1]);
  CHECK(known[1] != known[2]);
  CHECK(known[0] != known[2]);
  CHECK(fingerprints(framework(), engine().match(report("办结30件。")))[0] == known[0]);
}

TEST_CASE("the form holds every piece, and what was said of it") {
  const EvidenceSet found = engine().match(document());
  const std::vector<EvidenceSet> sets{found};
  const std::string form = evidence_review(framework(), sets);
  CHECK(parse_reviews(form).issues.empty());
  CHECK(parse_reviews(form).reviews.empty());
  CHECK(form.find(
            "  - evidence: \"" + fingerprints(framework(), found)[0] +
            "\"\n    found:\n      document: \"reports/qingdao.txt\"\n      jurisdiction: \"青岛市\"\n      year: 2020\n"
            "      indicator: \"A1 t\"\n      rule: \"rate\"\n      status: achieved\n      scope: own\n      value: \"69%\"\n"
            "      quote: \"出庭率69%\"\n      sentence: \"出庭率69%。\"\n    verdict:\n    reason:\n    date:\n") !=
        std::string::npos);
  const Scorecard reviewed = card(document(), {corrected(of(found, 0, Decision::correct), 96)});
  const std::vector<EvidenceSet> again{reviewed.evidence()};
  const ReviewsResult read = parse_reviews(evidence_review(framework(), again));
  CHECK(read.issues.empty());
  REQUIRE(read.reviews.size() == 1);
  CHECK(read.reviews[0].value == 96);
  CHECK(evidence_review(framework(), again).find("value: \"69%\"") != std::string::npos);
  CHECK(evidence_review(framework(), again, {"en"}).starts_with("# Review each piece"));
}
