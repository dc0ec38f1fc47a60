// What a node says of its place in the tree: how its children become one score, what counts where something is missing or doesn't
// apply, who it is for, what stands beside the weighted nodes, what stops a good grade.
// Tested by tests/unit/framework/node.cpp and tests/malformed.
#include "framework/reader.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array levels = {"nation", "province", "prefecture", "county", "township", "department"};

}  // namespace

std::optional<double> read_share(const Context& context, const yaml::Value& value, std::string_view what) {
  if (!value.is_scalar() || value.text.empty() || value.text.back() != '%') {
    const Decimal decimal = value.is_scalar() ? parse_decimal(value.text) : Decimal{};
    if (decimal.value <= 1) return read_number(context, value, what, 0, 1);
    context.error(value.at, "out-of-range",
                  std::string(what) + " is a share of full marks or of all, from 0 to 1; found " + quoted(value.text),
                  "write 0.6 or 60%");
    return std::nullopt;
  }
  yaml::Value number = value;
  number.text.pop_back();
  const std::optional<double> percent = read_number(context, number, what, 0, 100);
  return percent ? std::optional(*percent / 100) : std::nullopt;
}

std::optional<double> read_signed(const Context& context, const yaml::Value& value, std::string_view what) {
  if (!value.is_scalar() || value.text.size() < 2 || value.text[0] != '-') return read_number(context, value, what, 0, infinity);
  yaml::Value number = value;
  number.text.erase(0, 1);
  const std::optional<double> amount = read_number(context, number, what, 0, infinity);
  return amount ? std::optional(0.0 - *amount) : std::nullopt;
}

namespace {

std::vector<std::string> read_names(const Context& context, const yaml::Value& value, std::string_view what) {
  std::vector<std::string> names;
  if (value.is_sequence()) {
    if (value.items.empty())
      context.error(value.at, "empty-list", std::string(what) + " is empty", "name at least one, or leave the key out");
    for (const yaml::Value& item : value.items)
      if (auto name = read_text(context, item, what)) names.push_back(std::move(*name));
  } else if (auto name = read_text(context, value, what)) {
    names.push_back(std::move(*name));
  }
  return names;
}

// ---- `aggregate` ----------------------------------------------------------------------------------------------------

class AggregateReader {
 public:
  explicit AggregateReader(const Context& context) : context_(context) {}

  std::optional<Aggregation> read(const yaml::Value& value) const {
    if (value.is_map()) return read_map(value);
    const auto kind =
        read_choice(context_, value, "`aggregate`", {"mean", "geometric", "harmonic", "minimum", "sum", "power", "owa"});
    if (!kind) return std::nullopt;
    constexpr std::array<std::string_view, 2> need = {"write `aggregate: {power: 0.5}`",
                                                      "write `aggregate: {owa: [0.5, 0.3, 0.2]}`"};
    if (*kind >= 5) {
      context_.error(value.at, "missing-key", quoted(value.text) + " needs its figures", std::string(need[*kind - 5]));
      return std::nullopt;
    }
    const std::array<Aggregation, 5> kinds = {WeightedMean{}, Geometric{}, Harmonic{}, Minimum{}, SumOfPoints{}};
    return kinds[*kind];
  }

