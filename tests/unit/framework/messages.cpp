// Whole messages as people read them, caret included.
#include "texts.hpp"

#include "support/catch.hpp"

using namespace rulescore;
using rulescore::testing::errors_of;
using rulescore::testing::framework_with;

namespace {

std::string only_message(std::string_view yaml) {
  const std::vector<Issue> errors = errors_of(yaml);
  return errors.size() == 1 ? to_string(errors[0]) : std::to_string(errors.size()) + " errors";
}

}  // namespace

TEST_CASE("a mistyped key") {
  CHECK(only_message(framework_with("      rate: {any: [出庭率], valeu: {unit: \"%\"}}\n", "      rate: 1\n")) ==
        "f.yaml:14:26: error[unknown-key]: the rule `rate` has no entry `valeu`\n"
        "        rate: {any: [出庭率], valeu: {unit: \"%\"}}\n"
        "                              ^\n"
        "  did you mean `value`? allowed: any, all, none, in, near, context, value, status");
}

TEST_CASE("a unit the rule never finds") {
  CHECK(only_message(framework_with("      应诉率: {any: [出庭率], value: {unit: \"%\"}}\n", "      应诉率: {reach: 30天}\n")) ==
        "f.yaml:16:20: error[unit-mismatch]: the rule `应诉率` never finds `天`\n"
        "        应诉率: {reach: 30天}\n"
        "                        ^\n"
        "  its unit is %");
}

TEST_CASE("an unknown lexicon") {
  CHECK(only_message(framework_with("      r: {any: [出庭], near: {lexicon: establised}}\n", "      r: 1\n")) ==
        "f.yaml:14:38: error[unknown-lexicon]: there is no lexicon `establised`\n"
        "        r: {any: [出庭], near: {lexicon: establised}}\n"
        "                                         ^\n"
        "  did you mean `established`?");
}

TEST_CASE("a rule that isn't there") {
  CHECK(only_message(framework_with("      r: {any: [出庭]}\n", "      rr: 1\n")) ==
        "f.yaml:16:7: error[unknown-rule]: `evidence` has no rule `rr`\n"
        "        rr: 1\n"
        "        ^\n"
        "  did you mean `r`? it has: r");
}

TEST_CASE("a number that other readers would take for another") {
  CHECK(only_message(framework_with("      r: {any: [出庭]}\n", "      r: 1\n", "    effort: 010\n")) ==
        "f.yaml:17:13: error[bad-number]: `effort` is a number; found `010`, with a leading zero\n"
        "      effort: 010\n"
        "              ^\n"
        "  drop it: other readers of YAML take 010 for 8");
}

TEST_CASE("a full-width colon, told of at the line that holds it") {
  CHECK(only_message("rulescore: 1\nid：small\nversion: \"1\"\n") ==
        "f.yaml:3:8: error[yaml-syntax]: a `:` that belongs to no key\n"
        "  version: \"1\"\n"
        "         ^\n"
        "  in line 2, a full-width colon `：` doesn't end a key; write `: `");
}

TEST_CASE("a quote that swallows the rest of the file") {
  CHECK(only_message("rulescore: 1\nid: \"small\nversion: 1\n") ==
        "f.yaml:2:5: error[unclosed-quote]: the quote \" that opens here is never closed\n"
        "  id: \"small\n"
        "      ^\n"
        "  put \" at the end of the text");
}

TEST_CASE("bytes that are not UTF-8 are named, not printed") {
  CHECK(only_message("rulescore: 1\nid: \xD6\xD0\n") ==
        "f.yaml:2:5: error[not-utf8]: byte 0xD6 is not UTF-8\n"
        "  if the file is GBK or GB18030, save it as UTF-8");
}

TEST_CASE("the exception says them all, in order") {
  const std::string text = framework_with("      r: {any: []}\n", "      r: 2\n", "    weight: x\n");
  try {
    Framework::parse(text, "some.yaml");
    FAIL("read");
  } catch (const FrameworkError& error) {
    REQUIRE(error.issues().size() == 3);
    CHECK(error.issues()[0].code == "empty-list");
    CHECK(error.issues()[1].code == "out-of-range");
    CHECK(error.issues()[2].code == "bad-number");
    const std::string what = error.what();
    CHECK(what.find("some.yaml:14:16: error[empty-list]") == 0);
    CHECK(what.find("\nsome.yaml:17:13: error[bad-number]") != std::string::npos);
  }
}

TEST_CASE("warnings go with the framework") {
  const Framework framework = Framework::parse(
      framework_with("      r: {any: [出庭， 应诉], near: {lexicon: established}, value: {words: whole}}\n", "      r: 1\n"));
  REQUIRE(framework.warnings().size() == 1);
  CHECK(to_string(framework.warnings()[0]) ==
        "framework.yaml:14:17: warning[phrase-over-clause]: the phrase `出庭， 应诉` runs over the end of a clause\n"
        "        r: {any: [出庭， 应诉], near: {lexicon: established}, value: {words: whole}}\n"
        "                  ^\n"
        "  are these several phrases? separate them with `, `");
}
