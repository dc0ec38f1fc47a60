// See peers.hpp. The amounts of every document are taken by the same input stage that scores them (score/earn.cpp).
#include "score/peers.hpp"

#include "base/number.hpp"
#include "document/impl.hpp"
#include "score/earn.hpp"
#include "score/standing.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

PeersImpl::Own own(const Document& document, int year) {
  const Metadata& about = document.metadata();
  return {about.province, about.level, about.jurisdiction, year};
}

using Amounts = std::vector<std::vector<double>>;  // by slot

// The amounts that one document shows, by slot.
std::vector<std::optional<double>> amounts_of(const FrameworkModel& model, const EvidenceSet& evidence) {
  std::vector<std::optional<double>> amounts(model.compared);
  const std::vector<Standing> standings = standings_of(model, evidence);
  const auto items = evidence.items();
  each_compared(model, [&](std::uint32_t indicator, const RuleScore& term) {
    const auto first =
        std::partition_point(items.begin(), items.end(), [&](const Evidence& e) { return e.indicator < indicator; });
    const auto last = std::partition_point(first, items.end(), [&](const Evidence& e) { return e.indicator == indicator; });
    Pieces pieces = pieces_of(model.indicators[indicator], evidence, standings, static_cast<std::uint32_t>(first - items.begin()),
                              static_cast<std::uint32_t>(last - items.begin()), nullptr);
    pieces.rule = term.rule;
    pieces.with_problems = term.is_deduction;
    const Amount amount = amount_of(term, pieces);
    if (amount.found() && std::isfinite(amount.value)) amounts[term.against.slot] = amount.value;
  });
  return amounts;
}

double middle(std::vector<double> values) {  // of one jurisdiction's several documents of a year
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

PeersImpl::Group group_of(const PeersBy& by, const Document& document) {
  const Metadata& about = document.metadata();
  return {by.level ? about.level : std::string(), by.province ? about.province : std::string(),
          by.year ? document.impl().year : 0};
}

Distribution Distribution::of(std::vector<double> amounts) {
  Distribution made;
  std::sort(amounts.begin(), amounts.end());
  made.sorted = std::move(amounts);
  if (made.sorted.empty()) return made;
  const double count = static_cast<double>(made.sorted.size());
  for (const double amount : made.sorted) made.mean += amount;
  made.mean /= count;
  double squares = 0;
  for (const double amount : made.sorted) squares += (amount - made.mean) * (amount - made.mean);
  made.sd = std::sqrt(squares / count);
  return made;
}

Peers peers_of(const FrameworkModel& model, std::span<const EvidenceSet> evidence) {
  auto impl = std::make_shared<PeersImpl>();
  impl->documents = evidence.size();
  std::map<PeersImpl::Group, Amounts> groups;
  std::map<PeersImpl::Own, Amounts> owns;
  for (const EvidenceSet& set : evidence) {
    const auto amounts = amounts_of(model, set);
    Amounts& group = groups[group_of(model.peers, set.document())];
    Amounts& mine = owns[own(set.document(), set.document().impl().year)];
    group.resize(model.compared);
    mine.resize(model.compared);
    for (std::size_t slot = 0; slot < amounts.size(); ++slot) {
      if (!amounts[slot]) continue;
      group[slot].push_back(*amounts[slot]);
      mine[slot].push_back(*amounts[slot]);
    }
  }
  for (auto& [key, amounts] : groups)
    for (auto& amount : amounts) impl->groups[key].push_back(Distribution::of(std::move(amount)));
  for (auto& [key, amounts] : owns)
    for (auto& amount : amounts)
      impl->amounts[key].push_back(amount.empty() ? std::nullopt : std::optional(middle(std::move(amount))));
  add_scores(model, evidence, *impl);
  return Peers(std::move(impl));
}

PeerView::PeerView(const Peers& peers, const FrameworkModel& model, const Document& document) {
  const PeersImpl* impl = peers.impl();
  if (impl == nullptr || model.compared == 0) return;
  if (const auto group = impl->groups.find(group_of(model.peers, document)); group != impl->groups.end()) group_ = &group->second;
  const int year = document.impl().year;
  if (year == 0 || document.metadata().jurisdiction.empty()) return;
  if (const auto before = impl->amounts.find(own(document, year - 1)); before != impl->amounts.end()) before_ = &before->second;
}

const Distribution* PeerView::of(std::uint32_t slot) const noexcept {
  if (group_ == nullptr || slot >= group_->size() || (*group_)[slot].sorted.size() < 2) return nullptr;
  return &(*group_)[slot];
}

std::optional<double> PeerView::mean_score(std::uint32_t slot) const noexcept {
  if (group_ == nullptr || slot >= group_->size() || (*group_)[slot].sorted.empty()) return std::nullopt;
  return (*group_)[slot].mean;
}

std::optional<double> PeerView::previous(std::uint32_t slot) const noexcept {
  return before_ == nullptr || slot >= before_->size() ? std::nullopt : (*before_)[slot];
}

namespace {

// 1 is the best; equals share the better place.
double rank_among(const std::vector<double>& sorted, double amount, bool from_lowest) noexcept {
  const auto ahead = from_lowest ? std::lower_bound(sorted.begin(), sorted.end(), amount) - sorted.begin()
                                 : sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), amount);
  return 1 + static_cast<double>(ahead);
}