 private:
  std::optional<Aggregation> read_map(const yaml::Value& value) const {
    const Fields fields(context_, value, "`aggregate`", {"geometric", "harmonic", "power", "owa", "sum", "floor"});
    constexpr std::array<std::string_view, 5> kinds = {"geometric", "harmonic", "power", "owa", "sum"};
    std::vector<std::string_view> present;
    for (const std::string_view kind : kinds)
      if (fields.get(kind) != nullptr) present.push_back(kind);
    if (present.empty() && !value.members.empty()) return std::nullopt;  // a name it doesn't know is reported
    if (present.size() != 1) {
      context_.error(value.at, present.empty() ? "missing-key" : "conflict",
                     "`aggregate` is one of " + std::string("geometric, harmonic, power, owa, sum"),
                     "write `aggregate: {geometric: {floor: 0.01}}`");
      return std::nullopt;
    }
    const yaml::Value& inside = *fields.get(present[0]);
    const yaml::Value* floor = fields.get("floor");
    if (floor != nullptr && present[0] != "power") {
      context_.error(*fields.place_of("floor"), "conflict", "`floor` beside " + quoted(present[0]) + " has no meaning",
                     "write `{geometric: {floor: 0.01}}` or `{power: 0.5, floor: 0.01}`");
      return std::nullopt;
    }
    if (present[0] == "geometric") return Geometric{read_floor(inside, "`geometric`", Geometric{}.floor)};
    if (present[0] == "harmonic") return Harmonic{read_floor(inside, "`harmonic`", Harmonic{}.floor)};
    if (present[0] == "owa") return read_owa(inside);
    if (present[0] == "sum") return read_sum(inside);
    return read_power(inside, floor);
  }

  double read_floor(const yaml::Value& value, std::string_view what, double otherwise) const {
    const Fields fields(context_, value, std::string(what), {"floor"});
    const yaml::Value* floor = fields.require("floor");
    return floor == nullptr ? otherwise : floor_value(*floor).value_or(otherwise);
  }

  std::optional<double> floor_value(const yaml::Value& value) const {
    const std::optional<double> floor = read_number(context_, value, "`floor`", 0, 1);
    if (!floor || *floor > 0) return floor;
    context_.error(value.at, "out-of-range", "`floor` is above 0: one score of 0 would wipe out all the others",
                   "use `aggregate: minimum` if that is meant");
    return std::nullopt;
  }

  std::optional<Aggregation> read_power(const yaml::Value& value, const yaml::Value* floor) const {
    const std::optional<double> power = read_signed(context_, value, "`power`");
    if (!power) return std::nullopt;
    PowerMean mean{*power, *power > 0 ? 0 : Geometric{}.floor};
    if (std::abs(*power) > 100) {
      context_.error(value.at, "out-of-range", "`power` is a number from -100 to 100; found " + quoted(value.text),
                     "use `minimum` for the least");
      return std::nullopt;
    }
    if (floor != nullptr)
      mean.floor = (*power > 0 ? read_number(context_, *floor, "`floor`", 0, 1) : floor_value(*floor)).value_or(mean.floor);
    return mean;
  }

  std::optional<Aggregation> read_owa(const yaml::Value& value) const {
    Owa owa;
    if (!value.is_sequence() || value.items.empty()) {
      context_.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                     "`owa` is a list of weights, of the largest score first; found " +
                         (value.is_sequence() ? std::string("none") : found(value)),
                     "write `owa: [0.5, 0.3, 0.2]`");
      return std::nullopt;
    }
    double sum = 0;
    for (const yaml::Value& item : value.items) {
      const std::optional<double> weight = read_share(context_, item, "a weight of `owa`");
      if (!weight) return std::nullopt;
      sum += *weight;
      owa.weights.push_back(*weight);
    }
    if (std::abs(sum - 1) <= 1e-9) return owa;
    context_.error(value.at, "weight-sum", "the weights of `owa` add up to 1",
                   "[0.5, 0.3, 0.2] gives the largest score half the say");
    return std::nullopt;
  }

  std::optional<Aggregation> read_sum(const yaml::Value& value) const {
    const Fields fields(context_, value, "`sum`", {"cap"});
    SumOfPoints sum;
    if (const yaml::Value* cap = fields.require("cap")) sum.cap = read_positive(context_, *cap, "`cap`");
    return sum;
  }

  const Context& context_;
};

// ---- `missing`, `not_applicable`, `applies` -------------------------------------------------------------------------

