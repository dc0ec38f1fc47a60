#include "folder.hpp"

#include "support/catch.hpp"

using namespace rulescore;
using test::Folder;
using test::Strings;

namespace {

// What is said about one line.
std::string reason(std::string_view line) {
  const Folder folder;
  const std::string path = folder.write("x.jsonl", line);
  const ReadResult result = test::read({path});
  REQUIRE(result.documents.size() + result.failures.size() == 1);
  if (result.failures.empty()) return {};
  CHECK(result.failures[0].name == path + ":1");
  return result.failures[0].reason;
}

}  // namespace

TEST_CASE("a line holds a text and what is known about it") {
  const Folder folder;
  const std::string path = folder.write("x.jsonl",
                                        "\xEF\xBB\xBF{\"text\":\"办结79件。\\n纠错8件。\",\"name\":\"青岛-2020\",\"title\":"
                                        "\"报告\",\"jurisdiction\":\"青岛市\",\"level\":\"prefecture\","
                                        "\"province\":\"山东省\",\"publisher\":\"市政府\",\"published\":\"2021-03-01\",\"kind\":"
                                        "\"annual report\",\"year\":2020}\r\n"
                                        "\n"
                                        "{\"text\":\"办结。\",\"year\":\"2019\",\"title\":null}");
  const ReadResult result = test::read({path});
  CHECK(result.failures.empty());
  REQUIRE(result.documents.size() == 2);
  const Metadata& m = result.documents[0].metadata();
  CHECK(result.documents[0].text() == "办结79件。\n纠错8件。");
  CHECK(Strings{m.name, m.title, m.jurisdiction, m.level, m.province, m.publisher, m.published, m.kind} ==
        Strings{"青岛-2020", "报告", "青岛市", "prefecture", "山东省", "市政府", "2021-03-01", "annual report"});
  CHECK(m.year == 2020);
  CHECK(result.documents[1].metadata().name == path + ":3");
  CHECK(result.documents[1].metadata().year == 2019);
}

TEST_CASE("a bad line is a failure of its own") {
  CHECK(reason("{\"text\":\"办结。\"}") == "");
  CHECK(reason("{\"text\":}") == "is not JSON: it goes wrong at byte 9 of the line");
  CHECK(reason("{\"text\":\"办\xB7\xA8\"}") ==
        "is not UTF-8 (byte 0xB7 at offset 12) nor any other encoding known here; name its encoding, or save it as UTF-8");
  CHECK(reason("[1]") == "is no JSON object; expected {\"text\": \"…\", …}");
  CHECK(reason("{}") == "has no \"text\"");
  CHECK(reason("{\"text\":5}") == "has no \"text\"");
  CHECK(reason("{\"text\":\"\"}") == "is empty");
  CHECK(reason("{\"text\":\"a\\u0000b\"}") == "holds a NUL byte at offset 1: it is not plain text; save it as text in UTF-8");
  CHECK(reason("{\"text\":\"办结。\",\"titel\":\"x\"}") == "unknown key \"titel\"; did you mean `title`?");
  CHECK(reason("{\"text\":\"办结。\",\"zzzzzz\":\"x\"}") ==
        "unknown key \"zzzzzz\"; a line has text, name, title, jurisdiction, level, province, publisher, published, kind, year");
  CHECK(reason("{\"text\":\"办结。\",\"title\":5}") == "\"title\" is no text");
  CHECK(reason("{\"text\":\"办结。\",\"year\":20}") == "\"year\" is the year the report is about, such as 2020; found 20");
  CHECK(reason("{\"text\":\"办结。\",\"year\":2020.5}") ==
        "\"year\" is the year the report is about, such as 2020; found 2020.5");
  CHECK(reason("{\"text\":\"办结。\",\"text\":\"纠错。\"}") == "the key \"text\" stands twice");
  CHECK(reason("{\"text\":\"办结。\",\"year\":99999999999999999999}") != "");
}

TEST_CASE("lines in another encoding, texts in another format") {
  const Folder folder;
  const std::string line = "{\"text\":\"\xB0\xEC\xBD\xE1\x37\x39\xBC\xFE\xA1\xA3\"}\n";
  const ReadResult result = test::read({folder.write("gb.jsonl", line + line)});
  CHECK(result.failures.empty());
  REQUIRE(result.documents.size() == 2);
  CHECK(result.documents[1].text() == "办结79件。");
  CHECK(result.documents[1].origin() == Origin{"text", "GB18030", false});
  const std::vector<std::string> pages{folder.write("pages.jsonl", "{\"text\":\"<html><p>办结<b>79</b>件。\"}")};
  CHECK(read_documents(pages).documents.at(0).text() == "<html><p>办结<b>79</b>件。");
  CHECK(read_documents(pages, {"", "html"}).documents.at(0).text() == "办结79件。\n");
}

TEST_CASE("lines after a bad one are read, and failures name their line") {
  const Folder folder;
  const std::string path = folder.write("x.jsonl", "{\"text\":\"甲。\"}\nnonsense\n\n{\"text\":\"乙。\"}\n{\"text\":\"丙。\"");
  const ReadResult result = test::read({path});
  CHECK(test::names(result, folder) == Strings{"DIR/x.jsonl:1", "DIR/x.jsonl:4"});
  REQUIRE(result.failures.size() == 2);
  CHECK(result.failures[0].name == path + ":2");
  CHECK(result.failures[1].name == path + ":5");
}

TEST_CASE("a deep line is refused or read, never the end of the program") {
  CHECK(reason("{\"text\":\"甲。\",\"title\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}") ==
        "\"title\" is no text");
  CHECK(reason(std::string(500'000, '[')) != "");
}

TEST_CASE("a manifest speaks for all lines of a file, a line for itself") {
  const Folder folder;
  folder.write("manifest.yaml", "- file: x.jsonl\n  province: 山东省\n  period: 2020\n");
  const ReadResult result = test::read({folder.write("x.jsonl", "{\"text\":\"甲。\"}\n{\"text\":\"乙。\",\"year\":2021}\n")});
  REQUIRE(result.documents.size() == 2);
  CHECK(result.documents[0].metadata().province == "山东省");
  CHECK(result.documents[0].metadata().year == 2020);
  CHECK(result.documents[1].metadata().year == 2021);
}
