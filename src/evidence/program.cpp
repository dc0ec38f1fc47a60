// Compiling a framework's rules. Its one outside face is compile().
#include "evidence/program.hpp"

#include <algorithm>

namespace rulescore {
namespace {

CompiledRule compile_rule(const Rule& rule, Vocabulary& vocabulary) {
  CompiledRule out;
  out.source = &rule;
  const bool from_all = rule.any.empty();
  out.about = vocabulary.add(from_all ? rule.all.front() : rule.any);
  for (std::size_t i = from_all ? 1 : 0; i < rule.all.size(); ++i) out.all.push_back(vocabulary.add(rule.all[i]));
  out.none = vocabulary.add(rule.none);
  if (rule.near) out.near = vocabulary.add(rule.near->slot);
  if (rule.context) out.context = vocabulary.add(rule.context->slot);
  if (rule.value)
    for (const ValueWord& word : rule.value->words) out.words.push_back(vocabulary.add({word.phrase}));
  return out;
}

void compile_cues(const std::vector<Cue>& cues, Status status, Program& program) {
  for (const Cue& cue : cues) {
    program.cues.push_back({status, program.vocabulary.add(cue.slot), program.vocabulary.add(cue.unless), cue.direction, cue.in});
  }
}

std::uint32_t context_bit(std::vector<SlotId>& contexts, SlotId slot) {
  const auto at = std::find(contexts.begin(), contexts.end(), slot);
  if (at != contexts.end()) return static_cast<std::uint32_t>(at - contexts.begin());
  contexts.push_back(slot);
  return static_cast<std::uint32_t>(contexts.size() - 1);
}

template <class Items>
std::vector<SlotId> slots_of(const Items& items, SlotId Items::value_type::*member) {
  std::vector<SlotId> slots;
  for (const auto& item : items) slots.push_back(item.*member);
  return slots;
}

}  // namespace

PhraseIndex::PhraseIndex(const Vocabulary& vocabulary, std::span<const SlotId> slots) : first_(vocabulary.phrase_count() + 1, 0) {
  const auto each = [&](auto&& visit) {
    for (std::uint32_t i = 0; i < slots.size(); ++i)
      if (slots[i] != no_slot)
        for (PhraseId p : vocabulary.phrases(slots[i])) visit(p, i);
  };
  each([&](PhraseId p, std::uint32_t) { ++first_[p + 1]; });
  for (std::size_t p = 1; p < first_.size(); ++p) first_[p] += first_[p - 1];
  items_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  each([&](PhraseId p, std::uint32_t i) { items_[next[p]++] = i; });
}

Program compile(const FrameworkModel& model) {
  Program program;
  for (std::uint32_t i = 0; i < model.indicators.size(); ++i) {
    const std::vector<Rule>& rules = model.indicators[i].rules;
    for (std::size_t r = 0; r < rules.size(); ++r) {
      CompiledRule rule = compile_rule(rules[r], program.vocabulary);
      rule.indicator = i;
      rule.rule = static_cast<std::uint16_t>(r);
      if (rules[r].context && rules[r].context->in >= Scope::section) rule.context_bit = context_bit(program.contexts, rule.context);
      program.rules.push_back(std::move(rule));
    }
  }
  compile_cues(model.status.achieved, Status::achieved, program);
  compile_cues(model.status.problem, Status::problem, program);
  compile_cues(model.status.planned, Status::planned, program);
  program.plan_headings = program.vocabulary.add(model.status.plan_headings);
  program.problem_headings = program.vocabulary.add(model.status.problem_headings);
  program.vocabulary.compile();
  program.rules_about = PhraseIndex(program.vocabulary, slots_of(program.rules, &CompiledRule::about));
  program.cues_with = PhraseIndex(program.vocabulary, slots_of(program.cues, &CompiledCue::slot));
  program.contexts_with = PhraseIndex(program.vocabulary, program.contexts);
  return program;
}

}  // namespace rulescore
