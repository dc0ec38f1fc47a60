// See fact_lines.hpp. A line of LangExtract's holds a document with everything found in it:
//
//   {"document_id": "…", "text": "…", "extractions": [{"extraction_class": "E1.3", "extraction_text": "…",
//    "char_interval": {"start_pos": 17, "end_pos": 31}, "alignment_status": "match_exact", "attributes": {"value": "100%"}}]}
//
// The class names the indicator, or else the attribute `indicator` does; the other attributes are fields of a fact.
#include "elsewhere/fact_lines.hpp"

#include "corpus/file.hpp"
#include "corpus/json_line.hpp"
#include "elsewhere/fact_fields.hpp"
#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <utility>

namespace rulescore {
namespace {

using nlohmann::json;

json parse(const std::string& line) {
  json object = parse_json_line(line);
  if (!object.is_object()) throw DocumentError("is no JSON object; expected {\"jurisdiction\": \"…\", \"year\": 2020, …}");
  return object;
}

std::string text_of(const std::string& key, const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  throw DocumentError("\"" + key + "\" is a text or a number; found " + value.dump().substr(0, 60));
}

std::optional<std::size_t> position(const json& value) {
  return value.is_number_unsigned() ? std::optional(value.get<std::size_t>()) : std::nullopt;
}

Fact own_fact(const json& object, std::string where) {
  FactFields fields;
  std::optional<std::size_t> begin;
  std::shared_ptr<const std::string> text;
  for (const auto& [key, value] : object.items()) {
    if (value.is_null()) continue;
    if (key == "where") {
      where = text_of(key, value);
    } else if (key == "begin") {
      begin = position(value);
    } else if (key == "text") {
      text = std::make_shared<const std::string>(text_of(key, value));
    } else if (const auto field = fact_field(key)) {
      fields.set(*field, text_of(key, value));
    } else {
      const std::string hint = did_you_mean(key, fact_field_names());
      throw DocumentError("unknown key \"" + key + "\"; " + (hint.empty() ? "a fact has " + join(fact_field_names()) : hint));
    }
  }
  const bool known_by_text = text != nullptr && fields.get(FactField::document).empty();
  if (known_by_text) fields.set(FactField::document, "?");
  Fact fact = fields.fact(std::move(where));
  if (known_by_text) fact.document.clear();
  fact.begin = begin;
  fact.text = std::move(text);
  return fact;
}

// An attribute as a text; a list of them holds one, or is joined.
std::string attribute_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.is_number() ? value.dump() : std::string();
  std::string text;
  for (const json& item : value) text += (text.empty() ? "" : "、") + attribute_text(item);
  return text;
}

// What one line says of all its extractions.
struct Extracted {
  std::string document;
  std::shared_ptr<const std::string> text;
};

Fact extract(const json& one, const Extracted& from, std::string where) {
  const auto text = [&](const char* key) {
    const auto found = one.find(key);
    return found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  FactFields fields;
  fields.set(FactField::kind, std::string(to_string(SourceKind::extract)));
  fields.set(FactField::document, from.document.empty() ? "?" : from.document);
  fields.set(FactField::quote, text("extraction_text"));
  if (const auto attributes = one.find("attributes"); attributes != one.end() && attributes->is_object()) {
    for (const FactField field : {FactField::indicator, FactField::rule, FactField::value, FactField::unit, FactField::status,
                                  FactField::scope, FactField::source}) {
      if (const auto said = attributes->find(name_of(field)); said != attributes->end()) fields.set(field, attribute_text(*said));
    }
  }
  if (fields.get(FactField::indicator).empty()) fields.set(FactField::indicator, text("extraction_class"));
  if (fields.get(FactField::source).empty()) fields.set(FactField::source, "LangExtract");
  Fact fact = fields.fact(std::move(where));
  fact.document = from.document;
  fact.text = from.text;
  if (const auto interval = one.find("char_interval"); interval != one.end() && interval->is_object()) {
    fact.begin = position(interval->value("start_pos", json()));
  }
  return fact;
}

void read_extractions(const json& object, const std::string& where, FactsResult& result) {
  const json& extractions = object.at("extractions");
  if (extractions.is_null()) return;
  if (!extractions.is_array()) throw DocumentError("\"extractions\" is no list");
  Extracted from;
  if (const auto id = object.find("document_id"); id != object.end() && id->is_string()) from.document = id->get<std::string>();
  if (const auto text = object.find("text"); text != object.end() && text->is_string())
    from.text = std::make_shared<const std::string>(text->get<std::string>());
  if (from.document.empty() && !from.text)
    throw DocumentError("has neither a \"document_id\" nor a \"text\" to know its document by");
  std::size_t number = 0;
  for (const json& one : extractions) {
    const std::string name = where + '#' + std::to_string(++number);
    try {
      if (!one.is_object()) throw DocumentError("is no object");
      result.facts.push_back(extract(one, from, name));
    } catch (const Error& error) {
      result.failures.push_back({name, error.what()});
    }
  }
}

}  // namespace

void read_fact_lines(std::string_view text, const std::string& name, FactsResult& result) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string line(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    const std::string where = name + ':' + std::to_string(++number);
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      const json object = parse(line);
      if (object.contains("extractions")) {
        read_extractions(object, where, result);
      } else {
        result.facts.push_back(own_fact(object, where));
      }
    } catch (const Error& error) {
      result.failures.push_back({where, error.what()});
    }
  }
}

}  // namespace rulescore