std::optional<MissingPolicy> read_missing(const Context& context, const yaml::Value& value) {
  if (value.is_map()) {
    const Fields fields(context, value, "`missing`", {"prior"});
    const yaml::Value* prior = fields.require("prior");
    const std::optional<double> share = prior == nullptr ? std::nullopt : read_share(context, *prior, "`prior`");
    return share ? std::optional(MissingPolicy{Missing::prior, *share}) : std::nullopt;
  }
  constexpr std::array kinds = {Missing::zero, Missing::exclude, Missing::full, Missing::bounds, Missing::prior};
  const auto kind = read_choice(context, value, "`missing`", {"zero", "exclude", "full", "bounds", "prior"});
  if (!kind) return std::nullopt;
  if (kinds[*kind] != Missing::prior) return MissingPolicy{kinds[*kind], 0};
  context.error(value.at, "missing-key", "`prior` needs the share of full marks that counts", "write `missing: {prior: 0.5}`");
  return std::nullopt;
}

std::optional<NotApplicable> read_not_applicable(const Context& context, const yaml::Value& value) {
  constexpr std::array kinds = {NotApplicable::drop, NotApplicable::rescale, NotApplicable::full, NotApplicable::peer_mean};
  const auto kind = read_choice(context, value, "`not_applicable`", {"drop", "rescale", "full", "peer_mean"});
  return kind ? std::optional(kinds[*kind]) : std::nullopt;
}

void check_levels(const Context& context, const yaml::Value& value, const std::vector<std::string>& names) {
  const std::vector<std::string> known(levels.begin(), levels.end());
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string hint = did_you_mean(name, known);
    context.warn(value.at, "unknown-level", quoted(name) + " is no level that documents usually have",
                 hint.empty() ? "usual are " + join(known) : hint);
  }
}

void read_years(const Context& context, const yaml::Value& value, Whom& whom) {
  if (value.is_scalar()) {
    whom.first_year = whom.last_year = read_integer(context, value, "`year`", 1900, 2999);
    return;
  }
  const Fields fields(context, value, "`year`", {"from", "to"});
  if (const yaml::Value* from = fields.get("from")) whom.first_year = read_integer(context, *from, "`from`", 1900, 2999);
  if (const yaml::Value* to = fields.get("to")) whom.last_year = read_integer(context, *to, "`to`", 1900, 2999);
  if (value.is_map() && value.members.empty())
    context.error(value.at, "empty-list", "`year` is empty", "write `year: {from: 2021, to: 2025}`");
  if (whom.first_year && whom.last_year && *whom.first_year > *whom.last_year)
    context.error(fields.get("to")->at, "bad-order", "`year` ends before it begins", "swap `from` and `to`");
}

Whom read_whom(const Context& context, const yaml::Value& value, std::string_view key) {
  const Fields fields(context, value, quoted(key), {"level", "province", "jurisdiction", "year"});
  Whom whom;
  if (value.is_map() && value.members.empty())
    context.error(value.at, "empty-list", quoted(key) + " is empty", "write `" + std::string(key) + ": {level: [prefecture]}`");
  if (const yaml::Value* level = fields.get("level")) {
    whom.level = read_names(context, *level, "`level`");
    check_levels(context, *level, whom.level);
  }
  if (const yaml::Value* province = fields.get("province")) whom.province = read_names(context, *province, "`province`");
  if (const yaml::Value* place = fields.get("jurisdiction")) whom.jurisdiction = read_names(context, *place, "`jurisdiction`");
  if (const yaml::Value* year = fields.get("year")) read_years(context, *year, whom);
  return whom;
}

// ---- `veto`, `quotas` -----------------------------------------------------------------------------------------------

