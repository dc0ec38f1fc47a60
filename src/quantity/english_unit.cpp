// A count's unit is the noun it counts, the head of what stands behind it: 412 freedom of information requests. So words are
// passed over until one of the table stands there in the plural, up to a verb, a preposition other than `of`, or the end of the
// clause. A plural that isn't in the table gives `number`, and so does a figure whose noun was named before (398 were answered).
// Outside face: the functions of the header.
#include "quantity/english_unit.hpp"

#include <array>
#include <iterator>

namespace rulescore::english {
namespace {

struct Noun {
  std::string_view plural, singular;
};
constexpr Noun nouns[] = {
    // people
    {"people", "person"},
    {"persons", "person"},
    {"residents", "resident"},
    {"citizens", "citizen"},
    {"staff", "staff"},
    {"employees", "employee"},
    {"officers", "officer"},
    {"officials", "official"},
    {"members", "member"},
    {"councillors", "councillor"},
    {"managers", "manager"},
    {"participants", "participant"},
    {"lawyers", "lawyer"},
    {"inspectors", "inspector"},
    {"volunteers", "volunteer"},
    {"mediators", "mediator"},
    {"households", "household"},
    {"businesses", "business"},
    {"companies", "company"},
    {"applicants", "applicant"},
    {"teachers", "teacher"},
    // matters
    {"cases", "case"},
    {"complaints", "complaint"},
    {"requests", "request"},
    {"applications", "application"},
    {"appeals", "appeal"},
    {"decisions", "decision"},
    {"refusals", "refusal"},
    {"orders", "order"},
    {"permits", "permit"},
    {"licences", "licence"},
    {"licenses", "license"},
    {"claims", "claim"},
    {"disputes", "dispute"},
    {"lawsuits", "lawsuit"},
    {"judgments", "judgment"},
    {"rulings", "ruling"},
    {"petitions", "petition"},
    {"proposals", "proposal"},
    {"submissions", "submission"},
    {"comments", "comment"},
    {"replies", "reply"},
    {"responses", "response"},
    {"enquiries", "enquiry"},
    {"inquiries", "inquiry"},
    {"calls", "call"},
    {"letters", "letter"},
    {"questions", "question"},
    {"recommendations", "recommendation"},
    {"findings", "finding"},
    {"actions", "action"},
    {"measures", "measure"},
    {"tasks", "task"},
    {"projects", "project"},
    {"programmes", "programme"},
    {"programs", "program"},
    {"services", "service"},
    {"procedures", "procedure"},
    {"steps", "step"},
    {"items", "item"},
    {"points", "point"},
    {"places", "place"},
    {"times", "time"},
    {"occasions", "occasion"},
    // acts
    {"inspections", "inspection"},
    {"audits", "audit"},
    {"reviews", "review"},
    {"checks", "check"},
    {"visits", "visit"},
    {"meetings", "meeting"},
    {"hearings", "hearing"},
    {"sessions", "session"},
    {"consultations", "consultation"},
    {"events", "event"},
    {"workshops", "workshop"},
    {"seminars", "seminar"},
    {"courses", "course"},
    {"lectures", "lecture"},
    {"campaigns", "campaign"},
    {"surveys", "survey"},
    {"exercises", "exercise"},
    {"drills", "drill"},
    // texts
    {"documents", "document"},
    {"reports", "report"},
    {"records", "record"},
    {"files", "file"},
    {"datasets", "dataset"},
    {"publications", "publication"},
    {"notices", "notice"},
    {"opinions", "opinion"},
    {"drafts", "draft"},
    {"laws", "law"},
    {"by-laws", "by-law"},
    {"bylaws", "bylaw"},
    {"regulations", "regulation"},
    {"rules", "rule"},
    {"ordinances", "ordinance"},
    {"policies", "policy"},
    {"plans", "plan"},
    {"contracts", "contract"},
    {"agreements", "agreement"},
    {"resolutions", "resolution"},
    {"forms", "form"},
    {"copies", "copy"},
    {"pages", "page"},
    {"articles", "article"},
    // bodies and places
    {"departments", "department"},
    {"agencies", "agency"},
    {"offices", "office"},
    {"bodies", "body"},
    {"units", "unit"},
    {"teams", "team"},
    {"centres", "centre"},
    {"centers", "center"},
    {"schools", "school"},
    {"communities", "community"},
    {"villages", "village"},
    {"towns", "town"},
    {"districts", "district"},
    {"wards", "ward"},
    {"sites", "site"},
    // what one hopes not to count
    {"violations", "violation"},
    {"breaches", "breach"},
    {"offences", "offence"},
    {"offenses", "offense"},
    {"fines", "fine"},
    {"fees", "fee"},
    {"penalties", "penalty"},
    {"incidents", "incident"},
    {"accidents", "accident"},
    {"errors", "error"},
    {"delays", "delay"},
    {"deaths", "death"},
    {"injuries", "injury"},
    {"crimes", "crime"},
    {"objections", "objection"},
};
constexpr Noun periods[] = {{"minutes", "minute"}, {"hours", "hour"},   {"days", "day"},  {"working days", "working day"},
                            {"weeks", "week"},     {"months", "month"}, {"years", "year"}};
constexpr Noun measures[] = {{"£", "£"},
                             {"$", "$"},
                             {"€", "€"},
                             {"pounds", "pound"},
                             {"dollars", "dollar"},
                             {"euros", "euro"},
                             {"hectares", "hectare"},
                             {"acres", "acre"},
                             {"metres", "metre"},
                             {"miles", "mile"},
                             {"km", "km"},
                             {"tonnes", "tonne"}};

// What can't stand between a figure and the noun it counts. `of` can.
constexpr Word stops[] = {U"in",    U"on",      U"at",     U"by",    U"for",     U"from",   U"to",     U"with",  U"within",
                          U"after", U"before",  U"during", U"since", U"per",     U"were",   U"was",    U"are",   U"is",
                          U"be",    U"been",    U"has",    U"have",  U"had",     U"did",    U"do",     U"does",  U"will",
                          U"would", U"could",   U"can",    U"may",   U"must",    U"shall",  U"should", U"and",   U"or",
                          U"but",   U"that",    U"which",  U"who",   U"whom",    U"whose",  U"than",   U"as",    U"if",
                          U"when",  U"while",   U"where",  U"not",   U"also",    U"only",   U"them",   U"it",    U"we",
                          U"he",    U"she",     U"they",   U"out",   U"up",      U"down",   U"over",   U"under", U"until",
                          U"till",  U"because", U"ago",    U"later", U"earlier", U"came",   U"went",   U"took",  U"led",
                          U"each",  U"so",      U"into",   U"about", U"against", U"through"};
constexpr std::uint32_t most_words = 6, longest_word = 24;

bool same(Word word, std::string_view name) noexcept {
  return word.size() == name.size() && std::equal(word.begin(), word.end(), name.begin(),
                                                  [](char32_t a, char b) { return a == static_cast<unsigned char>(b); });
}

template <std::size_t size>
const Noun* find_plural(Word word, const Noun (&table)[size]) noexcept {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Noun& n) { return same(word, n.plural); });
  return found == std::end(table) ? nullptr : found;
}
template <std::size_t size>
const Noun* find_singular(Word word, const Noun (&table)[size]) noexcept {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Noun& n) { return same(word, n.singular); });
  return found == std::end(table) ? nullptr : found;
}

