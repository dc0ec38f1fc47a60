// Shares of one whole, and rates that stand beside the two counts they are made of.
//   A占45%、B占30%、C占28% · A、B、C分别占45%、30%和28%      together no more than 100%, 其余 and 其他 included just 100%
//   受理86件,办结79件,办结率100%                            79 of 86 are 91.86%
// Rounding is granted: half a unit of the last digit for each share of a sum, a whole unit for a rate (people cut off, too).
// Its outside faces are add_shares() and add_rates(); tested by tests/unit/evidence/contradiction.cpp.
#include "evidence/completeness.hpp"
#include "evidence/extent.hpp"
#include "evidence/sums.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace rulescore {
namespace {

using Word = std::u32string_view;

constexpr double whole = 100;
constexpr double slight_excess = 5;  // what shares that might overlap may exceed the whole by and still be a slip
constexpr std::size_t many_shares = 3;
constexpr std::uint32_t longest_whole = 8;  // 占总数的, 占全部案件的
constexpr Word no_share[] = {U"用", U"地", U"道", U"据", U"领", U"优", U"上年", U"去年"};
constexpr Word share_joints[] = {U"比重", U"比", U"为", U"达到", U"达", U"到", U"的", U"约", U"了"};

constexpr Word received[] = {U"受理", U"收到", U"收案", U"新收", U"接收", U"接到", U"交办", U"转办", U"排查",
                             U"承办", U"登记", U"共",   U"应",   U"调解", U"考试", U"评查", U"抽查"};
constexpr Word other_base[] = {U"按时", U"按期", U"到期", U"法定", U"期限", U"限内", U"及时", U"剔除", U"除外",
                               U"结转", U"转入", U"存量", U"旧存", U"历年", U"未到", U"上年", U"去年", U"其中"};
constexpr Word plain_objects[] = {U"", U"案件", U"纠纷", U"事项", U"问题", U"诉求", U"投诉", U"调解", U"总", U"综合"};

struct Share {
  std::uint32_t item = 0;
  Span label;
  std::u32string of;  // the whole it names; empty when it names none
};

class Shares {
 public:
  Shares(const Passage& passage, std::vector<Contradiction>& found) : p_(passage), found_(found) {}

  void find() {
    for (std::uint32_t i = 0; i < p_.items().size(); ++i) {
      if (auto share = read(i)) {
        if (!group_.empty() && !share->of.empty() && share->of != group_.front().of) settle();
        group_.push_back(std::move(*share));
      } else if (p_.figure(i).unit == "%") {
        settle();
      }
    }
    settle();
  }

 private:
  // 占 before the figure in its own stretch; or right behind a share that 分别占 gave.
  std::optional<Share> read(std::uint32_t i) const {
    const QuantityAt& q = p_.figure(i);
    if (q.unit != "%" || q.change != Change::none || q.bound != Bound::exact || !std::isnan(q.value_high)) return std::nullopt;
    std::uint32_t begin = q.where.begin;
    while (begin > p_.where().begin && !any_of(p_.in().before(begin), U",;:。、()\n")) --begin;
    const Word words = p_.slice({begin, q.where.begin});
    const std::size_t at = words.rfind(U'占');
    if (at == words.npos) return follows(i) ? std::optional(Share{i, {begin, begin}, {}}) : std::nullopt;
    std::u32string of(words.substr(at + 1));
    for (Word joint : share_joints) {
      if (of.ends_with(joint)) of.resize(of.size() - joint.size());
      if (of.starts_with(joint)) of.erase(0, joint.size());
    }
    if (of.size() > longest_whole || has_any(of, no_share)) return std::nullopt;
    return Share{i, p_.trimmed({begin, begin + static_cast<std::uint32_t>(at)}), std::move(of)};
  }

  bool follows(std::uint32_t i) const {
    if (group_.empty() || group_.back().item + 1 != i) return false;
    const Word joint = p_.slice({p_.figure(i - 1).where.end, p_.figure(i).where.begin});
    return joint == U"、" || joint == U"和" || joint == U"及" || joint == U"与" || joint == U"以及";
  }

