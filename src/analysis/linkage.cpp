// See linkage.hpp. Between two clusters the sum of the distances of their members is kept: sums of whole numbers are exact, so
// the means of equally near clusters are the same double however they came about. Each row remembers its nearest cluster behind
// it.
#include "analysis/linkage.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace rulescore {
namespace {

constexpr double scale = 4294967296.0;  // 2^32

class Clusters {
 public:
  explicit Clusters(const BitRows& rows) {
    for (std::uint32_t row = 0; row < rows.rows(); ++row)
      if (rows.lacks_any(row)) clusters_.push_back({{row}, 0});
    const std::size_t count = clusters_.size();
    sums_.resize(count * count);
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = a + 1; b < count; ++b)
        sum(a, b) = sum(b, a) = rows.distance(clusters_[a].members[0], clusters_[b].members[0]);
    nearest_.resize(count);
    for (std::size_t a = 0; a < count; ++a) look_behind(a);
  }

  void join_within(double cut) {
    for (;;) {
      const auto first = std::min_element(nearest_.begin(), nearest_.end(),
                                          [](const Nearest& a, const Nearest& b) { return a.distance < b.distance; });
      if (first == nearest_.end() || !(first->distance <= cut)) return;
      join(static_cast<std::size_t>(first - nearest_.begin()), first->cluster, first->distance);
    }
  }

  std::vector<Linked> take() {
    std::erase_if(clusters_, [](const Linked& cluster) { return cluster.members.size() < 2; });
    for (Linked& cluster : clusters_) std::sort(cluster.members.begin(), cluster.members.end());
    std::sort(clusters_.begin(), clusters_.end(), [](const Linked& a, const Linked& b) { return a.members[0] < b.members[0]; });
    return std::move(clusters_);
  }

 private:
  struct Nearest {
    double distance = std::numeric_limits<double>::infinity();
    std::size_t cluster = 0;
  };

  std::int64_t& sum(std::size_t a, std::size_t b) noexcept { return sums_[a * clusters_.size() + b]; }

  double mean(std::size_t a, std::size_t b) noexcept {
    const auto pairs = static_cast<double>(clusters_[a].members.size() * clusters_[b].members.size());
    return static_cast<double>(sum(a, b)) / pairs / scale;
  }

  // A cluster that was joined to another is empty.
  void look_behind(std::size_t a) {
    nearest_[a] = {};
    if (clusters_[a].members.empty()) return;
    for (std::size_t b = a + 1; b < clusters_.size(); ++b)
      if (!clusters_[b].members.empty() && mean(a, b) < nearest_[a].distance) nearest_[a] = {mean(a, b), b};
  }

  void join(std::size_t a, std::size_t b, double distance) {
    clusters_[a].members.insert(clusters_[a].members.end(), clusters_[b].members.begin(), clusters_[b].members.end());
    clusters_[a].distance = distance;
    clusters_[b].members.clear();
    for (std::size_t other = 0; other < clusters_.size(); ++other) {
      if (other == a || clusters_[other].members.empty()) continue;
      sum(a, other) += sum(b, other);
      sum(other, a) = sum(a, other);
    }
    look_behind(a);
    nearest_[b] = {};
    for (std::size_t other = 0; other < b; ++other) look_again(other, a, b);
  }

  void look_again(std::size_t other, std::size_t a, std::size_t b) {
    if (other == a || clusters_[other].members.empty()) return;
    Nearest& nearest = nearest_[other];
    if (nearest.cluster == a || nearest.cluster == b) return look_behind(other);
    if (other > a) return;
    const double distance = mean(other, a);
    if (distance < nearest.distance || (distance == nearest.distance && a < nearest.cluster)) nearest = {distance, a};
  }

  std::vector<Linked> clusters_;
  std::vector<std::int64_t> sums_;
  std::vector<Nearest> nearest_;
};

}  // namespace

bool BitRows::lacks_any(std::size_t row) const noexcept {
  const auto begin = lacks_.begin() + static_cast<std::ptrdiff_t>(row * words_);
  return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(words_), [](std::uint64_t word) { return word != 0; });
}

std::int64_t BitRows::distance(std::size_t a, std::size_t b) const noexcept {
  int both = 0, either = 0;
  for (std::size_t word = 0; word < words_; ++word) {
    const std::uint64_t of_both = applies_[a * words_ + word] & applies_[b * words_ + word];
    const std::uint64_t one = lacks_[a * words_ + word] & of_both, other = lacks_[b * words_ + word] & of_both;
    both += std::popcount(one & other);
    either += std::popcount(one | other);
  }
  return either == 0 ? static_cast<std::int64_t>(scale) : std::llround((1 - static_cast<double>(both) / either) * scale);
}

std::vector<Linked> average_linkage(const BitRows& rows, double cut) {
  Clusters clusters(rows);
  clusters.join_within(cut);
  return clusters.take();
}

}  // namespace rulescore
