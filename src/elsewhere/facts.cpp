// Files of facts, by their suffix. One bad row never keeps another from being read: it becomes a failure with its place. Outside
// faces: read_facts(), parse_facts() and facts_jsonl(). Tested by tests/unit/elsewhere/facts.cpp.
#include "base/number.hpp"
#include "corpus/file.hpp"
#include "format/csv.hpp"
#include "elsewhere/fact_fields.hpp"
#include "elsewhere/fact_lines.hpp"
#include "format/format.hpp"
#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class CsvFacts {
 public:
  CsvFacts(const std::string& name, FactsResult& result) : name_(name), result_(result) {}

  void read(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    read_csv(
        text, [&](const CsvRow& row) { has_header_ ? read_row(row) : read_header(row); },
        [&](int line, const std::string& reason) { fail(line, reason); });
    if (!has_header_) fail(0, "is empty; the first row names the columns");
  }

 private:
  void fail(int line, std::string reason) {
    result_.failures.push_back({line > 0 ? name_ + ':' + std::to_string(line) : name_, std::move(reason)});
  }

  void read_header(const CsvRow& row) {
    has_header_ = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      columns_.push_back(fact_field(row.cells[i]));
      if (columns_.back() || row.cells[i].empty()) continue;
      const std::string hint = did_you_mean(row.cells[i], fact_field_names());
      fail(row.line, "unknown column `" + row.cells[i] + "`, passed over; " +
                         (hint.empty() ? "a table has " + join(fact_field_names()) : hint));
    }
    for (const FactField needed : {FactField::indicator, FactField::source}) {
      if (std::find(columns_.begin(), columns_.end(), needed) != columns_.end()) continue;
      fail(row.line, "there is no column `" + std::string(name_of(needed)) + "`; the first row names the columns");
      is_table_ = false;
    }
  }

  void read_row(const CsvRow& row) {
    if (!is_table_) return;
    try {
      FactFields fields;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i < columns_.size()) {
          if (columns_[i]) fields.set(*columns_[i], row.cells[i]);
        } else if (!row.cells[i].empty()) {
          throw DocumentError("has " + std::to_string(row.cells.size()) + " cells, the first row names " +
                              std::to_string(columns_.size()) + " columns; a cell with a comma stands in quotation marks");
        }
      }
      if (fields.empty()) return;
      result_.facts.push_back(fields.fact(name_ + ':' + std::to_string(row.line)));
    } catch (const Error& error) {
      fail(row.line, error.what());
    }
  }

  const std::string& name_;
  FactsResult& result_;
  std::vector<std::optional<FactField>> columns_;  // nothing: an unknown one
  bool has_header_ = false, is_table_ = true;
};

void read_one(const std::string& path, FactsResult& result) {
  const bool csv = path.ends_with(".csv") || path.ends_with(".CSV");
  if (!csv && !path.ends_with(".jsonl")) {
    result.failures.push_back({path, "facts are read from files ending in .csv or .jsonl"});
    return;
  }
  try {
    std::string bytes = read_bytes(path);
    if (csv) {  // spreadsheets save in the encoding of their system
      CsvFacts(path, result).read(to_plain(std::move(bytes), {path, {}, "text"}).text);
    } else {
      read_fact_lines(bytes, path, result);
    }
  } catch (const Error& error) {
    result.failures.push_back({path, error.what()});
  }
}

// A file of facts holds what somebody has found.
void refuse_intended(FactsResult& result) {
  std::erase_if(result.facts, [&](const Fact& fact) {
    if (fact.kind != SourceKind::intended) return false;
    result.failures.push_back({fact.where, "what is intended is no fact; it belongs into a plan (what if)"});
    return true;
  });
}

nlohmann::ordered_json object_of(const Fact& fact) {
  nlohmann::ordered_json object;
  const auto text = [&](FactField field, std::string_view value) {
    if (!value.empty()) object[std::string(name_of(field))] = value;
  };
  text(FactField::jurisdiction, fact.jurisdiction);
  if (fact.year) object["year"] = *fact.year;
  text(FactField::document, fact.document);
  text(FactField::indicator, fact.indicator);
  text(FactField::rule, fact.rule);
  if (!std::isnan(fact.value)) object["value"] = shortest(fact.value);
  text(FactField::unit, fact.unit);
  text(FactField::status, to_string(fact.status));
  text(FactField::kind, to_string(fact.kind));
  text(FactField::scope, to_string(fact.scope));
  text(FactField::source, fact.source);
  text(FactField::quote, fact.quote);
  if (fact.begin) object["begin"] = *fact.begin;
  if (fact.text) object["text"] = *fact.text;
  object["where"] = fact.where;
  return object;
}

}  // namespace

FactsResult read_facts(std::span<const std::string> paths) {
  FactsResult result;
  for (const std::string& path : paths) read_one(path, result);
  refuse_intended(result);
  return result;
}

FactsResult parse_facts(std::string_view jsonl, const std::string& name) {
  FactsResult result;
  read_fact_lines(jsonl, name, result);
  return result;
}

std::string facts_jsonl(std::span<const Fact> facts) {
  std::string out;
  for (const Fact& fact : facts)
    out += object_of(fact).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  return out;
}

}  // namespace rulescore
