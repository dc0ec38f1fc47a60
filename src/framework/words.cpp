// Phrases, alternatives and the lexicon. Tested by tests/unit/framework/words.cpp.
#include "framework/words.hpp"

#include "base/latin.hpp"
#include "base/text.hpp"
#include "framework/suggest.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

namespace rulescore::reader {
namespace {

template <typename Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, entry] : map) names.push_back(name);
  return names;
}

std::string known_names(std::string_view written, const std::vector<std::string>& names, std::string_view where) {
  const std::string hint = did_you_mean(written, names);
  if (!hint.empty()) return hint;
  if (names.empty()) return std::string("framework.yaml has no ") + quoted(where);
  return quoted(where) + " has: " + join(names);
}

constexpr std::size_t max_alternatives = 1'000;  // that one phrase with `/` may stand for

std::size_t characters(const Phrase& phrase) {
  std::size_t count = 0;
  for (const std::u32string& part : phrase.parts) count += part.size();
  return count;
}

bool ends_clause(char32_t c) { return c == U',' || c == U':' || c == U';' || c == U'。' || c == U'!' || c == U'?'; }

// Whether blanks part words here, and not merely set characters apart.
bool is_latin(std::string_view text) {
  const std::u32string folded = fold_phrase(text);
  return is_in_latin_letters(folded);
}

// What is most often meant otherwise: a comma of the wrong width, or one that is missing.
void lint_phrase(const Context& context, std::string_view text, const Phrase& phrase, yaml::Place at) {
  for (const std::u32string& part : phrase.parts)
    for (std::size_t i = 0; i < part.size(); ++i) {
      const bool in_number = i > 0 && i + 1 < part.size() && is_digit(part[i - 1]) && is_digit(part[i + 1]);
      if (!ends_clause(part[i]) || in_number) continue;
      const bool wide = text.find("［") != std::string_view::npos || text.find("｛") != std::string_view::npos;
      context.warn(at, "phrase-over-clause", "the phrase " + quoted(text) + " runs over the end of a clause",
                   wide ? "is this a list? full-width brackets don't make one; write `[…, …]`"
                        : "are these several phrases? separate them with `, `");
      return;
    }
  if (text.find(' ') == std::string_view::npos || is_latin(text)) return;
  const std::u32string without = fold_phrase(text);
  std::size_t blanks = 0;
  for (const std::u32string& part : phrase.parts) blanks += static_cast<std::size_t>(std::count(part.begin(), part.end(), U' '));
  const auto written = static_cast<std::size_t>(std::count(text.begin() + 1, text.end() - 1, ' '));
  if (written > blanks && !without.empty())
    context.warn(at, "blank-in-phrase", "blanks in the phrase " + quoted(text) + " don't matter",
                 "is a `,` missing between two phrases?");
}

// Where the next / that separates alternatives stands, from `begin` on; 1/3 and 24/7 are numbers.
std::size_t next_slash(std::string_view text, std::size_t begin) {
  const auto is_number = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = text.find('/', begin); i != std::string_view::npos; i = text.find('/', i + 1))
    if (i == 0 || !is_number(i - 1) || !is_number(i + 1)) return i;
  return text.size();
}

// What one place of a phrase may be filled with: the words between two blanks that `/` separates, with the sign in front of them.
struct Place {
  std::string_view sign;
  std::string_view words;
};

// The places of a phrase: between two …, and in Latin letters between two blanks, too.
std::vector<Place> places_of(std::string_view text) {
  constexpr std::string_view gap = "…", blank = " ";
  const bool by_blanks = is_latin(text);
  std::vector<Place> places;
  std::string_view sign;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t at_gap = std::min(text.find(gap, begin), text.size());
    const std::size_t at_blank = by_blanks ? std::min(text.find(blank, begin), text.size()) : text.size();
    const std::size_t end = std::min(at_gap, at_blank);
    places.push_back({sign, text.substr(begin, end - begin)});
    sign = at_blank < at_gap ? blank : gap;
    begin = end + sign.size();
  }
  return places;
}

