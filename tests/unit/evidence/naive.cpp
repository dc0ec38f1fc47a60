// The matcher against a naive one written from the page that defines the rules (indicators/README.md): every rule tried at every
// position with plain string search. Same findings on random texts and random rules.
#include "evidence/match.hpp"

#include "finder.hpp"
#include "framework/model.hpp"

#include "document/impl.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <tuple>

using namespace rulescore;

namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t>;  // rule, clause

std::vector<Span> places(const std::u32string& text, const std::u32string& word, Span in) {
  std::vector<Span> found;
  for (std::uint32_t i = in.begin; i + word.size() <= in.end; ++i)
    if (text.compare(i, word.size(), word) == 0) found.push_back({i, i + static_cast<std::uint32_t>(word.size())});
  return found;
}

std::vector<Span> places(const std::u32string& text, const Slot& slot, const std::vector<ClauseAt>& clauses, Span in) {
  std::vector<Span> found;
  for (const ClauseAt& c : clauses) {
    if (!in.contains(c.where)) continue;
    for (const Phrase& phrase : slot)
      for (Span s : places(text, phrase.parts[0], c.where)) found.push_back(s);
  }
  return found;
}

std::uint32_t apart(Span a, Span b) { return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0; }

// Rules without figures: which rule holds in which clause.
std::set<Key> naive(const std::vector<Rule>& rules, const DocumentImpl& d) {
  const std::u32string text(d.text.chars.begin(), d.text.chars.end());
  const auto& clauses = d.structure.clauses;
  std::set<Key> found;
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    for (std::uint32_t c = 0; c < clauses.size(); ++c) {
      const Span sentence = d.structure.sentences[clauses[c].sentence].where;
      const Span scope = rules[r].in == Scope::clause ? clauses[c].where : sentence;
      for (Span about : places(text, rules[r].any, clauses, clauses[c].where)) {
        bool holds = true;
        for (const Slot& all : rules[r].all) holds &= !places(text, all, clauses, scope).empty();
        if (!rules[r].none.empty()) holds &= places(text, rules[r].none, clauses, scope).empty();
        if (rules[r].near) {
          const auto near = places(text, rules[r].near->slot, clauses, sentence);
          holds &= std::any_of(near.begin(), near.end(), [&](Span s) { return apart(s, about) <= rules[r].near->within; });
        }
        if (holds) found.insert({r, c});
      }
    }
  }
  return found;
}

std::string pick(std::mt19937& random, const std::vector<std::string>& from) { return from[random() % from.size()]; }

std::string random_rules(std::mt19937& random, const std::vector<std::string>& words) {
  std::string rules;
  for (int r = 0; r < 6; ++r) {
    rules += (r ? "\nr" : "r") + std::to_string(r) + ": {any: [" + pick(random, words) + ", " + pick(random, words) + "甲]";
    if (random() % 2) rules += ", all: [" + pick(random, words) + "]";
    if (random() % 3 == 0) rules += ", none: [" + pick(random, words) + "]";
    if (random() % 3 == 0) rules += ", near: {any: [" + pick(random, words) + "], within: " + std::to_string(1 + random() % 6) + "}";
    if (random() % 2) rules += ", in: sentence";
    rules += "}";
  }
  return rules;
}

}  // namespace

TEST_CASE("the same findings as a naive matcher") {
  std::mt19937 random(11);
  const std::vector<std::string> words{"法", "治", "法治", "政", "政府", "治政", "府法"};
  const std::vector<std::string> pieces{"法", "治", "政", "府", "甲", ",", "。", ";", "、"};
  std::size_t wrong = 0, findings = 0;
  for (int round = 0; round < 400; ++round) {
    std::optional<Finder> made;
    try {
      made.emplace(random_rules(random, words));
    } catch (const FrameworkError&) {
      continue;  // a rule that forbids what it asks for
    }
    const Finder& finder = *made;
    const auto& rules = finder.engine().framework().model().indicators[0].rules;
    for (int t = 0; t < 5; ++t) {
      std::string text;
      for (auto n = 1 + random() % 40; n > 0; --n) text += pick(random, pieces);
      const Document document = Document::from_text(text);
      const auto expected = naive(rules, document.impl());
      std::set<Key> actual;
      const EvidenceSet set = finder.engine().match(document);
      for (const Evidence& e : set.items()) {
        // The clause that holds the rule's own phrase: the quote may reach over several.
        const auto& clauses = document.impl().structure.clauses;
        for (std::uint32_t c = 0; c < clauses.size(); ++c) {
          const bool touched = document.impl().text.byte_begin(clauses[c].where.begin) < e.end && e.begin < document.impl().text.byte_after(clauses[c].where.end);
          if (touched && expected.count({e.rule, c})) actual.insert({e.rule, c});
        }
        ++findings;
      }
      wrong += actual != expected || set.items().size() != expected.size();
    }
  }
  CHECK(wrong == 0);
  CHECK(findings > 500);
}
