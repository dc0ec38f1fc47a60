// A report speaks of its own jurisdiction unless a sentence says otherwise, and it says so with its subject: a place's name
// (余姚市率先…), a realm (全国共…), or a body that isn't the government (the cues of `attribution` in the framework: 法院受理…).
// The nearest subject before a finding owns it; 全市 or the place's own name takes it back. A name that isn't the subject
// (指导余姚市建立…, 在海曙区试点) changes nothing. Years work the same way: the nearest before the figure, else the report's own.
#include "evidence/attribution.hpp"

#include "document/period.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

namespace rulescore {
namespace {

constexpr std::uint32_t title_sentences = 3;  // searched for the report's own place; ours

std::u32string_view view(const Text& text, Span s) noexcept { return {text.chars.data() + s.begin, s.size()}; }

using Places = std::vector<Place>;

bool any_pair(std::span<const Place> places, const Places& home, bool (*holds)(std::uint32_t, std::uint32_t)) {
  return std::any_of(places.begin(), places.end(), [&](const Place& place) {
    return std::any_of(home.begin(), home.end(), [&](const Place& own) { return holds(place.code, own.code); });
  });
}

// 宁波市海曙区: the first name narrows down the second. Other text between names is stepped over; what comes after the first
// unbroken run of names doesn't matter.
Places places_in(std::u32string_view text) {
  Places found;
  for (std::size_t i = 0; i < text.size();) {
    const std::u32string_view name = place_at(text.substr(i));
    if (name.empty()) {
      if (!found.empty()) break;
      ++i;
      continue;
    }
    const auto all = places_named(name);
    Places inner;
    std::copy_if(all.begin(), all.end(), std::back_inserter(inner), [&](const Place& place) {
      return std::any_of(found.begin(), found.end(), [&](const Place& outer) { return lies_in(place.code, outer.code); });
    });
    found = inner.empty() ? Places(all.begin(), all.end()) : inner;
    i += name.size();
  }
  return found;
}

// The same place in two sources may be given with or without what it lies in; the province tells counties of one name apart.
Places home_of(const DocumentImpl& document) {
  const Metadata& about = document.metadata;
  const std::u32string given = fold_phrase(about.jurisdiction), province = fold_phrase(about.province);
  for (const std::u32string& text : {province + given, given})
    if (Places home = places_in(text); !given.empty() && !home.empty()) return home;
  std::uint32_t seen = 0;
  for (const SentenceAt& sentence : document.structure.sentences) {
    if (sentence.boilerplate) continue;
    if (seen++ == title_sentences) break;
    if (Places home = places_in(view(document.text, sentence.where)); !home.empty()) return home;
  }
  return {};
}

// What may stand between the beginning of a clause and its subject.
constexpr std::array<std::u32string_view, 8> openers = {U"其中", U"例如", U"如", U"而", U"但", U"\"", U"(", U"'"};

bool may_open(char32_t c) noexcept { return c < 0x3100 || c == U'其' || c == U'例' || c == U'如' || c == U'而' || c == U'但'; }

// What a jurisdiction does with a place below it is its own deed: 支持余姚市开展试点.
constexpr std::array<std::u32string_view, 8> guides = {U"支持", U"指导", U"推动", U"督促", U"组织", U"选取", U"选择", U"确定"};

bool guides_a_place(std::u32string_view clause) noexcept {
  if (clause.starts_with(U"并") || clause.starts_with(U"还")) clause.remove_prefix(1);
  if (clause.empty() || std::u32string_view(U"支指推督组选确").find(clause.front()) == clause.npos) return false;
  return std::any_of(guides.begin(), guides.end(), [&](std::u32string_view verb) {
    return clause.starts_with(verb) && !place_at(clause.substr(verb.size())).empty();
  });
}

// What makes a realm's name a yardstick, not a subject: 全国首批, 全省率先, 全市第一.
constexpr std::u32string_view yardsticks = U"首率唯第前领先最通推范示优考排性独位列十百一仅同的属";

// Words for a whole realm. Which one is meant shows in the report's own name: 全市 is 慈溪市 in a report of 慈溪市, a county.
struct Realm {
  std::u32string_view name;
  int level = 0;  // of the places it is usually said of: -1 the nation, 0 a province, 1 a prefecture, 2 a county
};
constexpr Realm realms[] = {{U"全国", -1}, {U"全省", 0}, {U"全市", 1}, {U"全州", 1}, {U"全区", 2}, {U"全县", 2}, {U"全旗", 2},
                            {U"我省", 0},  {U"我市", 1}, {U"本市", 1}, {U"我区", 2}, {U"本区", 2}, {U"我县", 2}};

// Names that stand in a list have each other as subjects: 余姚市、慈溪市开展….
bool continues_list(char32_t c) noexcept { return c == U'、' || c == U'和' || c == U'及' || c == U'与'; }

// Words for an earlier year; after 比 and its kin they only compare.
constexpr std::array<std::u32string_view, 6> last_year_words = {U"去年", U"上年", U"上一年", U"前一年", U"上年度", U"上一年度"};
bool compares(char32_t c) noexcept {
  return c == U'比' || c == U'较' || c == U'与' || c == U'同' || c == U'和' || c == U'自' || c == U'从';
}

bool begins_a_year_word(char32_t c) noexcept {
  switch (c) {
    case U'今':
    case U'本':
    case U'去':
    case U'上':
    case U'前':
      return true;
    default:
      return false;
  }
}

// 上年结转 is work of this year, and 去年以来 reaches into it.
bool carries_on(std::u32string_view after) noexcept { return after.starts_with(U"结转") || after.starts_with(U"以来"); }

// 2018年以来 reaches into the report's own year.
bool reaches_on(std::u32string_view after) noexcept {
  return after.starts_with(U"以来") || after.starts_with(U"至今") || after.starts_with(U"起") || after.starts_with(U"开始");
}

// 2025年底前, 2025年前.
bool is_term(std::u32string_view after) noexcept {
  return after.starts_with(U"底前") || after.starts_with(U"前") || after.starts_with(U"末前");
}

std::int16_t to_year(int year) noexcept { return static_cast<std::int16_t>(year); }

// Of an ISO date; 0 when nobody knows.
int year_of_date(const std::string& date) noexcept {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(4, date.size()), year);
  return year;
}

}  // namespace

