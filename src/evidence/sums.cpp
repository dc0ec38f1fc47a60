// Whether what a text lists adds up to what it says in total. How far a sum may miss before it is reported depends on how sure
// the words make one that the parts are all there is (completeness.hpp):
//   whole    any difference        likely   up to 5%, less than the smallest part
//   loose    up to 0.5%, less than the smallest part: 其中 with four parts or more that all but make the total
// More than the total is reported at any distance when no thing can be in two parts, and when one part alone is more.
// Nothing is said when another choice of the passage's figures does add up: then the list was meant otherwise.
// Its outside face is add_sums(); tested by tests/unit/evidence/contradiction.cpp.
#include "evidence/sums.hpp"

#include "evidence/completeness.hpp"
#include "evidence/extent.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rulescore {
namespace {

constexpr std::size_t most_figures = 14;  // of a passage, to try every choice of them
constexpr std::uint32_t bases = 8;        // figures looked back over for the whole that a share is of

// The most a list may miss its total by, as a share of it, to be taken for a slip: a "total" farther away counts something else.
constexpr double slip(Completeness completeness, Manner manner) noexcept {
  switch (completeness) {
    case Completeness::none:
      return 0;
    case Completeness::loose:
      return 0.005;
    case Completeness::likely:
      return 0.05;
    case Completeness::whole:
      return manner == Manner::remainder ? 0.1 : 0.3;
  }
  return 0;
}

class Judge {
 public:
  Judge(const Passage& passage, const Listing& list) : p_(passage), list_(list), total_(extent(list.total)) {
    for (const Part& part : list.parts) sum_ += extent(part.item);
  }

  std::optional<Contradiction> sum() const {
    if (!may_be_added(p_, list_)) return std::nullopt;
    if (const auto larger = larger_part()) return report(ContradictionKind::part_exceeds, *larger, *larger + 1);
    if (list_.parts.size() < 2 || sum_.meets(total_)) return std::nullopt;
    const bool exceeds = sum_.low > total_.high;
    const double miss = exceeds ? sum_.low - total_.high : total_.low - sum_.high;
    const Completeness completeness = exceeds ? no_more() : completeness_of(p_, list_);
    if (miss > slip(completeness, list_.manner) * figure(list_.total).value) return std::nullopt;
    if (completeness != Completeness::whole && miss >= smallest()) return std::nullopt;
    if (adds_up_otherwise()) return std::nullopt;
    return report(exceeds ? ContradictionKind::parts_exceed : ContradictionKind::parts_short, 0, list_.parts.size());
  }

  // 其中调解43件,占比60%: the share right behind a part, of the total right before the list.
  void shares(std::vector<Contradiction>& found) const {
    if (list_.manner != Manner::of_which || !list_.adjacent) return;
    for (const Part& part : list_.parts) {
      const std::uint32_t next = part.item + 1;
      if (next >= p_.items().size() || figure(next).unit != "%" || !says_share(part.item, next)) continue;
      const double share = 100 * figure(part.item).value / figure(list_.total).value;
      if (is_exact(part.item) && is_exact(list_.total) && is_exact(next) && !is_share(next, part.item))
        found.push_back(contradiction(p_.text(), ContradictionKind::share_off, figure(next).where, quote(list_.total, part),
                                      figure(next).value, share, "%"));
    }
  }

 private:
  const QuantityAt& figure(std::uint32_t item) const noexcept { return p_.figure(item); }
  Extent extent(std::uint32_t item) const noexcept { return extent_of(p_.text(), figure(item)); }
  bool counts_too(std::uint32_t item) const noexcept { return same_unit(figure(item), figure(list_.total)); }

  // One part, plainly of the same things, is more than the total.
  std::optional<std::size_t> larger_part() const {
    if (list_.manner != Manner::of_which || !list_.adjacent) return std::nullopt;
    for (std::size_t i = 0; i < list_.parts.size(); ++i) {
      if (!counts_the_same(p_, list_, list_.parts[i])) return std::nullopt;
      const Extent part = extent(list_.parts[i].item);
      if (part.low > total_.high && !fits_another(list_.parts[i].item)) return i;
    }
    return std::nullopt;
  }

  // An earlier figure is large enough to be the total that was meant.
  bool fits_another(std::uint32_t part) const {
    for (std::uint32_t i = 0; i < list_.total; ++i)
      if (counts_too(i) && extent(i).high >= extent(part).low) return true;
    return false;
  }

