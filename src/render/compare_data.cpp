// A comparison for machines: json, and of two years csv, a row a shift. Outside face: render.hpp. Tested by
// tests/unit/render/compare_test.cpp and years_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"

#include <rulescore/error.hpp>
#include <rulescore/render.hpp>
#include <rulescore/review.hpp>

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }
Json rank_or_null(std::uint32_t rank) { return rank == 0 ? Json(nullptr) : Json(rank); }

Json side(const Results& results) {
  Json object;
  object["framework"] = {{"id", results.framework}, {"version", results.version}, {"fingerprint", results.fingerprint}};
  object["full"] = number_or_null(results.full);
  object["documents"] = results.rows.size();
  return object;
}

Json listed(const std::vector<TextChange>& changes) {
  Json list = Json::array();
  for (const TextChange& change : changes) {
    Json object;
    object["code"] = text_or_null(change.code);
    object["path"] = text_or_null(change.path);
    object["before"] = text_or_null(change.before);
    object["after"] = text_or_null(change.after);
    object["part"] = change.part;
    list.push_back(std::move(object));
  }
  return list;
}

Json row_name(const Results::Row& row) {
  Json object;
  object["document"] = row.document;
  object["jurisdiction"] = text_or_null(row.jurisdiction);
  object["year"] = row.year ? Json(*row.year) : Json(nullptr);
  return object;
}

Json indicator_object(const ScoreComparison& comparison, const IndicatorMove& move) {
  Json object;
  object["code"] = move.code;
  object["title"] = move.title.in("zh");
  object["title_en"] = move.title.in("en");
  object["is"] = move.before == IndicatorMove::none ? "added" : move.after == IndicatorMove::none ? "removed" : "kept";
  object["text"] = listed(move.text);
  object["up"] = move.up;
  object["down"] = move.down;
  object["mean"] = move.mean;
  object["points"] = move.points;
  object["furthest"] = nullptr;
  if (move.furthest == IndicatorMove::none) return object;
  Json furthest = row_name(comparison.before.rows[comparison.documents[move.furthest].before]);
  furthest["before"] = number_or_null(move.from);
  furthest["after"] = number_or_null(move.to);
  object["furthest"] = std::move(furthest);
  return object;
}

Json cause_list(const std::vector<CauseSum>& sums, double documents) {
  Json list = Json::array();
  for (const CauseSum& sum : sums)
    list.push_back({{"cause", to_string(sum.cause)}, {"shifts", sum.shifts}, {"points", sum.points / documents}});
  return list;
}

// One card's pieces, as evidence objects; their fingerprints are worked out once.
class Shown {
 public:
  explicit Shown(const Scorecard& card) : card_(card), known_(fingerprints(card.framework(), card.evidence())) {}
  Json piece(std::uint32_t index) const {
    if (index == Evidence::none) return nullptr;
    return evidence_object(card_.framework(), card_.evidence(), card_.evidence().items()[index], known_[index]);
  }

 private:
  const Scorecard& card_;
  std::vector<std::string> known_;
};

Json shift_object(const ScoreComparison& comparison, const Shift& shift, const Shown& before, const Shown& after) {
  const bool whole = shift.indicator == IndicatorMove::none;
  Json object;
  object["indicator"] = whole ? Json(nullptr) : Json(comparison.indicators[shift.indicator].code);
  object["title"] = whole ? Json(nullptr) : Json(comparison.indicators[shift.indicator].title.in("zh"));
  object["cause"] = to_string(shift.cause);
  object["points"] = shift.points;
  object["score_before"] = number_or_null(shift.from);
  object["score_after"] = number_or_null(shift.to);
  object["state_before"] = whole ? Json(nullptr) : Json(to_string(shift.before));
  object["state_after"] = whole ? Json(nullptr) : Json(to_string(shift.after));
  object["evidence_before"] = before.piece(shift.piece_before);
  object["evidence_after"] = after.piece(shift.piece_after);
  return object;
}

// What moved the total of the document, and where it moved from and to.
void add_causes(const ScoreComparison& comparison, std::size_t index, Json& object) {
  const TwoYears& years = *comparison.years;
  const DocumentMove& move = comparison.documents[index];
  const Shown before(years.between.cards()[move.before]), after(years.after.cards()[move.after]);
  Json shifts = Json::array();
  for (const Shift& shift : years.shifts[index]) shifts.push_back(shift_object(comparison, shift, before, after));
  object["moved"] = years.total_after[index] - years.total_before[index];
  object["causes"] = cause_list(sums_by_cause(years.shifts[index]), 1);
  object["shifts"] = std::move(shifts);
}

