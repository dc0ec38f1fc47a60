// One report written in other ways is one report: the same figures, sections and evidence, at the same characters.
#include "support/catch.hpp"

#include <rulescore/rulescore.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

namespace rs = rulescore;

namespace {

const std::string root = RULESCORE_SOURCE_DIR;

std::string read(const std::string& path) {
  std::ifstream in(root + path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t character(std::string_view text, std::uint32_t byte) {
  std::size_t n = 0;
  for (char c : text.substr(0, byte)) n += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  return n;
}

using Place = std::pair<std::size_t, std::size_t>;

Place place(const rs::Document& d, std::uint32_t begin, std::uint32_t end) {
  return {character(d.text(), begin), character(d.text(), end)};
}

std::vector<std::tuple<Place, double, double, std::string, rs::Bound, rs::Change>> figures(const rs::Document& d) {
  std::vector<std::tuple<Place, double, double, std::string, rs::Bound, rs::Change>> out;
  for (const rs::Quantity& q : d.quantities())
    out.emplace_back(place(d, q.begin, q.end), q.value, std::isnan(q.value_high) ? -1 : q.value_high, q.unit, q.bound, q.change);
  return out;
}

std::vector<std::tuple<Place, Place, std::uint32_t, int>> sections(const rs::Document& d) {
  std::vector<std::tuple<Place, Place, std::uint32_t, int>> out;
  for (const rs::Section& s : d.sections())
    out.emplace_back(place(d, s.heading_begin, s.heading_end), place(d, s.begin, s.end), s.parent, s.level);
  return out;
}

std::vector<std::tuple<std::uint32_t, int, rs::Status, Place, double>> evidence(const rs::Engine& engine, const rs::Document& d) {
  std::vector<std::tuple<std::uint32_t, int, rs::Status, Place, double>> out;
  const rs::EvidenceSet set = engine.match(d);
  for (const rs::Evidence& e : set.items())
    out.emplace_back(e.indicator, e.rule, e.status, place(d, e.begin, e.end), std::isnan(e.value) ? -1 : e.value);
  return out;
}

}  // namespace

// Converted by ICU (001), and by OpenCC to the characters and quotes in use in Hong Kong (003) and Taiwan (004).
TEST_CASE("a report in Traditional Chinese") {
  const rs::Engine engine(rs::Framework::load(root + "/indicators/demonstration-2021"));
  const auto [simplified, traditional] = GENERATE(table<std::string, std::string>({
      {"001_3cfe0e754c2cb1fa", "001-traditional"},
      {"003_fee01a120b8ebf84", "003-hong-kong"},
      {"004_52573d4cbd75fde3", "004-taiwan"},
  }));
  INFO(traditional);
  const rs::Document a = rs::Document::from_text(read("/seeds/" + simplified + ".txt"));
  const rs::Document b = rs::Document::from_text(read("/tests/property/data/" + traditional + ".txt"));
  CHECK(figures(a) == figures(b));
  CHECK(sections(a) == sections(b));
  const auto found = evidence(engine, a);
  CHECK(found.size() > 50);
  CHECK(found == evidence(engine, b));
}