// 解决/破解…问题/难题 is short for four phrases, has/have not yet for two. Nothing when that makes more than max_alternatives.
std::vector<std::string> spelled_out(std::string_view text) {
  std::vector<std::string> all{""};
  for (const Place& place : places_of(text)) {
    std::vector<std::string> longer;
    for (const std::string& head : all)
      for (std::size_t at = 0; at <= place.words.size();) {
        const std::size_t slash = next_slash(place.words, at);
        if (longer.size() <= max_alternatives)
          longer.push_back(head + std::string(place.sign) + std::string(place.words.substr(at, slash - at)));
        at = slash + 1;
      }
    if (longer.size() > max_alternatives) return {};
    all = std::move(longer);
  }
  return all;
}

// Where an optional ending stands, its brackets included: (s) or (es/ed) right behind a Latin letter.
std::pair<std::size_t, std::size_t> find_ending(std::string_view text) {
  const auto is_letter = [&](std::size_t i) { return i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z')); };
  for (std::size_t i = text.find('('); i != std::string_view::npos; i = text.find('(', i + 1)) {
    std::size_t end = i + 1;
    while (is_letter(end) || (end < text.size() && text[end] == '/')) ++end;
    if (i > 0 && is_letter(i - 1) && end > i + 1 && end < text.size() && text[end] == ')') return {i, end + 1};
  }
  return {text.size(), text.size()};
}

// complaint(s) is short for complaint and complaints, publish(es/ed) for three words. Nothing when that makes more than
// max_alternatives.
std::vector<std::string> with_endings(std::string text) {
  std::vector<std::string> all{std::move(text)};
  for (std::size_t i = 0; i < all.size();) {
    const auto [begin, end] = find_ending(all[i]);
    if (begin == end) {
      ++i;
      continue;
    }
    const std::string whole = all[i], head = whole.substr(0, begin), tail = whole.substr(end);
    all[i] = head + tail;
    for (std::size_t at = begin + 1; at < end;) {
      const std::size_t slash = std::min(whole.find('/', at), end - 1);
      all.push_back(head + whole.substr(at, slash - at) + tail);
      at = slash + 1;
    }
    if (all.size() > max_alternatives) return {};
  }
  return all;
}

// sent back / returned: between blanks, / separates whole phrases in Latin letters.
std::vector<std::string> whole_alternatives(const std::string& text) {
  constexpr std::string_view separator = " / ";
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t at = text.find(separator); at != std::string::npos && is_latin(text); at = text.find(separator, begin)) {
    all.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  all.push_back(text.substr(begin));
  return all;
}

// Nothing when they are too many.
std::vector<std::string> all_spellings(const std::string& text) {
  std::vector<std::string> all;
  for (const std::string& alternative : whole_alternatives(text))
    for (const std::string& ending : with_endings(alternative)) {
      std::vector<std::string> some = spelled_out(ending);
      if (some.empty() || all.size() + some.size() > max_alternatives) return {};
      all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
  return all;
}

// Adds alternatives one by one, each once.
class SlotBuilder {
 public:
  SlotBuilder(const Context& context, std::string_view what) : context_(context), what_(what) {}

  void add(const yaml::Value& value) {
    if (value.is_map()) return add_lexicon(value);
    if (!value.is_scalar() || is_plain(value.text)) return add_phrase(value);
    std::vector<std::string> texts = all_spellings(value.text);
    if (texts.empty())
      context_.error(value.at, "too-many-phrases",
                     "this phrase stands for more than " + std::to_string(max_alternatives) + " others",
                     "write several phrases with fewer `/`; the limit is `max_alternatives` in src/framework/words.cpp");
    for (std::string& text : texts) add_phrase({value.kind, value.quoted, value.at, std::move(text), {}, {}});
  }
  Slot take() { return std::move(slot_); }

 private:
  static bool is_plain(std::string_view text) {
    return next_slash(text, 0) == text.size() && find_ending(text).first == text.size();
  }

  void add_phrase(const yaml::Value& value) {
    std::optional<Phrase> phrase = read_phrase(context_, value);
    if (!phrase || !context_.words.spend(context_, value.at, 1)) return;
    if (!add_new(std::move(*phrase)))
      context_.warn(value.at, "duplicate-phrase", "the phrase " + quoted(value.text) + " stands twice in the same list",
                    "drop one; width, letter case and quotation marks don't matter");
  }

  void add_lexicon(const yaml::Value& value) {
    const Fields fields(context_, value, std::string(what_), {"lexicon"});
    const yaml::Value* name = fields.require("lexicon");
    if (name == nullptr) return;
    const Slot* shared = context_.words.lexicon(context_, *name);
    if (shared == nullptr || !context_.words.spend(context_, name->at, shared->size())) return;
    if (slot_.empty()) {
      slot_ = *shared;  // no phrase of a lexicon stands in it twice
      return;
    }
    for (const Phrase& phrase : *shared) add_new(phrase);
  }

  // False when it is there already.
  bool add_new(Phrase phrase) {
    constexpr std::size_t few = 24;  // phrases; so many are looked through faster than ordered
    if (slot_.size() < few) {
      if (std::find(slot_.begin(), slot_.end(), phrase) != slot_.end()) return false;
      slot_.push_back(std::move(phrase));
      return true;
    }
    for (auto next = static_cast<std::uint32_t>(order_.size()); next < slot_.size(); ++next) order_.insert(next);
    slot_.push_back(std::move(phrase));
    if (order_.insert(static_cast<std::uint32_t>(slot_.size() - 1)).second) return true;
    slot_.pop_back();
    return false;
  }

  // Places in the slot, by the words that stand there.
  struct ByWords {
    const Slot& slot;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return slot[a].parts < slot[b].parts; }
  };

  const Context& context_;
  std::string_view what_;
  Slot slot_;
  std::set<std::uint32_t, ByWords> order_{ByWords{slot_}};  // behind while there are few
};

}  // namespace

