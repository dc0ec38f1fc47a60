// One JSON object a line: a text and what is known about it. Tested by tests/unit/corpus/jsonl.cpp.
#pragma once

#include <rulescore/document.hpp>

#include <string>

namespace rulescore {

// Reads a .jsonl file line by line into `result`; a line that can't be read is a failure named file:line. `known` is what the
// manifest says about all of them. Of the options, the encoding is that of the lines, the format that of their texts (plain text
// if none is asked for). Throws IoError when the file can't be opened (the reason alone).
void read_jsonl(const std::string& path, const Metadata& known, const ReadOptions& options, ReadResult& result);

}  // namespace rulescore
