// What if: what the score would be if something were shown that isn't yet.
//
//   WhatIf if_all_came = what_if(card, {intend("E1.3=100%", framework)});
//   if_all_came.after.score() - if_all_came.before.score()
//
// What is intended is evidence with a source kind of its own, never mixed with what was found: it is called a supposition
// wherever it is shown, it is nobody else's and of no year, and no review, precedence or contradiction touches it. It speaks in
// the stead of what was found, which stays visible as set aside (Standing::set_aside):
//   a figure   of a rule: all that this rule found. The report's 85% doesn't drag down the 100% that is intended
//   a deed     ("done"): the plans and shortcomings of its rule. What was achieved beside it still counts, and where pieces are
//              counted it is one more of them
//   a score    of an indicator: everything about that indicator
// The other rules of the indicator, and all other indicators, are scored as ever.
#pragma once

#include <rulescore/error.hpp>
#include <rulescore/export.hpp>
#include <rulescore/facts.hpp>
#include <rulescore/framework.hpp>
#include <rulescore/panel.hpp>
#include <rulescore/scorecard.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// ---- Saying what is intended ----------------------------------------------------------------------------------------

// A Fact of the kind `intended`, from WHERE=WHAT. WHERE: an indicator's code or number, with #rule where one of its rules is
// meant. WHAT: a figure with its unit (100%, 12件), done, planned or problem, score:0.8 (the indicator's own score, from 0 to 1)
// or full (its full marks; of a deduction: nothing taken off). Throws UsageError saying what is accepted; a number without a unit
// may be a figure or a score, and is refused.
RULESCORE_EXPORT Fact intend(std::string_view text, const Framework& framework);

struct PlanResult {
  std::vector<Fact> intended;  // in the order of the file
  std::vector<Issue> issues;   // each with its place; everything else was still read
};

// A plan is a YAML list of texts as above, or of maps {indicator, rule, value, unit, score, status, note, document, jurisdiction,
// year}: `note` says what is meant to happen, the last three for which of several documents. Throws IoError.
RULESCORE_EXPORT PlanResult read_plan(const std::string& path, const Framework& framework);
RULESCORE_EXPORT PlanResult parse_plan(std::string_view yaml, const Framework& framework, const std::string& name = "plan.yaml");

// ---- Asking ----------------------------------------------------------------------------------------------------------

struct WhatIf {
  Scorecard before, after;
  // Nodes whose score, points, full marks or state differ, in the framework's order.
  std::vector<std::uint32_t> changed;
  // The framework compares with peers, whose figures, the card's own as it was among them, are held as they were: only a panel
  // knows how they would move.
  bool peers_held = false;

  // What was supposed: of all that was intended what is for this document.
  RULESCORE_EXPORT std::vector<Fact> supposed() const;
};

// With nothing intended `after` is `before`, bit for bit. What an earlier what_if supposed stays, unless it is supposed anew.
// Throws UsageError where the framework can't use it, or where the same is intended twice.
RULESCORE_EXPORT WhatIf what_if(const Scorecard& card, std::span<const Fact> intended);

// The same for one document among others: its rank, whom it passes, and the bands where quotas deal them out. Where the framework
// compares, everybody's figures are compared anew with the intended ones among them.
struct RankedWhatIf {
  WhatIf own;
  Panel before, after;
  std::uint32_t row = 0;
  std::vector<std::uint32_t> ranks_before, ranks_after;  // by row, from 1; ties as in ranking()
  std::vector<std::uint32_t> passes;                     // rows that weren't behind it and are now, the best (before) first
  std::vector<std::uint32_t> passed_by;                  // rows that weren't ahead of it and are now
};
RULESCORE_EXPORT RankedWhatIf what_if(const Panel& panel, std::size_t row, std::span<const Fact> intended);

// The row that a person means: a jurisdiction, a document's name (folders and suffix optional) or a part of either that only one
// row has. Throws UsageError listing the rows.
RULESCORE_EXPORT std::size_t row_of(const Panel& panel, std::string_view name);

}  // namespace rulescore
