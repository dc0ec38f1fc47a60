// The words a quantity's bound and change go by in every format. Tested by tests/unit/quantity/scan.cpp.
#include <rulescore/quantity.hpp>

namespace rulescore {

std::string_view to_string(Bound bound) noexcept {
  switch (bound) {
    case Bound::at_least:
      return "at_least";
    case Bound::about:
      return "about";
    case Bound::at_most:
      return "at_most";
    case Bound::exact:
      break;
  }
  return "exact";
}

std::string_view to_string(Change change) noexcept {
  switch (change) {
    case Change::increase:
      return "increase";
    case Change::decrease:
      return "decrease";
    case Change::none:
      break;
  }
  return "";
}

}  // namespace rulescore