// Index of the whole's band of that name; reports an unknown one.
std::optional<std::uint16_t> band_named(const Context& context, std::string_view name, yaml::Place at,
                                        const std::vector<Band>& bands) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (name == bands[i].name.zh || name == bands[i].name.en) return static_cast<std::uint16_t>(i);
    for (const std::string& one : {bands[i].name.zh, bands[i].name.en})
      if (!one.empty()) names.push_back(one);
  }
  std::string hint = bands.empty() ? "write them at the top: `bands: [{from: 90, name: 优秀}, …]`" : did_you_mean(name, names);
  context.error(
      at, "unknown-band",
      bands.empty() ? "the framework has no `bands`" : "no band is called " + quoted(name) + "; there are " + join(names),
      std::move(hint));
  return std::nullopt;
}

class VetoReader {
 public:
  VetoReader(const Context& context, const std::vector<Band>& bands, const std::vector<Rule>* rules)
      : context_(context), bands_(bands), rules_(rules) {}

  std::vector<Veto> read_all(const yaml::Value& value) const {
    std::vector<Veto> vetoes;
    if (value.is_sequence() && value.items.empty())
      context_.error(value.at, "empty-list", "`veto` is empty", "write `veto: {below: 0.6, then: fail}`");
    const auto add = [&](const yaml::Value& one) {
      if (const std::optional<Veto> veto = read(one)) vetoes.push_back(*veto);
    };
    if (!value.is_sequence()) add(value);
    for (const yaml::Value& item : value.items) add(item);
    return vetoes;
  }

 private:
  std::optional<Veto> read(const yaml::Value& value) const {
    const Fields fields(context_, value, "a veto", {"below", "found", "then"});
    if (!fields.is_map()) return std::nullopt;
    const yaml::Value *below = fields.get("below"), *found = fields.get("found"), *then = fields.require("then");
    if (below == nullptr && found == nullptr && value.members.size() > (then == nullptr ? 0u : 1u))
      return std::nullopt;  // reported
    if ((below == nullptr) == (found == nullptr)) {
      context_.error(value.at, below == nullptr ? "missing-key" : "conflict", "a veto has either `below` or `found`",
                     "write `{below: 0.6, then: fail}`, or `{found: RULE, then: fail}`");
      return std::nullopt;
    }
    Veto veto;
    if (below != nullptr) veto.below = read_share(context_, *below, "`below`");
    if (found != nullptr) veto.found = read_found(*found);
    if (then == nullptr || !read_effect(*then, veto) || (!veto.below && !veto.found)) return std::nullopt;
    return veto;
  }

  std::optional<std::uint16_t> read_found(const yaml::Value& value) const {
    if (rules_ == nullptr) {
      context_.error(value.at, "conflict", "a group finds nothing: only an indicator has rules",
                     "put the veto at the indicator, or use `below`");
      return std::nullopt;
    }
    const std::optional<std::string> name = read_text(context_, value, "`found`");
    const auto rule = name ? rule_named(context_, *name, value.at, *rules_) : std::nullopt;
    return rule ? std::optional(static_cast<std::uint16_t>(*rule)) : std::nullopt;
  }

  bool read_effect(const yaml::Value& value, Veto& veto) const {
    if (value.is_scalar()) {
      const auto kind = read_choice(context_, value, "`then`", {"fail", "zero"});
      if (kind) veto.effect = *kind == 0 ? VetoEffect::fail : VetoEffect::zero;
      return kind.has_value();
    }
    const Fields fields(context_, value, "`then`", {"band_at_most", "band"});
    const yaml::Value *at_most = fields.get("band_at_most"), *band = fields.get("band");
    if ((at_most == nullptr) == (band == nullptr)) {
      if (fields.is_map())
        context_.error(value.at, band == nullptr ? "missing-key" : "conflict", "`then` has either `band_at_most` or `band`",
                       "write `then: {band_at_most: …}`, `then: {band: …}`, `then: fail` or `then: zero`");
      return false;
    }
    veto.effect = at_most != nullptr ? VetoEffect::band_at_most : VetoEffect::band;
    const yaml::Value& name = at_most != nullptr ? *at_most : *band;
    const std::optional<std::string> text = read_text(context_, name, at_most != nullptr ? "`band_at_most`" : "`band`");
    const auto index = text ? band_named(context_, *text, name.at, bands_) : std::nullopt;
    if (index) veto.band = *index;
    return index.has_value();
  }