Attributor::Attributor(const Reading& reading, const Program& program)
    : reading_(reading),
      program_(program),
      home_(home_of(reading.document())),
      own_year_(reading.document().year),
      said_(reading.document().structure.sentences.size()) {
  const int published = year_of_date(reading.document().metadata.published);
  // 去年 in a text that is published the year after the one it is about means its own year.
  last_year_ = published - 1 == own_year_ ? own_year_ : own_year_ - 1;
  latest_known_ = std::max(own_year_, published);
}

Attribution Attributor::of(std::uint32_t clause, Span about, Span figure) {
  const Said& said = said_in(clause);
  const std::uint32_t limit = figure.empty() ? about.begin : std::max(about.begin, figure.begin);
  Subject latest;
  for (const Subject& subject : said.subjects)
    if (subject.begin < limit) latest = subject;
  heed_cues(clause, limit, latest);
  Attribution attribution{latest.whose, static_cast<std::int16_t>(own_year_), false};
  if (reading_.document().text.latin) {
    const YearWord* year = year_for(reading_.document(), said.worded, reading_.clauses()[clause].where, about, figure);
    if (year != nullptr) attribution.year = year->year, attribution.to_come = year->to_come;
  }
  for (const Year& year : said.years)
    if (year.end <= (figure.empty() ? about.begin : figure.begin))
      attribution.year = year.year, attribution.to_come = year.to_come;
  return attribution;
}

const Attributor::Said& Attributor::said_in(std::uint32_t clause) {
  Said& said = said_[reading_.clauses()[clause].sentence];
  if (!std::exchange(said.known, true)) {
    find_subjects(reading_.clauses_in(Scope::sentence, clause), said);
    const Span sentence = reading_.sentence_of(clause).where;
    if (reading_.document().text.latin)
      said.worded = years_in_words(reading_.document(), sentence, {own_year_, last_year_, latest_known_});
    else
      find_years(sentence, said);
  }
  return said;
}

Whose Attributor::stands_to_home(std::u32string_view name) const {
  const auto places = places_named(name);
  if (any_pair(places, home_, [](std::uint32_t a, std::uint32_t home) { return a == home; })) return Whose::own;
  if (any_pair(places, home_, [](std::uint32_t a, std::uint32_t home) { return lies_in(a, home); })) return Whose::subordinate;
  if (any_pair(places, home_, [](std::uint32_t a, std::uint32_t home) { return lies_in(home, a); })) return Whose::national;
  return Whose::other;
}

// A place's name, with the names of what it lies in before it (宁波市奉化区).
std::optional<Whose> Attributor::named_at(std::uint32_t position, std::uint32_t limit, std::uint32_t& end) const {
  std::optional<Whose> whose;
  if (home_.empty()) return whose;
  const Text& text = reading_.document().text;
  for (end = position; end < limit;) {
    const std::u32string_view name = place_at(view(text, {end, limit}));
    if (name.empty()) break;
    whose = stands_to_home(name);
    end += static_cast<std::uint32_t>(name.size());
  }
  return whose;
}

