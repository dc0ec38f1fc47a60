// Examples beside rules: what passes, what fails, and what a failure says.
#include "shipped.hpp"

using namespace rulescore;

TEST_CASE("a failing example says what was expected and what was found") {
  const Engine engine(Framework::parse(R"(rulescore: 1
id: t
version: "1"
title: t
full: 1
missing: zero
children:
  - code: A
    title: t
    asks: t
    evidence: {rate: {any: [出庭率], value: {unit: "%"}}}
    score: {rate: {reach: 100%}}
    examples:
      - text: 出庭率98%。
        find: {rule: rate, value: 98}
      - text: 出庭率98%。
        find: nothing
      - text: 没有。
        find: {rule: rate, value: 100, unit: "%", status: planned}
)"));
  const auto results = run_examples(engine);
  REQUIRE(results.size() == 3);
  CHECK(results[0].passed);
  CHECK_FALSE(results[1].passed);
  CHECK(results[1].expected == "nothing");
  CHECK(results[1].found == "rule rate, value 98, unit %, status achieved in “出庭率98%”");
  CHECK(results[1].line == 16);
  CHECK_FALSE(results[2].passed);
  CHECK(results[2].expected == "rule rate, value 100, unit %, status planned");
  CHECK(results[2].found == "nothing");
}

TEST_CASE("every example of the shipped framework holds") {
  std::size_t failed = 0, hits = 0, nothing = 0;
  for (const ExampleResult& r : run_examples(shipped_engine())) {
    if (!r.passed) {
      ++failed;
      UNSCOPED_INFO(r.file << ":" << r.line << " " << r.text << " expected " << r.expected << ", found " << r.found);
    }
    ++(r.expected == "nothing" ? nothing : hits);
  }
  CHECK(failed == 0);
  CHECK(hits >= 300);
  CHECK(nothing >= 100);
}

TEST_CASE("every indicator has three examples that hit and two that must not") {
  std::vector<int> hits(shipped_engine().framework().nodes().size()), others(hits.size());
  for (const ExampleResult& r : run_examples(shipped_engine()))
    ++(r.expected.find("status achieved") != std::string::npos ? hits : others)[r.node];
  for (const std::uint32_t node : shipped_engine().framework().indicators()) {
    UNSCOPED_INFO(shipped_engine().framework().nodes()[node].code);
    CHECK(hits[node] >= 3);
    CHECK(others[node] >= 2);
  }
}