  // How sure it is that the parts can't be more. Three that are only just more are hardly ones that overlap.
  Completeness no_more() const {
    if (excludes_itself(p_, list_)) return Completeness::whole;
    return std::max(completeness_of(p_, list_),
                    list_.parts.size() > 2 && list_.adjacent ? Completeness::loose : Completeness::none);
  }

  bool adds_up_otherwise() const {
    std::vector<Extent> others;
    for (std::uint32_t i = 0; i < p_.items().size(); ++i) {
      if (i == list_.total || !counts_too(i)) continue;
      others.push_back(extent(i));
      const bool is_part = std::any_of(list_.parts.begin(), list_.parts.end(), [&](const Part& part) { return part.item == i; });
      if (!is_part && others.back().meets(sum_)) return true;
      if (i < list_.total && list_.manner != Manner::closing && others.back().high >= sum_.low && sum_.low > total_.high)
        return true;
    }
    if (others.size() > most_figures) return true;
    for (std::uint32_t choice = 1; choice < 1u << others.size(); ++choice) {
      Extent chosen;
      for (std::size_t i = 0; i < others.size(); ++i)
        if (choice >> i & 1u) chosen += others[i];
      if ((choice & (choice - 1)) != 0 && chosen.meets(total_)) return true;
    }
    return false;
  }

  double smallest() const {
    double least = figure(list_.parts.front().item).value;
    for (const Part& part : list_.parts) least = std::min(least, figure(part.item).value);
    return least;
  }

  bool is_exact(std::uint32_t item) const noexcept {
    return figure(item).bound == Bound::exact && std::isnan(figure(item).value_high) && figure(item).value > 0;
  }

  // 占 and no whole of its own (占全省的) between the count and the share.
  bool says_share(std::uint32_t part, std::uint32_t share) const {
    const Span between = p_.trimmed({figure(part).where.end, figure(share).where.begin});
    constexpr std::u32string_view said[] = {U"占", U"占比", U"占比为", U"占比达", U"占总数", U"占总数的", U"占总量的", U"占比约"};
    return std::find(std::begin(said), std::end(said), p_.slice(between)) != std::end(said);
  }

  // The share of this part in any figure of the passage or shortly before it, to a unit of its last digit.
  bool is_share(std::uint32_t share, std::uint32_t part) const {
    const double tolerance = last_digit(p_.text(), figure(share)) * (1 + 1e-9);
    const auto gives = [&](const QuantityAt& whole) {
      return same_unit(whole, figure(part)) && whole.value > 0 &&
             std::abs(100 * figure(part).value / whole.value - figure(share).value) <= tolerance;
    };
    const auto before = p_.figures_before(bases);
    return std::any_of(before.begin(), before.end(), gives) ||
           std::any_of(p_.items().begin(), p_.items().end(), [&](const Item& item) { return gives(*item.figure); });
  }

  Span quote(std::uint32_t total, const Part& part) const noexcept {
    return {std::min(p_.clause_of(total).begin, part.label.begin), figure(part.item).where.end};
  }

  Contradiction report(ContradictionKind kind, std::size_t begin, std::size_t end) const {
    const Part& first = list_.parts[begin];
    const Span total{p_.clause_of(list_.total).begin, figure(list_.total).where.end};
    const Span parts{std::min(first.label.begin, figure(first.item).where.begin), figure(list_.parts[end - 1].item).where.end};
    double value = 0;
    for (std::size_t i = begin; i < end; ++i) value += figure(list_.parts[i].item).value;
    return contradiction(p_.text(), kind, total, parts, figure(list_.total).value, value, figure(list_.total).unit);
  }

  const Passage& p_;
  const Listing& list_;
  Extent total_, sum_;
};

}  // namespace

void add_sums(const Passage& passage, std::vector<Contradiction>& found) {
  for (const Listing& list : find_listings(passage)) {
    const Judge judge(passage, list);
    if (const auto contradiction = judge.sum()) found.push_back(*contradiction);
    judge.shares(found);
  }
}

Contradiction contradiction(const Text& text, ContradictionKind kind, Span first, Span second, double stated, double found,
                            std::string_view unit) noexcept {
  return {kind,
          text.byte_begin(first.begin),
          text.byte_after(first.end),
          text.byte_begin(second.begin),
          text.byte_after(second.end),
          stated,
          found,
          unit};
}

}  // namespace rulescore
