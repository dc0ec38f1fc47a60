// Scores to compare: out of a panel, or out of the JSON that `score` wrote. Of a card only what can be compared is kept; evidence
// and reasons, nearly all of such a file, are dropped while it is parsed. Outside face: compare.hpp. Tested by
// tests/unit/analysis/results.cpp.
#include <rulescore/compare.hpp>
#include <rulescore/error.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace rulescore {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(const std::string& where, const std::string& reason) { throw DocumentError(where + ": " + reason); }

std::string read_bytes(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) throw IoError(path + ": no such file");
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.good() && !stream.eof()) throw IoError(path + ": can't be read");
  return bytes;
}

// False for the parts of a card that nothing here looks at.
bool is_kept(int, json::parse_event_t event, json& parsed) {
  constexpr std::array dropped{"evidence", "warnings", "reason", "reason_en", "range"};
  if (event != json::parse_event_t::key) return true;
  const auto& key = parsed.get_ref<const std::string&>();
  return std::none_of(dropped.begin(), dropped.end(), [&](const char* one) { return key == one; });
}

json parsed(std::string_view text, const std::string& path, std::size_t line) {
  try {
    return json::parse(text, is_kept);
  } catch (const json::parse_error& error) {
    const std::size_t before = error.byte == 0 ? 0 : std::min(error.byte - 1, text.size());
    line += static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(before), '\n'));
    refuse(path + ':' + std::to_string(line), "is not JSON");
  } catch (const json::exception&) {  // a number beyond every double
    refuse(path + ':' + std::to_string(line), "is not JSON");
  }
}

double number(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<double>() : no_value;
}

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Cards one by one; the first says which indicators there are, the others have the same.
class Reader {
 public:
  void add(const json& card, const std::string& where) {
    const json* nodes = card.is_object() && card.contains("nodes") ? &card["nodes"] : nullptr;
    if (nodes == nullptr || !nodes->is_array() || !card.contains("framework") || !card["framework"].is_object())
      refuse(where, "is no scorecard; expected what `rulescore score --format json` writes");
    const std::string fingerprint = text(card["framework"], "fingerprint");
    if (results_.rows.empty())
      begin(card, *nodes);
    else if (fingerprint != results_.fingerprint)
      refuse(where, "was scored by another framework (" + fingerprint + ") than the first card (" + results_.fingerprint + ")");
    add_row(card);
    add_scores(*nodes, where);
  }

  Results take() { return std::move(results_); }

 private:
  void begin(const json& card, const json& nodes) {
    results_.framework = text(card["framework"], "id");
    results_.version = text(card["framework"], "version");
    results_.fingerprint = text(card["framework"], "fingerprint");
    results_.full = number(card, "full");
    std::set<std::string> parents;
    for (const json& node : nodes) parents.insert(text(node, "parent"));
    for (const json& node : nodes) {
      if (parents.contains(text(node, "code"))) continue;
      columns_[text(node, "code")] = results_.indicators.size();
      results_.indicators.push_back({text(node, "code"), {text(node, "title"), text(node, "title_en")}});
    }
  }

  void add_row(const json& card) {
    Results::Row row;
    row.document = text(card, "document");
    row.jurisdiction = text(card, "jurisdiction");
    if (const double year = number(card, "year"); year >= 1 && year <= 9999) row.year = static_cast<int>(year);
    row.total = number(card, "score");
    row.band.zh = text(card, "band");
    results_.rows.push_back(std::move(row));
  }

  void add_scores(const json& nodes, const std::string& where) {
    const std::size_t begin = results_.scores.size();
    results_.scores.resize(begin + columns_.size(), no_value);
    results_.points.resize(begin + columns_.size(), 0);
    std::size_t seen = 0;
    for (const json& node : nodes) {
      const auto column = columns_.find(text(node, "code"));
      if (column == columns_.end()) continue;
      ++seen;
      results_.scores[begin + column->second] = number(node, "score");
      results_.points[begin + column->second] = number(node, "points");
    }
    if (seen != columns_.size()) refuse(where, "has other indicators than the first card");
  }

  Results results_;
  std::map<std::string, std::size_t> columns_;
};

void add_lines(std::string_view bytes, const std::string& path, Reader& reader) {
  for (std::size_t begin = 0, line = 1; begin < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view one = bytes.substr(begin, end - begin);
    if (one.find_first_not_of(" \t\r") != std::string_view::npos)
      reader.add(parsed(one, path, line), path + ':' + std::to_string(line));
    begin = end + 1;
  }
}

}  // namespace

Results read_results(const std::string& path) {
  const std::string bytes = read_bytes(path);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  Reader reader;
  if (first != std::string::npos && bytes[first] == '[') {
    const json cards = parsed(bytes, path, 1);
    for (std::size_t i = 0; i < cards.size(); ++i) reader.add(cards[i], path + ": card " + std::to_string(i + 1));
  } else {
    add_lines(bytes, path, reader);
  }
  Results results = reader.take();
  if (results.rows.empty()) refuse(path, "holds no scorecards");
  return results;
}

Results results_of(const Panel& panel) {
  const Framework& framework = panel.framework();
  Results results;
  results.framework = framework.id();
  results.version = framework.version();
  results.fingerprint = framework.fingerprint();
  results.full = framework.full();
  for (const std::uint32_t node : framework.indicators())
    results.indicators.push_back({framework.nodes()[node].code, framework.nodes()[node].title});
  results.scores.assign(panel.scores().begin(), panel.scores().end());
  results.points.reserve(panel.scores().size());
  for (const Scorecard& card : panel.cards()) {
    const Metadata& about = card.document().metadata();
    const Band* band = panel.bands()[results.rows.size()];
    results.rows.push_back(
        {about.name, about.jurisdiction, about.year, card.score(), band == nullptr ? Localised{} : band->name});
    for (const std::uint32_t node : framework.indicators()) results.points.push_back(card.nodes()[node].points);
  }
  return results;
}

}  // namespace rulescore
