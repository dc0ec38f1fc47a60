// A framework under the hand of someone who edits it: loaded again after every save, and what an edit changed.
#pragma once

#include <rulescore/export.hpp>
#include <rulescore/framework.hpp>

#include <memory>
#include <string>
#include <vector>

namespace rulescore {

// A framework that is loaded again and again while someone edits it: files that are as they were aren't parsed again.
class RULESCORE_EXPORT FrameworkLoader {
 public:
  explicit FrameworkLoader(const std::string& path, const LoadOptions& options = {});
  ~FrameworkLoader();
  FrameworkLoader(FrameworkLoader&&) noexcept;
  FrameworkLoader& operator=(FrameworkLoader&&) noexcept;

  // What Framework::load(path, options) says, or throws.
  Framework load();
  // Every file that the last load read or asked for, those that weren't there included; the root alone before the first.
  const std::vector<std::string>& files() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// One thing that two frameworks say differently.
struct TextChange {
  std::string code;    // of the group or indicator; empty: of the framework as a whole
  std::string path;    // "score.rate.from"; empty: the group or indicator itself
  std::string before;  // as one line of YAML; empty: it isn't there
  std::string after;
  bool part = false;   // of a list of words or examples: what went from it and what came, not the whole of it
};

// What `after` says differently, in its order; what it no longer has comes last. Layout and comments make no difference.
RULESCORE_EXPORT std::vector<TextChange> text_changes(const Framework& before, const Framework& after);

}  // namespace rulescore
