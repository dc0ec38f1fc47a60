// Road maps: the command line's JSON, which the package makes into objects that know how to show themselves, and its other formats
// as bytes.
#include "bind.hpp"

#include <optional>
#include <utility>

namespace {

std::vector<rs::RoadMap> maps_of(const rs::Panel& panel, const std::string& target, std::optional<double> budget, unsigned quarters,
                                 std::optional<double> capacity, const std::string& start, std::vector<rs::Crosswalk> crosswalks) {
  rs::RoadMapOptions options;
  options.target = rs::Target::parse(target, panel.framework());
  options.budget = budget;
  options.quarters = quarters;
  options.capacity = capacity;
  if (!start.empty()) options.from = rs::Quarter::parse(start);
  options.crosswalks = std::move(crosswalks);
  return rs::road_maps(panel, options);
}

std::string rendered(const std::vector<rs::RoadMap>& maps, const std::string& format, const std::string& language) {
  const rs::TableStyle style{language, 0, false};
  if (format == "json") return rs::road_maps_json(maps);
  if (format == "csv") return rs::road_maps_csv(maps);
  if (format == "md") return rs::road_maps_markdown(maps, style);
  if (format == "xlsx") return rs::road_maps_excel(maps, style);
  if (format == "ics") return rs::road_maps_calendar(maps, style);
  throw rs::UsageError("a road map has no format " + format + " (there are json, csv, md, xlsx and ics)");
}

}  // namespace

void bind_roadmap(py::module_& m) {
  m.def(
      "road_maps",
      [](const rs::Panel& panel, const std::string& target, std::optional<double> budget, unsigned quarters,
         std::optional<double> capacity, const std::string& start, std::vector<rs::Crosswalk> crosswalks, const std::string& format,
         const std::string& language) {
        std::string bytes;
        {
          const py::gil_scoped_release release;
          bytes = rendered(maps_of(panel, target, budget, quarters, capacity, start, std::move(crosswalks)), format, language);
        }
        return py::bytes(bytes);
      },
      py::arg("panel"), py::arg("target"), py::arg("budget"), py::arg("quarters"), py::arg("capacity"), py::arg("start"),
      py::arg("crosswalks"), py::arg("format"), py::arg("language"));
}
