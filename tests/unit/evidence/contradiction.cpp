// Texts that contradict themselves, and many more that only look as if they did: a wrong accusation is worse than a missed one.
#include "evidence/contradiction.hpp"

#include "base/number.hpp"
#include "contradiction_cases.hpp"
#include "evidence/extent.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace rulescore {
namespace {

std::string_view name(ContradictionKind kind) {
  switch (kind) {
    case ContradictionKind::parts_exceed:
      return "exceed";
    case ContradictionKind::part_exceeds:
      return "part";
    case ContradictionKind::parts_short:
      return "short";
    case ContradictionKind::shares_exceed:
      return "shares exceed";
    case ContradictionKind::shares_short:
      return "shares short";
    case ContradictionKind::share_off:
      return "share off";
    case ContradictionKind::rate_off:
      return "rate off";
    case ContradictionKind::restated:
      return "restated";
  }
  return "";
}

// "short 86 84件; …"
std::string told(const std::string& text) {
  std::string all;
  for (const Contradiction& c : contradictions(Document::from_text(text))) {
    if (!all.empty()) all += "; ";
    all +=
        std::string(name(c.kind)) + " " + shortest(c.stated) + " " + fixed(c.found, c.unit == "%" ? 1 : 0) + std::string(c.unit);
  }
  return all;
}

}  // namespace

TEST_CASE("texts that contradict themselves") {
  for (const testing::Case& c : testing::contradictory) {
    INFO(c.text);
    CHECK(told(c.text) == c.expected);
  }
}

TEST_CASE("texts that only look as if they did") {
  for (const testing::Case& c : testing::consistent) {
    INFO(c.text);
    CHECK(told(c.text) == c.expected);
  }
  for (const char* text : testing::long_and_consistent) {
    INFO(text);
    CHECK(told(text).empty());
  }
}

TEST_CASE("both quotes are the text's own words") {
  const Document document =
      Document::from_text("(一)行政复议。全年共受理行政复议案件86件,其中公安类40件,社保类30件,其余15件,均已办结。");
  const std::vector<Contradiction> found = contradictions(document);
  REQUIRE(found.size() == 1);
  CHECK(document.text(found[0].first_begin, found[0].first_end) == "全年共受理行政复议案件86件");
  CHECK(document.text(found[0].second_begin, found[0].second_end) == "公安类40件,社保类30件,其余15件");
}

TEST_CASE("how far a figure may lie from what it states") {
  const auto extent = [](const std::string& text) {
    const Document document = Document::from_text(text);
    REQUIRE(document.impl().quantities.size() == 1);
    const Extent e = extent_of(document.impl().text, document.impl().quantities.front());
    return shortest(e.low) + " " + (e.high > 1e300 ? "any" : shortest(e.high));
  };
  CHECK(extent("受理案件86件") == "86 86");
  CHECK(extent("受理案件1,200件") == "1200 1200");
  CHECK(extent("受理案件二十件") == "20 20");
  CHECK(extent("受理案件1.5万件") == "14500 16000");
  CHECK(extent("投入2亿元") == "150000000 300000000");
  CHECK(extent("绿地12.5亩") == "12.45 12.6");
  CHECK(extent("举办200余场") == "200 any");
  CHECK(extent("约200件") == "180 220");
  CHECK(extent("不超过20件") == "0 20");
  CHECK(extent("需要3至5件") == "3 5");
  CHECK(Extent{1, 2}.meets({2, 3}));
  CHECK_FALSE(Extent{1, 2}.meets({2.001, 3}));
}

// Lists as reports write them, drawn at random.
namespace {

struct Drawn {
  std::vector<int> parts;
  int total = 0;
  unsigned manner = 0;
};

std::string written(const Drawn& drawn) {
  const std::vector<std::string> names{"公安类", "人社类", "交通类", "教育类", "民政类"};
  std::string list;
  for (std::size_t i = 0; i < drawn.parts.size(); ++i) {
    const bool last = i + 1 == drawn.parts.size();
    if (i != 0) list += drawn.manner % 2 == 0 ? "、" : "，";
    list += (last && drawn.manner < 2 ? "其他" : names[i]) + std::to_string(drawn.parts[i]) + "件";
  }
  const std::string total = std::to_string(drawn.total) + "件";
  switch (drawn.manner / 2) {
    case 0:
      return "全年共受理行政复议案件" + total + "，其中" + list + "。";
    case 1:
      return "全年行政复议案件" + total + "，分为" + list + "。";
    default:
      return "按领域看，" + list + "，合计" + total + "。";
  }
}

}  // namespace

TEST_CASE("lists whose parts add up never warn; one part off, and they do") {
  std::mt19937 random(3);
  const auto draw = [&](int low, int high) { return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)); };
  for (int round = 0; round < 600; ++round) {
    Drawn drawn;
    drawn.manner = static_cast<unsigned>(round % 6);
    drawn.parts.resize(static_cast<std::size_t>(draw(2, 5)));
    for (int& part : drawn.parts) part = draw(20, 900);
    for (int part : drawn.parts) drawn.total += part;
    INFO(written(drawn));
    CHECK(told(written(drawn)).empty());
    const int slip = draw(0, 1) == 0 ? draw(1, 9) : -draw(1, 9);  // less than any part: no other choice of them adds up
    const int total = drawn.total;
    drawn.parts[static_cast<std::size_t>(draw(0, static_cast<int>(drawn.parts.size()) - 1))] += slip;
    INFO(written(drawn));
    CHECK(told(written(drawn)) ==
          (slip > 0 ? "exceed " : "short ") + std::to_string(total) + " " + std::to_string(total + slip) + "件");
  }
}

TEST_CASE("the documents at hand") {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(RULESCORE_SOURCE_DIR) / "seeds"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  REQUIRE(files.size() == 5);
  std::string all;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    all += told(text.str());
  }
  CHECK(all == "short 40083 40022件");  // 61 of the disputes belong to none of the five it lists
}

}  // namespace rulescore
