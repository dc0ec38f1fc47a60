// A build without libzip and pugixml says so.
#include "format/docx.hpp"

#include "support/catch.hpp"

#include <rulescore/error.hpp>

using namespace rulescore;

TEST_CASE("a Word file that this build can't read names the packages") {
  try {
    docx_to_text("PK\x03\x04");
    FAIL("read");
  } catch (const DocumentError& e) {
    CHECK(std::string(e.what()) ==
          "is a Word file, and this build reads none: install libzip-dev and libpugixml-dev and build again, or save it as plain "
          "text");
  }
}
