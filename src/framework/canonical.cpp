// Every field is written with its length before it, so that no two frameworks share a canonical form by running together.
// Tested by tests/unit/framework/canonical.cpp.
#include "framework/canonical.hpp"

#include "base/text.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

namespace rulescore {
namespace {

std::string hex(std::uint64_t hash) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15u];
  return digits;
}

class Form {
 public:
  Form& text(std::string_view s) {
    put_size(s.size());
    out_ += s;
    return *this;
  }
  Form& number(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return text({buffer, static_cast<std::size_t>(end - buffer)});
  }
  Form& count(std::size_t value) {
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return text({buffer, static_cast<std::size_t>(end - buffer)});
  }
  template <typename Enum>
  Form& kind(Enum value) {
    return count(static_cast<std::size_t>(value));
  }
  template <typename Number>
  Form& maybe(const std::optional<Number>& value) {
    return value ? text("=").number(static_cast<double>(*value)) : text("");
  }
  std::string take() { return std::move(out_); }

  // Written only where it is so.
  Form& where(bool is_so, std::string_view name) { return is_so ? text(name) : *this; }

  // Instead of take(): only the hash of it all is wanted, so that what is hashed needs no place.
  void hash_only() {
    hash_.reset(XXH3_createState());
    XXH3_64bits_reset(hash_.get());
  }
  std::string take_hash() {
    spill(0);
    return hex(XXH3_64bits_digest(hash_.get()));
  }

  Form& localised(const Localised& value) { return text(value.zh).text(value.en); }

  Form& phrase(const Phrase& value) {
    count(value.parts.size());
    for (const std::u32string& part : value.parts) {
      put_size(utf8_size(part));
      append_utf8(out_, part);
    }
    spill(1u << 14);
    return *this;
  }

  Form& slot(const Slot& value) {
    count(value.size());
    for (const Phrase& one : value) phrase(one);
    return *this;
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };

  // Hashes what has come together once it is more than `most` bytes.
  void spill(std::size_t most) {
    if (!hash_ || out_.size() <= most) return;
    XXH3_64bits_update(hash_.get(), out_.data(), out_.size());
    out_.clear();
  }

  void put_size(std::size_t size) {
    char buffer[24];
    out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, size).ptr);
    out_ += ':';
  }

  std::string out_;
  std::unique_ptr<XXH3_state_t, Free> hash_;
};

void put(Form& form, const ValueSpec& spec) {
  form.count(spec.units.size());
  for (const std::string_view unit : spec.units) form.text(unit);
  form.kind(spec.within).kind(spec.side).kind(spec.optional).kind(spec.each).kind(spec.sum);
  form.count(spec.is_signed ? 9 : spec.change ? 1 + static_cast<std::size_t>(*spec.change) : 0).count(spec.words.size());
  for (const ValueWord& word : spec.words) form.phrase(word.phrase).number(word.value).text(word.unit);
}

void put(Form& form, const Rule& rule) {
  form.slot(rule.any).count(rule.all.size());
  for (const Slot& slot : rule.all) form.slot(slot);
  form.slot(rule.none).kind(rule.in).kind(rule.problem);
  form.kind(rule.near.has_value());
  if (rule.near) form.slot(rule.near->slot).count(rule.near->within).kind(rule.near->side);
  form.kind(rule.context.has_value());
  if (rule.context) form.slot(rule.context->slot).kind(rule.context->in);
  form.kind(rule.value.has_value());
  if (rule.value) put(form, *rule.value);
}

void put(Form& form, const std::vector<Cue>& cues) {
  form.count(cues.size());
  for (const Cue& cue : cues) form.slot(cue.slot).slot(cue.unless).slot(cue.until).kind(cue.direction).kind(cue.in);
}

void put(Form& form, const StatusRules& status) {
  form.slot(status.plan_headings).slot(status.problem_headings);
  put(form, status.planned);
  put(form, status.problem);
  put(form, status.achieved);
}

struct ShapeForm {
  Form& form;
  void operator()(const Presence& s) const { form.number(s.score); }
  void operator()(const AtLeast& s) const { form.number(s.target).where(s.strict, "strict"); }
  void operator()(const AtMost& s) const { form.number(s.limit).where(s.strict, "strict"); }
  void operator()(const Proportion& s) const { form.number(s.target); }
  void operator()(const Linear& s) const { form.number(s.from).number(s.to); }
  void operator()(const Count& s) const { form.number(s.each).number(s.cap); }
  void operator()(const Total& s) const { form.number(s.target); }
  void operator()(const Piecewise& s) const {
    form.count(s.points.size());
    for (const auto& [value, score] : s.points) form.number(value).number(score);
  }
  void operator()(const Sloped& s) const {
    form.number(s.low).number(s.high);
    for (const auto* slope : {&s.below, &s.above}) {
      form.kind(slope->has_value());
      if (*slope) form.number((*slope)->each).number((*slope)->change).kind((*slope)->steps);
    }
  }
  void operator()(const Banded& s) const {
    form.kind(s.rising).number(s.rest).count(s.bands.size());
    for (const BandOf& band : s.bands) form.number(band.edge).kind(band.closed).number(band.earns);
  }
  void operator()(const Tiered& s) const {
    form.count(s.tiers.size());
    for (const Tier& tier : s.tiers) form.number(tier.from).number(tier.each);
  }
  void operator()(const Given& s) const { form.number(s.most); }
};

