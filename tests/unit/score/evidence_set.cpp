// Evidence is in one order, whoever made it.
#include <rulescore/evidence.hpp>

#include "support/catch.hpp"

#include <vector>

namespace rulescore {
namespace {

Evidence at(std::uint32_t indicator, std::uint32_t begin, std::uint16_t rule, std::uint32_t duplicate_of = Evidence::none) {
  Evidence piece;
  piece.indicator = indicator;
  piece.begin = begin;
  piece.end = begin + 6;
  piece.rule = rule;
  piece.duplicate_of = duplicate_of;
  return piece;
}

EvidenceSet set_of(std::vector<Evidence> items) {
  return {Document::from_text("办结率百分之百。\n"), "0123456789abcdef", std::move(items)};
}

}  // namespace

TEST_CASE("by indicator, then position, then rule") {
  const EvidenceSet set = set_of({at(1, 3, 0), at(0, 9, 0), at(0, 3, 1), at(0, 3, 0)});
  REQUIRE(set.items().size() == 4);
  CHECK(set.items()[0].rule == 0);
  CHECK(set.items()[1].rule == 1);
  CHECK(set.items()[2].begin == 9);
  CHECK(set.items()[3].indicator == 1);
}

TEST_CASE("a repetition still names its original after sorting") {
  const EvidenceSet set = set_of({at(1, 0, 0), at(0, 9, 0, 2), at(0, 3, 0)});
  CHECK(set.items()[0].duplicate_of == Evidence::none);
  CHECK(set.items()[1].duplicate_of == 0);
  CHECK(set.items()[2].duplicate_of == Evidence::none);
}

TEST_CASE("a quote is the bytes of the document") {
  const EvidenceSet set = set_of({at(0, 3, 0)});
  CHECK(set.quote(set.items()[0]) == "结率");
  CHECK(set.rules_fingerprint() == "0123456789abcdef");
}

TEST_CASE("a status's name is the one that files carry") {
  CHECK(to_string(Status::achieved) == "achieved");
  CHECK(to_string(Status::planned) == "planned");
  CHECK(to_string(Status::problem) == "problem");
}

}  // namespace rulescore
