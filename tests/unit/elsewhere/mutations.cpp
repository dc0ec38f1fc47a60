// Any bytes: a failure or a fact, an issue or a review, never a crash; and what was read can be used.
#include "support/catch.hpp"

#include "unit/corpus/folder.hpp"
#include "unit/elsewhere/world.hpp"

#include <rulescore/render.hpp>

#include <fstream>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

constexpr const char* csv =
    "jurisdiction,year,indicator,value,unit,kind,source,quote\n"
    "青岛市,2020,A1,98.6%,,statistic,\"年鉴, 第\"\"3\"\"页\",\n青岛市,2020,A1,0.8,score,expert,专家组,\n"
    "青岛市,2020,A2,,,extract,工具,\"办结30\n件\"\n,,,,,,,\n青岛市,2020,61,3,次,survey,问卷,\n";
constexpr const char* jsonl =
    "{\"jurisdiction\":\"青岛市\",\"year\":2020,\"indicator\":\"A1\",\"value\":98.6,\"unit\":\"%\",\"source\":\"年鉴\"}\n"
    "{\"extractions\":[{\"extraction_class\":\"A2\",\"extraction_text\":\"办结30件\",\"char_interval\":{\"start_pos\":7,\"end_"
    "pos\":12},"
    "\"attributes\":{\"status\":\"achieved\",\"value\":[\"30件\"]}}],\"text\":\"出庭率69%。办结30件。\",\"document_id\":"
    "\"qingdao\"}\n";
constexpr const char* reviews =
    "rulescore-review: 1\nreviews:\n  - evidence: \"0123456789abcdef\"\n    found: {rule: rate, quote: \"出庭率\"}\n    verdict: "
    "correct\n"
    "    reason: 数错\n    date: 2024-05-01\n    value: 96%\n    status: planned\n  - evidence: \"0123456789abcdee\"\n    "
    "verdict:\n";

std::uint64_t draw(std::uint64_t& state) {  // splitmix64
  std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::string mutated(std::string text, std::uint64_t& state) {
  static const std::string pieces[] = {"\"",           ",",    "\n",  "\r",         "{",  "}", "[",    "]", ":", "%",
                                       "\xEF\xBB\xBF", "\xC7", "\0x", "9999999999", "年", "-", "null", "#"};
  for (auto times = draw(state) % 6; times > 0 && !text.empty(); --times) {
    const std::size_t at = draw(state) % text.size();
    switch (draw(state) % 4) {
      case 0:
        text[at] = static_cast<char>(draw(state));
        break;
      case 1:
        text.erase(at, draw(state) % 9);
        break;
      case 2:
        text.insert(at, pieces[draw(state) % std::size(pieces)]);
        break;
      default:
        text.insert(at, text.substr(draw(state) % text.size(), draw(state) % 40));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("mutated facts and reviews") {
  const Framework framework = world();
  const Engine engine(framework);
  const Document document = report("出庭率69%。办结30件。召开常务会议3次。这是一份够长的文本,能认出是哪一份文档。");
  const test::Folder folder;
  std::uint64_t state = 20240501;
  for (int round = 0; round < 4000; ++round) {
    const std::vector<std::string> path{folder.write("facts.csv", mutated(csv, state))};
    FactsResult facts = read_facts(path);
    FactsResult more = parse_facts(mutated(jsonl, state));
    facts.facts.insert(facts.facts.end(), more.facts.begin(), more.facts.end());
    const ReviewsResult said = parse_reviews(mutated(reviews, state));
    const Elsewhere elsewhere(framework, facts.facts, said.reviews);
    const Scorecard card = engine.evaluate(document, elsewhere);
    for (const Evidence& e : card.evidence().items()) {
      REQUIRE(e.end <= document.text().size());
      REQUIRE((e.fact == Evidence::none || e.fact < card.evidence().facts().size()));
      REQUIRE((e.duplicate_of == Evidence::none || e.duplicate_of < card.evidence().items().size()));
    }
    REQUIRE(card.score() >= 0);
    REQUIRE(card.score() <= 100);
    if (round % 50 == 0) {
      CHECK_FALSE(scorecard_jsonl(card).empty());
      CHECK_FALSE(explain_text(card, 2).empty());
      Leftovers left(elsewhere);
      left.saw(card.evidence());
      CHECK(left.facts().size() <= facts.facts.size());
      const FactsResult again = parse_facts(facts_jsonl(elsewhere.facts()));
      CHECK(again.facts.size() + again.failures.size() == elsewhere.facts().size());
      CHECK(parse_reviews(reviews_yaml(said.reviews)).reviews.size() == said.reviews.size());
    }
  }
}
