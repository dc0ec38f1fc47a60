// What can go wrong, as one tree of exceptions.
//
//   Error ─┬─ FrameworkError   the YAML is wrong; carries every issue, each with its place
//          ├─ DocumentError    a document is not text that can be read
//          ├─ IoError          a file can't be opened, read or written
//          └─ UsageError       a call makes no sense (unknown code, foreign evidence, bad target)
//
// Nothing throws after construction: a loaded Framework, a read Document and a built Engine are sound.
#pragma once

#include <rulescore/export.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

enum class Severity { error, warning };

// One thing that is wrong with a framework, at one place.
struct Issue {
  std::string file;         // as the caller named it
  int line = 0;             // 1-based; 0 when the whole file is meant
  int column = 0;           // 1-based, in characters (not bytes)
  std::string code;         // stable identifier such as "unknown-key"
  std::string message;      // one sentence: what was found, what was expected
  std::string hint;         // "did you mean …", or how to mend it; may be empty
  std::string source_line;  // the line as it stands in the file
  Severity severity = Severity::error;
};

// "file:line:col: error[code]: message", the line, a caret at its display column, the hint.
RULESCORE_EXPORT std::string to_string(const Issue& issue);

class RULESCORE_EXPORT Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  ~Error() override;
};

class RULESCORE_EXPORT FrameworkError final : public Error {
 public:
  explicit FrameworkError(std::vector<Issue> issues);
  ~FrameworkError() override;
  const std::vector<Issue>& issues() const noexcept { return issues_; }

 private:
  std::vector<Issue> issues_;
};

class RULESCORE_EXPORT DocumentError final : public Error {
 public:
  using Error::Error;
  ~DocumentError() override;
};

class RULESCORE_EXPORT IoError final : public Error {
 public:
  using Error::Error;
  ~IoError() override;
};

class RULESCORE_EXPORT UsageError final : public Error {
 public:
  using Error::Error;
  ~UsageError() override;
};

}  // namespace rulescore
