// A comparison for machines. Outside face: render.hpp. Tested by tests/unit/render/compare_test.cpp.
#include "render/json.hpp"

#include <rulescore/render.hpp>

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

Json document_object(const ScoreComparison& comparison, const DocumentMove& move) {
  const Results::Row &before = comparison.before.rows[move.before], &after = comparison.after.rows[move.after];
  Json object = row_name(before);
  object["before"] = number_or_null(before.total);
  object["after"] = number_or_null(after.total);
  object["change"] = number_or_null(after.total - before.total);
  object["rank_before"] = rank_or_null(move.rank_before);
  object["rank_after"] = rank_or_null(move.rank_after);
  object["band_before"] = text_or_null(before.band.in("zh"));
  object["band_after"] = text_or_null(after.band.in("zh"));
  return object;
}

Json names(const Results& results, const std::vector<std::uint32_t>& rows) {
  Json list = Json::array();
  for (const std::uint32_t row : rows) list.push_back(row_name(results.rows[row]));
  return list;
}

}  // namespace
}  // namespace render

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
  for (const DocumentMove& move : comparison.documents) documents.push_back(document_object(comparison, move));
  object["documents"] = std::move(documents);
  object["only_before"] = names(comparison.before, comparison.only_before);
  object["only_after"] = names(comparison.after, comparison.only_after);
  return dump(object) + '\n';
}

}  // namespace rulescore
