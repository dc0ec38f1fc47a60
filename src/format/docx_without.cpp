// Stands in for docx.cpp where libzip or pugixml were missing when the library was built.
#include "format/docx.hpp"

#include "format/sniff.hpp"

#include <rulescore/error.hpp>

namespace rulescore {

std::string docx_to_text(std::string_view bytes) {
  if (!is_zip(bytes) && !is_compound_file(bytes)) throw DocumentError("is not a Word file (.docx)");
  throw DocumentError(
      "is a Word file, and this build reads none: install libzip-dev and libpugixml-dev and build again, or save it as plain "
      "text");
}

}  // namespace rulescore
