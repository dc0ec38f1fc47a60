// The seeds with their lines broken: nearly the same evidence (0.71 of it, 0.95 for breaks strewn over the text, were breaks
// never taken out). VERBOSE=1 names the texts below 0.99.
#include "support/catch.hpp"

#include <rulescore/rulescore.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace rs = rulescore;

namespace {

const std::string root = RULESCORE_SOURCE_DIR;

// Characters of UTF-8, each as its bytes.
using Line = std::vector<std::string>;

Line characters(std::string_view utf8) {
  Line out;
  for (char c : utf8) {
    if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) out.emplace_back();
    out.back() += c;
  }
  return out;
}

std::vector<std::string> read_lines(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool ends_sentence(const std::string& line) { return line.ends_with("。") || line.ends_with("！"); }

std::string stripped(std::string line) {
  for (std::string_view blank : {" ", "\t", "\u3000", "\u00A0"}) {
    while (line.starts_with(blank)) line.erase(0, blank.size());
  }
  return line;
}

struct Layout {
  const char* name;
  const char* indent;  // before a paragraph
  const char* end;     // of a line
  bool spaced;         // keeps the blank lines between paragraphs
  bool by_column;      // Chinese characters take two, and no line begins with a comma or stop
};

std::string wrap(const std::vector<std::string>& lines, std::size_t width, const Layout& layout) {
  std::string out;
  for (const std::string& written : lines) {
    const std::string line = stripped(written);
    if (line.empty() && !layout.spaced) continue;
    const Line all = characters((ends_sentence(line) ? layout.indent : "") + line);
    std::size_t used = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::size_t takes = layout.by_column && all[i].size() > 1 ? 2 : 1;
      const bool hangs =
          layout.by_column && (all[i] == "," || all[i] == "。" || all[i] == "、" || all[i] == ";" || all[i] == "%");
      if (used + takes > width && !hangs) {
        out += layout.end;
        used = 0;
      }
      out += all[i];
      used += takes;
    }
    out += layout.end;
  }
  return out;
}

// Breaks some sentences of the body once, anywhere.
std::string break_some(const std::vector<std::string>& lines, std::mt19937& random) {
  std::string out;
  for (const std::string& line : lines) {
    const Line all = characters(line);
    std::vector<bool> broken(all.size(), false);
    if (ends_sentence(line) && all.size() > 30) {
      for (std::size_t begin = 0, i = 0; i < all.size(); ++i) {
        if (all[i] != "。" && all[i] != ";") continue;
        if (i - begin > 4 && random() % 4 == 0) broken[begin + 1 + random() % (i - begin - 2)] = true;
        begin = i + 1;
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) out += (broken[i] ? "\n" : "") + all[i];
    out += '\n';
  }
  return out;
}

using Findings = std::vector<std::tuple<std::uint32_t, rs::Status, double>>;

Findings find(const rs::Engine& engine, const std::string& text) {
  Findings out;
  const rs::EvidenceSet set = engine.match(rs::Document::from_text(text));
  for (const rs::Evidence& e : set.items()) out.emplace_back(e.indicator, e.status, std::isnan(e.value) ? -1 : e.value);
  std::sort(out.begin(), out.end());
  return out;
}

// The share that two lists of findings have in common.
struct Share {
  std::size_t common = 0, all = 0;
  void add(const Findings& a, const Findings& b) {
    Findings both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    common += both.size();
    all += std::max(a.size(), b.size());
  }
  double value() const { return static_cast<double>(common) / static_cast<double>(all); }
};

std::vector<std::filesystem::path> seeds() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/seeds")) {
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

const rs::Engine& engine() {
  static const rs::Engine one(rs::Framework::load(root + "/indicators/demonstration-2021"));
  return one;
}

}  // namespace

TEST_CASE("reports wrapped at every width from 20 to 60 hold the same evidence") {
  constexpr Layout layouts[] = {
      {"plain", "", "\n", true, false},
      {"without blank lines", "", "\n", false, false},
      {"indented", "\u3000\u3000", "\n", false, false},
      {"CRLF", "", "\r\n", true, false},
      {"blanks at line ends", "", " \u3000\n", false, false},
      {"columns", "", "\n", false, true},
      {"columns, indented", "    ", "\n", false, true},
  };
  for (const Layout& layout : layouts) {
    Share all;
    double worst = 1;
    std::string where;
    for (const auto& seed : seeds()) {
      const auto lines = read_lines(seed);
      std::string whole;
      for (const std::string& line : lines) whole += line + '\n';
      const Findings unbroken = find(engine(), whole);
      for (std::size_t width = 20; width <= 60; ++width) {
        Share one;
        one.add(unbroken, find(engine(), wrap(lines, layout.by_column ? 2 * width : width, layout)));
        all.common += one.common;
        all.all += one.all;
        if (std::getenv("VERBOSE") != nullptr && one.value() < 0.99)
          std::printf("   %s %s %zu %.4f\n", layout.name, seed.filename().c_str(), width, one.value());
        if (one.value() < worst) worst = one.value(), where = seed.filename().string() + " at " + std::to_string(width);
      }
    }
    std::printf("%-22s %.4f of the evidence (worst %.4f, %s)\n", layout.name, all.value(), worst, where.c_str());
    CHECK(all.value() >= 0.998);
    CHECK(worst >= 0.98);
  }
}

TEST_CASE("reports with line breaks strewn over their sentences hold the same evidence") {
  std::mt19937 random(20);
  Share all;
  for (const auto& seed : seeds()) {
    Share one;
    const auto lines = read_lines(seed);
    std::string whole;
    for (const std::string& line : lines) whole += line + '\n';
    const Findings unbroken = find(engine(), whole);
    for (int round = 0; round < 40; ++round) one.add(unbroken, find(engine(), break_some(lines, random)));
    if (std::getenv("VERBOSE") != nullptr) std::printf("   %s %.4f\n", seed.filename().c_str(), one.value());
    all.common += one.common;
    all.all += one.all;
  }
  std::printf("%-22s %.4f of the evidence\n", "strewn", all.value());
  CHECK(all.value() >= 0.995);
}
