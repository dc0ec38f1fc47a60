// Fingerprints: blind to layout, alert to everything else.
#include "framework/canonical.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <set>

using namespace rulescore;
using rulescore::testing::replaced;
using rulescore::testing::rich;

namespace {

Framework with(std::string_view from, std::string_view to) { return Framework::parse(replaced(std::string(rich), from, to)); }

}  // namespace

TEST_CASE("the hash is XXH3, 64 bits, seed 0") {
  CHECK(fingerprint_of("") == "2d06800538d394c2");
  CHECK(fingerprint_of("abc") == "78af5f94892f3950");
}

TEST_CASE("a fingerprint is the hash of the canonical form, however long") {
  for (const Framework& framework :
       {Framework::parse(rich), Framework::load(std::string(RULESCORE_SOURCE_DIR) + "/indicators/demonstration-2021")}) {
    CHECK(framework.fingerprint() == fingerprint_of(canonical(framework.model())));
    CHECK(framework.rules_fingerprint() == fingerprint_of(canonical_rules(framework.model())));
  }
}

TEST_CASE("layout and comments don't count") {
  const Framework original = Framework::parse(rich);
  const std::pair<std::string_view, std::string_view> neutral[] = {
      {"# Everything once.\n", ""},
      {"full: 200", "full:    200  # points"},
      {"full: 200", "full: 200.0"},
      {"[建立, 健全, 完善]", "[建立,\n    健全,\n    完善]"},
      {"[建立, 健全, 完善]", "\n    - 建立\n    - 健全\n    - 完善"},
      {"id: rich-1", "id: \"rich-1\""},
      {"{from: 50%, to: 100%}", "{to: 100%, from: 50%}"},
      {"{from: 50%, to: 100%}", "{from: 50 %, to: 100.0%}"},
      {"unit: \"%\", within", "unit: ％, within"},
      {"find: nothing", "find: 'nothing'"},
  };
  for (const auto& [from, to] : neutral) {
    INFO(from << " -> " << to);
    const Framework changed = with(from, to);
    CHECK(changed.fingerprint() == original.fingerprint());
    CHECK(changed.rules_fingerprint() == original.rules_fingerprint());
  }
}

TEST_CASE("where an entry stands beside others doesn't count, order in lists does") {
  const Framework original = Framework::parse(rich);
  const Framework moved =
      Framework::parse(replaced(replaced(std::string(rich), "full: 200\n", ""), "missing:", "full: 200\nmissing:"));
  CHECK(moved.fingerprint() == original.fingerprint());
  CHECK(with("[建立, 健全, 完善]", "[健全, 建立, 完善]").fingerprint() != original.fingerprint());
}

TEST_CASE("a weight moves the one, a rule moves both") {
  const Framework original = Framework::parse(rich);
  for (const auto& [from, to] : {std::pair{"weight: 3", "weight: 4"},
                                 {"effort: 2", "effort: 3"},
                                 {"en: Sample", "en: Simple"},
                                 {"cost: 0.2", "cost: 0.1"},
                                 {"owner: 法院", "owner: 法务"},
                                 {"take: mean", "take: best"},
                                 {"basis: national", "basis: ours"},
                                 {"from: 180", "from: 181"},
                                 {"受理件数60件", "受理件数61件"},
                                 {"number: 61", "number: 63"}}) {
    INFO(from << " -> " << to);
    const Framework changed = with(from, to);
    CHECK(changed.fingerprint() != original.fingerprint());
    CHECK(changed.rules_fingerprint() == original.rules_fingerprint());
  }
  for (const auto& [from, to] : {std::pair{"印发, ", "出台, "},
                                 {"within: 12", "within: 13"},
                                 {"in: paragraph", "in: section"},
                                 {"change: decrease", "change: increase"},
                                 {"each: true", "each: false"},
                                 {"[避免了]", "[避免]"},
                                 {"下一步, ", "下步, "},
                                 {"side: before", "side: after"},
                                 {"无一遗漏: 100%", "无一遗漏: 99%"}}) {
    INFO(from << " -> " << to);
    const Framework changed = with(from, to);
    CHECK(changed.fingerprint() != original.fingerprint());
    CHECK(changed.rules_fingerprint() != original.rules_fingerprint());
  }
}

TEST_CASE("fingerprints are sixteen hex digits") {
  const std::string fingerprint = Framework::parse(rich).fingerprint();
  CHECK(fingerprint.size() == 16);
  CHECK(std::all_of(fingerprint.begin(), fingerprint.end(),
                    [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }));
}

TEST_CASE("texts that run together stay apart") {
  std::set<std::string> seen;
  for (const auto& [zh, en] : {std::pair{"ab", "c"}, {"a", "bc"}, {"abc", "x"}, {"1:a", "b"}})
    seen.insert(with("{zh: 样例, en: Sample}", "{zh: \"" + std::string(zh) + "\", en: \"" + en + "\"}").fingerprint());
  CHECK(seen.size() == 4);
}