std::optional<Phrase> read_phrase(const Context& context, std::string_view text, yaml::Place at) {
  Phrase phrase;
  if (const std::string problem = parse_phrase(text, phrase); !problem.empty()) {
    context.error(at, "bad-phrase", problem, "write words as they stand in reports, and … for a few characters between them");
    return std::nullopt;
  }
  if (characters(phrase) > max_phrase_characters) {
    context.error(
        at, "phrase-too-long", "a phrase has at most " + std::to_string(max_phrase_characters) + " characters",
        "take the words that matter, with … between them; the limit is `max_phrase_characters` in src/framework/words.hpp");
    return std::nullopt;
  }
  lint_phrase(context, text, phrase, at);
  return phrase;
}

std::optional<Phrase> read_phrase(const Context& context, const yaml::Value& value) {
  if (value.is_scalar()) return read_phrase(context, value.text, value.at);
  context.error(value.at, "wrong-type", "a phrase is a text; found " + found(value),
                value.is_null() ? "is there a `,` too many?" : "");
  return std::nullopt;
}

Slot read_slot(const Context& context, const yaml::Value& value, std::string_view what) {
  SlotBuilder builder(context, what);
  if (!value.is_sequence()) {
    builder.add(value);
    return builder.take();
  }
  if (value.items.empty()) context.error(value.at, "empty-list", std::string(what) + " is empty", "name at least one phrase");
  for (const yaml::Value& item : value.items) {
    if (item.is_sequence())
      context.error(item.at, "wrong-type", "a phrase is a text; found a list", "only `all` has lists of alternatives inside");
    else
      builder.add(item);
  }
  return builder.take();
}

