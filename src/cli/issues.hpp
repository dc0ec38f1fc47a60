// A framework's issues as a person reads them.
#pragma once

#include <rulescore/error.hpp>

#include <span>
#include <string>

namespace rulescore::cli {

std::string issues_text(std::span<const Issue> issues);   // each with its place, line and caret
std::string issues_count(std::span<const Issue> issues);  // "3 errors, 1 warning\n", "1 warning\n"

}  // namespace rulescore::cli
