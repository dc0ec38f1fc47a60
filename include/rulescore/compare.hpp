// What changed between two sets of scores: of the same documents under two frameworks, of two years under one, or in two result
// files.
//
//   Rescorer rescorer(documents);
//   Panel before(rescorer.score(old_framework)), after(rescorer.score(new_framework));
//   ScoreComparison comparison = compare(before, after);
//
//   ScoreComparison years = compare_years(Panel(engine.evaluate(of_2019)), Panel(engine.evaluate(of_2020)));
//   for (const Shift& shift : years.years->shifts[0]) …            // what moved the first jurisdiction's total, and how far
#pragma once

#include <rulescore/edit.hpp>
#include <rulescore/export.hpp>
#include <rulescore/panel.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

// The scores of many documents, as a panel holds them, or as `rulescore score --format json` or `jsonl` wrote them.
struct Results {
  struct Row {
    std::string document, jurisdiction;
    std::optional<int> year;
    double total = no_value;
    Localised band;
  };
  struct Indicator {
    std::string code;
    Localised title;
  };
  std::string framework, version, fingerprint;
  double full = 100;
  std::vector<Row> rows;
  std::vector<Indicator> indicators;
  std::vector<double> scores;  // rows x indicators, [0,1], NaN where an indicator has no score
  std::vector<double> points;  // rows x indicators, on the scale of full
};

RULESCORE_EXPORT Results results_of(const Panel& panel);

// Throws IoError, or DocumentError naming the line that isn't a scorecard.
RULESCORE_EXPORT Results read_results(const std::string& path);

// What became of one indicator. Indicators are paired by code; without a score it counts as 0 here.
struct IndicatorMove {
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  std::string code;
  Localised title;
  std::uint32_t before = none, after = none;  // index into Results::indicators; none: added, removed
  std::vector<TextChange> text;               // what the framework says differently of it
  std::uint32_t up = 0, down = 0;             // documents whose score rose, fell
  double mean = 0;                            // change of the score, over all documents
  double points = 0;  // change of the points it gives, over all documents; what weights change shows here alone. Between two
                      // years: what its changes did to the totals, the same where points are added up
  std::uint32_t furthest = none;  // index into ScoreComparison::documents: the largest change of score, the first of equals
  double from = 0, to = 0;        // its scores there; NaN without one
};

struct DocumentMove {
  std::uint32_t before = 0, after = 0;            // rows of the results
  std::uint32_t rank_before = 0, rank_after = 0;  // among the documents compared; 0 when there is but one
};

// ---- two years ------------------------------------------------------------------------------------------------------

// Why a total moved. `counts` means: achieved, and nothing keeps it from earning.
enum class Cause : std::uint8_t {
  framework,         // the yardstick: what the new framework makes of the old document
  applicability,     // the indicator is meant for the one year and not for the other
  new_evidence,      // nothing counted, now something does
  lost_evidence,     // something counted, now the report is silent: of what it said last year, nothing was disproved
  changed_value,     // something counts in both, and it is worth more or less
  peers,             // it says the same, what it is compared with moved
  problem_appeared,  // it admits a shortcoming, and admitted none
  problem_gone,      // the other way round
};

RULESCORE_EXPORT std::string_view to_string(Cause cause) noexcept;

// One reason why the total of one jurisdiction moved.
//
// How the points are found: from the old state of all indicators to the new one, an indicator at a time, the whole tree worked
// out anew after each; once in the framework's order and once in the reverse order, and the mean of the two (the mean of the
// polar decompositions, Dietzenbacher & Los 1998, Economic Systems Research 10:307). They add up to the change of the total under
// any aggregation, missing policy and veto. Where points are added up they are the difference of the indicator's points.
//
// A changed framework comes first: the old document under both. That part is the difference of each indicator's points where
// points add up to the total under both, else one change of the whole.
struct Shift {
  Cause cause = Cause::changed_value;
  std::uint32_t indicator = IndicatorMove::none;                  // index into ScoreComparison::indicators; none: the whole
  double points = 0;                                              // what it did to the total
  double from = no_value, to = no_value;                          // the indicator's scores before and after
  State before = State::no_evidence, after = State::no_evidence;  // of the indicator, in the two years
  std::uint32_t piece_before = Evidence::none, piece_after = Evidence::none;  // what shows it best, index into evidence().items()
};

struct CauseSum {
  Cause cause = Cause::changed_value;
  std::uint32_t shifts = 0;
  double points = 0;
};

// By cause, in the order of Cause; causes that there aren't are left out.
RULESCORE_EXPORT std::vector<CauseSum> sums_by_cause(std::span<const Shift> shifts);

struct TwoYears {
  Panel before, between, after;            // between: the old documents under the new framework; before, if it is the same
  std::vector<std::vector<Shift>> shifts;  // one list a ScoreComparison::documents, in the framework's order
  // The totals between which the shifts lie: the cards' own. Where one of them isn't there all are taken at the low end of what
  // can't be had as one figure (`bounds`), and as 0 where nothing was assessed.
  std::vector<double> total_before, total_after;
};

// A report that has a partner's place and isn't it: another year of the same jurisdiction was taken, or an earlier document of
// the same year.
struct PassedOver {
  bool is_after = false;  // on which side
  std::uint32_t row = 0, taken = 0;
};

struct ScoreComparison {
  Results before, after;
  std::vector<TextChange> text;           // what the frameworks say of the whole and of groups; empty for result files
  std::vector<IndicatorMove> indicators;  // in the order of `after`, then those that are gone
  std::vector<DocumentMove> documents;    // in the order of `before`
  std::vector<std::uint32_t> only_before, only_after;  // rows without a partner
  std::vector<PassedOver> passed_over;                 // rows whose jurisdiction has a pair without them
  std::optional<TwoYears> years;                       // why totals moved; not of frameworks and result files
};

// Documents are paired by name, those left over by jurisdiction and year. Where that pairs none they are taken for two years, and
// paired as compare_years() does. Throws UsageError when there is no pair.
RULESCORE_EXPORT ScoreComparison compare(Results before, Results after);

// With what the frameworks say differently; of two years, with the causes.
RULESCORE_EXPORT ScoreComparison compare(const Panel& before, const Panel& after);

// Two years under one framework, or, with `between` (the documents of `before`, in their order, under the framework of `after`),
// under two. Reports are paired by jurisdiction: of several years the new side has its latest, the old side the latest before
// that (its latest, if none is before); of several documents of a year the first. Those left over are paired by the file's name,
// years in it left out, where no other on either side has that name. A single report on each side is a pair. Reports of
// jurisdictions known to differ never are. Throws UsageError when there is no pair.
RULESCORE_EXPORT ScoreComparison compare_years(const Panel& before, const Panel& after);
RULESCORE_EXPORT ScoreComparison compare_years(const Panel& before, const Panel& between, const Panel& after);

}  // namespace rulescore
