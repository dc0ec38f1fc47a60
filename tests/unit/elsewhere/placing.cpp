// Passages found again, and documents known by their text.
#include "elsewhere/placing.hpp"
#include "elsewhere/fact_index.hpp"
#include "support/catch.hpp"

#include <memory>

using namespace rulescore;

namespace {

// The bytes where the passage stands, "-" when nowhere.
std::string placed(const std::string& text, const std::string& passage, std::optional<std::uint32_t> expected = std::nullopt) {
  const Text decoded = decode(text);
  const auto span = place(Squeezed(decoded), squeeze(passage), expected);
  if (!span) return "-";
  return std::to_string(decoded.byte_begin(span->begin)) + " " + std::string(decoded.quote(*span));
}

Fact with_text(const std::string& text) {
  Fact fact;
  fact.text = std::make_shared<const std::string>(text);
  return fact;
}

}  // namespace

TEST_CASE("blanks, line breaks, width and case may differ, nothing else") {
  CHECK(placed("全市出庭率90%。", "出庭率90%") == "6 出庭率90%");
  CHECK(placed("全市出庭率 ９０％。", "出庭\n率90 %") == "6 出庭率 ９０％");
  CHECK(placed("WTO规则", "wto 规则") == "0 WTO规则");
  CHECK(placed("全市出庭率90%。", "出庭率91%") == "-");
  CHECK(placed("全市", "全市出庭率") == "-");
  CHECK(placed("全市", "") == "-");
  CHECK(placed("全市", " \n") == "-");
  CHECK(placed("", "全") == "-");
  CHECK(placed("全市", "\xC7\xE0") == "-");
}

TEST_CASE("of several places the nearest to the one expected") {
  const std::string text = "甲乙。甲乙。甲乙。";
  CHECK(placed(text, "甲乙") == "0 甲乙");
  CHECK(placed(text, "甲乙", 0) == "0 甲乙");
  CHECK(placed(text, "甲乙", 3) == "9 甲乙");
  CHECK(placed(text, "甲乙", 4) == "9 甲乙");
  CHECK(placed(text, "甲乙", 5) == "18 甲乙");
  CHECK(placed(text, "甲乙", 99) == "18 甲乙");
  CHECK(placed("啊啊啊啊", "啊啊", 1) == "3 啊啊");
}

TEST_CASE("characters are counted, bytes are given") {
  CHECK(byte_of_character("a甲𠀀b", 0) == 0);
  CHECK(byte_of_character("a甲𠀀b", 2) == 4);
  CHECK(byte_of_character("a甲𠀀b", 3) == 8);
  CHECK(byte_of_character("a甲𠀀b", 4) == 9);
  CHECK(byte_of_character("a甲𠀀b", 40) == 9);
  const Text text = decode("甲 乙\n丙");
  CHECK(Squeezed(text).before(text, 0) == 0);
  CHECK(Squeezed(text).before(text, 4) == 1);
  CHECK(Squeezed(text).before(text, 8) == 2);
  CHECK(Squeezed(text).before(text, 99) == 3);
}

TEST_CASE("a document is known by a text that stands in it") {
  const std::string text = "这是另一个工具读过的文本,它够长,能认出是哪一份文档,不会错。";
  const std::string other = "这是另一个工具读过的文本,它够长,能认出是哪一份文档,真不会错。";
  const std::vector<Fact> facts{with_text(text), with_text(other), with_text("太短"), with_text(text)};
  const FactIndex index(facts);
  const auto about = [&](const std::string& document) { return index.about(Document::from_text(document)); };
  using Indices = std::vector<std::uint32_t>;
  CHECK(about(text) == Indices{0, 3});
  CHECK(about("前面还有一些。\n" + text + "\n后面也有。") == Indices{0, 3});
  CHECK(about(other + text) == Indices{0, 1, 3});
  CHECK(about(text.substr(0, text.size() - 6)) == Indices{});
  CHECK(about("太短") == Indices{});
  CHECK(about("x") == Indices{});
}

TEST_CASE("a name without its folders, without its suffix, or the title") {
  Fact fact;
  fact.document = "qingdao-2020";
  const std::vector<Fact> facts{fact};
  const FactIndex index(facts);
  const auto known = [&](const std::string& name, const std::string& title = "") {
    Metadata about;
    about.name = name;
    about.title = title;
    return index.about(Document::from_text("无。", about)).size() == 1;
  };
  CHECK(known("qingdao-2020"));
  CHECK(known("/data/reports/qingdao-2020.txt"));
  CHECK(known("many.jsonl:7", "qingdao-2020"));
  CHECK_FALSE(known("/data/qingdao-2020.old.txt"));
  CHECK_FALSE(known("qingdao-2020/report.txt"));
  CHECK_FALSE(known(""));
}