// What a term says beyond its curve. Nothing is written for what isn't said, so that a framework keeps its fingerprint when the
// language grows; each part begins with its name, which no number is.
void put_extras(Form& form, const RuleScore& term) {
  const TermInput& input = term.input;
  if (input.of || input.drop > 0 || input.drop_from > 0 || input.is_signed || input.cautious)
    form.text("input")
        .count(input.of ? 1 + static_cast<std::size_t>(*input.of) : 0)
        .count(input.drop)
        .count(input.drop_from)
        .kind(input.is_signed)
        .kind(input.cautious);
  if (term.against.with != Versus::nobody)
    form.text("against").kind(term.against.with).number(term.against.mean).number(term.against.sd);
  const TermLimits plain, &limits = term.limits;
  if (limits.earns != plain.earns || limits.floor != plain.floor || limits.cap != plain.cap || limits.cutoff)
    form.text("limits")
        .number(limits.earns)
        .number(limits.floor)
        .number(limits.cap)
        .kind(limits.cutoff.has_value())
        .number(limits.cutoff.value_or(0));
  if (term.threshold != no_source) form.text("threshold").count(term.threshold);
}

void put(Form& form, const std::vector<Metric>& metrics) {
  for (const Metric& metric : metrics) {
    form.text("metric").text(metric.name).kind(metric.op).kind(metric.when_zero).count(metric.of.size());
    for (const Operand& operand : metric.of) form.count(operand.source);
  }
}

void put(Form& form, const std::vector<Scorer>& scorers) {
  for (const Scorer& scorer : scorers)
    form.text("scorer").count(scorer.kinds).number(scorer.weight).count(scorer.drop).count(scorer.drop_from);
}

void put(Form& form, const AttributionRules& attribution) {
  put(form, attribution.own);
  put(form, attribution.subordinate);
  put(form, attribution.other);
  put(form, attribution.national);
}

void put(Form& form, const Earns& earns) {
  form.count(earns.scopes).number(earns.max_age);
  for (const std::uint8_t turn : earns.turn) form.count(turn);
}

void put(Form& form, const std::vector<RuleScore>& scores) {
  form.count(scores.size());
  for (const RuleScore& score : scores) {
    form.count(score.rule).count(score.shape.index()).number(score.weight);
    std::visit(ShapeForm{form}, score.shape);
    put_extras(form, score);
  }
}

void put_extras(Form& form, const ScoreBlock& block) {
  const ScoreBlock plain;
  if (block.full != plain.full || block.start != plain.start || block.floor != plain.floor || block.cap != plain.cap)
    form.text("marks").number(block.full).number(block.start).number(block.floor).number(block.cap);
  if (block.problem_each != plain.problem_each) form.text("problem").number(block.problem_each).number(block.problem_cap);
  if (!block.bonus.empty()) put(form.text("bonus"), block.bonus);
  if (!block.deduct.empty()) put(form.text("deduct"), block.deduct);
  for (const Together& group : block.together) {
    form.text("together").kind(group.keep).number(group.cap).count(group.of.size());
    for (const Source source : group.of) form.count(source);
  }
  const Direct &direct = block.direct, none;
  if (direct.out_of != none.out_of || direct.kinds != none.kinds || direct.drop > 0 || direct.drop_from > 0)
    form.text("direct").number(direct.out_of).count(direct.kinds).count(direct.drop).count(direct.drop_from);
  put(form, block.scorers);
}

void put(Form& form, const ScoreBlock& block) {
  form.kind(block.take).number(block.problem_cost);
  put(form, block.rules);
  put(form, block.all_of);
  put(form, block.otherwise);
  put_extras(form, block);
}

void put(Form& form, const Example& example) {
  form.text(example.text).kind(example.nothing).count(example.find.size());
  for (const Expectation& expectation : example.find) {
    form.text(expectation.rule.value_or("")).kind(expectation.value.has_value()).number(expectation.value.value_or(0));
    form.text(expectation.unit.value_or("")).text(expectation.status.value_or(""));
  }
  if (example.score) form.text("score").number(*example.score);
}

void put(Form& form, const Node& node) {
  form.text(node.code).count(static_cast<std::size_t>(node.number.value_or(0))).localised(node.title).localised(node.asks);
  form.text(node.owner).number(node.effort).kind(node.role).number(node.weight).count(node.parent).text(node.basis);
}

struct AggregationForm {
  Form& form;
  void operator()(const WeightedMean&) const {}
  void operator()(const Geometric& a) const { form.number(a.floor); }
  void operator()(const Harmonic& a) const { form.number(a.floor); }
  void operator()(const PowerMean& a) const { form.number(a.power).number(a.floor); }
  void operator()(const Minimum&) const {}
  void operator()(const Owa& a) const {
    form.count(a.weights.size());
    for (const double weight : a.weights) form.number(weight);
  }
  void operator()(const SumOfPoints& a) const { form.maybe(a.cap); }
};

