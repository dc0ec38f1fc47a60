// The yardstick: a tree of indicators read from YAML, with the rules that find evidence and the way it scores.
//
// A Framework is an immutable value (copying is a reference count, sharing between threads is safe).
// Edits return a new one: fw.with_weight("C", 2.0).
#pragma once

#include <rulescore/error.hpp>
#include <rulescore/export.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// A text in the framework's languages; `in("en")` falls back to whichever there is.
struct Localised {
  std::string zh, en;
  const std::string& in(std::string_view language) const noexcept {
    return language == "en" ? (en.empty() ? zh : en) : (zh.empty() ? en : zh);
  }
};

// A weighted node shares its parent's points with its siblings. The others stand beside them: their score times their own full
// marks is added to the parent's points, or taken off.
enum class Role : std::uint8_t { weighted, bonus, deduction };

RULESCORE_EXPORT std::string_view to_string(Role role) noexcept;

// One node of the tree, in the order of the file (a parent before its children). Node 0 is the root.
struct Node {
  std::string code;           // "E1.3"; the root's is the framework's id
  std::optional<int> number;  // the framework's own numbering of its indicators, passed through
  Localised title;
  Localised asks;             // what the indicator demands, in one sentence; leaves only
  std::string owner;          // the department that would see to it; inherited from the parent
  double effort = 1;          // relative cost of closing the gap, ours
  Role role = Role::weighted;
  double weight = 1;          // among its siblings, as written; 0 of a bonus or deduction
  double share = 0;           // of the whole: product of normalised weights, sums to 1 over the weighted leaves; of a bonus or
                              // deduction its full marks over the whole's, which come on top
  std::uint32_t parent = 0;
  int depth = 0;              // 0 the root, 1 a level-1 group, …
  std::vector<std::uint32_t> children;  // empty for an indicator
  std::string basis;          // where the threshold comes from: national, local-practice, ours; may be empty
  bool is_indicator() const noexcept { return children.empty(); }
};

struct Band {
  double from = 0;  // on the scale of full(); closed at this end, open at the next band
  Localised name;
};

// What an indicator without evidence counts as in the total.
enum class Missing : std::uint8_t {
  zero,     // nothing: the total is what the report proves
  exclude,  // it leaves the sum and the weights are renormalised over what was assessed
  full,     // full marks
  prior,    // a share of full marks that the framework says
  bounds,   // no single figure: what rests on it has no score, low and high say all there is
};

RULESCORE_EXPORT std::string_view to_string(Missing missing) noexcept;

// What a veto that fires does to the whole. It never raises a grade.
enum class VetoEffect : std::uint8_t {
  band_at_most,  // no better than this band
  band,          // this band
  fail,          // the lowest band, and the card says failed
  zero,          // the total is 0
};

RULESCORE_EXPORT std::string_view to_string(VetoEffect effect) noexcept;

// How many of a panel's documents may have a band at most: the best ranked.
struct Quota {
  std::uint16_t band = 0;  // index into Framework::bands()
  double share = 0;        // (0,1]
};

// What loading may do, and how much it takes before it says that something must be wrong. What guards the YAML parser (16 MiB a
// file, 64 KiB a line, 64 levels, a million entries) stays as it is.
struct LoadOptions {
  bool allow_outside = false;  // `extends` and `groups` may name files that don't stand below the folder of the file that names them
  std::size_t max_files = 1'000;      // that one `groups` names
  std::size_t max_layers = 8;         // of frameworks that extend one another
  std::size_t max_rules = 1'000;      // of one indicator
  std::size_t max_phrases = 250'000;  // in all, lexicons written out
};

struct FrameworkModel;
struct FrameworkAccess;

class RULESCORE_EXPORT Framework {
 public:
  // Loads framework.yaml (or the folder that holds it), the files it includes, and the framework it extends.
  // Throws FrameworkError with every issue found, or IoError.
  static Framework load(const std::string& path, const LoadOptions& options = {});

  // Parses one YAML text, which may extend a framework that ships but name no files; `name` stands in messages.
  static Framework parse(std::string_view yaml, const std::string& name = "framework.yaml");

  const std::string& id() const noexcept;
  const std::string& version() const noexcept;
  const Localised& title() const noexcept;
  double full() const noexcept;  // points of the whole, e.g. 100
  Missing missing() const noexcept;  // of the whole; nodes may say otherwise
  std::span<const Quota> quotas() const noexcept;  // in the bands' order
  std::span<const Band> bands() const noexcept;       // descending by `from`
  std::span<const Node> nodes() const noexcept;       // pre-order
  std::span<const std::uint32_t> indicators() const noexcept;  // the leaves' node indices, in order
  std::span<const Issue> warnings() const noexcept;

  // Whether some score is compared with other documents', so that all must be matched before one is scored; see Peers.
  bool compares() const noexcept;

  // Index into nodes(), or nothing.
  std::optional<std::uint32_t> find(std::string_view code) const noexcept;
  // Accepts a code or an indicator's number ("61"). Throws UsageError with a did-you-mean.
  std::uint32_t at(std::string_view code) const;

  // 16 hex digits over everything that can move a score, and over the evidence rules alone.
  const std::string& fingerprint() const noexcept;
  const std::string& rules_fingerprint() const noexcept;

  // A copy with one node's weight replaced; weight must be finite and >= 0. Throws UsageError.
  Framework with_weight(std::string_view code, double weight) const;

  // The YAML texts this framework was read from, enough to rebuild it elsewhere (pickling), edits included.
  std::string serialise() const;
  static Framework deserialise(std::string_view bytes);

  const FrameworkModel& model() const noexcept { return *model_; }

 private:
  friend struct FrameworkAccess;
  explicit Framework(std::shared_ptr<const FrameworkModel> model) noexcept;
  std::shared_ptr<const FrameworkModel> model_;
};

// The framework as one YAML text: its files written into one, what it extends applied, edits included. It loads to the same
// fingerprint, and each line ends with the file and line that said it.
RULESCORE_EXPORT std::string resolve(const Framework& framework);

// Where the default framework is: $RULESCORE_FRAMEWORK, else the installed one, else the source tree's.
RULESCORE_EXPORT std::string default_framework_path();

}  // namespace rulescore
