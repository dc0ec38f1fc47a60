#include "render/json.hpp"

#include "render/escape.hpp"
#include "render/names.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <algorithm>
#include <cmath>

namespace rulescore::render {
namespace {

std::string plain(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string number(double value) {
  if (!std::isfinite(value)) return "null";
  std::string text = digits(value);
  // A double stays recognisable as one: 100.0, not 100.
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

void write(const Json& value, std::string& out) {
  if (value.is_object()) {
    out += '{';
    bool next = false;
    for (const auto& [key, field] : value.items()) {
      if (std::exchange(next, true)) out += ',';
      out += plain(key) + ':';
      write(field, out);
    }
    out += '}';
  } else if (value.is_array()) {
    out += '[';
    bool next = false;
    for (const Json& element : value) {
      if (std::exchange(next, true)) out += ',';
      write(element, out);
    }
    out += ']';
  } else {
    out += value.is_number_float() ? number(value.get<double>()) : plain(value);
  }
}

Json review_object(const AppliedReview* applied) {
  if (applied == nullptr) return nullptr;
  Json object;
  object["verdict"] = to_string(applied->review.decision);
  object["reason"] = text_or_null(applied->review.reason);
  object["date"] = applied->review.date;
  object["was"] = nullptr;
  if (applied->review.decision != Decision::correct) return object;
  const Evidence& was = applied->was;
  const bool figure = !std::isnan(was.value);
  object["was"] = {{"status", to_string(was.status)},
                   {"value", figure ? Json(was.value) : Json(nullptr)},
                   {"unit", figure ? Json(was.unit) : Json(nullptr)},
                   {"scope", to_string(was.scope)},
                   {"year", was.year == 0 ? Json(nullptr) : Json(was.year)}};
  return object;
}

Json range_end(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

}  // namespace

std::string dump(const Json& value) {
  std::string out;
  write(value, out);
  return escape_controls_in_json(std::move(out));
}

std::string dump_lines(const std::vector<Json>& elements) {
  std::string out = "[\n";
  for (std::size_t i = 0; i < elements.size(); ++i) out += dump(elements[i]) + (i + 1 < elements.size() ? ",\n" : "\n");
  return out + "]\n";
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

void add_origin(Json& object, const Document& document) {
  const Origin& origin = document.origin();
  if (!origin.verbatim) object["encoding"] = origin.encoding;
  if (origin.format != "text") object["format"] = origin.format;
}

Json head(const Framework& framework, const Document& document) {
  const Metadata& about = document.metadata();
  Json object;
  object["document"] = about.name;
  object["jurisdiction"] = text_or_null(about.jurisdiction);
  object["level"] = text_or_null(about.level);
  object["year"] = about.year ? Json(*about.year) : Json(nullptr);
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  add_origin(object, document);
  return object;
}

Json node_number(const Node& node) { return node.number ? Json(*node.number) : Json(nullptr); }

Json evidence_object(const Framework& framework, const EvidenceSet& set, const Evidence& evidence, std::string_view fingerprint) {
  const Document& document = set.document();
  const Node& node = framework.nodes()[framework.indicators()[evidence.indicator]];
  Json object;
  object["document"] = document.metadata().name;
  object["indicator"] = node.code;
  object["number"] = node_number(node);
  object["status"] = to_string(evidence.status);
  object["begin"] = evidence.begin;
  object["end"] = evidence.end;
  object["quote"] = set.quote(evidence);
  object["value"] = range_end(evidence.value);
  object["unit"] = std::isnan(evidence.value) ? Json(nullptr) : Json(evidence.unit);
  object["bound"] = to_string(evidence.bound);
  object["change"] = text_or_null(to_string(evidence.change));
  object["section"] = document.heading(evidence.section);
  object["rule"] = rule_code(framework, evidence);
  object["rule_name"] = rule_name(framework, evidence);
  object["sentence"] = document.text(evidence.sentence_begin, evidence.sentence_end);
  object["duplicate_of"] = evidence.duplicate_of == Evidence::none ? Json(nullptr) : Json(evidence.duplicate_of);
  object["value_high"] = range_end(evidence.value_high);
  object["scope"] = to_string(evidence.scope);
  object["year"] = evidence.year == 0 ? Json(nullptr) : Json(evidence.year);
  const Fact* fact = set.fact_of(evidence);
  object["kind"] = to_string(evidence.kind);
  object["source"] = fact == nullptr ? Json(nullptr) : Json(fact->source);
  object["fact"] = fact == nullptr ? Json(nullptr) : Json(fact->where);
  object["fingerprint"] = fingerprint;
  object["review"] = review_object(set.review_of(evidence));
  add_origin(object, document);
  return object;
}

}  // namespace rulescore::render
