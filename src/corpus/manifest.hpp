// manifest.yaml beside the files: who published what, when, about which year.
// Tested by tests/unit/corpus/manifest.cpp.
#pragma once

#include <rulescore/document.hpp>

#include <map>
#include <string>
#include <vector>

namespace rulescore {

struct Manifest {
  std::map<std::string, Metadata> files;  // by file name
  std::vector<ReadFailure> failures;      // each named file:line:col; what could be read of the rest is in `files`
};

// The manifest of a folder; an empty one when there is none. With `whole`, entries for files that aren't there are failures.
Manifest read_manifest(const std::string& folder, bool whole);

}  // namespace rulescore
