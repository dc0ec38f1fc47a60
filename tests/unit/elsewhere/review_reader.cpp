// Review files, and everything that can be wrong with one.
#include <rulescore/review.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace rulescore;

namespace {

const std::string head = "rulescore-review: 1\nreviews:\n";
const std::string piece = "  - evidence: \"0123456789abcdef\"\n";

// "3:5 code message" of every issue.
std::vector<std::string> said(const std::string& yaml) {
  std::vector<std::string> out;
  for (const Issue& issue : parse_reviews(yaml).issues)
    out.push_back(std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code + " " + issue.message);
  return out;
}

std::string one(const std::string& fields) {
  const std::vector<std::string> all = said(head + piece + fields);
  REQUIRE(all.size() == 1);
  return all[0];
}

Review review(const std::string& fields) {
  const ReviewsResult result = parse_reviews(head + piece + fields);
  for (const Issue& issue : result.issues) FAIL(to_string(issue));
  REQUIRE(result.reviews.size() == 1);
  return result.reviews[0];
}

}  // namespace

TEST_CASE("accepted, rejected, corrected") {
  const Review accepted = review("    verdict: accept\n    date: 2024-05-01\n");
  CHECK(accepted.decision == Decision::accept);
  CHECK(accepted.evidence == "0123456789abcdef");
  CHECK(accepted.where == "review.yaml:3");
  CHECK(accepted.reason.empty());
  const Review rejected = review("    verdict: reject\n    reason: 是旁听\n    date: 2024-02-29\n");
  CHECK(rejected.decision == Decision::reject);
  CHECK(rejected.reason == "是旁听");
  const Review corrected = review(
      "    verdict: correct\n    reason: 数错\n    date: 2024-05-01\n    status: planned\n    value: 2.5万件\n    scope: other\n"
      "    year: 2019\n");
  CHECK(corrected.status == Status::planned);
  CHECK(corrected.value == 25000);
  CHECK(corrected.unit == "件");
  CHECK(corrected.scope == Whose::other);
  CHECK(corrected.year == 2019);
  const Review figure = review("    verdict: correct\n    reason: 数错\n    date: 2024-05-01\n    value: 96\n    unit: \"%\"\n");
  CHECK(figure.value == 96);
  CHECK(figure.unit == "%");
  CHECK(std::isnan(*review("    verdict: correct\n    reason: 不是数\n    date: 2024-05-01\n    value: none\n").value));
}

TEST_CASE("a form that isn't filled in says nothing") {
  CHECK(parse_reviews(head).reviews.empty());
  CHECK(said(head).empty());
  const std::string empty = piece + "    found: {rule: rate, note: whatever}\n    verdict:\n    reason:\n    date:\n";
  CHECK(said(head + empty).empty());
  CHECK(parse_reviews(head + empty).reviews.empty());
}

TEST_CASE("the whole message, with line and caret") {
  const ReviewsResult result = parse_reviews(head + piece + "    verdict: rejct\n", "r.yaml");
  REQUIRE(result.issues.size() == 1);
  CHECK(to_string(result.issues[0]) ==
        "r.yaml:4:14: error[bad-choice]: `verdict` is one of accept, reject, correct; found `rejct`\n"
        "      verdict: rejct\n"
        "               ^\n"
        "  did you mean `reject`?");
}

TEST_CASE("what is missing or doesn't fit") {
  CHECK(one("    verdict: reject\n    date: 2024-05-01\n") ==
        "3:5 missing-key a piece that is not accepted as it is needs a `reason`");
  CHECK(one("    verdict: accept\n") == "3:5 missing-key a review of a piece lacks `date`");
  CHECK(one("    verdict: accept\n    date: 1. Mai\n") == "5:11 bad-date `date` is a day such as 2024-05-01; found `1. Mai`");
  CHECK(one("    verdict: accept\n    date: 2023-02-29\n") ==
        "5:11 bad-date `date` is a day such as 2024-05-01; found `2023-02-29`");
  CHECK(one("    reason: 是旁听\n    date: 2024-05-01\n") == "4:5 missing-key this entry has a `reason` and no `verdict`");
  CHECK(one("    verdict: accept\n    date: 2024-05-01\n    value: 3\n") ==
        "6:5 conflict `value` corrects a piece, and the verdict is accept");
  CHECK(one("    verdict: correct\n    reason: 错\n    date: 2024-05-01\n") == "3:5 missing-key nothing is corrected");
  CHECK(one("    verdict: correct\n    reason: 错\n    date: 2024-05-01\n    value: viel\n") ==
        "7:12 bad-figure `value` is a figure such as 50%, 30天 or 2.5万件; found `viel`");
  CHECK(one("    verdict: correct\n    reason: 错\n    date: 2024-05-01\n    value: 3件\n    unit: \"%\"\n") ==
        "8:11 conflict the value has the unit `件` already");
  CHECK(one("    verdict: correct\n    reason: 错\n    date: 2024-05-01\n    value: none\n    unit: \"%\"\n") ==
        "8:11 conflict a piece without a figure has no unit");
  CHECK(one("    verdict: correct\n    reason: 错\n    date: 2024-05-01\n    year: 20\n") ==
        "7:11 out-of-range `year` is a number from 1900 to 2100; found `20`");
  CHECK(one("    verdict: accept\n    dat: 2024-05-01\n").starts_with("5:5 unknown-key"));
}