Slot read_slot_of(const Context& context, const Fields& fields, yaml::Place at, std::string_view what) {
  const yaml::Value* any = fields.get("any");
  const yaml::Value* lexicon = fields.get("lexicon");
  if (any != nullptr && lexicon != nullptr) {
    context.error(lexicon->at, "conflict", std::string(what) + " has both `any` and `lexicon`",
                  "put the lexicon into the list: any: [… , {lexicon: " + lexicon->text + "}]");
    return {};
  }
  if (any != nullptr) return read_slot(context, *any, std::string(what) + "'s `any`");
  if (lexicon != nullptr) {
    const Slot* shared = context.words.lexicon(context, *lexicon);
    return shared != nullptr && context.words.spend(context, lexicon->at, shared->size()) ? *shared : Slot{};
  }
  if (fields.is_map() && !fields.place_of("any") && !fields.place_of("lexicon"))
    context.error(at, "missing-key", std::string(what) + " lacks its phrases", "add `any: […]` or `lexicon: …`");
  return {};
}

void Words::read_lexicon(const Context& context, const yaml::Value& value) {
  if (!value.is_map())
    context.error(value.at, "wrong-type", "`lexicon` is a map of lists; found " + found(value), "write `name: [phrase, phrase]`");
  for (const yaml::Member& member : value.members)
    if (!member.value.is_null())
      lexicon_[member.key] = {read_slot(context, member.value, "the lexicon `" + member.key + "`"), member.at};
    else
      context.error(member.at, "no-value", quoted(member.key) + " has no value", "list its phrases");
}

void Words::read_figures(const Context& context, const yaml::Value& value) {
  if (!value.is_map())
    context.error(value.at, "wrong-type", "`figures` is a map of maps; found " + found(value), "write `name: {phrase: 100%}`");
  for (const yaml::Member& member : value.members)
    figures_[member.key] = {read_value_words(context, member.value, quoted(member.key)), member.at};
}

const Slot* Words::lexicon(const Context& context, const yaml::Value& name) {
  const auto entry = name.is_scalar() ? lexicon_.find(name.text) : lexicon_.end();
  if (entry == lexicon_.end()) {
    if (name.is_scalar() && !unknown_.emplace(name.at.file, name.text).second) return nullptr;
    context.error(name.at, "unknown-lexicon", "there is no lexicon " + found(name),
                  known_names(name.text, names_of(lexicon_), "lexicon"));
    return nullptr;
  }
  entry->second.used = true;
  return &entry->second.content;
}

const std::vector<ValueWord>* Words::figures(const Context& context, const yaml::Value& name) {
  const auto entry = figures_.find(name.text);
  if (entry == figures_.end()) {
    context.error(name.at, "unknown-figures", "there are no figures " + found(name),
                  known_names(name.text, names_of(figures_), "figures"));
    return nullptr;
  }
  entry->second.used = true;
  return &entry->second.content;
}

void Words::warn_unused(const Context& context, std::uint32_t overlays) const {
  const auto is_slip = [&](const auto& entry) { return !entry.used && (overlays == 0 || entry.at.file < overlays); };
  for (const auto& [name, entry] : lexicon_)
    if (is_slip(entry)) context.warn(entry.at, "unused", "no rule uses the lexicon `" + name + "`", "drop it, or use it");
  for (const auto& [name, entry] : figures_)
    if (is_slip(entry)) context.warn(entry.at, "unused", "no rule uses the figures `" + name + "`", "drop them, or use them");
}

bool Words::spend(const Context& context, yaml::Place at, std::size_t count) {
  const bool was_good = spent_ <= limits_.max_phrases;
  spent_ += count;
  if (spent_ <= limits_.max_phrases) return true;
  if (!was_good) return false;
  context.error(at, "too-many-phrases",
                "more than " + std::to_string(limits_.max_phrases) + " phrases in all, lexicons written out",
                "share fewer words, or split the framework; a program can raise the limit: LoadOptions::max_phrases");
  return false;
}

}  // namespace rulescore::reader
