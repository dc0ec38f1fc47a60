// Each kind of bad file, its reason in full, and that its neighbours are read all the same.
#include "corpus/file.hpp"

#include "folder.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <sys/stat.h>

using namespace rulescore;
using test::Folder;
using test::Strings;

namespace {

// What is said about a file of these bytes.
std::string reason(std::string_view bytes) {
  const Folder folder;
  const std::string path = folder.write("a.txt", bytes);
  const ReadResult result = test::read({path});
  REQUIRE(result.documents.size() + result.failures.size() == 1);
  if (result.failures.empty()) return {};
  CHECK(result.failures[0].name == path);
  return result.failures[0].reason;
}

using namespace std::string_view_literals;

}  // namespace

TEST_CASE("bytes that are no document") {
  CHECK(reason("办结79件。") == "");
  CHECK(reason("\xEF\xBB\xBF办结79件。") == "");
  CHECK(reason("2020: \xB7\xA8\xD6\xCE\xD5\xFE\xB8\xAE\n") == "");
  CHECK(reason("") == "is empty");
  CHECK(reason(" \n\t\r\n") == "is empty");
  CHECK(reason("\xEF\xBB\xBF\n") == "is empty");
  CHECK(reason("\xFF\xFE\x0A\0"sv) == "is empty");
  CHECK(reason("ab\0cd"sv) == "holds a NUL byte at offset 2: it is not plain text; save it as text in UTF-8");
  CHECK(reason("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old") == "is an old Office file (.doc); save it as .docx or as plain text");
}

TEST_CASE("paths that are no regular file") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
  std::filesystem::create_symlink("nowhere", folder / "dangling.txt");
  std::filesystem::create_symlink(folder.write("real.txt", "办结。"), folder / "link.txt");
  std::filesystem::create_symlink("loop.txt", folder / "loop.txt");
  const ReadResult result = test::read(
      {folder / "pipe.txt", folder / "missing.txt", folder / "dangling.txt", folder / "link.txt", folder / "real.txt"});
  CHECK(test::names(result, folder) == Strings{"DIR/link.txt", "DIR/real.txt"});
  CHECK(test::failures(result, folder) ==
        Strings{"DIR/pipe.txt: is not a regular file; copy its text into one, or pipe it in as -",
                "DIR/missing.txt: no such file", "DIR/dangling.txt: no such file"});
  CHECK(test::read({folder / "loop.txt"}).failures.size() == 1);
  CHECK(test::read({"/dev/zero"}).failures.size() == 1);
  CHECK(test::read({""}).failures.size() == 1);
  CHECK(test::read({std::string("a\0b", 3)}).failures.size() == 1);
}

TEST_CASE("files that may not be read") {
  if (::geteuid() == 0) return;  // root may read everything
  const Folder folder;
  const std::string path = folder.write("a.txt", "办结。");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  CHECK(test::failures(test::read({path}), folder) == Strings{"DIR/a.txt: can't be opened: Permission denied"});
}

TEST_CASE("a file beyond the limit is refused without being read") {
  const Folder folder;
  const std::string path = folder.write("a.txt", "a");
  std::filesystem::resize_file(path, max_document_bytes + 1);
  CHECK(test::failures(test::read({path}), folder) ==
        Strings{"DIR/a.txt: is larger than 256 MiB, the most that is read as one document; split it"});
}
