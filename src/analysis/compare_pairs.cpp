// See compare_pairs.hpp.
#include "analysis/compare_pairs.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rulescore {
namespace {

constexpr std::uint32_t none = IndicatorMove::none;

using Row = Results::Row;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The last part of a document's name without the years in it: reports/qingdao-2020.txt and qingdao-2019.txt are one.
std::string timeless(const std::string& name) {
  std::string text = name.substr(name.find_last_of('/') + 1);
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    begin = static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_digit) -
                                     text.begin());
    for (end = begin; end < text.size() && is_digit(text[end]);) ++end;
    const std::string_view digits = std::string_view(text).substr(begin, end - begin);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) text.replace(begin, 4, "\n"), end = begin;
  }
  return text;
}

bool may_be_one_place(const Row& a, const Row& b) {
  return a.jurisdiction.empty() || b.jurisdiction.empty() || a.jurisdiction == b.jurisdiction;
}

class Pairing {
 public:
  explicit Pairing(ScoreComparison& comparison)
      : comparison_(comparison),
        before_(comparison.before.rows),
        after_(comparison.after.rows),
        partner_of_(before_.size(), none),
        taken_(after_.size(), false) {}

  // Pairs the rows that share a key and have no partner yet, the first with the first; an empty key pairs nothing.
  template <typename KeyOf>
  void by(const KeyOf& key_of) {
    std::multimap<std::string, std::uint32_t> waiting;
    for (std::uint32_t row = 0; row < after_.size(); ++row)
      if (!taken_[row]) waiting.emplace(key_of(after_[row]), row);
    for (std::uint32_t row = 0; row < before_.size(); ++row) {
      if (partner_of_[row] != none) continue;
      const std::string key = key_of(before_[row]);
      const auto found = key.empty() ? waiting.end() : waiting.lower_bound(key);
      if (found == waiting.end() || found->first != key) continue;
      pair(row, found->second);
      waiting.erase(found);
    }
  }

  void by_place() {
    std::map<std::string_view, std::vector<std::uint32_t>> old_rows, new_rows;
    for (std::uint32_t row = 0; row < before_.size(); ++row) old_rows[before_[row].jurisdiction].push_back(row);
    for (std::uint32_t row = 0; row < after_.size(); ++row) new_rows[after_[row].jurisdiction].push_back(row);
    for (const auto& [place, rows] : old_rows) {
      const auto others = new_rows.find(place);
      if (place.empty() || others == new_rows.end()) continue;
      const std::uint32_t is = latest(after_, others->second, std::nullopt);
      std::uint32_t was = latest(before_, rows, after_[is].year);
      if (was == none) was = latest(before_, rows, std::nullopt);
      pair(was, is);
      for (const std::uint32_t row : rows)
        if (row != was) comparison_.passed_over.push_back({false, row, was});
      for (const std::uint32_t row : others->second)
        if (row != is) comparison_.passed_over.push_back({true, row, is});
    }
  }

  // Where a name is the only one of its kind on both sides.
  void by_lone_name() {
    std::map<std::string, std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>> named;
    for (std::uint32_t row = 0; row < before_.size(); ++row)
      if (is_free(false, row)) named[timeless(before_[row].document)].first.push_back(row);
    for (std::uint32_t row = 0; row < after_.size(); ++row)
      if (is_free(true, row)) named[timeless(after_[row].document)].second.push_back(row);
    for (const auto& [name, rows] : named)
      if (!name.empty() && rows.first.size() == 1 && rows.second.size() == 1) pair_if_one_place(rows.first[0], rows.second[0]);
  }

  void the_only_two() {
    if (before_.size() == 1 && after_.size() == 1 && partner_of_[0] == none) pair_if_one_place(0, 0);
  }

  bool done() {
    for (std::uint32_t row = 0; row < before_.size(); ++row) {
      if (partner_of_[row] != none)
        comparison_.documents.push_back({row, partner_of_[row], 0, 0});
      else if (is_free(false, row))
        comparison_.only_before.push_back(row);
    }
    for (std::uint32_t row = 0; row < after_.size(); ++row)
      if (is_free(true, row)) comparison_.only_after.push_back(row);
    return !comparison_.documents.empty();
  }

 private:
  void pair(std::uint32_t old_row, std::uint32_t new_row) {
    partner_of_[old_row] = new_row;
    taken_[new_row] = true;
  }

  void pair_if_one_place(std::uint32_t old_row, std::uint32_t new_row) {
    if (may_be_one_place(before_[old_row], after_[new_row])) pair(old_row, new_row);
  }

  // The first of the latest year, of those before `year` if one is given; an unknown year is before all.
  static std::uint32_t latest(const std::vector<Row>& rows, const std::vector<std::uint32_t>& among, std::optional<int> year) {
    std::uint32_t best = none;
    for (const std::uint32_t row : among) {
      if (year && rows[row].year >= year) continue;
      if (best == none || rows[row].year > rows[best].year) best = row;
    }
    return best;
  }

  bool is_free(bool is_after, std::uint32_t row) const {
    if (is_after ? taken_[row] : partner_of_[row] != none) return false;
    const auto& passed = comparison_.passed_over;
    return std::none_of(passed.begin(), passed.end(),
                        [&](const PassedOver& one) { return one.is_after == is_after && one.row == row; });
  }

  ScoreComparison& comparison_;
  const std::vector<Row>&before_, &after_;
  std::vector<std::uint32_t> partner_of_;  // of each old row
  std::vector<bool> taken_;                // of the new rows
};

}  // namespace

bool pair_same_documents(ScoreComparison& comparison) {
  Pairing pairing(comparison);
  pairing.by([](const Row& row) { return row.document; });
  pairing.by([](const Row& row) {
    return row.jurisdiction.empty() || !row.year ? std::string() : row.jurisdiction + '\n' + std::to_string(*row.year);
  });
  return pairing.done();
}

bool pair_years(ScoreComparison& comparison) {
  comparison.only_before.clear();
  comparison.only_after.clear();
  Pairing pairing(comparison);
  pairing.by_place();
  pairing.by_lone_name();
  pairing.the_only_two();
  return pairing.done();
}

}  // namespace rulescore