  const Context& context_;
  const std::vector<Band>& bands_;
  const std::vector<Rule>* rules_;
};

std::vector<Quota> read_quotas(const Context& context, const yaml::Value& value, const std::vector<Band>& bands) {
  std::vector<Quota> quotas;
  if (!value.is_map() || value.members.empty()) {
    context.error(value.at, value.is_map() ? "empty-list" : "wrong-type",
                  "`quotas` is a map of bands and shares; found " + (value.is_map() ? std::string("none") : found(value)),
                  "write `quotas: {优秀: 20%}`");
    return quotas;
  }
  double sum = 0;
  for (const yaml::Member& member : value.members) {
    const auto band = band_named(context, member.key, member.at, bands);
    const auto share = read_share(context, member.value, "a quota");
    if (!band || !share) continue;
    if (!quotas.empty() && *band <= quotas.back().band)
      context.error(member.at, "bad-order", "quotas stand in the order of the bands; " + quoted(member.key) + " doesn't",
                    "the best band first, each once");
    quotas.push_back({*band, *share});
    sum += *share;
  }
  if (sum > 1 + 1e-9)
    context.error(value.at, "out-of-range", "the quotas add up to more than all",
                  "they are shares of the documents compared, at most 100% together");
  return quotas;
}

// ---- a node ---------------------------------------------------------------------------------------------------------

class NodeReader {
 public:
  NodeReader(const Context& context, const Fields& fields, FrameworkModel& model, std::uint32_t node)
      : context_(context), fields_(fields), model_(model), index_(node), node_(model.nodes[node]) {
    model.node_rules.resize(model.nodes.size());
  }

  void read(const std::vector<Rule>* rules) {
    NodeRules& into = model_.node_rules[index_];
    if (const auto* v = fields_.get("aggregate")) into.aggregate = AggregateReader(context_).read(*v).value_or(WeightedMean{});
    if (const auto* v = fields_.get("missing")) into.missing = read_missing(context_, *v);
    if (const auto* v = fields_.get("min_coverage")) into.min_coverage = read_share(context_, *v, "`min_coverage`").value_or(0);
    if (const auto* v = fields_.get("min_available")) into.min_available = read_share(context_, *v, "`min_available`");
    if (const auto* v = fields_.get("not_applicable")) into.not_applicable = read_not_applicable(context_, *v);
    if (const auto* v = fields_.get("applies")) into.applies = read_whom(context_, *v, "applies");
    if (const auto* v = fields_.get("excludes")) into.excludes = read_whom(context_, *v, "excludes");
    if (const auto* v = fields_.get("floor")) into.floor = read_signed(context_, *v, "`floor`");
    if (const auto* v = fields_.get("cap")) into.cap = read_cap(*v);
    if (const auto* v = fields_.get("veto")) into.vetoes = VetoReader(context_, model_.bands, rules).read_all(*v);
    if (into.floor && into.cap && *into.floor > *into.cap)
      context_.error(fields_.get("floor")->at, "bad-order", "`floor` is above `cap`", "swap them");
    if (index_ != 0) read_marks(into);
  }

 private:
  std::optional<double> read_cap(const yaml::Value& value) const {
    if (value.is_scalar() && value.text == "none") return infinity;
    return read_positive(context_, value, "`cap`");
  }