// 0/0 where all are 0: all are as good as the best.
double share_of_best(double amount, double best) noexcept { return amount == best ? 1 : amount / best; }

double standardised(double amount, double mean, double sd) noexcept { return sd > 0 ? (amount - mean) / sd : 0; }

}  // namespace

std::optional<double> PeerView::compare(const Comparison& comparison, double amount) const noexcept {
  if (comparison.with == Versus::nobody) return amount;
  if (comparison.with == Versus::given) return standardised(amount, comparison.mean, comparison.sd);
  if (comparison.with == Versus::previous) {
    const std::optional<double> before = previous(comparison.slot);
    return before ? std::optional(amount - *before) : std::nullopt;
  }
  const Distribution* peers = of(comparison.slot);
  if (peers == nullptr) return std::nullopt;
  const std::vector<double>& sorted = peers->sorted;
  switch (comparison.with) {
    case Versus::highest:
      return share_of_best(amount, sorted.back());
    case Versus::lowest:
      return share_of_best(sorted.front(), amount);
    case Versus::mean:
      return amount - peers->mean;
    case Versus::rank:
      return rank_among(sorted, amount, false);
    case Versus::rank_from_lowest:
      return rank_among(sorted, amount, true);
    case Versus::percentile:
      return 100 * rank_among(sorted, amount, false) / static_cast<double>(sorted.size());
    case Versus::z:
      return standardised(amount, peers->mean, peers->sd);
    default:
      return amount;
  }
}

namespace {

// Fields parted by tabs, records by line breaks; what an author or a manifest wrote loses both.
class Record {
 public:
  Record& text(std::string_view value) {
    for (const char c : value) line_ += c == '\t' || c == '\n' ? ' ' : c;
    line_ += '\t';
    return *this;
  }
  Record& number(double value) { return text(shortest(value)); }
  std::string take() {
    line_.back() = '\n';
    return std::exchange(line_, {});
  }

 private:
  std::string line_;
};

[[noreturn]] void refuse() { throw UsageError("this is no text of peers"); }

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

double number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) refuse();
  return value;
}

}  // namespace

std::string Peers::serialise() const {
  if (impl_ == nullptr) return {};
  Record record;
  std::string out = record.text("peers").number(static_cast<double>(impl_->documents)).take();
  for (const auto& [key, distributions] : impl_->groups) {
    const auto& [level, province, year] = key;
    for (const Distribution& distribution : distributions) {
      record.text("group").text(level).text(province).number(year);
      for (const double amount : distribution.sorted) record.number(amount);
      out += record.take();
    }
  }
  for (const auto& [key, amounts] : impl_->amounts) {
    const auto& [province, level, jurisdiction, year] = key;
    record.text("own").text(province).text(level).text(jurisdiction).number(year);
    for (const std::optional<double> amount : amounts) amount ? record.number(*amount) : record.text("");
    out += record.take();
  }
  return out;
}

Peers Peers::deserialise(std::string_view text) {
  if (text.empty()) return {};
  auto impl = std::make_shared<PeersImpl>();
  for (const std::string_view line : parts_of(text, '\n')) {
    if (line.empty()) continue;
    const auto fields = parts_of(line, '\t');
    if (fields[0] == "peers" && fields.size() == 2) {
      impl->documents = static_cast<std::size_t>(number_of(fields[1]));
    } else if (fields[0] == "group" && fields.size() >= 4) {
      std::vector<double> amounts;
      for (std::size_t i = 4; i < fields.size(); ++i) amounts.push_back(number_of(fields[i]));
      impl->groups[{std::string(fields[1]), std::string(fields[2]), static_cast<int>(number_of(fields[3]))}].push_back(
          Distribution::of(std::move(amounts)));
    } else if (fields[0] == "own" && fields.size() >= 5) {
      auto& own = impl->amounts[{std::string(fields[1]), std::string(fields[2]), std::string(fields[3]),
                                 static_cast<int>(number_of(fields[4]))}];
      for (std::size_t i = 5; i < fields.size(); ++i)
        own.push_back(fields[i].empty() ? std::nullopt : std::optional(number_of(fields[i])));
    } else {
      refuse();
    }
  }
  return Peers(std::move(impl));
}

std::size_t Peers::documents() const noexcept { return impl_ == nullptr ? 0 : impl_->documents; }

}  // namespace rulescore
