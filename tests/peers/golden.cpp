// See golden.hpp.
#include "peers/golden.hpp"

#include "peers/registry.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace golden {
namespace {

// One line of a CSV without line breaks inside quotes, which is all that the peers write.
std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      cells.back() += line[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

double number(const std::string& cell, const std::string& file) {
  if (cell.empty() || cell == "NA" || cell == "NaN") return std::numeric_limits<double>::quiet_NaN();
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) throw std::runtime_error(file + ": no figure: " + cell);
  return value;
}

}  // namespace

Table::Table(const std::string& file) : file_(file) {
  std::ifstream in(std::string(RULESCORE_SOURCE_DIR) + "/tests/peers/data/" + file);
  std::string line;
  if (!std::getline(in, line)) throw std::runtime_error("no such file: " + file);
  columns_ = split(line);
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    cells_.push_back(split(line));
    if (cells_.back().size() != columns_.size()) throw std::runtime_error(file + ": a row of another length");
  }
}

bool Table::has(std::string_view column) const noexcept {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::size_t Table::index(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) throw std::runtime_error(file_ + ": no column " + std::string(column));
  return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<std::string> Table::text(std::string_view column) const {
  const std::size_t at = index(column);
  std::vector<std::string> result;
  for (const auto& row : cells_) result.push_back(row[at]);
  return result;
}

std::vector<double> Table::figures(std::string_view column) const { return matrix({std::string(column)}); }

std::vector<double> Table::matrix(const std::vector<std::string>& columns) const {
  std::vector<std::size_t> at;
  for (const std::string& column : columns) at.push_back(index(column));
  std::vector<double> result;
  for (const auto& row : cells_)
    for (const std::size_t i : at) result.push_back(number(row[i], file_));
  return result;
}

std::vector<double> Table::matrix(const std::vector<std::string>& columns, std::string_view key,
                                  const std::vector<std::string>& keys) const {
  const std::vector<std::string> own = text(key);
  const std::vector<double> all = matrix(columns);
  std::vector<double> result;
  for (const std::string& wanted : keys) {
    const auto found = std::find(own.begin(), own.end(), wanted);
    if (found == own.end()) throw std::runtime_error(file_ + ": no row " + wanted);
    const auto begin = all.begin() + (found - own.begin()) * static_cast<std::ptrdiff_t>(columns.size());
    result.insert(result.end(), begin, begin + static_cast<std::ptrdiff_t>(columns.size()));
  }
  return result;
}

void Comparison::figure(double ours, double theirs, const std::string& what) {
  ++compared_;
  double distance = 0;
  if (std::isnan(ours) || std::isnan(theirs) || std::isinf(ours) || std::isinf(theirs)) {
    const bool same = ours == theirs || (std::isnan(ours) && std::isnan(theirs));
    distance = same ? 0 : std::numeric_limits<double>::infinity();
  } else {
    distance = std::abs(ours - theirs) / std::max(1.0, std::abs(theirs));
  }
  if (distance <= largest_) return;
  std::ostringstream text;
  text.precision(17);
  text << what << (what.empty() ? "" : ": ") << "ours " << ours << ", theirs " << theirs;
  largest_ = distance;
  where_ = text.str();
}

void Comparison::figures(std::span<const double> ours, std::span<const double> theirs, const std::string& what) {
  if (ours.size() != theirs.size())
    throw std::runtime_error(what + ": " + std::to_string(ours.size()) + " figures against " + std::to_string(theirs.size()));
  for (std::size_t i = 0; i < ours.size(); ++i) figure(ours[i], theirs[i], what + "[" + std::to_string(i) + "]");
}

Registry& registry() {
  static Registry all;
  return all;
}

Check::Check(std::string file, double tolerance, std::function<void(Comparison&)> run) {
  registry().checks[std::move(file)].push_back({tolerance, std::move(run)});
}

NotCompared::NotCompared(std::string file, std::string why) { registry().not_compared[std::move(file)] = std::move(why); }

}  // namespace golden
