// A second look at a framework that can be used: what is allowed and hardly meant.
#pragma once

#include <rulescore/document.hpp>
#include <rulescore/error.hpp>
#include <rulescore/export.hpp>
#include <rulescore/framework.hpp>

#include <span>
#include <vector>

namespace rulescore {

// Its warnings, in the order of its files and lines: those of reading it, and what only the whole shows, such as weights that
// don't add up, rules that can never decide, and phrases that fire on nearly everything. The last is judged by the framework's
// own examples, or by the sentences of `documents` where there are any.
RULESCORE_EXPORT std::vector<Issue> check(const Framework& framework, std::span<const Document> documents = {});

}  // namespace rulescore
