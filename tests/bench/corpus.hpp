// A corpus of reports for timing: the five documents, varied. Deterministic. Sentences are dropped (8 %) or borrowed from another
// document (30 %), digits are redrawn in most, so that no two documents are alike and the branch predictor can't learn them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bench {

struct Corpus {
  std::string bytes;
  std::vector<std::uint64_t> offsets;  // documents + 1
  std::size_t size() const noexcept { return offsets.size() - 1; }
  std::string document(std::size_t i) const { return bytes.substr(offsets[i], offsets[i + 1] - offsets[i]); }
};

// At least `mebibytes` of documents made from the .txt files of `folder`.
Corpus vary(const std::string& folder, std::size_t mebibytes);

// NAME.txt with NAME.idx (document offsets, uint64 little endian).
Corpus read(const std::string& name);

}  // namespace bench
