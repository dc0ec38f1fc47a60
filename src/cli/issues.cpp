#include "cli/issues.hpp"

#include <algorithm>

namespace rulescore::cli {
namespace {

std::string counted(std::ptrdiff_t count, const char* noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

}  // namespace

std::string issues_text(std::span<const Issue> issues) {
  std::string text;
  for (const Issue& issue : issues) {
    text += to_string(issue);
    if (!text.ends_with('\n')) text += '\n';
  }
  return text;
}

std::string issues_count(std::span<const Issue> issues) {
  const auto errors =
      std::count_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
  const std::ptrdiff_t warnings = static_cast<std::ptrdiff_t>(issues.size()) - errors;
  if (errors == 0 && warnings > 0) return counted(warnings, "warning") + '\n';
  return counted(errors, "error") + (warnings > 0 ? ", " + counted(warnings, "warning") : "") + '\n';
}

}  // namespace rulescore::cli
