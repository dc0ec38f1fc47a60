// What a Crosswalk holds, and how it is read. Outside face: rulescore/crosswalk.hpp. Tested by
// tests/unit/framework/crosswalk.cpp.
#pragma once

#include "framework/graft.hpp"

#include <rulescore/crosswalk.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// As the file says it. `from` and `to` are those of the file, whichever way round it is read.
struct CrosswalkText {
  std::string name, text;
  std::string id;
  Localised title;
  std::optional<Framework> from, to;
  std::vector<CrosswalkLink> links;
};

struct CrosswalkData {
  CrosswalkText said;
  bool reversed = false;
  std::vector<CrosswalkLink> links;      // this way round
  Graft counts, leaves;                  // of the answers, by what becomes of what nothing answers
  Graft itself;                          // of `to` in itself: the parts of it that are answered
  std::vector<double> unmapped, unused;  // by node of `to`, of `from`
  const Framework& from() const noexcept { return reversed ? *said.to : *said.from; }
  const Framework& to() const noexcept { return reversed ? *said.from : *said.to; }
};

namespace reader {

// How a crosswalk comes by a framework it names: the one it takes it for, or nothing with the reason in `problem`.
struct NamedFramework {
  std::optional<Framework> framework;
  std::string code, problem, hint;  // of an issue
};
using FindFramework = std::function<NamedFramework(const std::string& path, bool is_from)>;

// Throws FrameworkError. `check_ids`: whether the frameworks must have the ids that stand in the file.
CrosswalkText read_crosswalk(const std::string& name, std::string_view text, const FindFramework& find, bool check_ids);

}  // namespace reader
}  // namespace rulescore