void put(Form& form, const Whom& whom) {
  for (const auto* names : {&whom.level, &whom.province, &whom.jurisdiction}) {
    form.count(names->size());
    for (const std::string& name : *names) form.text(name);
  }
  form.maybe(whom.first_year).maybe(whom.last_year);
}

void put(Form& form, const std::vector<Band>& bands) {
  form.count(bands.size());
  for (const Band& band : bands) form.number(band.from).localised(band.name);
}

// Only what was said; what is inherited follows from it.
void put(Form& form, const NodeRules& rules) {
  form.count(rules.aggregate.index());
  std::visit(AggregationForm{form}, rules.aggregate);
  form.kind(rules.missing.has_value());
  if (rules.missing) form.kind(rules.missing->kind).number(rules.missing->prior);
  form.count(rules.not_applicable ? 1 + static_cast<std::size_t>(*rules.not_applicable) : 0).number(rules.min_coverage);
  put(form, rules.applies);
  put(form, rules.excludes);
  form.maybe(rules.full).maybe(rules.floor).maybe(rules.cap).count(rules.vetoes.size());
  for (const Veto& veto : rules.vetoes) form.maybe(veto.below).maybe(veto.found).kind(veto.effect).count(veto.band);
  put(form, rules.bands);
  if (rules.min_available) form.text("min_available").number(*rules.min_available);
}

// Like put_extras: nothing for what isn't said.
void put(Form& form, const DataColumn& data) {
  if (!data.said) return;
  const Normalisation& how = data.normalise;
  form.text("data").text(data.name).text(data.per).where(data.sense == Sense::cost, "cost");
  form.kind(data.impute.fill).text(data.impute.group);
  form.kind(data.treat.on).number(data.treat.skew).number(data.treat.kurtosis).count(data.treat.winsorise).kind(data.treat.then);
  form.kind(how.method).number(how.low).number(how.high).number(how.mean).number(how.sd).number(how.lower).number(how.upper);
  form.number(how.target).text(how.reference).kind(how.capped).kind(how.ties);
}

void put(Form& form, const IndexRules& index) {
  if (!index.said) return;
  form.text("index").text(index.unit).text(index.time).number(index.min_available).count(index.weights.size());
  for (const auto& [name, set] : index.weights) {
    form.text(name).count(set.size());
    for (const auto& [code, weight] : set) form.text(code).number(weight);
  }
}

void put_all(Form& form, const FrameworkModel& model) {
  form.text("rulescore framework 1").text(model.id).text(model.version).localised(model.title);
  form.number(model.full).kind(model.missing).number(model.prior);
  put(form, model.bands);
  form.maybe(model.grade_decimals).count(model.quotas.size());
  for (const Quota& quota : model.quotas) form.count(quota.band).number(quota.share);
  form.count(model.nodes.size());
  for (const Node& node : model.nodes) put(form, node);
  for (const NodeRules& rules : model.node_rules) put(form, rules);
  for (const IndicatorModel& indicator : model.indicators) {
    form.count(indicator.node).count(indicator.rules.size());
    for (const Rule& rule : indicator.rules) {
      form.text(rule.name);
      put(form, rule);
    }
    put(form, indicator.metrics);
    put(form, indicator.score);
    put(form, indicator.earns);
    form.count(indicator.examples.size());
    for (const Example& example : indicator.examples) put(form, example);
    put(form, indicator.data);
  }
  put(form, model.index);
  put(form, model.status);
  put(form, model.attribution);
  const PeersBy by;
  if (model.peers.level != by.level || model.peers.province != by.province || model.peers.year != by.year)
    form.text("peers").kind(model.peers.level).kind(model.peers.province).kind(model.peers.year);
}

void put_rules(Form& form, const FrameworkModel& model) {
  form.text("rulescore rules 1").count(model.indicators.size());
  for (const IndicatorModel& indicator : model.indicators) {
    form.count(indicator.rules.size());
    for (const Rule& rule : indicator.rules) put(form, rule);
  }
  put(form, model.status);
  put(form, model.attribution);
}

template <typename Put>
std::string hash_of(const FrameworkModel& model, const Put& put) {
  Form form;
  form.hash_only();
  put(form, model);
  return form.take_hash();
}

template <typename Put>
std::string form_of(const FrameworkModel& model, const Put& put) {
  Form form;
  put(form, model);
  return form.take();
}

}  // namespace

std::string canonical(const FrameworkModel& model) { return form_of(model, put_all); }
std::string canonical(const Rule& rule) {
  Form form;
  put(form, rule);
  return form.take();
}
std::string canonical_rules(const FrameworkModel& model) { return form_of(model, put_rules); }
std::string fingerprint(const FrameworkModel& model) { return hash_of(model, put_all); }
std::string rules_fingerprint(const FrameworkModel& model) { return hash_of(model, put_rules); }

std::string fingerprint_of(std::string_view bytes) { return hex(XXH3_64bits(bytes.data(), bytes.size())); }

}  // namespace rulescore
