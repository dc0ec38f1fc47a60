// A crosswalk as its author wrote it, from the located tree: which node is answered by which, and in what part. Every mistake is
// noted with its place; one run names them all. Tested by tests/unit/framework/crosswalk.cpp and tests/malformed/crosswalk.
#include "framework/crosswalk.hpp"
#include "framework/reader.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr double slack = 1e-9;  // three thirds, written 0.333

bool stands_in(const FrameworkModel& model, std::uint32_t node, std::uint32_t group) {
  while (node != group && node != 0) node = model.nodes[node].parent;
  return node == group;
}

// 0.6 or 60%, above 0 and at most 1.
std::optional<double> read_part(const Context& context, const yaml::Value& value, std::string_view what) {
  yaml::Value number = value;
  const bool percent = value.is_scalar() && value.text.size() > 1 && value.text.back() == '%';
  if (percent) number.text.pop_back();
  const Decimal decimal = value.is_scalar() ? parse_decimal(number.text) : Decimal{0, "none", {}};
  const double most = percent ? 100 : 1;
  if (!decimal.problem.empty()) {
    read_number(context, number, what, 0, most);
    return std::nullopt;
  }
  if (decimal.value > 0 && decimal.value <= most) return decimal.value / most;
  context.error(value.at, "out-of-range", std::string(what) + " is a share above 0 and at most 1; found " + quoted(value.text),
                "write 0.6 or 60%");
  return std::nullopt;
}

// A link, and where its parts are written.
struct Placed {
  CrosswalkLink link;
  yaml::Place at, back_at;
};

class CrosswalkReader {
 public:
  CrosswalkReader(const FindFramework& find, bool check_ids) : find_(find), check_ids_(check_ids) {}

  CrosswalkText read(const std::string& name, std::string_view text) {
    said_.name = name;
    said_.text = text;
    const yaml::Source& source = sources_.add(name, text);
    journal_.opens(name);
    std::vector<Issue> issues;
    std::optional<yaml::Value> root;
    if (auto problem = source.check())
      issues.push_back(std::move(*problem));
    else
      root = yaml::parse(source, issues);
    for (Issue& issue : issues) journal_.note(std::move(issue));
    if (root) read_root(*root);
    if (journal_.failed()) throw FrameworkError(journal_.errors());
    for (const Placed& placed : links_) said_.links.push_back(placed.link);
    return std::move(said_);
  }

 private:
  void read_root(const yaml::Value& root) {
    const Fields fields(context_, root, "a crosswalk", {"rulescore", "crosswalk", "title", "from", "to", "answers"});
    if (!fields.is_map()) return;
    if (const yaml::Value* format = fields.require("rulescore");
        format != nullptr && (!format->is_scalar() || format->text != "1"))
      context_.error(format->at, "bad-version", "this reader knows version 1 of the format; found " + found(*format),
                     "write `rulescore: 1`");
    if (const yaml::Value* id = fields.require("crosswalk")) said_.id = read_text(context_, *id, "`crosswalk`").value_or("");
    if (const yaml::Value* title = fields.get("title"))
      said_.title = read_localised(context_, *title, "`title`").value_or(Localised{});
    if (const yaml::Value* from = fields.require("from")) said_.from = read_side(*from, "from");
    if (const yaml::Value* to = fields.require("to")) said_.to = read_side(*to, "to");
    const yaml::Value* answers = fields.require("answers");
    if (answers != nullptr && said_.from && said_.to) read_answers(*answers);
  }

  std::optional<Framework> read_side(const yaml::Value& value, std::string_view side) {
    const Fields fields(context_, value, quoted(side), {"id", "path"});
    const yaml::Value* id = fields.require("id");
    const yaml::Value* path = fields.require("path");
    if (id == nullptr || path == nullptr) return std::nullopt;
    const auto wanted = read_text(context_, *id, "`id`"), where = read_text(context_, *path, "`path`");
    if (!wanted || !where) return std::nullopt;
    NamedFramework named = find_(*where, side == "from");
    if (!named.framework) {
      context_.error(path->at, std::move(named.code), std::move(named.problem), std::move(named.hint));
      return std::nullopt;
    }
    if (!check_ids_ || named.framework->id() == *wanted) return named.framework;
    context_.error(
        id->at, "wrong-framework",
        "the path " + quoted(*where) + " leads to the framework " + quoted(named.framework->id()) + ", not " + quoted(*wanted),
        "mend the id, or the path");
    return std::nullopt;
  }

  void read_answers(const yaml::Value& answers) {
    if (!answers.is_map() || answers.members.empty())
      return context_.error(answers.at, answers.is_map() ? "empty-list" : "wrong-type",
                            "`answers` is a map from nodes of " + quoted(said_.to->id()) + " to what answers them; found " +
                                (answers.is_map() ? std::string("none") : found(answers)),
                            "write `C1: B2`, or `C1: {B2: 60%, B3: 40%}`");
    for (const yaml::Member& member : answers.members) {
      if (journal_.full()) return;
      const auto to = node_named(*said_.to, member.key, member.at);
      if (to && is_new_target(*to, member)) read_answer(*to, member);
    }
  }

  std::optional<std::uint32_t> node_named(const Framework& framework, const std::string& name, yaml::Place at) const {
    const auto node = framework.find(name);
    if (node) return node;
    std::vector<std::string> codes;
    for (const Node& each : framework.nodes()) codes.push_back(each.code);
    const std::string hint = did_you_mean(name, codes);
    context_.error(at, "unknown-target", "there is no group or indicator " + quoted(name) + " in " + quoted(framework.id()),
                   hint.empty() ? "name it by its code, or an indicator by its number" : hint);
    return std::nullopt;
  }

