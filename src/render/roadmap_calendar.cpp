// Road maps as iCalendar (RFC 5545): an all-day event a step, on the last day of its quarter, so that it stands in the calendars
// of those who see to it. Outside face: render.hpp. Tested by tests/unit/render/roadmap_calendar_test.cpp.
//
// The same plan gives the same bytes: an event's UID is that of its document, framework and indicator, so that a newer plan moves
// it instead of adding another, and DTSTAMP is the plan's first day instead of the clock. libical escapes and folds.
#include "framework/canonical.hpp"
#include "render/escape.hpp"
#include "render/gap_account.hpp"
#include "render/names.hpp"
#include "render/sentence.hpp"

#include <rulescore/error.hpp>
#include <rulescore/render.hpp>
#include <rulescore/roadmap.hpp>

#include <libical/ical.h>

#include <memory>
#include <new>
#include <string>

namespace rulescore {
namespace render {
namespace {

struct Release {
  void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
  void operator()(char* text) const noexcept { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Release>;

void add(icalcomponent* component, icalproperty* property) {
  if (property == nullptr) throw std::bad_alloc();
  icalcomponent_add_property(component, property);
}

// "2021-03-31" as libical reads it.
std::string plain(const std::string& day) { return day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2); }

Quarter first_quarter(const RoadMap& map) {
  if (map.options.from) return *map.options.from;
  const Document& document = map.report.card.document();
  if (const auto known = document.metadata().year) return Quarter{*known + 1, 1};
  throw UsageError("a calendar needs to know when the plan begins, and " + one_line(document.metadata().name) +
                   " says no year; say the first quarter, such as 2021Q1");
}

std::string identity(const RoadMap& map, const Node& node) {
  const std::string whose =
      map.report.card.document().metadata().name + '\0' + map.report.card.framework().id() + '\0' + node.code;
  return fingerprint_of(whose) + "@rulescore";
}

std::string sentence_line(const Scorecard& card, const Gap& gap, const TableStyle& style) {
  const Evidence* piece = shown_by(card, gap);
  if (piece == nullptr) return {};
  return '\n' + say(style, "原文：", "Sentence: ") + one_line(sentence_of(card, piece)) + place_of(*piece, style);
}

std::string description(const RoadMap& map, const Step& step, const TableStyle& style) {
  const Scorecard& card = map.report.card;
  const Gap& gap = map.report.gaps[step.gap];
  std::string text = remedy_name(gap.remedy, style) + say(style, "；现状：", "; now: ") + gap_name(gap.kind, style) +
                     say(style, "，得 ", ", ") + percent(gap.score) + '\n' + say(style, "可增 ", "Gain ") +
                     rounded(step.gain, 2) + say(style, "，累计 ", ", total ") + rounded(step.total, 2);
  if (const std::string closes = one_line(what_closes(card, gap.node, style.language)); !closes.empty())
    text += '\n' + say(style, "补什么：", "What closes it: ") + closes;
  return text + sentence_line(card, gap, style);
}

// libical writes categories as they are, because commas part them; a comma of ours stays one by its backslash.
std::string category(const std::string& name) {
  std::string text;
  for (const char c : one_line(name)) {
    if (c == ',' || c == ';' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

Component event(const RoadMap& map, const Step& step, const TableStyle& style) {
  const Scorecard& card = map.report.card;
  const Node& node = card.framework().nodes()[map.report.gaps[step.gap].node];
  Component component(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  const std::string stamp = plain(first_day(first_quarter(map))) + "T000000Z";
  const icaltimetype day = icaltime_from_string(plain(last_day(step.quarter)).c_str());
  icaltimetype after = day;
  icaltime_adjust(&after, 1, 0, 0, 0);
  const std::string summary = label(card.document()) + ' ' + titled(node, style);
  add(component.get(), icalproperty_new_uid(identity(map, node).c_str()));
  add(component.get(), icalproperty_new_dtstamp(icaltime_from_string(stamp.c_str())));
  add(component.get(), icalproperty_new_dtstart(day));
  add(component.get(), icalproperty_new_dtend(after));
  add(component.get(), icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  add(component.get(), icalproperty_new_summary(one_line(summary).c_str()));
  add(component.get(), icalproperty_new_description(description(map, step, style).c_str()));
  if (!node.owner.empty()) add(component.get(), icalproperty_new_categories(category(node.owner).c_str()));
  return component;
}

}  // namespace
}  // namespace render

std::string road_maps_calendar(std::span<const RoadMap> maps, const TableStyle& style) {
  using namespace render;
  Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  add(calendar.get(), icalproperty_new_version("2.0"));
  add(calendar.get(), icalproperty_new_prodid("-//rulescore//road map//EN"));
  for (const RoadMap& map : maps)
    for (const Step& step : map.steps) icalcomponent_add_component(calendar.get(), event(map, step, style).release());
  const std::unique_ptr<char, Release> text(icalcomponent_as_ical_string_r(calendar.get()));
  if (text == nullptr) throw std::bad_alloc();
  return text.get();
}

}  // namespace rulescore