  void settle() {
    const std::vector<Share> group = std::move(group_);
    group_.clear();
    if (group.size() < 2) return;
    double sum = 0, rounding = 1e-9;
    std::vector<Word> labels;
    for (const Share& share : group) {
      sum += p_.figure(share.item).value;
      rounding += last_digit(p_.text(), p_.figure(share.item)) / 2;
      labels.push_back(p_.slice(share.label));
    }
    const bool apart = exclude_each_other(labels);
    constexpr Word of_people[] = {U"岁", U"党员", U"本科", U"研究生", U"硕士", U"学历", U"职称"};  // true of one person at once
    const bool mixed = std::any_of(labels.begin(), labels.end(), [&](Word label) { return has_any(label, of_people); });
    const bool exceeds =
        sum > whole + rounding && (apart || (!mixed && group.size() >= many_shares && sum <= whole + slight_excess));
    const bool falls_short = sum < whole - rounding && is_remainder(labels.back());
    if (exceeds) report(ContradictionKind::shares_exceed, group, sum);
    if (falls_short) report(ContradictionKind::shares_short, group, sum);
  }

  void report(ContradictionKind kind, const std::vector<Share>& group, double sum) {
    const Span first = p_.clause_of(group.front().item);
    const Span all{first.begin, p_.figure(group.back().item).where.end};
    found_.push_back(contradiction(p_.text(), kind, all, all, whole, sum, "%"));
  }

  const Passage& p_;
  std::vector<Contradiction>& found_;
  std::vector<Share> group_;
};

class Rates {
 public:
  explicit Rates(const Passage& passage) : p_(passage) {}

  // The rate at `item` beside the counts of the two clauses before it.
  std::optional<Contradiction> check(std::uint32_t item) const {
    const QuantityAt &rate = p_.figure(item), &done = p_.figure(item - 1), &all = p_.figure(item - 2);
    if (rate.unit != "%" || rate.change != Change::none || rate.bound != Bound::exact || !std::isnan(rate.value_high))
      return std::nullopt;
    if (!same_unit(done, all) || done.bound != Bound::exact || all.bound != Bound::exact || done.value > all.value)
      return std::nullopt;
    if (!is_alone(item) || !is_rate_of(item)) return std::nullopt;
    const Extent part = extent_of(p_.text(), done), total = extent_of(p_.text(), all);
    const double slack = last_digit(p_.text(), rate) * (1 + 1e-9);
    if (total.low <= 0) return std::nullopt;
    if (Extent{100 * part.low / total.high - slack, 100 * part.high / total.low + slack}.meets({rate.value, rate.value}))
      return std::nullopt;
    const Span counts{p_.clause_of(item - 2).begin, done.where.end};
    return contradiction(p_.text(), ContradictionKind::rate_off, p_.clause_of(item), counts, rate.value,
                         100 * done.value / all.value, "%");
  }

 private:
  // Three clauses in a row, no other figure of that unit in the passage, nothing that makes the rate one of other cases.
  bool is_alone(std::uint32_t item) const {
    std::size_t alike = 0;
    for (const Item& other : p_.items()) alike += same_unit(*other.figure, p_.figure(item - 1));
    const Span first = p_.clause_of(item - 2), middle = p_.clause_of(item - 1), last = p_.clause_of(item);
    const auto next = [&](Span a, Span b) { return a.end + 1 == b.begin && p_.in().at(a.end) == U','; };
    return alike == 2 && next(first, middle) && next(middle, last) && !has_any(p_.slice({first.begin, last.end}), other_base);
  }

  // 办结79件 and 办结率; 成功调解79件 and 调解成功率.
  bool is_rate_of(std::uint32_t item) const {
    const Word name = p_.slice({p_.clause_of(item).begin, p_.figure(item).where.begin});
    const std::size_t end = name.rfind(U'率');
    if (end == name.npos || end < 2) return false;
    const Word behind = name.substr(end + 1), deed = name.substr(end - 2, 2), of = name.substr(0, end - 2);
    if (!behind.empty() && behind != U"为" && behind != U"达" && behind != U"达到") return false;
    if (std::find(std::begin(plain_objects), std::end(plain_objects), of) == std::end(plain_objects)) return false;
    const Word done = p_.slice({p_.clause_of(item - 1).begin, p_.figure(item - 1).where.begin});
    const Word all = p_.slice({p_.clause_of(item - 2).begin, p_.figure(item - 2).where.begin});
    return done.find(deed) != done.npos && all.find(deed) == all.npos && has_any(all, received);
  }

  const Passage& p_;
};

}  // namespace

void add_shares(const Passage& passage, std::vector<Contradiction>& found) { Shares(passage, found).find(); }

void add_rates(const Passage& passage, std::vector<Contradiction>& found) {
  const Rates rates(passage);
  for (std::uint32_t i = 2; i < passage.items().size(); ++i) {
    if (const auto off = rates.check(i)) found.push_back(*off);
  }
}

}  // namespace rulescore