  // What an indicator asks is answered in one place.
  bool is_new_target(std::uint32_t to, const yaml::Member& member) {
    const FrameworkModel& model = said_.to->model();
    for (const std::uint32_t leaf : reached(model, to)) {
      const auto [first, is_new] = answered_.emplace(leaf, std::make_pair(to, member.at));
      if (is_new) continue;
      const auto& [other, at] = first->second;
      const std::string line = context_.line_of(at, member.at);
      if (other == to)
        context_.error(member.at, "duplicate-key", quoted(member.key) + " stands here twice; see " + line,
                       "put what answers it in one place");
      else
        context_.error(
            member.at, "conflict",
            quoted(model.nodes[leaf].code) + " is answered in " + quoted(model.nodes[other].code) + " already; see " + line,
            "answer the group, or what stands in it");
      return false;
    }
    return true;
  }

  void read_answer(std::uint32_t to, const yaml::Member& member) {
    const std::size_t first = links_.size();
    if (member.value.is_scalar()) {
      add(to, member.value.text, member.value.at, nullptr);
    } else if (member.value.is_map() && !member.value.members.empty()) {
      for (const yaml::Member& source : member.value.members) add(to, source.key, source.at, &source.value);
    } else {
      context_.error(member.value.is_null() ? member.at : member.value.at, "wrong-type",
                     "what answers " + quoted(member.key) + " is a code, or a map from codes to parts; found " +
                         (member.value.is_map() ? "an empty map" : found(member.value)),
                     "write `B2`, or `{B2: 60%}`; leave out what nothing answers");
    }
    check_parts(first, member);
  }

  // `how`: its part, or a map of more; null when it answers wholly.
  void add(std::uint32_t to, const std::string& name, yaml::Place at, const yaml::Value* how) {
    const auto from = node_named(*said_.from, name, at);
    Placed placed{{to, from.value_or(0), 1, std::nullopt, {}, at.line}, at, at};
    if ((how != nullptr && !read_how(*how, placed)) || !from || !check_sign(placed)) return;
    if (placed.link.back) add_back(placed);
    links_.push_back(std::move(placed));
  }

  bool read_how(const yaml::Value& how, Placed& placed) {
    const yaml::Value* part = &how;
    if (how.is_map()) {
      const Fields fields(context_, how, "an answer", {"part", "back", "note"});
      if (const yaml::Value* note = fields.get("note"))
        placed.link.note = read_localised(context_, *note, "`note`").value_or(Localised{});
      if (const yaml::Value* back = fields.get("back")) {
        placed.back_at = back->at;
        placed.link.back = read_part(context_, *back, "`back`");
      }
      part = fields.require("part");
    }
    const auto share = part == nullptr ? std::nullopt : read_part(context_, *part, "a part");
    placed.link.part = share.value_or(1);
    return share.has_value();
  }

  // What one node answers can't be more than all it asks, read backwards.
  void add_back(const Placed& placed) {
    double& sum = back_[placed.link.from];
    sum += *placed.link.back;
    if (sum <= 1 + slack) return;
    const std::string code = quoted(said_.from->nodes()[placed.link.from].code);
    context_.error(placed.back_at, "part-sum",
                   "the parts of " + code + " that its answers make up, read back, add up to more than 1",
                   "each `back` is a share of what " + code + " asks");
  }

  bool check_sign(const Placed& placed) {
    const int to = said_.to->model().node_rules[placed.link.to].sign,
              from = said_.from->model().node_rules[placed.link.from].sign;
    if (to == from) return true;
    const auto name = [](const Framework& framework, std::uint32_t node) { return quoted(framework.nodes()[node].code); };
    const std::string asked = name(*said_.to, placed.link.to), answering = name(*said_.from, placed.link.from);
    context_.error(placed.at, "conflict",
                   (to < 0 ? asked + " takes points off, " + answering + " earns them"
                           : asked + " earns points, " + answering + " takes them off") +
                       ": neither answers the other");
    return false;
  }

  // The parts of one node: no evidence twice, and no more than all of it.
  void check_parts(std::size_t first, const yaml::Member& member) {
    const FrameworkModel& model = said_.from->model();
    double sum = 0;
    for (std::size_t i = first; i < links_.size(); ++i) {
      sum += links_[i].link.part;
      for (std::size_t j = first; j < i; ++j) {
        const std::uint32_t a = links_[i].link.from, b = links_[j].link.from;
        if (!stands_in(model, a, b) && !stands_in(model, b, a)) continue;
        context_.error(links_[i].at, "conflict",
                       quoted(model.nodes[a].code) + (a == b ? " answers " : " and " + quoted(model.nodes[b].code) + " answer ") +
                           quoted(member.key) + " twice over; see " + context_.line_of(links_[j].at, links_[i].at),
                       "name the group, or what stands in it");
      }
    }
    if (sum > 1 + slack)
      context_.error(member.at, "part-sum", "the parts that answer " + quoted(member.key) + " add up to more than 1",
                     "each is a share of what " + quoted(member.key) + " asks");
  }

  const FindFramework& find_;
  bool check_ids_;
  CrosswalkText said_;
  yaml::Sources sources_;
  Journal journal_;
  Words words_;
  const Context context_{sources_, journal_, words_};
  std::vector<Placed> links_;
  std::map<std::uint32_t, std::pair<std::uint32_t, yaml::Place>> answered_;  // by indicator of `to`: with which node, and where
  std::map<std::uint32_t, double> back_;                                     // by node of `from`
};

}  // namespace

CrosswalkText read_crosswalk(const std::string& name, std::string_view text, const FindFramework& find, bool check_ids) {
  return CrosswalkReader(find, check_ids).read(name, text);
}

}  // namespace rulescore::reader
