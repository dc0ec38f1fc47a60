// Review files, with every mistake at its place, as for frameworks. Outside faces: read_reviews() and parse_reviews().
// Tested by tests/unit/elsewhere/review_reader.cpp.
#include "corpus/file.hpp"
#include "framework/words.hpp"
#include "quantity/unit.hpp"

#include <rulescore/review.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <set>
#include <utility>

namespace rulescore {
namespace {

using reader::Context;
using reader::Fields;
using yaml::Value;

constexpr std::array corrections = {"status", "value", "unit", "scope", "year"};
constexpr std::array names = {"reviewer", "by", "name", "author", "user", "signed", "email"};

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// 2024-05-01, a day there is.
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = -1;
    const char* end = text.data() + at + size;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

// The entry without its empty fields: a form that isn't filled in.
Value filled(const Value& entry) {
  Value out = entry;
  std::erase_if(out.members, [](const yaml::Member& member) { return member.value.is_null(); });
  return out;
}

class Reader {
 public:
  void read(std::string name, std::string_view text) {
    reader::Words words;
    const yaml::Sources sources(std::move(name), text);
    const Context context{sources, journal_, words};
    std::vector<Issue> issues;
    const std::optional<Value> root = yaml::parse(sources[0], issues);
    for (Issue& issue : issues) journal_.note(std::move(issue));
    if (!root) return;
    if (root->is_null()) return context.error({}, "empty-file", "the file is empty");
    read_root(context, *root);
  }

  ReviewsResult result() && {
    std::erase_if(reviews_, [&](const Review& review) { return refused_.contains(review.evidence); });
    return {std::move(reviews_), journal_.errors()};
  }

 private:
  void read_root(const Context& context, const Value& root) {
    const Value said = filled(root);
    const Fields fields(context, said, "a review", {"rulescore-review", "reviews"});
    if (!fields.is_map()) return;
    if (const Value* format = fields.require("rulescore-review"))
      if (!format->is_scalar() || format->text != "1")
        context.error(format->at, "bad-version", "this reader knows version 1 of reviews; found " + reader::found(*format),
                      "write `rulescore-review: 1`");
    const Value* reviews = root.find("reviews");
    if (reviews == nullptr) return static_cast<void>(fields.require("reviews"));
    if (reviews->is_null()) return;
    if (!reviews->is_sequence())
      return context.error(reviews->at, "wrong-type", "`reviews` is a list; found " + reader::found(*reviews),
                           "start each with `- evidence: …`");
    for (const Value& entry : reviews->items) read_entry(context, filled(entry));
  }

  void read_entry(const Context& context, const Value& entry) {
    for (const yaml::Member& member : entry.members) {
      if (std::find(names.begin(), names.end(), member.key) == names.end()) continue;
      return context.error(member.at, "named-review", "reviews carry no names; found " + reader::quoted(member.key),
                           "drop it; the reason and the date are what others need");
    }
    const Fields fields(context, entry, "a review of a piece",
                        {"evidence", "verdict", "reason", "date", "status", "value", "unit", "scope", "year", "found"});
    if (!fields.is_map()) return;
    const Value* evidence = fields.require("evidence");
    const Value* verdict = fields.get("verdict");
    if (verdict == nullptr) return check_unreviewed(context, entry);
    const auto decision = read_choice(context, *verdict, "`verdict`", {"accept", "reject", "correct"});
    if (evidence == nullptr || !decision) return;
    Review review;
    review.decision = static_cast<Decision>(*decision);
    // Each is read whatever the others say: one run names every mistake.
    const bool piece_sound = read_piece(context, *evidence, review);
    const bool why_sound = read_why(context, fields, entry, review);
    const bool corrections_sound = read_corrections(context, fields, entry, review);
    if (piece_sound && why_sound && corrections_sound && is_first(context, *evidence, review.evidence))
      reviews_.push_back(std::move(review));
  }

  // Nobody has looked yet; unless somebody has, and forgot to say with what result.
  void check_unreviewed(const Context& context, const Value& entry) {
    for (const yaml::Member& member : entry.members) {
      if (member.key == "evidence" || member.key == "found") continue;
      return context.error(member.at, "missing-key", "this entry has a " + reader::quoted(member.key) + " and no `verdict`",
                           "write `verdict: accept`, `reject` or `correct`");
    }
  }

  bool read_piece(const Context& context, const Value& value, Review& review) {
    review.where = context.sources.of(value.at).name() + ':' + std::to_string(value.at.line);
    if (!value.is_scalar() || !is_fingerprint(value.text)) {
      context.error(value.at, "bad-fingerprint",
                    "`evidence` is the fingerprint of a piece, 16 digits and letters from a to f; found " + reader::found(value),
                    "`rulescore evidence --format review` writes it");
      return false;
    }
    review.evidence = value.text;
    return true;
  }