// A word with the hyphens inside it: by-laws.
Span compound_at(const Reader& in, std::uint32_t position) noexcept {
  Span word = word_at(in, position);
  while (in.at(word.end) == U'-' && is_latin_letter(in.at(word.end + 1))) word.end = word_at(in, word.end + 1).end;
  return word;
}

bool looks_plural(Word word) noexcept {
  return word.size() > 3 && word.back() == U's' && word[word.size() - 2] != U's' && word[word.size() - 2] != U'u' &&
         word[word.size() - 2] != U'i';
}

// %, per cent, percentage points.
Unit share_at(const Reader& in, std::uint32_t position) noexcept {
  std::uint32_t p = is_space(in.at(position)) ? position + 1 : position;
  if (in.at(p) == U'%') {
    p = in.starts(p + 1, U"-point") ? p : in.skip_spaces(p + 1);
    for (const Word points : {Word(U"-points"), Word(U"-point"), Word(U"points")})
      if (phrase_at(in, in.at(p) == U'%' ? p + 1 : p, points))
        return {"pp", Kind::measure, p + static_cast<std::uint32_t>(points.size())};
    return {"%", Kind::measure, (is_space(in.at(position)) ? position + 1 : position) + 1};
  }
  constexpr Word points[] = {U"percentage points", U"percentage point", U"percentage-points"};
  for (const Word words : points)
    if (phrase_at(in, p, words)) return {"pp", Kind::measure, p + static_cast<std::uint32_t>(words.size())};
  constexpr Word cents[] = {U"per cent", U"percent", U"pct"};
  for (const Word words : cents)
    if (phrase_at(in, p, words)) return {"%", Kind::measure, p + static_cast<std::uint32_t>(words.size())};
  return {};
}

