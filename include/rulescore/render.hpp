// Results as text: for machines (json, jsonl, csv) and for people (table, md, text).
//
// Every function returns UTF-8 text that ends with a newline. Numbers print with the shortest digits that read back to the
// same double in machine formats, and rounded in human ones.
#pragma once

#include <rulescore/analysis.hpp>
#include <rulescore/roadmap.hpp>
#include <rulescore/compare.hpp>
#include <rulescore/crosswalk.hpp>
#include <rulescore/engine.hpp>
#include <rulescore/export.hpp>
#include <rulescore/decision.hpp>
#include <rulescore/index.hpp>
#include <rulescore/places.hpp>
#include <rulescore/uncertainty.hpp>
#include <rulescore/what_if.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

namespace views {
struct IndexComparison;  // views.hpp
}

struct TableStyle {
  std::string language = "zh";  // "zh" or "en": titles and labels
  int width = 0;                // columns of the terminal; 0: unlimited
  bool colour = false;          // ANSI colours
};

// score: json (an array), jsonl (one card), csv (one row a card and node), table, md
RULESCORE_EXPORT std::string scorecards_json(std::span<const Scorecard> cards);
RULESCORE_EXPORT std::string scorecard_jsonl(const Scorecard& card);
RULESCORE_EXPORT std::string scorecards_csv(std::span<const Scorecard> cards);
RULESCORE_EXPORT std::string scorecards_table(std::span<const Scorecard> cards, const TableStyle& style = {});
RULESCORE_EXPORT std::string scorecards_markdown(std::span<const Scorecard> cards, const TableStyle& style = {});
RULESCORE_EXPORT std::string scorecard_html(const Scorecard& card, const TableStyle& style = {});  // a fragment, for notebooks

// evidence
RULESCORE_EXPORT std::string evidence_jsonl(const Framework& framework, const EvidenceSet& evidence);
RULESCORE_EXPORT std::string evidence_csv(const Framework& framework, std::span<const EvidenceSet> sets);
RULESCORE_EXPORT std::string evidence_table(const Framework& framework, std::span<const EvidenceSet> sets, const TableStyle& style = {});
// A review file to fill in (see review.hpp), one entry a piece; what was reviewed already is filled in.
RULESCORE_EXPORT std::string evidence_review(const Framework& framework, std::span<const EvidenceSet> sets, const TableStyle& style = {});

// quantities
RULESCORE_EXPORT std::string quantities_jsonl(const Document& document);
RULESCORE_EXPORT std::string quantities_table(std::span<const Document> documents, const TableStyle& style = {});

// explain: the chain quote -> quantity -> rule -> shape with its numbers -> points -> share of the total
RULESCORE_EXPORT std::string explain_text(const Scorecard& card, std::uint32_t node, const TableStyle& style = {});
RULESCORE_EXPORT std::string explain_json(const Scorecard& card, std::uint32_t node);

// what if: for people what is supposed, the totals and what moves; for machines the card as it would be, with `what_if` beside it
RULESCORE_EXPORT std::string what_ifs_json(std::span<const WhatIf> whats);
RULESCORE_EXPORT std::string what_if_jsonl(const WhatIf& what);
RULESCORE_EXPORT std::string what_ifs_csv(std::span<const WhatIf> whats);  // one row a document and changed node
RULESCORE_EXPORT std::string what_ifs_table(std::span<const WhatIf> whats, const TableStyle& style = {});
RULESCORE_EXPORT std::string what_ifs_markdown(std::span<const WhatIf> whats, const TableStyle& style = {});
RULESCORE_EXPORT std::string ranked_what_if_json(const RankedWhatIf& what);
RULESCORE_EXPORT std::string ranked_what_if_csv(const RankedWhatIf& what);  // one row a document
RULESCORE_EXPORT std::string ranked_what_if_table(const RankedWhatIf& what, const TableStyle& style = {});
RULESCORE_EXPORT std::string explain_text(const WhatIf& what, std::uint32_t node, const TableStyle& style = {});
RULESCORE_EXPORT std::string explain_json(const WhatIf& what, std::uint32_t node);

// gaps
RULESCORE_EXPORT std::string gaps_json(std::span<const GapReport> reports);
RULESCORE_EXPORT std::string gaps_csv(std::span<const GapReport> reports);
RULESCORE_EXPORT std::string gaps_table(std::span<const GapReport> reports, const TableStyle& style = {});
RULESCORE_EXPORT std::string gaps_markdown(std::span<const GapReport> reports, const TableStyle& style = {});
// A workbook (.xlsx), as bytes: totals, and one row a gap. Throws IoError without a folder for temporary files.
RULESCORE_EXPORT std::string gaps_excel(std::span<const GapReport> reports, const TableStyle& style = {});
// road maps
RULESCORE_EXPORT std::string road_maps_json(std::span<const RoadMap> maps);
RULESCORE_EXPORT std::string road_maps_csv(std::span<const RoadMap> maps);  // one row a step
RULESCORE_EXPORT std::string road_maps_table(std::span<const RoadMap> maps, const TableStyle& style = {});
RULESCORE_EXPORT std::string road_maps_markdown(std::span<const RoadMap> maps, const TableStyle& style = {});
// A workbook, as above: totals, one row a step, sums by remedy and owner as formulas over them, one row a gap.
RULESCORE_EXPORT std::string road_maps_excel(std::span<const RoadMap> maps, const TableStyle& style = {});

// What evidence would close an indicator's gap, in the framework's own words: what it asks for, and the figures that earn full
// marks. `language`: "zh" or "en".
RULESCORE_EXPORT std::string what_closes(const Scorecard& card, std::uint32_t indicator_node, std::string_view language = "zh");

