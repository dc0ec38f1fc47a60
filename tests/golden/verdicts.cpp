// Every piece of evidence that the shipped framework finds in the five documents was read by a person and judged: is this
// sentence evidence for this indicator, with this status and this figure? The verdicts are in data/verdicts.jsonl, one a piece;
// several rules may find the same piece. The test fails when too many pieces are wrong, when there are pieces that nobody has
// judged, and when too many of the right ones aren't found any more. After a change of rules, read what
// RULESCORE_GOLDEN_VERBOSE=1 lists and judge it.
#include "support/catch.hpp"

#include <rulescore/rulescore.hpp>

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace rs = rulescore;

namespace {

// What a verdict is about: document, indicator, bytes, status, figure ("" when there is none).
using Piece = std::tuple<std::string, int, std::uint32_t, std::uint32_t, std::string, std::string>;

std::string digits(double value) {
  char buffer[32];
  return std::isnan(value) ? std::string() : std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

std::map<Piece, bool> read_verdicts(const std::string& path) {
  std::ifstream file(path);
  std::map<Piece, bool> verdicts;
  for (std::string line; std::getline(file, line);) {
    const auto j = nlohmann::json::parse(line);
    const double value = j["value"].is_number() ? j["value"].get<double>() : rs::no_value;
    verdicts[{j["document"], j["number"], j["begin"], j["end"], j["status"], digits(value)}] = j["right"];
  }
  return verdicts;
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// The pieces found, and what they say.
std::map<Piece, std::string> find_pieces(const std::string& root) {
  const rs::Framework framework = rs::Framework::load(root + "/indicators/demonstration-2021");
  const rs::Engine engine(framework);
  const std::vector<std::string> sources{root + "/seeds"};
  const rs::ReadResult read = rs::read_documents(sources);
  REQUIRE(read.documents.size() == 5);
  std::map<Piece, std::string> found;
  for (const rs::Document& document : read.documents) {
    const rs::EvidenceSet set = engine.match(document);
    for (const rs::Evidence& e : set.items()) {
      const int number = framework.nodes()[framework.indicators()[e.indicator]].number.value_or(0);
      const Piece piece{file_name(document.metadata().name),  number,         e.begin, e.end,
                        std::string(rs::to_string(e.status)), digits(e.value)};
      found.emplace(piece, std::string(set.quote(e)));
    }
  }
  return found;
}

void print(const char* what, const Piece& piece, const std::string& quote) {
  const auto& [document, number, begin, end, status, value] = piece;
  nlohmann::ordered_json line{{"document", document}, {"number", number}, {"begin", begin}, {"end", end}, {"status", status}};
  line["value"] = value.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(std::stod(value));
  line["quote"] = quote;
  std::printf("%s %s\n", what, line.dump().c_str());
}

}  // namespace

TEST_CASE("what is found in the five documents, as it was judged") {
  const std::string root = RULESCORE_SOURCE_DIR;
  const auto verdicts = read_verdicts(root + "/tests/golden/data/verdicts.jsonl");
  const auto found = find_pieces(root);
  const bool verbose = std::getenv("RULESCORE_GOLDEN_VERBOSE") != nullptr;
  int right = 0, wrong = 0, unjudged = 0, lost = 0, right_verdicts = 0;
  for (const auto& [piece, quote] : found) {
    const auto verdict = verdicts.find(piece);
    if (verdict == verdicts.end())
      ++unjudged;
    else if (verdict->second)
      ++right;
    else
      ++wrong;
    if (verbose && verdict == verdicts.end()) print("unjudged", piece, quote);
  }
  for (const auto& [piece, is_right] : verdicts) {
    right_verdicts += is_right;
    if (is_right && !found.count(piece)) ++lost;
  }
  const auto pieces = static_cast<double>(found.size());
  std::printf("pieces %zu: right %d, wrong %d, unjudged %d; precision %.3f; right ones lost %d of %d\n", found.size(), right,
              wrong, unjudged, right / pieces, lost, right_verdicts);
  CHECK(right / pieces >= 0.95);
  CHECK(unjudged <= 0.03 * pieces);
  CHECK(lost <= 0.02 * right_verdicts);
}