// days, working days, 20-day, hours; lengths.
Unit measure_at(const Reader& in, std::uint32_t position, bool one) noexcept {
  const std::uint32_t at = next_word(in, position);
  if (at == position) return {};
  const bool hyphen = in.at(position) == U'-';
  std::uint32_t p = at;
  bool working = false;
  for (const Word words : {Word(U"working"), Word(U"business")})
    if (!working && phrase_at(in, p, words)) p = next_word(in, p + static_cast<std::uint32_t>(words.size())), working = true;
  if (!working && phrase_at(in, p, U"calendar")) p = next_word(in, p + 8);
  const Span word = word_at(in, p);
  const Word written = in.slice(word);
  const Noun* noun = find_plural(written, periods);
  if (noun == nullptr && (one || hyphen)) noun = find_singular(written, periods);
  if (noun != nullptr) return {working && noun->plural == "days" ? "working days" : noun->plural, Kind::period, word.end};
  noun = find_plural(written, measures);
  if (noun == nullptr && one) noun = find_singular(written, measures);
  if (noun == nullptr || working) return {};
  const bool money = noun->plural == "pounds" || noun->plural == "dollars" || noun->plural == "euros";
  const std::string_view name = !money ? noun->plural : noun->plural[0] == 'p' ? "£" : noun->plural[0] == 'd' ? "$" : "€";
  return {name, Kind::measure, word.end};
}

// What leads from a figure to its noun without naming anything: 36 of the 40 requests, 11 of them.
constexpr Word links[] = {U"of", U"the", U"these", U"those", U"our", U"its", U"all", U"such"};

// Past the figures of 36 of 40 requests.
std::uint32_t skip_total(const Reader& in, std::uint32_t p) noexcept {
  while (is_digit(in.at(p)) || (any_of(in.at(p), U",.") && is_digit(in.at(p + 1)))) ++p;
  return p;
}

// With `may_be_singular` the noun may be: one request, no request.
Unit count_behind(const Reader& in, std::uint32_t position, bool may_be_singular) noexcept {
  std::uint32_t p = in.at(position) == U'+' ? position + 1 : position;
  bool plural = false, named = false;
  for (std::uint32_t words = 0; words < most_words; ++words) {
    const std::uint32_t at = next_word(in, p);
    if (at == p || in.at(p) == U'\t') break;
    if (words > 0 && !named && is_digit(in.at(at))) {
      p = skip_total(in, at);
      continue;
    }
    const Span word = compound_at(in, at);
    const Word written = in.slice(word);
    if (word.empty() || word.size() > longest_word || is_one_of(written, stops)) break;
    const Noun* noun = find_plural(written, nouns);
    if (noun == nullptr && may_be_singular) noun = find_singular(written, nouns);
    if (noun != nullptr) return {noun->plural, Kind::count, position};
    plural = plural || looks_plural(written);
    named = named || !is_one_of(written, links);
    p = word.end;
  }
  return {"number", plural ? Kind::count : named ? Kind::none : Kind::elided, position};
}

}  // namespace

Unit unit_behind(const Reader& in, const Number& n) noexcept {
  if (n.fraction) return {"%", Kind::measure, n.where.end};
  if (const Unit share = share_at(in, n.where.end); share.kind != Kind::none) return share;
  if (const Unit measure = measure_at(in, n.where.end, n.is_one()); measure.kind != Kind::none) return measure;
  return count_behind(in, n.where.end, n.is_one());
}

Unit noun_behind(const Reader& in, std::uint32_t position) noexcept { return count_behind(in, position, true); }

std::string_view find_unit(std::string_view written) noexcept {
  if (written == "number") return "number";
  for (const std::span<const Noun> table :
       {std::span<const Noun>(nouns), std::span<const Noun>(periods), std::span<const Noun>(measures)})
    for (const Noun& noun : table)
      if (noun.plural == written || noun.singular == written) return noun.plural;
  return {};
}

bool is_counted(std::string_view unit) noexcept {
  return unit == "number" || std::any_of(std::begin(nouns), std::end(nouns), [&](const Noun& n) { return n.plural == unit; });
}

std::string_view singular(std::string_view unit) noexcept {
  for (const std::span<const Noun> table :
       {std::span<const Noun>(nouns), std::span<const Noun>(periods), std::span<const Noun>(measures)})
    for (const Noun& noun : table)
      if (noun.plural == unit) return noun.singular;
  return unit;
}

}  // namespace rulescore::english
