// A framework as its authors wrote it: the texts, and the one tree they were assembled into. Every value of the tree knows its
// place, and so the file it came from. Kept beside the model for `resolve`, for comparing frameworks, and to rebuild it
// elsewhere.
#pragma once

#include "framework/yaml.hpp"

namespace rulescore {

struct Written {
  yaml::Sources sources;       // the root first, then in the order they were read in
  std::uint32_t overlays = 0;  // how many of them, the first ones, change the framework they extend
  yaml::Value root;            // flat: groups stand under `children`, overlays are applied
};

}  // namespace rulescore
