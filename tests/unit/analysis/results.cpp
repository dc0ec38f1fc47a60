// Result files: what `score` wrote comes back, in either format, and what it never wrote is refused with its place.
#include "support/catch.hpp"

#include <rulescore/compare.hpp>
#include <rulescore/error.hpp>

#include <unistd.h>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

using namespace rulescore;

namespace {

class File {
 public:
  explicit File(const std::string& content)
      : path_((std::filesystem::temp_directory_path() / ("rulescore-results-" + std::to_string(::getpid()) + ".json")).string()) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~File() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string card(const std::string& document, const std::string& score, const std::string& fingerprint = "f0") {
  return R"({"document":")" + document +
         R"(","jurisdiction":"甲","level":null,"year":2020,"framework":{"id":"t","version":"1","fingerprint":")" + fingerprint +
         R"("},"score":)" + score + R"(,"full":100.0,"band":"优","nodes":[)" +
         R"({"code":"t","title":"全","score":0.5,"points":50.0,"parent":null,"reason":"\u0000"},)" +
         R"({"code":"G","title":"组","score":0.5,"points":50.0,"parent":"t"},)" +
         R"({"code":"A","title":"甲","title_en":"A","score":null,"points":0.0,"parent":"G"},)" +
         R"({"code":"B","title":"乙","score":)" + score +
         R"(,"points":12.5,"parent":"G"}],"evidence":[{"quote":"……"}],"warnings":[]})";
}

std::string refusal(const std::string& content) {
  const File file(content);
  try {
    read_results(file.path());
  } catch (const DocumentError& error) {
    std::string said = error.what();
    const std::size_t at = said.find(file.path());
    return at == std::string::npos ? said : said.replace(at, file.path().size(), "F");
  }
  return "";
}

}  // namespace

TEST_CASE("an array and lines hold the same") {
  for (const std::string& content :
       {"[\n" + card("a", "0.25") + ",\n" + card("b", "0.75") + "\n]\n", card("a", "0.25") + "\n\n" + card("b", "0.75") + "\n"}) {
    const File file(content);
    const Results results = read_results(file.path());
    CHECK((results.framework == "t" && results.version == "1" && results.fingerprint == "f0" && results.full == 100));
    REQUIRE(results.rows.size() == 2);
    CHECK((results.rows[1].document == "b" && results.rows[1].jurisdiction == "甲" && results.rows[1].year == 2020));
    CHECK(results.rows[1].total == 0.75);
    CHECK(results.rows[1].band.zh == "优");
    REQUIRE(results.indicators.size() == 2);
    CHECK((results.indicators[0].code == "A" && results.indicators[0].title.en == "A"));
    REQUIRE(results.scores.size() == 4);
    CHECK(std::isnan(results.scores[2]));
    CHECK(results.scores[3] == 0.75);
    CHECK(results.points[3] == 12.5);
  }
}

TEST_CASE("what is no result file is refused with its place") {
  CHECK(refusal("") == "F: holds no scorecards");
  CHECK(refusal("[]\n") == "F: holds no scorecards");
  CHECK(refusal("[\n{\"a\": 1},\n{\"a\" 1}]") == "F:3: is not JSON");
  CHECK(refusal(card("a", "0.25") + "\n{\n") == "F:2: is not JSON");
  CHECK(refusal(card("a", "1e999") + "\n") == "F:1: is not JSON");
  CHECK(refusal("{\"document\": \"a\"}\n") == "F:1: is no scorecard; expected what `rulescore score --format json` writes");
  CHECK(refusal("[7]") == "F: card 1: is no scorecard; expected what `rulescore score --format json` writes");
  CHECK(refusal(card("a", "1") + "\n" + card("b", "1", "f1") + "\n") ==
        "F:2: was scored by another framework (f1) than the first card (f0)");
  std::string other = card("b", "1");
  other.replace(other.find("\"code\":\"B\""), 10, "\"code\":\"Z\"");
  CHECK(refusal(card("a", "1") + "\n" + other + "\n") == "F:2: has other indicators than the first card");
  CHECK_THROWS_AS(read_results("no/such/file.json"), IoError);
}