TEST_CASE("reviews carry no names") {
  for (const char* key : {"reviewer", "by", "author"}) {
    CHECK(one("    verdict: accept\n    date: 2024-05-01\n    " + std::string(key) + ": 王\n") ==
          "6:5 named-review reviews carry no names; found `" + std::string(key) + "`");
  }
}

TEST_CASE("a file that is no review") {
  CHECK(said("") == std::vector<std::string>{"0:0 empty-file the file is empty"});
  CHECK(said("reviews: []\n") == std::vector<std::string>{"1:1 missing-key a review lacks `rulescore-review`"});
  CHECK(said("rulescore-review: 2\nreviews: []\n") ==
        std::vector<std::string>{"1:19 bad-version this reader knows version 1 of reviews; found `2`"});
  CHECK(said("rulescore-review: 1\n") == std::vector<std::string>{"1:1 missing-key a review lacks `reviews`"});
  CHECK(said("rulescore-review: 1\nreviews: 3\n") == std::vector<std::string>{"2:10 wrong-type `reviews` is a list; found `3`"});
  CHECK(said("rulescore: 1\n").size() == 1);
  CHECK(said("- a\n").size() == 1);
  CHECK(said(head + "  - evidence: 123\n    verdict: accept\n    date: 2024-05-01\n") ==
        std::vector<std::string>{
            "3:15 bad-fingerprint `evidence` is the fingerprint of a piece, 16 digits and letters from a to f; found "
            "`123`"});
}

TEST_CASE("of two reviews of one piece neither is taken, and both places are named") {
  const std::string twice = piece + "    verdict: accept\n    date: 2024-05-01\n";
  const std::string other = "  - evidence: \"0123456789abcdee\"\n    verdict: accept\n    date: 2024-05-01\n";
  const ReviewsResult result = parse_reviews(head + twice + other + twice, "r.yaml");
  REQUIRE(result.reviews.size() == 1);
  CHECK(result.reviews[0].evidence == "0123456789abcdee");
  REQUIRE(result.issues.size() == 1);
  CHECK(to_string(result.issues[0]) ==
        "r.yaml:9:15: error[duplicate-review]: this piece is reviewed at r.yaml:3, too; neither is taken\n"
        "    - evidence: \"0123456789abcdef\"\n"
        "                ^\n"
        "  keep one of them");
}

TEST_CASE("one bad entry loses no other") {
  const ReviewsResult result = parse_reviews(
      head + piece + "    verdict: reject\n  - evidence: \"0123456789abcdee\"\n    verdict: accept\n    date: 2024-05-01\n");
  CHECK(result.issues.size() == 1);
  CHECK(result.reviews.size() == 1);
}

TEST_CASE("reviews there and back, whatever is in them") {
  std::vector<Review> reviews(3);
  reviews[0].evidence = "0123456789abcdef";
  reviews[0].date = "2024-05-01";
  reviews[1].evidence = "0123456789abcdee";
  reviews[1].decision = Decision::reject;
  reviews[1].reason = "\"引号\" \\ #: {x}\n换行\t\x01 \xE2\x80\xAE \xEF\xBB\xBF 𠀀";
  reviews[1].date = "2024-05-02";
  reviews[2].evidence = "1234567890123456";
  reviews[2].decision = Decision::correct;
  reviews[2].reason = "no";
  reviews[2].date = "2024-05-03";
  reviews[2].status = Status::problem;
  reviews[2].value = 0.1;
  reviews[2].unit = "%";
  reviews[2].scope = Whose::subordinate;
  reviews[2].year = 2019;
  const std::string text = reviews_yaml(reviews);
  const ReviewsResult again = parse_reviews(text);
  for (const Issue& issue : again.issues) FAIL(to_string(issue) + text);
  REQUIRE(again.reviews.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(again.reviews[i].evidence == reviews[i].evidence);
    CHECK(again.reviews[i].decision == reviews[i].decision);
    CHECK(again.reviews[i].reason == reviews[i].reason);
    CHECK(again.reviews[i].date == reviews[i].date);
    CHECK(again.reviews[i].status == reviews[i].status);
    CHECK(again.reviews[i].value == reviews[i].value);
    CHECK(again.reviews[i].unit == reviews[i].unit);
    CHECK(again.reviews[i].scope == reviews[i].scope);
    CHECK(again.reviews[i].year == reviews[i].year);
  }
  CHECK(reviews_yaml(again.reviews) == text);
}
