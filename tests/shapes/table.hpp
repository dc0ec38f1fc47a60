// The table of scoring shapes: each example of a published rule, written as YAML, put through the whole path (text or facts in,
// score out) and held against a figure worked out by hand from the source. Every family has a file of its own beside this one;
// the table is printed when the program ends, sorted by shape.
//
//   TEST_CASE("S01 all or nothing") {
//     Example example{"S01", "county river-chief appraisal 2018", "treatment rate from 80% on 10 points, else nothing"};
//     example.indicator = R"(
//     full: 10
//     evidence: {rate: {any: [处理率], value: {unit: "%"}}}
//     score: {rate: {reach: 80%}})";
//     example.marks("污水处理率82%。", 10);
//     example.marks("污水处理率79%。", 0);
//   }
#pragma once

#include <rulescore/rulescore.hpp>

#include <string>
#include <vector>

namespace rulescore::shapes {

// One line of the table: checked against `expected` to 1e-9 (Catch2), and kept for printing.
struct Row {
  std::string shape;   // S03, T08, D1, C2, …
  std::string source;  // where the rule is from, briefly
  std::string rule;    // what it says, in our own words
  std::string yaml;    // the part that says it
  std::string input;
  std::string expected, computed;
  bool holds = false;
};
void add(Row row);
void add(Row row, double expected, double computed);

// A framework of one indicator "A" from the entries that say it (without code and title); `root` are entries of the framework.
Framework one_indicator(const std::string& entries, const std::string& root = {});
// A whole framework: what follows `title:`.
Framework framework(const std::string& entries);

// A report of a place and a year; more in `metadata`.
Document report(const std::string& text, const std::string& jurisdiction = "甲市", int year = 2020,
                const std::string& level = "prefecture");

// The card of one report, with facts as JSON lines (see rulescore/facts.hpp; jurisdiction 甲市, year 2020 unless they say).
Scorecard card(const Framework& framework, const Document& document, const std::string& facts = {});
// Cards of reports that are each other's peers.
std::vector<Scorecard> cards(const Framework& framework, const std::vector<Document>& documents);
// A fact as a JSON line.
std::string fact(const std::string& indicator, double value, const std::string& more);

// The marks of a node: its score out of its own full marks (an indicator's `full`), NaN without a score.
double marks(const Scorecard& card, const std::string& code = "A");

// One example of a rule; each call is a row of the table.
struct Example {
  std::string shape, source, rule;
  std::string indicator = {};  // entries of the indicator
  std::string root = {};       // entries of the framework

  void marks(const std::string& text, double expected) const;
  void marks_of_facts(const std::string& text, const std::string& facts, double expected) const;
  // Of each report of a panel, in order: reports[i] is the text of place i.
  void marks_of_panel(const std::vector<std::string>& reports, const std::vector<double>& expected) const;
};

}  // namespace rulescore::shapes
