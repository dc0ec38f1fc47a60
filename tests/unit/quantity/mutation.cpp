// 10,000 random mutations of the seed documents: no crash, and spans that are valid, in order and apart.
#include "quantity/scan.hpp"
#include "quantity/unit.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace rulescore;

namespace {

constexpr std::u32string_view alphabet =
    U"0123456789零一二两三十百千万亿第约近超不最多余来几个件项年月日%.,-~+:()（）“”《》、。 \n\u200b成分之番半无未至由从下降新增";

std::vector<std::u32string> seed_texts() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(RULESCORE_SOURCE_DIR) + "/seeds")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::u32string> texts;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    const Text text = decode(out.str());
    texts.emplace_back(text.chars.begin(), text.chars.end());
  }
  return texts;
}

std::u32string mutate(const std::vector<std::u32string>& seeds, std::mt19937& random) {
  const std::u32string& seed = seeds[random() % seeds.size()];
  std::u32string s = seed.substr(random() % seed.size(), 20 + random() % 300);
  for (std::size_t edits = 1 + random() % 12; edits > 0 && !s.empty(); --edits) {
    const std::size_t at = random() % s.size();
    const char32_t c = alphabet[random() % alphabet.size()];
    switch (random() % 4) {
      case 0:
        s[at] = c;
        break;
      case 1:
        s.insert(at, 1 + random() % 3, c);
        break;
      case 2:
        s.erase(at, 1 + random() % 4);
        break;
      default:
        std::swap(s[at], s[random() % s.size()]);
    }
  }
  return s;
}

bool same(const QuantityAt& a, const QuantityAt& b) {
  const bool high = a.value_high == b.value_high || (std::isnan(a.value_high) && std::isnan(b.value_high));
  return a.where == b.where && a.number == b.number && a.value == b.value && high && a.unit == b.unit && a.bound == b.bound &&
         a.change == b.change;
}

std::string fault(const Text& text, const std::vector<QuantityAt>& found) {
  std::uint32_t behind = 0;
  for (const QuantityAt& q : found) {
    if (q.where.begin < behind) return "overlaps or is out of order";
    if (q.where.empty() || q.where.end > text.size()) return "is no span";
    if (q.number.empty() || !q.where.contains(q.number)) return "doesn't hold its number";
    if (!std::isfinite(q.value) || q.value < 0) return "has no value";
    if (!std::isnan(q.value_high) && !(q.value < q.value_high)) return "has a range upside down";
    if (!q.unit.empty() && q.unit != "rank" && find_unit(q.unit) != q.unit) return "has an unknown unit";
    behind = q.where.end;
  }
  return "";
}

}  // namespace

TEST_CASE("10,000 mutations leave spans valid, in order and apart") {
  const std::vector<std::u32string> seeds = seed_texts();
  REQUIRE(seeds.size() >= 5);
  std::mt19937 random(20240607);
  std::size_t quantities = 0;
  for (int i = 0; i < 10000; ++i) {
    const Text text = decode(to_utf8(mutate(seeds, random)));
    const auto found = scan_quantities(text);
    const std::string what = fault(text, found);
    if (!what.empty()) FAIL("a quantity " << what << " in:\n" << text.bytes);
    const auto again = scan_quantities(text);
    REQUIRE(std::equal(found.begin(), found.end(), again.begin(), again.end(), same));
    quantities += found.size();
  }
  CHECK(quantities > 10000);
}