Json document_object(const ScoreComparison& comparison, std::size_t index) {
  const DocumentMove& move = comparison.documents[index];
  const Results::Row &before = comparison.before.rows[move.before], &after = comparison.after.rows[move.after];
  Json object = row_name(before);
  object["before"] = number_or_null(before.total);
  object["after"] = number_or_null(after.total);
  object["change"] = number_or_null(after.total - before.total);
  object["rank_before"] = rank_or_null(move.rank_before);
  object["rank_after"] = rank_or_null(move.rank_after);
  object["band_before"] = text_or_null(before.band.in("zh"));
  object["band_after"] = text_or_null(after.band.in("zh"));
  object["partner"] = row_name(after);
  object["rows"] = {move.before, move.after};
  if (comparison.years) add_causes(comparison, index, object);
  return object;
}

Json names(const Results& results, const std::vector<std::uint32_t>& rows) {
  Json list = Json::array();
  for (const std::uint32_t row : rows) list.push_back(row_name(results.rows[row]));
  return list;
}

Json passed_over(const ScoreComparison& comparison) {
  Json list = Json::array();
  for (const PassedOver& one : comparison.passed_over) {
    const Results& results = one.is_after ? comparison.after : comparison.before;
    Json object = row_name(results.rows[one.row]);
    object["side"] = one.is_after ? "after" : "before";
    object["taken"] = row_name(results.rows[one.taken]);
    list.push_back(std::move(object));
  }
  return list;
}

std::vector<CauseSum> causes_in_all(const TwoYears& years) {
  std::vector<Shift> all;
  for (const std::vector<Shift>& shifts : years.shifts) all.insert(all.end(), shifts.begin(), shifts.end());
  return sums_by_cause(all);
}

std::string year(const Results::Row& row) { return row.year ? std::to_string(*row.year) : std::string(); }

// document, quote, begin, end
void add_piece(const Scorecard& card, std::uint32_t index, std::vector<std::string>& cells) {
  cells.push_back(card.document().metadata().name);
  if (index == Evidence::none) return cells.resize(cells.size() + 3);
  const Evidence& piece = card.evidence().items()[index];
  cells.emplace_back(card.evidence().quote(piece));
  cells.push_back(piece.in_text() ? std::to_string(piece.begin) : std::string());
  cells.push_back(piece.in_text() ? std::to_string(piece.end) : std::string());
}

std::vector<std::string> csv_cells(const ScoreComparison& comparison, std::size_t document, const Shift& shift) {
  const DocumentMove& move = comparison.documents[document];
  const Results::Row &before = comparison.before.rows[move.before], &after = comparison.after.rows[move.after];
  const bool whole = shift.indicator == IndicatorMove::none;
  std::vector<std::string> cells{after.jurisdiction.empty() ? before.jurisdiction : after.jurisdiction,
                                 year(before),
                                 year(after),
                                 whole ? std::string() : comparison.indicators[shift.indicator].code,
                                 whole ? std::string() : comparison.indicators[shift.indicator].title.in("zh"),
                                 std::string(to_string(shift.cause)),
                                 digits(shift.points),
                                 digits(shift.from),
                                 digits(shift.to),
                                 whole ? std::string() : std::string(to_string(shift.before)),
                                 whole ? std::string() : std::string(to_string(shift.after))};
  add_piece(comparison.years->between.cards()[move.before], shift.piece_before, cells);
  add_piece(comparison.years->after.cards()[move.after], shift.piece_after, cells);
  return cells;
}

}  // namespace
}  // namespace render

std::string comparison_csv(const ScoreComparison& comparison) {
  using namespace render;
  if (!comparison.years)
    throw UsageError("csv lists what moved between two years; a comparison of other things has table and json");
  const std::array<std::string, 19> heading{"jurisdiction",   "year_before",     "year_after",   "indicator",    "title",
                                            "cause",          "points",          "score_before", "score_after",  "state_before",
                                            "state_after",    "document_before", "quote_before", "begin_before", "end_before",
                                            "document_after", "quote_after",     "begin_after",  "end_after"};
  std::string out = csv_row(heading);
  for (std::size_t i = 0; i < comparison.documents.size(); ++i)
    for (const Shift& shift : comparison.years->shifts[i]) out += csv_row(csv_cells(comparison, i, shift));
  return out;
}

std::string comparison_json(const ScoreComparison& comparison) {
  using namespace render;
  Json object;
  object["before"] = side(comparison.before);
  object["after"] = side(comparison.after);
  object["text"] = listed(comparison.text);
  Json indicators = Json::array();
  for (const IndicatorMove& move : comparison.indicators) indicators.push_back(indicator_object(comparison, move));
  object["indicators"] = std::move(indicators);
  Json documents = Json::array();
  for (std::size_t i = 0; i < comparison.documents.size(); ++i) documents.push_back(document_object(comparison, i));
  object["documents"] = std::move(documents);
  object["only_before"] = names(comparison.before, comparison.only_before);
  object["only_after"] = names(comparison.after, comparison.only_after);
  object["passed_over"] = passed_over(comparison);
  object["causes"] = !comparison.years
                         ? Json(nullptr)
                         : cause_list(causes_in_all(*comparison.years), static_cast<double>(comparison.documents.size()));
  return dump(object) + '\n';
}

}  // namespace rulescore
