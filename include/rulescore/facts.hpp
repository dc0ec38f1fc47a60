// What is known about a jurisdiction besides its report: statistics, surveys, what a panel judged, passages another tool found.
//
//   jurisdiction,year,indicator,value,unit,source
//   青岛市,2020,E1.3,98.6,%,市中级人民法院2020年统计
//
// A fact is evidence for the documents of its jurisdiction and year (or the one it names), with its source beside it. Which of
// several sources counts where they speak of the same is the framework's `earns: {precedence}`.
#pragma once

#include <rulescore/document.hpp>
#include <rulescore/evidence.hpp>
#include <rulescore/export.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct Fact {
  std::string jurisdiction;  // of the documents it is about, with
  std::optional<int> year;   // the period; or
  std::string document;      // the name of the one it is about, folders and suffix optional
  std::string indicator;     // a code, or an indicator's number
  std::string rule;          // of the indicator; empty: the first that takes a figure of this unit
  double value = no_value;
  std::string unit;  // "%", "件", …; "score": no figure but the indicator's score itself, from 0 to 1
  Status status = Status::achieved;
  SourceKind kind = SourceKind::statistic;
  Whose scope = Whose::own;
  std::string source;  // for people: who says so, where. Required
  std::string quote;   // what the source says; of an extract, the passage of the document
  std::string where;   // facts.csv:12

  // Of an extract: the text the other tool read (null: the document itself), and in it the passage, in characters.
  std::shared_ptr<const std::string> text;
  std::optional<std::size_t> begin;
};

// The unit of a fact that is a score itself.
inline constexpr std::string_view score_unit = "score";

struct FactsResult {
  std::vector<Fact> facts;            // in the order of the files
  std::vector<ReadFailure> failures;  // each named file:line; everything else was still read
};

// Files ending in .csv (RFC 4180; the first row names the columns, in any order) or .jsonl (an object a line with the same
// names). Columns: jurisdiction year indicator rule value unit status kind scope source quote document. An object with
// "extractions" is what LangExtract writes: each extraction becomes a fact of kind extract. Never throws for a bad file or line.
RULESCORE_EXPORT FactsResult read_facts(std::span<const std::string> paths);

// The same for a text in memory, one JSON object a line; `name` stands in messages. An object's own "where" names it instead.
RULESCORE_EXPORT FactsResult parse_facts(std::string_view jsonl, const std::string& name = "facts");

// What parse_facts reads to the same facts, for documents elsewhere: one line a fact.
RULESCORE_EXPORT std::string facts_jsonl(std::span<const Fact> facts);

}  // namespace rulescore
