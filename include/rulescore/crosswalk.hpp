// From one framework to another, or to another edition: a file says which indicators of the one answer which of the other, wholly
// or in part. Evidence is found once and serves both.
//
//   Crosswalk walk = Crosswalk::load("indicators/crosswalks/2021-to-2019.yaml");
//   Crossed there  = crossed(Engine(walk.from()).evaluate(Document::read("report.txt")), walk);
//   there.score(), there.coverage(), there.unmapped() …
//
// `from` is the framework that is scored, `to` the one it is read as. indicators/README.md has the language of the file.
#pragma once

#include <rulescore/analysis.hpp>
#include <rulescore/export.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/scorecard.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// One line of the file: a node of `from` answers a node of `to`. A group that is answered is answered in each of its indicators
// alike; a group that answers does so with its score, worked out as its own framework works it out.
struct CrosswalkLink {
  std::uint32_t to = 0;        // index into to().nodes()
  std::uint32_t from = 0;      // index into from().nodes()
  double part = 1;             // of what `to` asks, (0,1]
  std::optional<double> back;  // of what `from` asks, when the file is read the other way round; nobody can reckon it from `part`
  Localised note;
  int line = 0;  // where it is written
};

struct CrosswalkData;

class RULESCORE_EXPORT Crosswalk {
 public:
  // The frameworks it names are loaded, too. Throws FrameworkError with every issue found, or IoError. `options` hold for the
  // frameworks; allow_outside also lets the crosswalk name them anywhere, not only below the folder above its own.
  static Crosswalk load(const std::string& path, const LoadOptions& options = {});
  // A text between two frameworks that are there already; their ids must be the ones it names.
  static Crosswalk parse(std::string_view yaml, const Framework& from, const Framework& to,
                         const std::string& name = "crosswalk.yaml");
  // Whether a file means to be a crosswalk: it says `crosswalk:` where a framework says `id:`.
  static bool is_one(const std::string& path);

  const std::string& id() const noexcept;
  const Localised& title() const noexcept;
  const Framework& from() const noexcept;
  const Framework& to() const noexcept;
  std::span<const CrosswalkLink> links() const noexcept;  // in the order of the file

  // Share of a node of `to`, in its own weights, that nothing answers; 0: the whole, and so the share of the total.
  double unmapped(std::uint32_t to_node = 0) const;
  // The same of `from`: the share that answers nothing. A node that answers is used wholly unless `back` says how much of it.
  double unused(std::uint32_t from_node = 0) const;

  // Read the other way round. Throws UsageError naming the links that don't say `back`.
  Crosswalk reversed() const;
  // The same file between edits or overlays of the two frameworks. Throws FrameworkError when they lack a node it names.
  Crosswalk between(const Framework& from, const Framework& to) const;

  // The texts it was made from, enough to rebuild it elsewhere.
  std::string serialise() const;
  static Crosswalk deserialise(std::string_view bytes);

  const CrosswalkData& data() const noexcept { return *data_; }

 private:
  explicit Crosswalk(std::shared_ptr<const CrosswalkData> data) noexcept;
  std::shared_ptr<const CrosswalkData> data_;
};

// What one link brings, on the scale of `to`. The points of all that answer a node add up to the node's, where they are added up.
struct CrossedLink {
  double score = no_value;  // of the node that answers, in its new place
  double points = 0, full = 0;
  double coverage = 0;
};

// A scorecard read as another framework's. Each node's score is made of those that answer it, weighted by their parts; what isn't
// assessed, and what nothing answers, counts as the missing policy of `to` says there.
class RULESCORE_EXPORT Crossed {
 public:
  struct Impl;
  explicit Crossed(std::shared_ptr<const Impl> impl) noexcept;

  const Scorecard& card() const noexcept;  // under `from`, with the evidence
  const Crosswalk& crosswalk() const noexcept;
  // Parallel to to().nodes(). An indicator's coverage may lie between 0 and 1; `decided_by` and the evidence's range are unset.
  std::span<const NodeScore> nodes() const noexcept;
  std::span<const CrossedLink> links() const noexcept;       // parallel to crosswalk().links()
  std::span<const double> unmapped_shares() const noexcept;  // parallel to nodes(): of the weight that applies here

  double score() const noexcept;  // the total, on the scale of to().full(); NaN when there is none
  double full() const noexcept;
  double coverage() const noexcept;
  double low() const noexcept;
  double high() const noexcept;
  double unmapped() const noexcept;   // coverage + what is answered but not assessed + unmapped = 1
  const Band* band() const noexcept;  // of `to`, after its vetoes

  // The pieces behind a node of `to`: indices into card().evidence().items(), ascending.
  std::vector<std::uint32_t> evidence(std::uint32_t to_node) const;

 private:
  std::shared_ptr<const Impl> impl_;
};

// Throws UsageError when the card's framework isn't the crosswalk's `from` (see Crosswalk::between).
RULESCORE_EXPORT Crossed crossed(const Scorecard& card, const Crosswalk& crosswalk);

// What a change of the card would do there. Made once a card; a gain takes a few microseconds. Not for several threads at once.
class RULESCORE_EXPORT CrossedGains {
 public:
  CrossedGains(const Scorecard& card, const Crosswalk& crosswalk);
  ~CrossedGains();
  CrossedGains(CrossedGains&&) noexcept;
  CrossedGains& operator=(CrossedGains&&) noexcept;

  double total() const noexcept;  // now; 0 where there is none
  // Points the other total would win if this indicator of `from` had that score; 0 for one that answers nothing. Throws
  // UsageError for a group.
  double gain(std::uint32_t indicator_node, double score);
  // Keeps that score for what is asked next: the total after one step of a road map and the next.
  void set(std::uint32_t indicator_node, double score);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// One gain alone.
RULESCORE_EXPORT double crossed_gain(const Scorecard& card, const Crosswalk& crosswalk, std::uint32_t indicator_node,
                                     double score);

// A gap of the card, and what closing it brings in both frameworks.
struct SharedFix {
  Gap gap;                            // under `from`, to full marks
  double gain_there = 0;              // under `to`
  std::vector<std::uint32_t> serves;  // nodes of `to` it answers, as the file names them
};

// Those with a gain in either, the largest sum first (each gain as a share of its framework's full marks); ties in the order of
// `from`.
RULESCORE_EXPORT std::vector<SharedFix> shared_fixes(const Scorecard& card, const Crosswalk& crosswalk);

// What both frameworks ask for, on the scale of `to`: years assessed under either can stand side by side.
struct CommonTotal {
  double score = no_value;
  double full = 100;
  double low = 0, high = 0;
  double coverage = 0;
  double left_out = 0;  // share of the card's own framework that the other doesn't ask for
};

// `card` is under either of the two. What only one of them asks for has left, and the rest weighs as before among itself.
// Throws UsageError for a card under any other.
RULESCORE_EXPORT CommonTotal common_total(const Scorecard& card, const Crosswalk& crosswalk);

}  // namespace rulescore
