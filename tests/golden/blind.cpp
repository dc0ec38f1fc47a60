// How the shipped framework reads sentences that no rule has seen: data/blind.jsonl, written in the style of other provinces'
// reports and labelled before any rule was tried on them (data/blind.md says how). Each item is a document of its own, its
// heading above it, and the test prints what was found against what a careful reader finds.
//
// No rule may be tuned on these sentences, so what is printed names items and indicators and never quotes. The guards stand a
// little below the figures of the first run, which are written beside them and stay as they were.
#include "support/catch.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace rs = rulescore;

namespace {

using nlohmann::json;

double ratio(int a, int b) { return b == 0 ? 1.0 : static_cast<double>(a) / b; }
bool same_value(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }
bool verbose() { return std::getenv("RULESCORE_GOLDEN_VERBOSE") != nullptr; }

struct Rows {
  int rows = 0, found = 0, status = 0, valued = 0, value = 0;
  void add(const Rows& one) {
    rows += one.rows, found += one.found, status += one.status, valued += one.valued, value += one.value;
  }
  void print(const char* name) const {
    std::printf("%-22s %3d rows  found %.3f (%d)  status %.3f (%d)  value %.3f (%d of %d)\n", name, rows, ratio(found, rows),
                found, ratio(status, found), status, ratio(value, valued), value, valued);
  }
};

// `wanted` and `reached`: indicators that an item is evidence for, wherever in it the engine sees them.
struct Finds {
  int found = 0, right = 0, items = 0, items_with_false = 0, wanted = 0, reached = 0;
  void print(const char* name) const {
    std::printf(
        "%-22s %3d items  %d pieces, %d false, %.1f in a hundred; %d items with a false one; indicators reached %.3f (%d of "
        "%d)\n",
        name, items, found, found - right, 100 * (1 - ratio(right, found)), items_with_false, ratio(reached, wanted), reached,
        wanted);
  }
};

struct Quantities {
  int expected = 0, hit = 0, found = 0, good = 0, bound = 0, change = 0, look_alikes = 0, reported = 0;
  void print() const {
    std::printf("%-22s precision %.4f (%d of %d)  recall %.4f (%d of %d)  bound %.4f  change %.4f  look-alikes %d of %d\n",
                "quantities", ratio(good, found), good, found, ratio(hit, expected), hit, expected, ratio(bound, hit),
                ratio(change, hit), reported, look_alikes);
  }
};

struct Span {
  std::size_t begin, end;
  bool touches(std::size_t b, std::size_t e) const { return b < end && begin < e; }
};

// One line of the data as a document: its heading, a newline, its text.
struct Item {
  json row;
  std::size_t offset;
  rs::Document document;

