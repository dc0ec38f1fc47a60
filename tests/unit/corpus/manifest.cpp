#include "corpus/manifest.hpp"

#include "folder.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

using namespace rulescore;
using test::Folder;
using test::Strings;

namespace {

// What is said about a manifest beside a.txt; the document must be read whatever it says.
Strings complaints(std::string_view manifest) {
  const Folder folder;
  folder.write("a.txt", "办结。");
  folder.write("manifest.yaml", manifest);
  const ReadResult result = test::read({folder.path()});
  CHECK(test::names(result, folder) == Strings{"DIR/a.txt"});
  return test::failures(result, folder);
}

}  // namespace

TEST_CASE("a manifest describes the files beside it, to folders and to single files") {
  const Folder folder;
  const std::string a = folder.write("a.txt", "办结。");
  folder.write("manifest.yaml",
               "- file: a.txt\n  title: 报告\n  jurisdiction: 青岛市\n  period: 2020\n  kind:\n- file: b.txt\n  title: 010\n");
  const ReadResult alone = test::read({a});
  CHECK(alone.failures.empty());
  REQUIRE(alone.documents.size() == 1);
  CHECK(alone.documents[0].metadata().title == "报告");
  CHECK(alone.documents[0].metadata().year == 2020);
  CHECK(Document::read(a).metadata().jurisdiction == "青岛市");
  CHECK(test::failures(test::read({folder.path()}), folder) == Strings{"DIR/manifest.yaml:6:9: there is no file b.txt here"});
}

TEST_CASE("what is wrong with a manifest is told with its place") {
  CHECK(complaints("") == Strings{});
  CHECK(complaints("- file: a.txt\n  titel: 报告\n") ==
        Strings{"DIR/manifest.yaml:2:3: unknown key `titel`; did you mean `title`?"});
  CHECK(complaints("- file: a.txt\n  x: 1\n") == Strings{"DIR/manifest.yaml:2:3: unknown key `x`; an entry has file, title, "
                                                         "jurisdiction, level, province, publisher, published, kind, "
                                                         "period"});
  CHECK(complaints("- file: a.txt\n  period: 20x\n") ==
        Strings{"DIR/manifest.yaml:2:11: `period` is the year the report is about, such as 2020; found 20x"});
  CHECK(complaints("- file: a.txt\n  period: 02020\n").size() == 1);
  CHECK(complaints("- file: a.txt\n  title: [a, b]\n") == Strings{"DIR/manifest.yaml:2:10: `title` takes one text"});
  CHECK(complaints("- title: 报告\n") == Strings{"DIR/manifest.yaml:1:3: this entry names no `file`"});
  CHECK(complaints("- file: a.txt\n- file: a.txt\n") ==
        Strings{"DIR/manifest.yaml:2:9: a.txt has an entry already; the first one is used"});
  CHECK(complaints("file: a.txt\n") ==
        Strings{"DIR/manifest.yaml:1:1: expected a list of entries, each beginning with `- file:`"});
  CHECK(complaints("- a.txt\n") == Strings{"DIR/manifest.yaml:1:3: expected an entry such as `- file: report.txt`"});
}

TEST_CASE("a manifest that is no YAML is told once, with its place") {
  for (const char* broken : {"- file: \"a.txt\n", "- file: a.txt\n  file: b.txt\n", "- &x file\n", "\xB7\xA8", "- [a\n",
                             "- file: a.txt\n\ttitle: x\n", ","}) {
    INFO(broken);
    const Strings said = complaints(broken);
    REQUIRE(!said.empty());
    CHECK(said[0].starts_with("DIR/manifest.yaml:"));
  }
}

TEST_CASE("one document doesn't hide a wrong manifest") {
  const Folder folder;
  folder.write("manifest.yaml", "- file: a.txt\n  titel: 报告\n");
  CHECK_THROWS_AS(Document::read(folder.write("a.txt", "办结。")), DocumentError);
}

TEST_CASE("failures of a manifest are told once however many files it stands beside") {
  const Folder folder;
  folder.write("manifest.yaml", "- x\n");
  const std::string a = folder.write("a.txt", "办结。"), b = folder.write("b.txt", "办结。");
  const ReadResult result = test::read({a, b, folder.path()});
  CHECK(result.documents.size() == 4);
  CHECK(result.failures.size() == 1);
}
