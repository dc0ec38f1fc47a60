// Words that say the opposite of what they are listed for, and texts that a # cuts short.
// Tested by tests/unit/framework/lint.cpp.
#include "base/text.hpp"
#include "framework/lint.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rulescore {
namespace {

// Longer ones first: 没有建立 is 没有 + 建立.
constexpr std::array<std::u32string_view, 18> negations = {U"还没有", U"尚未",     U"仍未", U"并未", U"从未",     U"未能",
                                                           U"没有",   U"缺乏",     U"缺少", U"难以", U"without ", U"not ",
                                                           U"no ",    U"lack of ", U"未",   U"没",   U"不",       U"无"};

using Words = std::set<std::u32string>;

// What a rule looks for.
template <typename Visit>
void for_each_slot(const Rule& rule, const Visit& visit) {
  visit(rule.any);
  for (const Slot& slot : rule.all) visit(slot);
  if (rule.near) visit(rule.near->slot);
}

// The word that another denies, when it stands in the same list; else empty.
std::u32string_view denied(const std::u32string& part, const Words& words) {
  for (const std::u32string_view negation : negations) {
    if (!part.starts_with(negation)) continue;
    const std::u32string_view rest = std::u32string_view(part).substr(negation.size());
    return words.contains(std::u32string(rest)) ? rest : std::u32string_view();
  }
  return {};
}

// Where a phrase stands in what was written of a rule, or nothing: it comes from a lexicon, or is spelled out from a `/`.
const yaml::Value* written(const yaml::Value& value, const std::u32string& part) {
  if (value.is_scalar() && fold_phrase(value.text).find(part) != std::u32string::npos) return &value;
  for (const yaml::Value& item : value.items)
    if (const yaml::Value* found = written(item, part)) return found;
  for (const yaml::Member& member : value.members) {
    if (member.key == "none") continue;
    if (const yaml::Value* found = written(member.value, part)) return found;
  }
  return nullptr;
}

yaml::Place place_of(const Lint& lint, const IndicatorModel& indicator, const Rule& rule, const std::u32string& part) {
  const yaml::Value* evidence = lint.entry(indicator.node, "evidence");
  const yaml::Value* value = evidence == nullptr ? nullptr : evidence->find(rule.name);
  const yaml::Value* found = value == nullptr ? nullptr : written(*value, part);
  return found == nullptr ? lint.place_of(indicator, rule) : found->at;
}

// A list that takes a word and its opposite for the same: 建立 and 未建立.
void lint_phrases_of(Lint& lint, const IndicatorModel& indicator) {
  for (const Rule& rule : indicator.rules) {
    if (rule.problem) continue;
    for_each_slot(rule, [&](const Slot& slot) {
      Words words;
      for (const Phrase& phrase : slot)
        if (phrase.parts.size() == 1) words.insert(phrase.parts[0]);
      for (const std::u32string& part : words) {
        const std::u32string_view word = denied(part, words);
        if (word.empty()) continue;
        lint.warn(place_of(lint, indicator, rule, part), "denied-phrase",
                  "the rule `" + rule.name + "` takes `" + to_utf8(part) + "` for the same as `" + to_utf8(std::u32string(word)) +
                      "`, which it denies",
                  "put it under `none`, or in a rule with `status: problem`");
      }
    });
  }
}

// After a text without quotes ` #` begins a comment: `案卷 #3` reads 案卷. One that a blank follows is meant as a comment.
void lint_comment_after(Lint& lint, const yaml::Value& value) {
  if (!value.is_scalar() || value.quoted) return;
  const std::string_view line = lint.source(value.at).line(value.at.line);
  const std::size_t begin = line.find(value.text);
  if (begin == std::string_view::npos) return;
  const std::string_view rest = line.substr(begin + value.text.size());
  const std::size_t mark = rest.find_first_not_of(' ');
  if (mark == std::string_view::npos || mark == 0 || rest[mark] != '#') return;
  const std::string_view comment = rest.substr(mark + 1);
  if (comment.empty() || comment.front() == ' ' || comment.front() == '#' || comment.front() == '\t') return;
  const yaml::Place at = lint.source(value.at).place_of(value.at.line, rest.substr(mark));
  lint.warn({at.line, at.column, value.at.file}, "comment-in-text", "the text ends before this `#`, which begins a comment",
            "put the text in quotes if the # belongs to it; else write a blank after the #");
}

void lint_comments_in(Lint& lint, const yaml::Value& value) {
  lint_comment_after(lint, value);
  for (const yaml::Value& item : value.items) lint_comments_in(lint, item);
  for (const yaml::Member& member : value.members) lint_comments_in(lint, member.value);
}

}  // namespace

void lint_phrases(Lint& lint) {
  for (const IndicatorModel& indicator : lint.model.indicators) lint_phrases_of(lint, indicator);
}

void lint_comments(Lint& lint) { lint_comments_in(lint, lint.model.written->root); }

}  // namespace rulescore
