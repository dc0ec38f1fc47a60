// See table.hpp.
#include "table.hpp"

#include "framework/model.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rulescore::shapes {
namespace {

std::string number(double value) {
  if (std::isnan(value)) return "none";
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.10g", value);
  return buffer;
}

std::string one_line(const std::string& text) {
  std::string line;
  bool blank = true;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank) line += c;
    if (is_blank && !blank) line += ' ';
    blank = is_blank;
  }
  return line;
}

// Rows as they come; printed at the end of the program.
class Table {
 public:
  void add(Row row) { rows_.push_back(std::move(row)); }

  ~Table() {
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.shape < b.shape; });
    std::string last;
    std::size_t held = 0;
    for (const Row& row : rows_) {
      const std::string rule = row.shape + "  " + row.rule + "  [" + row.source + "]\n      " + one_line(row.yaml) + "\n";
      if (rule != last) std::printf("%s", rule.c_str());
      last = rule;
      std::printf("      %s  ->  expected %s, computed %s  %s\n", one_line(row.input).c_str(), row.expected.c_str(),
                  row.computed.c_str(), row.holds ? "ok" : "DIFFERS");
      held += row.holds ? 1 : 0;
    }
    std::printf("\n%zu examples, %zu as published\n", rows_.size(), held);
  }

 private:
  std::vector<Row> rows_;
};

Table& table() {
  static Table rows;
  return rows;
}

}  // namespace

void add(Row row) {
  INFO(row.shape << ": " << row.input);
  CHECK(row.expected == row.computed);
  row.holds = row.expected == row.computed;
  table().add(std::move(row));
}

void add(Row row, double expected, double computed) {
  row.holds = (std::isnan(expected) && std::isnan(computed)) || std::abs(expected - computed) <= 1e-9;
  row.expected = number(expected);
  row.computed = number(computed);
  INFO(row.shape << ": " << row.rule << ": " << row.input << ": expected " << row.expected << ", computed " << row.computed);
  CHECK(row.holds);
  table().add(std::move(row));
}

Framework framework(const std::string& entries) {
  try {
    return Framework::parse("rulescore: 1\nid: shapes\nversion: \"1\"\ntitle: {zh: 例, en: example}\n" + entries);
  } catch (const FrameworkError& error) {
    FAIL(entries << "\n" << error.what());
    throw;
  }
}

Framework one_indicator(const std::string& entries, const std::string& root) {
  std::string indented;
  std::size_t begin = entries.find_first_not_of('\n');
  std::size_t margin = entries.find_first_not_of(' ', begin == std::string::npos ? 0 : begin);
  margin = begin == std::string::npos || margin == std::string::npos ? 0 : margin - begin;
  while (begin < entries.size()) {
    const std::size_t end = std::min(entries.find('\n', begin), entries.size());
    const std::string line = entries.substr(begin, end - begin);
    indented += "    " + (line.size() > margin ? line.substr(margin) : std::string()) + "\n";
    begin = end + 1;
  }
  return framework(root + (root.empty() || root.back() == '\n' ? "" : "\n") +
                   "children:\n  - code: A\n    title: {zh: 甲, en: A}\n" + indented);
}

Document report(const std::string& text, const std::string& jurisdiction, int year, const std::string& level) {
  Metadata metadata;
  metadata.name = jurisdiction + std::to_string(year);
  metadata.jurisdiction = jurisdiction;
  metadata.level = level;
  metadata.year = year;
  return Document::from_text(text, metadata);
}

std::string fact(const std::string& indicator, double value, const std::string& more) {
  return "{\"jurisdiction\":\"甲市\",\"year\":2020,\"indicator\":\"" + indicator + "\",\"value\":" + number(value) +
         ",\"source\":\"评审\"" + (more.empty() ? "" : "," + more) + "}\n";
}

Scorecard card(const Framework& framework, const Document& document, const std::string& facts) {
  const Engine engine(framework);
  if (facts.empty()) return engine.evaluate(document);
  FactsResult read = parse_facts(facts);
  for (const ReadFailure& failure : read.failures) FAIL(failure.name << ": " << failure.reason);
  const Elsewhere elsewhere(framework, std::move(read.facts));
  for (const ReadFailure& failure : elsewhere.failures()) FAIL(failure.name << ": " << failure.reason);
  return engine.evaluate(document, elsewhere);
}

std::vector<Scorecard> cards(const Framework& framework, const std::vector<Document>& documents) {
  return Engine(framework).evaluate(documents);
}

double marks(const Scorecard& card, const std::string& code) {
  const std::uint32_t node = card.framework().at(code);
  const FrameworkModel& model = card.framework().model();
  const auto leaf = std::find(model.indicator_nodes.begin(), model.indicator_nodes.end(), node);
  if (leaf == model.indicator_nodes.end()) return card.nodes()[node].score * card.nodes()[node].full;
  return card.nodes()[node].score * model.indicators[static_cast<std::size_t>(leaf - model.indicator_nodes.begin())].score.full;
}

void Example::marks(const std::string& text, double expected) const {
  add({shape, source, rule, indicator, text, {}, {}}, expected,
      shapes::marks(card(one_indicator(indicator, root), report(text))));
}

void Example::marks_of_facts(const std::string& text, const std::string& facts, double expected) const {
  add({shape, source, rule, indicator, text + " " + facts, {}, {}}, expected,
      shapes::marks(card(one_indicator(indicator, root), report(text), facts)));
}

void Example::marks_of_panel(const std::vector<std::string>& reports, const std::vector<double>& expected) const {
  REQUIRE(reports.size() == expected.size());
  std::vector<Document> documents;
  for (const std::string& text : reports) documents.push_back(report(text, "第" + std::to_string(documents.size()) + "市"));
  const std::vector<Scorecard> all = cards(one_indicator(indicator, root), documents);
  for (std::size_t i = 0; i < all.size(); ++i)
    add({shape, source, rule, indicator, reports[i], {}, {}}, expected[i], shapes::marks(all[i]));
}

}  // namespace rulescore::shapes
