// Compiling a framework's rules. Its one outside face is compile().
#include "evidence/program.hpp"

#include <algorithm>

namespace rulescore {
namespace {

// Of a rule without a `value`: the nearest figure of its clause is shown with it, whatever it counts.
const ValueSpec& noted_figure() {
  static const ValueSpec spec = [] {
    ValueSpec noted;
    noted.optional = true;
    return noted;
  }();
  return spec;
}

CompiledRule compile_rule(const Rule& rule, Program& program) {
  CompiledRule out;
  out.source = &rule;
  const bool from_all = rule.any.empty();
  out.about = program.vocabulary.add(from_all ? rule.all.front() : rule.any);
  const auto want = [&](CheckTable& table, const Slot& slot) { return table.add(program.vocabulary.add(slot)); };
  for (std::size_t i = from_all ? 1 : 0; i < rule.all.size(); ++i) out.all.push_back(want(program.near_by, rule.all[i]));
  out.none = want(program.near_by, rule.none);
  if (rule.near) out.near = want(program.near_by, rule.near->slot);
  if (rule.context) out.context = want(rule.context->in >= Scope::section ? program.far : program.near_by, rule.context->slot);
  if (rule.value)
    out.value = &*rule.value;
  else if (!rule.problem)
    out.value = &noted_figure();
  if (rule.value)
    for (const ValueWord& word : rule.value->words) out.words.push_back(program.vocabulary.add({word.phrase}));
  return out;
}

void add_requirements(const CompiledRule& rule, Program& program) {
  const Rule& source = *rule.source;
  const auto sentence_or_wider = [](Scope scope) { return std::max(scope, Scope::sentence); };
  program.first_requirement.push_back(static_cast<std::uint32_t>(program.requirements.size()));
  if (rule.near) program.requirements.push_back({rule.near.check, Scope::sentence});
  for (const Wanted& wanted : rule.all) program.requirements.push_back({wanted.check, sentence_or_wider(source.in)});
  if (rule.context) program.requirements.push_back({rule.context.check, sentence_or_wider(source.context->in)});
}

void compile_cues(const std::vector<Cue>& cues, Status status, std::optional<Whose> whose, Program& program) {
  for (const Cue& cue : cues) {
    program.cues.push_back({status, whose, program.vocabulary.add(cue.slot), program.vocabulary.add(cue.unless),
                            program.vocabulary.add(cue.until), cue.direction, cue.in});
  }
}

void compile_cues(const FrameworkModel& model, Program& program) {
  compile_cues(model.status.achieved, Status::achieved, std::nullopt, program);
  compile_cues(model.status.problem, Status::problem, std::nullopt, program);
  compile_cues(model.status.planned, Status::planned, std::nullopt, program);
  compile_cues(model.attribution.own, Status::achieved, Whose::own, program);
  compile_cues(model.attribution.subordinate, Status::achieved, Whose::subordinate, program);
  compile_cues(model.attribution.other, Status::achieved, Whose::other, program);
  compile_cues(model.attribution.national, Status::achieved, Whose::national, program);
}

// Appends, for the phrase, the index of every slot that holds it.
void list_slots(const Vocabulary& vocabulary, const std::vector<SlotId>& slots, PhraseId phrase,
                std::vector<std::uint32_t>& list) {
  for (std::uint32_t i = 0; i < slots.size(); ++i)
    if (slots[i] != no_slot && vocabulary.holds(slots[i], phrase)) list.push_back(i);
}

void list_checks(const Vocabulary& vocabulary, const CheckTable& table, PhraseId phrase, std::vector<CheckWord>& list) {
  for (std::uint32_t w = 0; w < table.words(); ++w) {
    std::uint64_t bits = 0;
    for (std::size_t c = w * 64; c < std::min<std::size_t>(table.slots().size(), (w + 1) * 64); ++c)
      if (vocabulary.holds(table.slots()[c], phrase)) bits |= std::uint64_t{1} << (c % 64);
    if (bits != 0) list.push_back({w, bits});
  }
}

// Fills in `uses` and the lists it points into, once the vocabulary is compiled.
void index_phrases(Program& program) {
  std::vector<SlotId> about, cues;
  for (const CompiledRule& rule : program.rules) about.push_back(rule.about);
  for (const CompiledCue& cue : program.cues) cues.push_back(cue.slot);
  const auto size = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  program.uses.resize(program.vocabulary.phrase_count());
  for (PhraseId p = 0; p < program.uses.size(); ++p) {
    PhraseUse& use = program.uses[p];
    if (p < program.vocabulary.word_count()) use.word = program.vocabulary.use(p);
    use.first_rule = size(program.rule_list);
    list_slots(program.vocabulary, about, p, program.rule_list);
    use.last_rule = size(program.rule_list);
    use.first_cue = size(program.cue_list);
    list_slots(program.vocabulary, cues, p, program.cue_list);
    use.last_cue = size(program.cue_list);
    use.first_near = size(program.check_list);
    list_checks(program.vocabulary, program.near_by, p, program.check_list);
    use.last_near = use.first_far = size(program.check_list);
    list_checks(program.vocabulary, program.far, p, program.check_list);
    use.last_far = size(program.check_list);
  }
}

}  // namespace

Wanted CheckTable::add(SlotId slot) {
  if (slot == no_slot) return {};
  const auto at = std::find(slots_.begin(), slots_.end(), slot);
  const auto check = static_cast<std::uint32_t>(at - slots_.begin());
  if (at == slots_.end()) slots_.push_back(slot);
  return {slot, check};
}

Program compile(const FrameworkModel& model) {
  Program program;
  for (std::uint32_t i = 0; i < model.indicators.size(); ++i) {
    const std::vector<Rule>& rules = model.indicators[i].rules;
    for (std::size_t r = 0; r < rules.size(); ++r) {
      CompiledRule rule = compile_rule(rules[r], program);
      rule.indicator = i;
      rule.rule = static_cast<std::uint16_t>(r);
      add_requirements(rule, program);
      program.rules.push_back(std::move(rule));
    }
  }
  program.first_requirement.push_back(static_cast<std::uint32_t>(program.requirements.size()));
  compile_cues(model, program);
  program.plan_headings = program.vocabulary.add(model.status.plan_headings);
  program.problem_headings = program.vocabulary.add(model.status.problem_headings);
  program.vocabulary.compile();
  index_phrases(program);
  return program;
}

}  // namespace rulescore