  explicit Item(const json& line)
      : row(line), offset(heading().empty() ? 0 : heading().size() + 1), document(rs::Document::from_text(whole(), metadata())) {}
  std::string id() const { return row["id"]; }
  std::string heading() const { return row["heading"]; }
  std::string text() const { return row["text"]; }
  std::string whole() const { return heading().empty() ? text() : heading() + "\n" + text(); }
  rs::Metadata metadata() const {
    rs::Metadata m;
    m.name = id(), m.jurisdiction = row["jurisdiction"], m.level = row["level"], m.year = row["year"].get<int>();
    return m;
  }
  Span find(const std::string& quote, std::size_t from = 0) const {
    const std::size_t at = text().find(quote, from);
    REQUIRE(at != std::string::npos);
    return {offset + at, offset + at + quote.size()};
  }
  std::set<int> indicators() const {
    std::set<int> numbers;
    for (const json& e : row["evidence"]) numbers.insert(e["number"].get<int>());
    return numbers;
  }
  bool credits(int number) const {
    const json& also = row["also"];
    return indicators().count(number) != 0 || std::find(also.begin(), also.end(), number) != also.end();
  }
};

std::vector<Item> read_items() {
  std::ifstream file(std::string(RULESCORE_SOURCE_DIR) + "/tests/golden/data/blind.jsonl");
  std::vector<Item> items;
  for (std::string line; std::getline(file, line);) items.emplace_back(json::parse(line));
  return items;
}

int number_of(const rs::Framework& framework, const rs::Evidence& e) {
  return framework.nodes()[framework.indicators()[e.indicator]].number.value_or(0);
}

// Of several pieces over the same words, the one that agrees best speaks for the row.
void compare_row(const Item& item, const json& row, const rs::EvidenceSet& set, const rs::Framework& framework, Rows& tally) {
  const Span where = item.find(row["quote"]);
  const bool valued = row["value"].is_number();
  int best = -1;
  for (const rs::Evidence& e : set.items()) {
    if (number_of(framework, e) != row["number"].get<int>() || !where.touches(e.begin, e.end)) continue;
    const bool status = rs::to_string(e.status) == row["status"].get<std::string>();
    best = std::max(best, 2 * status + (valued && same_value(e.value, row["value"].get<double>())));
  }
  const bool found = best >= 0, status = best >= 2, value = best == 1 || best == 3;
  ++tally.rows, tally.found += found, tally.status += status;
  if (found && valued) ++tally.valued, tally.value += value;
  if (!verbose()) return;
  const char* what = !found ? "missed" : !status ? "status" : valued && !value ? "value" : nullptr;
  if (what != nullptr) std::printf("  %-6s %3d %s\n", what, row["number"].get<int>(), item.id().c_str());
}

void count_finds(const Item& item, const rs::EvidenceSet& set, const rs::Framework& framework, Finds& tally) {
  bool wrong = false;
  std::set<int> seen;
  for (const rs::Evidence& e : set.items()) {
    seen.insert(number_of(framework, e));
    if (e.duplicate_of != rs::Evidence::none) continue;
    const bool right = item.credits(number_of(framework, e));
    ++tally.found, tally.right += right, wrong |= !right;
    if (!right && verbose()) std::printf("  false  %3d %s\n", number_of(framework, e), item.id().c_str());
  }
  ++tally.items, tally.items_with_false += wrong;
  for (const int number : item.indicators()) ++tally.wanted, tally.reached += seen.count(number) != 0;
}

bool matches(const rs::Quantity& q, const Span& where, const json& row) {
  if (!where.touches(q.begin, q.end) || q.unit != row["unit"].get<std::string>()) return false;
  if (!same_value(q.value, row["value"].get<double>()) || row.contains("value_high") == std::isnan(q.value_high)) return false;
  return !row.contains("value_high") || same_value(q.value_high, row["value_high"].get<double>());
}

void compare_quantities(const Item& item, Quantities& tally) {
  const auto found = item.document.quantities();
  std::vector<bool> good(found.size(), false);
  std::size_t from = 0;
  for (const json& row : item.row["quantities"]) {
    const Span where = item.find(row["text"], from);
    from = where.end - item.offset;
    ++tally.expected;
    const auto q = std::find_if(found.begin(), found.end(), [&](const rs::Quantity& f) { return matches(f, where, row); });
    if (q == found.end()) {
      if (verbose()) std::printf("  quantity missed %s\n", item.id().c_str());
      continue;
    }
    good[static_cast<std::size_t>(q - found.begin())] = true;
    ++tally.hit;
    tally.bound += rs::to_string(q->bound) == row["bound"].get<std::string>();
    tally.change += rs::to_string(q->change) == (row["change"].is_null() ? "" : row["change"].get<std::string>());
  }
  tally.found += static_cast<int>(found.size());
  tally.good += static_cast<int>(std::count(good.begin(), good.end(), true));
}

void count_look_alikes(const Item& item, Quantities& tally) {
  for (const json& numeral : item.row["not_quantities"]) {
    const Span where = item.find(numeral);
    const auto& found = item.document.quantities();
    ++tally.look_alikes;
    tally.reported +=
        std::any_of(found.begin(), found.end(), [&](const rs::Quantity& q) { return where.touches(q.begin, q.end); });
  }
}

}  // namespace

TEST_CASE("sentences that no rule has seen") {
  const rs::Framework framework = rs::Framework::load(std::string(RULESCORE_SOURCE_DIR) + "/indicators/demonstration-2021");
  const rs::Engine engine(framework);
  std::map<std::string, Rows> by_status;
  Rows all;
  Finds finds, nothing;
  const std::vector<Item> items = read_items();
  REQUIRE(items.size() == 246);
  for (const Item& item : items) {
    const rs::EvidenceSet set = engine.match(item.document);
    for (const json& row : item.row["evidence"]) {
      Rows one;
      compare_row(item, row, set, framework, one);
      all.add(one), by_status[row["status"]].add(one);
    }
    count_finds(item, set, framework, item.row["evidence"].empty() ? nothing : finds);
  }
  for (const auto& [status, tally] : by_status) tally.print(status.c_str());
  all.print("evidence, all");
  finds.print("items with evidence");
  nothing.print("items with none");
  // First run: found 0.600, status 0.969, value 0.875, false finds 1.3 in a hundred, indicators reached 0.677.
  // Now, after rules were broadened without a look at these sentences: 0.757, 0.958, 0.892, 2.3, 0.871. Guarded a little below.
  CHECK(ratio(all.found, all.rows) >= 0.74);
  CHECK(ratio(all.status, all.found) >= 0.95);
  CHECK(ratio(all.value, all.valued) >= 0.87);
  CHECK(ratio(finds.right + nothing.right, finds.found + nothing.found) >= 0.97);
  CHECK(ratio(finds.reached, finds.wanted) >= 0.86);
}

TEST_CASE("figures in sentences that no rule has seen") {
  Quantities tally;
  for (const Item& item : read_items()) {
    compare_quantities(item, tally);
    count_look_alikes(item, tally);
  }
  tally.print();
  // First run: precision 0.9948, recall 0.9872, bound 0.9974, change 0.9845, look-alikes 1 of 79.
  CHECK(ratio(tally.good, tally.found) >= 0.99);
  CHECK(ratio(tally.hit, tally.expected) >= 0.98);
  CHECK(ratio(tally.bound, tally.hit) >= 0.99);
  CHECK(ratio(tally.change, tally.hit) >= 0.98);
  CHECK(tally.reported <= 2);
}
