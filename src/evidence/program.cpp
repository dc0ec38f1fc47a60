// Compiling a framework's rules. Its one outside face is compile().
#include "evidence/program.hpp"

#include <algorithm>

namespace rulescore {
namespace {

Wanted want(const Slot& slot, Program& program) {
  const SlotId id = program.vocabulary.add(slot);
  if (id == no_slot) return {};
  const auto at = std::find(program.checks.begin(), program.checks.end(), id);
  if (at == program.checks.end()) {
    program.checks.push_back(id);
    return {id, static_cast<std::uint32_t>(program.checks.size() - 1)};
  }
  return {id, static_cast<std::uint32_t>(at - program.checks.begin())};
}

CompiledRule compile_rule(const Rule& rule, Program& program) {
  CompiledRule out;
  out.source = &rule;
  const bool from_all = rule.any.empty();
  out.about = program.vocabulary.add(from_all ? rule.all.front() : rule.any);
  for (std::size_t i = from_all ? 1 : 0; i < rule.all.size(); ++i) out.all.push_back(want(rule.all[i], program));
  out.none = want(rule.none, program);
  if (rule.near) out.near = want(rule.near->slot, program);
  if (rule.context) out.context = want(rule.context->slot, program);
  if (rule.value)
    for (const ValueWord& word : rule.value->words) out.words.push_back(program.vocabulary.add({word.phrase}));
  return out;
}

void compile_cues(const std::vector<Cue>& cues, Status status, Program& program) {
  for (const Cue& cue : cues) {
    program.cues.push_back({status, program.vocabulary.add(cue.slot), program.vocabulary.add(cue.unless), cue.direction, cue.in});
  }
}

template <class Items>
std::vector<SlotId> slots_of(const Items& items, SlotId Items::value_type::*member) {
  std::vector<SlotId> slots;
  for (const auto& item : items) slots.push_back(item.*member);
  return slots;
}

void tabulate_checks(Program& program) {
  program.check_words = (program.checks.size() + 63) / 64;
  program.checks_of.assign(program.vocabulary.phrase_count() * program.check_words, 0);
  for (std::size_t c = 0; c < program.checks.size(); ++c)
    for (PhraseId p : program.vocabulary.phrases(program.checks[c]))
      program.checks_of[p * program.check_words + c / 64] |= std::uint64_t{1} << (c % 64);
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
      CompiledRule rule = compile_rule(rules[r], program);
      rule.indicator = i;
      rule.rule = static_cast<std::uint16_t>(r);
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
  tabulate_checks(program);
  return program;
}

}  // namespace rulescore
