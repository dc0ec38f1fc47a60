// The quantities of the five seed documents, against what a careful reader found in them; sentences written for forms they
// lack; and sentences in the style of other provinces' reports. Prints the figures, and fails when
// they fall below what was reached.
#include "quantity/scan.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

using nlohmann::json;
using rulescore::QuantityAt;
using rulescore::Text;

const std::string root = RULESCORE_SOURCE_DIR;

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.good());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<json> read_rows(const std::string& name) {
  std::istringstream in(slurp(root + "/tests/golden/data/" + name));
  std::vector<json> rows;
  for (std::string line; std::getline(in, line);) rows.push_back(json::parse(line));
  return rows;
}

struct Expected {
  std::size_t begin, end;
  json row;
};

struct Tally {
  int expected = 0, found = 0, hit = 0, right_bound = 0, right_change = 0, good = 0;
  double recall() const { return expected == 0 ? 1 : double(hit) / expected; }
  double precision() const { return found == 0 ? 1 : double(good) / found; }
  double bound() const { return hit == 0 ? 1 : double(right_bound) / hit; }
  double change() const { return hit == 0 ? 1 : double(right_change) / hit; }
  void print(const char* title) const {
    std::printf("%-28s precision %.4f (%d of %d)  recall %.4f (%d of %d)  bound %.4f  change %.4f\n", title, precision(), good,
                found, recall(), hit, expected, bound(), change());
  }
};

bool same_value(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

bool matches(const Text& text, const QuantityAt& q, const Expected& e) {
  const std::size_t begin = text.byte_begin(q.where.begin), end = text.byte_after(q.where.end);
  if (begin >= e.end || e.begin >= end || q.unit != e.row["unit"].get<std::string>()) return false;
  if (!same_value(q.value, e.row["value"].get<double>())) return false;
  return e.row.contains("value_high") == !std::isnan(q.value_high) &&
         (std::isnan(q.value_high) || same_value(q.value_high, e.row["value_high"].get<double>()));
}

std::string context(const Text& text, const QuantityAt& q) {
  const std::uint32_t begin = q.where.begin > 12 ? q.where.begin - 12 : 0, end = std::min(q.where.end + 8, text.size());
  std::string s(text.quote({begin, end}));
  std::replace(s.begin(), s.end(), '\n', ' ');
  return s;
}

// Compares one text with the rows expected of it and says what is wrong.
void compare(const Text& text, const std::vector<Expected>& rows, Tally& tally) {
  const std::vector<QuantityAt> found = rulescore::scan_quantities(text);
  for (const Expected& e : rows) {
    const bool optional = e.row.value("optional", false);
    const auto q = std::find_if(found.begin(), found.end(), [&](const QuantityAt& f) { return matches(text, f, e); });
    if (q == found.end()) {
      if (!optional) ++tally.expected, std::printf("  missed: %s\n", e.row.dump().c_str());
      continue;
    }
    ++tally.expected, ++tally.hit;
    const bool bound = to_string(q->bound) == e.row["bound"].get<std::string>();
    const bool change = to_string(q->change) == (e.row["change"].is_null() ? "" : e.row["change"].get<std::string>());
    tally.right_bound += bound;
    tally.right_change += change;
    if (!bound || !change) std::printf("  bound or change: %s in %s\n", e.row.dump().c_str(), context(text, *q).c_str());
  }
  for (const QuantityAt& q : found) {
    const bool good = std::any_of(rows.begin(), rows.end(), [&](const Expected& e) { return matches(text, q, e); });
    ++tally.found, tally.good += good;
    if (!good) std::printf("  not expected: %g %s in %s\n", q.value, std::string(q.unit).c_str(), context(text, q).c_str());
  }
}

Tally compare_sentences(const std::string& file) {
  Tally tally;
  for (const json& row : read_rows(file)) {
    const std::string sentence = row["sentence"];
    std::vector<Expected> expected;
    std::size_t from = 0;
    for (const json& e : row["expect"]) {
      const std::string quote = e["text"];
      const std::size_t begin = sentence.find(quote, from);
      REQUIRE(begin != std::string::npos);
      expected.push_back({begin, begin + quote.size(), e});
      from = begin + quote.size();
    }
    compare(rulescore::decode(sentence), expected, tally);
  }
  return tally;
}

std::map<std::string, std::vector<Expected>> rows_by_document(const std::string& file) {
  std::map<std::string, std::vector<Expected>> rows;
  for (const json& row : read_rows(file)) rows[row["document"]].push_back({row["begin"], row["end"], row});
  return rows;
}

}  // namespace

TEST_CASE("quantities of the seed documents") {
  Tally tally;
  for (const auto& [document, rows] : rows_by_document("quantities-seeds.jsonl")) {
    compare(rulescore::decode(slurp(root + "/seeds/" + document)), rows, tally);
  }
  tally.print("seed documents");
  CHECK(tally.precision() >= 0.985);
  CHECK(tally.recall() >= 0.985);
  CHECK(tally.bound() >= 0.985);
  CHECK(tally.change() >= 0.985);
}

TEST_CASE("look-alikes of the seed documents are left alone") {
  int reported = 0, all = 0;
  for (const auto& [document, rows] : rows_by_document("look-alikes-seeds.jsonl")) {
    const Text text = rulescore::decode(slurp(root + "/seeds/" + document));
    const std::vector<QuantityAt> found = rulescore::scan_quantities(text);
    for (const Expected& e : rows) {
      const bool hit = std::any_of(found.begin(), found.end(), [&](const QuantityAt& q) {
        return text.byte_begin(q.where.begin) < e.end && e.begin < text.byte_after(q.where.end);
      });
      ++all, reported += hit;
      if (hit) std::printf("  reported: %s\n", e.row.dump().c_str());
    }
  }
  std::printf("%-28s %d of %d reported\n", "look-alikes", reported, all);
  CHECK(reported <= 4);
}

TEST_CASE("forms the seed documents lack") {
  const Tally tally = compare_sentences("quantities-written.jsonl");
  tally.print("written sentences");
  CHECK(tally.hit == tally.expected);
  CHECK(tally.good == tally.found);
  CHECK(tally.right_bound == tally.hit);
  CHECK(tally.right_change == tally.hit);
}

// Written before the rules ran on anything. First run: precision 0.994, recall 0.994, bound 1.000, change 0.994. Since then only
// two faults seen here were mended: a lone 零 was read as no number, and 字体 as the unit 字.
TEST_CASE("sentences in the style of other provinces") {
  const Tally tally = compare_sentences("quantities-other.jsonl");
  tally.print("other provinces' style");
  CHECK(tally.precision() >= 0.98);
  CHECK(tally.recall() >= 0.98);
  CHECK(tally.bound() >= 0.98);
  CHECK(tally.change() >= 0.98);
}
