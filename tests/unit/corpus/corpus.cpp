#include "folder.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <cstdio>

using namespace rulescore;
using test::Folder;
using test::Strings;

TEST_CASE("a folder gives its documents in the order of their names, and nothing else") {
  const Folder folder;
  for (const char* name : {"c.txt", "a.md", "B.TXT", ".hidden.txt", "README.md", "notes.csv", "10.txt", "9.txt", "e.Markdown",
                           "old.doc", "~$h.docx"})
    folder.write(name, "办结79件。");
  for (const char* name : {"f.html", "g.HTM"}) folder.write(name, "<p>办结79件。");
  folder.write("d.jsonl", "{\"text\":\"办结。\"}\n");
  std::filesystem::create_directory(folder / "sub.txt");
  folder.write("sub.txt/x.txt", "办结。");
  const ReadResult result = test::read({folder.path()});
  CHECK(test::names(result, folder) == Strings{"DIR/10.txt", "DIR/9.txt", "DIR/B.TXT", "DIR/a.md", "DIR/c.txt", "DIR/d.jsonl:1",
                                               "DIR/e.Markdown", "DIR/f.html", "DIR/g.HTM"});
  CHECK(result.failures.empty());
  CHECK(test::names(test::read({folder.path() + "/"}), folder).size() == 9);
}

TEST_CASE("arguments keep their order; one bad file never keeps another from being read") {
  const Folder folder;
  folder.write("a.txt", "办结。");
  folder.write("b.txt", "\xB7\xA8\xFF");
  folder.write("c.txt", "纠错。");
  const ReadResult result = test::read({folder / "c.txt", folder / "x.txt", folder.path(), folder / "a.txt"});
  CHECK(test::names(result, folder) == Strings{"DIR/c.txt", "DIR/a.txt", "DIR/c.txt", "DIR/a.txt"});
  REQUIRE(result.failures.size() == 2);
  CHECK(result.failures[0].name == folder / "x.txt");
  CHECK(result.failures[1].name == folder / "b.txt");
}

TEST_CASE("an empty folder is a failure, no arguments are none") {
  const Folder folder;
  CHECK(test::failures(test::read({folder.path()}), folder) ==
        Strings{"DIR: the folder holds no document (.txt .md .markdown .htm .html .docx .pdf .jsonl)"});
  CHECK(test::read({}).documents.empty());
  CHECK(test::read({}).failures.empty());
}

TEST_CASE("file names are bytes like any other") {
  const Folder folder;
  folder.write("a\nb.txt", "办结。");
  folder.write("青岛 2020.txt", "办结。");
  CHECK(test::names(test::read({folder.path()}), folder) == Strings{"DIR/a\nb.txt", "DIR/青岛 2020.txt"});
}

TEST_CASE("options say how to read what can't be found out, and are refused before anything is read") {
  const Folder folder;
  const std::string gb = folder.write("a.txt", "\xB0\xEC\xBD\xE1\x37\x39\xBC\xFE");  // 办结79件, as Big5 another text
  CHECK(Document::read(gb).origin() == Origin{"text", "GB18030", false});
  CHECK(Document::read(gb, {"gb2312", ""}).text() == "办结79件");
  CHECK(Document::read(gb, {"big5", ""}).text() != "办结79件");
  const std::string page = folder.write("b.txt", "<p>办结<b>79</b>件。</p>");
  CHECK(Document::read(page).text() == "<p>办结<b>79</b>件。</p>");
  CHECK(Document::read(page, {"", "html"}).text() == "办结79件。\n");
  CHECK_THROWS_AS(Document::read(page, {"gb-18031", ""}), UsageError);
  const std::vector<std::string> missing{folder / "missing"};
  CHECK_THROWS_AS(read_documents(missing, {"", "htlm"}), UsageError);
  CHECK_THROWS_AS(read_documents(missing, {"utf-9", ""}), UsageError);
}

TEST_CASE("bytes make the document that a file of them makes") {
  Metadata about;
  about.name = "a.md";
  const Document d = Document::from_bytes("# 报告\n\n办结**79**件。", about);
  CHECK(d.origin() == Origin{"markdown", "UTF-8", true});
  CHECK(d.metadata().name == "a.md");
  REQUIRE(d.quantities().size() == 1);
  CHECK(Document::from_bytes("办结79件。").origin() == Origin{});
  CHECK(Document::from_bytes("\xEF\xBB\xBF办结79件。").origin() == Origin{});
  CHECK_THROWS_AS(Document::from_bytes(""), DocumentError);
}

TEST_CASE("nothing is guessed about a document no one describes") {
  const Folder folder;
  const Document d = Document::read(folder.write("青岛市-2020.txt", "2020年,青岛办结79件。"));
  CHECK(d.metadata().name == folder / "青岛市-2020.txt");
  CHECK(d.metadata().jurisdiction == "");
  CHECK(!d.metadata().year);
}

TEST_CASE("one document, or an exception that names it") {
  const Folder folder;
  CHECK(Document::read(folder.write("a.txt", "办结79件。")).text() == "办结79件。");
  CHECK_THROWS_AS(Document::read(folder / "missing.txt"), IoError);
  CHECK_THROWS_AS(Document::read(folder.path()), IoError);
  CHECK_THROWS_AS(Document::read(folder.write("b.txt", "\xB7\xA8\xFF")), DocumentError);
  CHECK_THROWS_AS(Document::read(folder.write("c.txt", "")), DocumentError);
  CHECK_THROWS_AS(Document::read(folder.write("d.jsonl", "{}")), DocumentError);
  try {
    Document::read(folder / "c.txt");
  } catch (const DocumentError& e) {
    CHECK(std::string(e.what()) == folder / "c.txt" + ": is empty");
  }
}

TEST_CASE("- is standard input, one text") {
  const Folder folder;
  REQUIRE(std::freopen(folder.write("piped", "办结79件。\n纠错8件。").c_str(), "rb", stdin) != nullptr);
  const ReadResult result = test::read({"-", "-"});
  REQUIRE(result.documents.size() == 1);
  CHECK(result.documents[0].text() == "办结79件。\n纠错8件。");
  CHECK(test::names(result, folder) == Strings{"-"});
  CHECK(test::failures(result, folder) == Strings{"-: is empty"});
}

TEST_CASE("a folder that may not be read") {
  if (::geteuid() == 0) return;  // root may read everything
  const Folder folder;
  std::filesystem::create_directory(folder / "closed");
  std::filesystem::permissions(folder / "closed", std::filesystem::perms::none);
  CHECK(test::failures(test::read({folder / "closed"}), folder) ==
        Strings{"DIR/closed: the folder can't be read: Permission denied"});
}

TEST_CASE("the seeds and their manifest") {
  const ReadResult result = test::read({std::string(RULESCORE_SOURCE_DIR) + "/seeds"});
  CHECK(result.failures.empty());
  REQUIRE(result.documents.size() == 5);
  const Metadata& qingdao = result.documents[4].metadata();
  CHECK(qingdao.title == "青岛法治政府建设亮出“2020成绩单”");
  CHECK(qingdao.jurisdiction == "青岛市");
  CHECK(qingdao.level == "prefecture");
  CHECK(qingdao.province == "山东省");
  CHECK(qingdao.publisher == "山东省司法厅 (reposted)");
  CHECK(qingdao.published == "2021-03");
  CHECK(qingdao.kind == "newspaper article");
  CHECK(qingdao.year == 2020);
}
