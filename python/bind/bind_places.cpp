// Places by items: the command line's JSON, which the package makes into an object that knows how to show itself.
#include "bind.hpp"

void bind_places(py::module_& m) {
  m.def(
      "places_json",
      [](const rs::Panel& panel, double enough, double cut, std::uint32_t leaders) {
        return rs::places_json(rs::places(panel, {enough, cut, leaders}));
      },
      py::arg("panel"), py::arg("enough"), py::arg("cut"), py::arg("leaders"), unlocked());
}