// A calendar (RFC 5545): an all-day event a step, on the last day of its quarter. Throws UsageError where neither a report nor the
// options say a year.
RULESCORE_EXPORT std::string road_maps_calendar(std::span<const RoadMap> maps, const TableStyle& style = {});

// rank
RULESCORE_EXPORT std::string ranking_json(const Panel& panel, const Ranking& ranking);
RULESCORE_EXPORT std::string ranking_csv(const Panel& panel, const Ranking& ranking);
RULESCORE_EXPORT std::string ranking_table(const Panel& panel, const Ranking& ranking, const TableStyle& style = {});

// index: the units by rank with the groups below the whole; csv has a row a unit and a column a node; json says what was done to each
// column, too. One unit down to its figures throws UsageError for an unknown one; of several years it is the table's last row.
struct IndexRanking {
  std::string name;
  decision::Ranked ranked;
};
RULESCORE_EXPORT std::string index_json(const Index& index, std::span<const IndexRanking> others = {});
RULESCORE_EXPORT std::string index_csv(const Index& index, std::span<const IndexRanking> others = {});
RULESCORE_EXPORT std::string index_table(const Index& index, std::span<const IndexRanking> others = {}, const TableStyle& style = {});
RULESCORE_EXPORT std::string index_unit_table(const Index& index, std::string_view unit, const TableStyle& style = {});

// sensitivity: the units by rank with what the draws made of it, then whatever else was asked; csv has a row a unit, and a column with
// its rank without each node that was left out.
struct Sensitivity {
  UncertaintyOptions options;
  Uncertainty uncertainty;
  std::vector<LeftOut> left_out;
  std::optional<IndexSwap> swap;
  std::optional<WhatMatters> matters;
};
RULESCORE_EXPORT std::string sensitivity_json(const Index& index, const Sensitivity& found);
RULESCORE_EXPORT std::string sensitivity_csv(const Index& index, const Sensitivity& found);
RULESCORE_EXPORT std::string sensitivity_table(const Index& index, const Sensitivity& found, const TableStyle& style = {});

// compare, and what watch prints after a save: at most `lines` of each kind of change. csv has one row a shift, so it is of two
// years only and throws UsageError for others
RULESCORE_EXPORT std::string comparison_json(const ScoreComparison& comparison);
RULESCORE_EXPORT std::string comparison_csv(const ScoreComparison& comparison);
RULESCORE_EXPORT std::string comparison_table(const ScoreComparison& comparison, const TableStyle& style = {});
RULESCORE_EXPORT std::string comparison_brief(const ScoreComparison& comparison, std::size_t lines = 8, const TableStyle& style = {});

// matrix: csv has a row a place and a column an indicator, its score, or in words why it has none
RULESCORE_EXPORT std::string places_json(const Places& places);
RULESCORE_EXPORT std::string places_csv(const Places& places);
RULESCORE_EXPORT std::string places_table(const Places& places, const TableStyle& style = {});
RULESCORE_EXPORT std::string places_markdown(const Places& places, const TableStyle& style = {});

// crosswalk: json (an array, a document a line), csv (a row a document and node of the second framework), table. `second`: cards
// under the second framework itself, which stand beside the others on what both ask for.
RULESCORE_EXPORT std::string crossed_json(std::span<const Crossed> crossed, std::span<const Scorecard> second = {});
RULESCORE_EXPORT std::string crossed_csv(std::span<const Crossed> crossed);
RULESCORE_EXPORT std::string crossed_table(std::span<const Crossed> crossed, std::span<const Scorecard> second = {},
                                           std::size_t most_fixes = 10, const TableStyle& style = {});
RULESCORE_EXPORT std::string crosswalk_summary(const Crosswalk& crosswalk);  // one line: what a sound crosswalk holds

// index --view: stats, correlations or matrix (":spearman", ":kendall"), alpha, pca (":CODE" of a group), availability, unit:NAME (of
// several years the latest), trends (":CODE" of a node). Throws UsageError for any other, with a did-you-mean.
RULESCORE_EXPORT std::string index_view_json(const Index& index, std::string_view view);
RULESCORE_EXPORT std::string index_view_csv(const Index& index, std::string_view view);
RULESCORE_EXPORT std::string index_view_table(const Index& index, std::string_view view, const TableStyle& style = {});
RULESCORE_EXPORT std::string index_view_markdown(const Index& index, std::string_view view, const TableStyle& style = {});
// index --before: csv has a row a unit and leaf, and one for what the rules did; the table names the leaves that moved a unit most
RULESCORE_EXPORT std::string index_changes_json(const views::IndexComparison& comparison);
RULESCORE_EXPORT std::string index_changes_csv(const views::IndexComparison& comparison);
RULESCORE_EXPORT std::string index_changes_table(const views::IndexComparison& comparison, const TableStyle& style = {});

// check and test
RULESCORE_EXPORT std::string issues_json(std::span<const Issue> issues);
RULESCORE_EXPORT std::string issues_github(std::span<const Issue> issues);  // workflow commands: annotations beside the lines
RULESCORE_EXPORT std::string framework_summary(const Framework& framework);  // one line: what a sound framework holds
RULESCORE_EXPORT std::string examples_text(const Framework& framework, std::span<const ExampleResult> results);
RULESCORE_EXPORT std::string examples_json(const Framework& framework, std::span<const ExampleResult> results);
RULESCORE_EXPORT std::string examples_junit(const Framework& framework, std::span<const ExampleResult> results);

}  // namespace rulescore