  // `role` and `full`: full marks are the weight, too, unless that is written; what stands beside the others has none.
  void read_marks(NodeRules& into) {
    const yaml::Value *role = fields_.get("role"), *full = fields_.get("full"), *weight = fields_.get("weight");
    if (full != nullptr) into.full = read_positive(context_, *full, "`full`");
    if (full != nullptr && weight == nullptr) node_.weight = into.full.value_or(1);
    if (role == nullptr) return;
    if (const auto kind = read_choice(context_, *role, "`role`", {"bonus", "deduction"}))
      node_.role = *kind == 0 ? Role::bonus : Role::deduction;
    if (weight != nullptr)
      context_.error(*fields_.place_of("weight"), "conflict",
                     "a " + role->text + " has no `weight`: it stands beside the weighted nodes",
                     "say with `full` how many points it is worth at most");
    if (full == nullptr && !fields_.place_of("full"))
      context_.error(role->at, "missing-key", "a " + role->text + " lacks `full`",
                     "say how many points it is worth at most: `full: 5`");
    node_.weight = 0;
  }

  const Context& context_;
  const Fields& fields_;
  FrameworkModel& model_;
  std::uint32_t index_;
  Node& node_;
};

}  // namespace

std::vector<Band> read_bands(const Context& context, const yaml::Value& value, double highest) {
  std::vector<Band> bands;
  if (!value.is_sequence() || value.items.empty())
    context.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                  "`bands` is a list; found " + (value.is_sequence() ? std::string("none") : found(value)),
                  "start each with `- {from: 90, name: …}`");
  for (const yaml::Value& item : value.items) {
    const Fields fields(context, item, "a band", {"from", "name"});
    const yaml::Value* from = fields.require("from");
    const yaml::Value* name = fields.require("name");
    if (from == nullptr || name == nullptr) continue;
    Band band;
    const std::optional<double> bound = read_number(context, *from, "`from`", 0, highest);
    if (const auto text = read_localised(context, *name, "`name`")) band.name = *text;
    if (!bound) continue;
    band.from = *bound;
    if (!bands.empty() && band.from >= bands.back().from)
      context.error(from->at, "bad-order", "bands fall from entry to entry; " + quoted(from->text) + " doesn't",
                    "sort them, the best first");
    bands.push_back(std::move(band));
  }
  return bands;
}

void read_node_rules(const Context& context, const Fields& fields, FrameworkModel& model, std::uint32_t node,
                     const std::vector<Rule>* rules) {
  NodeReader(context, fields, model, node).read(rules);
  if (const auto* bands = node == 0 ? nullptr : fields.get("bands"))
    model.node_rules[node].bands = read_bands(context, *bands, model.node_rules[node].full.value_or(infinity));
}

void read_whole(const Context& context, const Fields& fields, FrameworkModel& model) {
  read_node_rules(context, fields, model, 0, nullptr);
  NodeRules& rules = model.node_rules[0];
  if (rules.missing) {
    model.missing = rules.missing->kind;
    model.prior = rules.missing->prior;
  }
  if (fields.get("full") != nullptr) rules.full = model.full;
  if (const auto* quotas = fields.get("quotas")) model.quotas = read_quotas(context, *quotas, model.bands);
  if (const auto* grade = fields.get("grade")) {
    const Fields inside(context, *grade, "`grade`", {"decimals"});
    if (const auto* decimals = inside.require("decimals"))
      model.grade_decimals = read_integer(context, *decimals, "`decimals`", 0, 9);
  }
}

// Points that are added up are out of what they add up to, unless `full` says something else. Children first.
void settle_marks(FrameworkModel& model) {
  for (std::size_t i = model.nodes.size(); i-- > 0;) {
    if (!std::holds_alternative<SumOfPoints>(model.node_rules[i].aggregate) || model.node_rules[i].full) continue;
    double sum = 0;
    for (const std::uint32_t child : model.nodes[i].children) sum += model.nodes[child].weight;
    if (i == 0 && sum > 0) model.full = sum;
    const bool added_up = i != 0 && std::holds_alternative<SumOfPoints>(model.node_rules[model.nodes[i].parent].aggregate);
    if (added_up && model.nodes[i].role == Role::weighted && model.nodes[i].weight == 1) model.nodes[i].weight = sum;
  }
}

}  // namespace rulescore::reader
