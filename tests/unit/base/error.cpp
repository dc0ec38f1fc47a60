// The whole text of an issue, caret included.
#include <rulescore/error.hpp>

#include "support/catch.hpp"

using namespace rulescore;

TEST_CASE("the caret stands under the character, wide or not") {
  const Issue issue{"a.yaml", 3, 5, "unknown-key", "found “x”", "did you mean “y”?", "指标: 依法", Severity::error};
  CHECK(to_string(issue) ==
        "a.yaml:3:5: error[unknown-key]: found “x”\n"
        "  指标: 依法\n"
        "        ^\n"
        "  did you mean “y”?");
}

TEST_CASE("tabs before the caret stay tabs") {
  const Issue issue{"a.yaml", 1, 3, "tab", "no", "", "\ta: b", Severity::warning};
  CHECK(to_string(issue) == "a.yaml:1:3: warning[tab]: no\n  \ta: b\n  \t ^");
}

TEST_CASE("a framework error carries every issue") {
  const FrameworkError error({{"a", 0, 0, "x", "first", "", "", Severity::error}, {"b", 0, 0, "y", "second", "", "", Severity::error}});
  CHECK(std::string(error.what()) == "a: error[x]: first\nb: error[y]: second");
  CHECK(error.issues().size() == 2);
}
