// What changed between two sets of scores of the same documents: under two frameworks, or in two result files.
//
//   Rescorer rescorer(documents);
//   Panel before(rescorer.score(old_framework)), after(rescorer.score(new_framework));
//   ScoreComparison comparison = compare(before, after);
#pragma once

#include <rulescore/edit.hpp>
#include <rulescore/export.hpp>
#include <rulescore/panel.hpp>

#include <cstdint>
#include <optional>
#include <string>
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
  double points = 0;              // change of the points it gives, over all documents; what weights change shows here alone
  std::uint32_t furthest = none;  // index into ScoreComparison::documents: the largest change of score, the first of equals
  double from = 0, to = 0;        // its scores there; NaN without one
};

struct DocumentMove {
  std::uint32_t before = 0, after = 0;            // rows of the results
  std::uint32_t rank_before = 0, rank_after = 0;  // among the documents compared; 0 when there is but one
};

struct ScoreComparison {
  Results before, after;
  std::vector<TextChange> text;           // what the frameworks say of the whole and of groups; empty for result files
  std::vector<IndicatorMove> indicators;  // in the order of `after`, then those that are gone
  std::vector<DocumentMove> documents;    // in the order of `before`
  std::vector<std::uint32_t> only_before, only_after;  // rows without a partner
};

// Documents are paired by name, those left over by jurisdiction and year. Throws UsageError when there is no pair.
RULESCORE_EXPORT ScoreComparison compare(Results before, Results after);

// With what the frameworks say differently.
RULESCORE_EXPORT ScoreComparison compare(const Panel& before, const Panel& after);

}  // namespace rulescore