  bool read_why(const Context& context, const Fields& fields, const Value& entry, Review& review) {
    bool sound = true;
    if (const Value* reason = fields.get("reason")) {
      const auto text = read_text(context, *reason, "`reason`");
      review.reason = text.value_or("");
      sound = text.has_value();
    } else if (review.decision != Decision::accept) {
      context.error(entry.at, "missing-key", "a piece that is not accepted as it is needs a `reason`", "add `reason: …`");
      sound = false;
    }
    const Value* date = fields.require("date");
    if (date == nullptr) return false;
    if (!date->is_scalar() || !is_date(date->text)) {
      context.error(date->at, "bad-date", "`date` is a day such as 2024-05-01; found " + reader::found(*date));
      return false;
    }
    review.date = date->text;
    return sound;
  }

  bool read_corrections(const Context& context, const Fields& fields, const Value& entry, Review& review) {
    const char* first = nullptr;
    for (const char* key : corrections)
      if (first == nullptr && fields.get(key) != nullptr) first = key;
    if (review.decision != Decision::correct && first != nullptr) {
      context.error(
          *fields.place_of(first), "conflict",
          std::string("`") + first + "` corrects a piece, and the verdict is " + std::string(to_string(review.decision)),
          "write `verdict: correct`, or drop it");
      return false;
    }
    if (review.decision == Decision::correct && first == nullptr) {
      context.error(entry.at, "missing-key", "nothing is corrected", "say what it should be: status, value, unit, scope or year");
      return false;
    }
    const bool words = read_words(context, fields, review);
    const bool figure = read_figure(context, fields, review);
    return words && figure;
  }

  bool read_words(const Context& context, const Fields& fields, Review& review) {
    bool sound = true;
    if (const Value* status = fields.get("status")) {
      const auto index = read_choice(context, *status, "`status`", {"achieved", "planned", "problem"});
      if (index) review.status = static_cast<Status>(*index);
      sound &= index.has_value();
    }
    if (const Value* scope = fields.get("scope")) {
      const auto index = read_choice(context, *scope, "`scope`", {"own", "subordinate", "other", "national"});
      if (index) review.scope = static_cast<Whose>(*index);
      sound &= index.has_value();
    }
    if (const Value* year = fields.get("year")) {
      review.year = read_integer(context, *year, "`year`", 1900, 2100);
      sound &= review.year.has_value();
    }
    return sound;
  }

  // `value: 96%`, `value: 96` with `unit: "%"`, `value: none`.
  bool read_figure(const Context& context, const Fields& fields, Review& review) {
    const Value* value = fields.get("value");
    const Value* unit = fields.get("unit");
    std::string_view named;
    if (unit != nullptr && (named = reader::read_unit(context, *unit)).empty()) return false;
    if (!named.empty()) review.unit = std::string(named);
    if (value == nullptr) return true;
    if (value->is_scalar() && value->text == "none") {
      review.value = no_value;
      if (unit == nullptr) return true;
      context.error(unit->at, "conflict", "a piece without a figure has no unit", "drop `unit`");
      return false;
    }
    const auto figure = reader::read_figure(context, *value, "`value`");
    if (!figure) return false;
    if (!figure->unit.empty() && !named.empty() && figure->unit != named) {
      context.error(unit->at, "conflict", "the value has the unit " + reader::quoted(figure->unit) + " already",
                    "drop one of them");
      return false;
    }
    review.value = figure->value;
    if (!figure->unit.empty()) review.unit = std::string(figure->unit);
    return true;
  }

  bool is_first(const Context& context, const Value& evidence, const std::string& fingerprint) {
    const auto [entry, is_new] = places_.emplace(fingerprint, context.sources.of(evidence.at).name() + ':' + std::to_string(evidence.at.line));
    if (is_new) return true;
    refused_.insert(fingerprint);
    context.error(evidence.at, "duplicate-review", "this piece is reviewed at " + entry->second + ", too; neither is taken",
                  "keep one of them");
    return false;
  }

  reader::Journal journal_;
  std::vector<Review> reviews_;
  std::map<std::string, std::string> places_;
  std::set<std::string> refused_;
};

}  // namespace

ReviewsResult read_reviews(std::span<const std::string> paths) {
  Reader reader;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (!seen.insert(path).second) continue;
    try {
      reader.read(path, read_bytes(path));
    } catch (const IoError& error) {
      throw IoError(path + ": " + error.what());
    }
  }
  return std::move(reader).result();
}

ReviewsResult parse_reviews(std::string_view yaml, const std::string& name) {
  Reader reader;
  reader.read(name, yaml);
  return std::move(reader).result();
}

std::string_view to_string(Decision decision) noexcept {
  switch (decision) {
    case Decision::accept:
      return "accept";
    case Decision::reject:
      return "reject";
    case Decision::correct:
      return "correct";
  }
  return "";
}

}  // namespace rulescore
