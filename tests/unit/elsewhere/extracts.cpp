// LangExtract's files, as its own writer makes them.
#include <rulescore/facts.hpp>

#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace rulescore;

namespace {

const std::string line =
    R"({"extractions": [)"
    R"({"extraction_class": "E1.3", "extraction_text": "出庭应诉率100%", "char_interval": {"start_pos": 3, "end_pos": 12},)"
    R"( "alignment_status": "match_exact", "extraction_index": 1, "group_index": 0, "description": null,)"
    R"( "attributes": {"value": "100%", "rule": "rate", "status": "achieved", "tone": "proud"}},)"
    R"( {"extraction_class": "plan", "extraction_text": "力争应诉率达到100%", "char_interval": null, "alignment_status": null,)"
    R"( "extraction_index": 2, "group_index": 1, "description": null, "attributes": {"indicator": ["E1.3"], "status": "planned"}},)"
    R"( {"extraction_class": "E1.4", "extraction_text": "", "attributes": null},)"
    R"( {"extraction_class": "E1.5", "extraction_text": "十次", "attributes": {"status": "done"}},)"
    R"( 7],)"
    R"( "text": "负责人出庭应诉率100%。力争应诉率达到100%。", "document_id": "qingdao-2020"})";

}  // namespace

TEST_CASE("each extraction is a fact of kind extract") {
  const FactsResult result = parse_facts(line, "x.jsonl");
  REQUIRE(result.facts.size() == 2);
  const Fact& f = result.facts[0];
  CHECK(f.kind == SourceKind::extract);
  CHECK(f.indicator == "E1.3");
  CHECK(f.rule == "rate");
  CHECK(f.value == 100);
  CHECK(f.unit == "%");
  CHECK(f.quote == "出庭应诉率100%");
  CHECK(f.document == "qingdao-2020");
  CHECK(f.source == "LangExtract");
  CHECK(f.where == "x.jsonl:1#1");
  CHECK(f.begin == 3u);
  REQUIRE(f.text != nullptr);
  CHECK(f.text->starts_with("负责人"));
  CHECK(result.facts[1].indicator == "E1.3");
  CHECK(result.facts[1].status == Status::planned);
  CHECK(std::isnan(result.facts[1].value));
  CHECK_FALSE(result.facts[1].begin.has_value());
  CHECK(result.facts[1].text == f.text);
}

TEST_CASE("an extraction that can't be used is named, the others stay") {
  const FactsResult result = parse_facts(line, "x.jsonl");
  std::vector<std::string> found;
  for (const ReadFailure& failure : result.failures) found.push_back(failure.name + ": " + failure.reason);
  CHECK(found == std::vector<std::string>{"x.jsonl:1#3: an extract has a `quote`: the passage of the document",
                                          "x.jsonl:1#4: `status` is one of achieved, planned, problem; found `done`",
                                          "x.jsonl:1#5: is no object"});
}

TEST_CASE("a line without a document, without extractions") {
  CHECK(parse_facts(R"({"extractions": null, "text": "甲", "document_id": "d"})").failures.empty());
  CHECK(parse_facts(R"({"extractions": [], "text": null, "document_id": "d"})").facts.empty());
  CHECK(parse_facts(R"({"extractions": [], "text": null})").failures.at(0).reason ==
        "has neither a \"document_id\" nor a \"text\" to know its document by");
  CHECK(parse_facts(R"({"extractions": 5, "text": "甲"})").failures.at(0).reason == "\"extractions\" is no list");
}
