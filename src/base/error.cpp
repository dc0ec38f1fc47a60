// Error texts: one form for every issue, with a caret that stands right under Chinese text.
// Tested by tests/unit/base/error.cpp.
#include <rulescore/error.hpp>

#include "base/text.hpp"

namespace rulescore {
namespace {

// The part of `line` before the 1-based character `column`.
std::string_view before_column(std::string_view line, int column) {
  std::size_t i = 0;
  for (int c = 1; c < column && i < line.size(); ++c) {
    ++i;
    while (i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0u) == 0x80u) ++i;
  }
  return line.substr(0, i);
}

// Blanks that put the caret under the column; tabs stay tabs so that both lines move alike.
std::string indent_to(std::string_view line, int column) {
  std::string indent;
  std::string plain;
  for (char c : before_column(line, column)) {
    if (c != '\t') {
      plain += c;
      continue;
    }
    indent.append(static_cast<std::size_t>(display_width(plain)), ' ');
    plain.clear();
    indent += '\t';
  }
  indent.append(static_cast<std::size_t>(display_width(plain)), ' ');
  return indent;
}

std::string join(const std::vector<Issue>& issues) {
  std::string text;
  for (const Issue& issue : issues) {
    if (!text.empty()) text += '\n';
    text += to_string(issue);
  }
  return text;
}

}  // namespace

std::string to_string(const Issue& issue) {
  std::string text = issue.file;
  if (issue.line > 0) text += ':' + std::to_string(issue.line) + ':' + std::to_string(issue.column);
  text += issue.severity == Severity::error ? ": error[" : ": warning[";
  text += issue.code + "]: " + issue.message;
  if (!issue.source_line.empty()) {
    text += "\n  " + issue.source_line;
    text += "\n  " + indent_to(issue.source_line, issue.column) + '^';
  }
  if (!issue.hint.empty()) text += "\n  " + issue.hint;
  return text;
}

Error::~Error() = default;
FrameworkError::~FrameworkError() = default;
DocumentError::~DocumentError() = default;
IoError::~IoError() = default;
UsageError::~UsageError() = default;

FrameworkError::FrameworkError(std::vector<Issue> issues) : Error(join(issues)), issues_(std::move(issues)) {}

}  // namespace rulescore