std::optional<Whose> Attributor::realm_at(std::uint32_t position, std::uint32_t limit) const {
  const std::u32string_view here = view(reading_.document().text, {position, limit});
  if (here.front() != U'全' && here.front() != U'我' && here.front() != U'本') return std::nullopt;
  const auto realm = std::find_if(std::begin(realms), std::end(realms), [&](const Realm& r) { return here.starts_with(r.name); });
  if (realm == std::end(realms)) return std::nullopt;
  const bool above = std::all_of(home_.begin(), home_.end(), [&](const Place& own) {
    return realm->level < level_of(own.code) && own.name.back() != realm->name.back();
  });
  const bool known = !home_.empty() || realm->level < 0;
  if (!above || !known) return Whose::own;
  const std::u32string_view after = here.substr(realm->name.size());
  if (after.empty() || yardsticks.find(after.front()) != yardsticks.npos) return std::nullopt;
  return Whose::national;
}

// Every clause's beginning is looked at once.
void Attributor::find_subjects(Span clauses, Said& said) const {
  const Text& text = reading_.document().text;
  for (std::uint32_t c = clauses.begin; c < clauses.end; ++c) {
    std::uint32_t at = reading_.clauses()[c].where.begin;
    const std::uint32_t limit = reading_.clauses()[c].where.end;
    if (may_open(text.chars[at])) {
      for (const std::u32string_view opener : openers)
        if (view(text, {at, limit}).starts_with(opener)) at += static_cast<std::uint32_t>(opener.size());
    }
    if (at >= limit) continue;
    std::uint32_t end = at;
    // A newspaper's or a document's name begins a sentence of its own.
    if (text.chars[at] == U'《' || guides_a_place(view(text, {at, limit}))) {
      said.subjects.push_back({at, at, Whose::own});
    } else if (const auto realm = realm_at(at, limit)) {
      said.subjects.push_back({at, at, *realm});
    } else if (const auto named = named_at(at, limit, end)) {
      while (*named != Whose::own && end + 1 < limit && continues_list(text.chars[end])) {
        std::uint32_t next = end + 1;
        if (!named_at(end + 1, limit, next)) break;
        end = next;
      }
      said.subjects.push_back({at, end, *named});
    }
  }
}

// Cues count where they stand; a text has few.
void Attributor::heed_cues(std::uint32_t clause, std::uint32_t limit, Subject& latest) const {
  const Span sentence = reading_.sentence_of(clause).where;
  for (const CueOccurrence& o : reading_.attributions()) {
    if (o.where.begin < sentence.begin) continue;
    if (o.where.begin >= sentence.end) break;
    const CompiledCue& cue = program_.cues[o.cue];
    const ClauseAt& its_clause = reading_.clauses()[o.clause];
    const bool in_reach = cue.in != Scope::clause || (its_clause.where.begin < limit && limit < its_clause.where.end);
    const bool in_order = cue.direction == Direction::both || (cue.direction == Direction::forward) == (o.where.begin <= limit);
    if (in_reach && in_order && (o.where.begin >= latest.begin || cue.direction != Direction::forward))
      latest = {o.where.begin, o.where.end, *cue.whose};
  }
}

void Attributor::find_years(Span sentence, Said& said) const {
  const Text& text = reading_.document().text;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const char32_t c = text.chars[i];
    if (c >= 0x3100 && !begins_a_year_word(c)) continue;
    if (c == U'《') {
      const std::size_t close = view(text, {i, sentence.end}).find(U'》');
      if (close != std::u32string_view::npos) i += static_cast<std::uint32_t>(close);
    } else if (is_digit(c)) {
      i = find_year(i, sentence.end, said) - 1;
    } else if (own_year_ != 0 && begins_a_year_word(c)) {
      const std::u32string_view here = view(text, {i, sentence.end});
      if (here.starts_with(U"今年") || here.starts_with(U"本年")) said.years.push_back({i + 2, to_year(own_year_), false});
      if (i > 0 && compares(text.chars[i - 1])) continue;
      for (const std::u32string_view word : last_year_words)
        if (here.starts_with(word) && !carries_on(here.substr(word.size())))
          said.years.push_back({i + static_cast<std::uint32_t>(word.size()), to_year(last_year_), false});
    }
  }
}

// A year written in digits at `begin`; returns where to go on.
std::uint32_t Attributor::find_year(std::uint32_t begin, std::uint32_t limit, Said& said) const {
  const Text& text = reading_.document().text;
  std::uint32_t end = begin;
  if (const int year = year_at(text, begin, limit, end)) {
    const std::u32string_view after = view(text, {end, limit});
    const bool is_goal = is_term(after) || (begin > 0 && text.chars[begin - 1] == U'到');
    const bool to_come = own_year_ != 0 && year > latest_known_ && is_goal;
    said.years.push_back({end, to_year(reaches_on(after) ? std::max(year, own_year_) : year), to_come});
    return end;
  }
  while (begin < limit && is_digit(text.chars[begin])) ++begin;
  return begin;
}

}  // namespace rulescore
