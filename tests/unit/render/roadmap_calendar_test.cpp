// Road maps as iCalendar: the whole text of a small one, and what a stranger's text does to it.
#include "support/catch.hpp"

#include "unit/render/sample.hpp"

#include <rulescore/error.hpp>
#include <rulescore/render.hpp>
#include <rulescore/roadmap.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

using namespace rulescore;
using namespace rulescore::testing;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

// Octets of the longest line; 0 when a line doesn't end in CR LF.
std::size_t longest(const std::string& text) {
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string::npos || end == begin || text[end - 1] != '\r') return 0;
    most = std::max(most, end - 1 - begin);
    begin = end + 1;
  }
  return most;
}

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("a step is an all-day event on the last day of its quarter") {
  const Panel panel({sample_card()});
  RoadMapOptions sixty;
  sixty.target = Target::parse("60", panel.framework());
  const std::string calendar = road_maps_calendar(road_maps(panel, sixty));
  INFO(calendar);
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rulescore//road map//EN\r\nBEGIN:VEVENT\r\n"));
  CHECK(calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  CHECK(count(calendar, "BEGIN:VEVENT") == 2);  // 20 points now, two indicators of 25 make 70
  CHECK(count(calendar, "\r\nDTSTAMP:20210101T000000Z\r\n") == 2);
  CHECK(has(calendar, "\r\nDTSTART;VALUE=DATE:20210630\r\nDTEND;VALUE=DATE:20210701\r\nTRANSP:TRANSPARENT\r\n"));
  CHECK(has(calendar, "\r\nDTSTART;VALUE=DATE:20211231\r\nDTEND;VALUE=DATE:20220101\r\n"));
  CHECK(has(calendar, "\r\nSUMMARY:海曙区 A2 答复\r\n"));
  CHECK(has(calendar, "\r\nCATEGORIES:司法局\r\n"));
  CHECK(has(unfolded(calendar), "\r\nDESCRIPTION:写明；现状：无证据，得 0%\\n可增 25.00，累计 45.00\\n"));
  CHECK(has(unfolded(calendar), "，累计 70.00\\n"));
  CHECK(longest(calendar) > 0);
  CHECK(longest(calendar) <= 75);
  CHECK(calendar == road_maps_calendar(road_maps(panel, sixty)));
  const TableStyle english{"en", 0, false};
  CHECK(has(road_maps_calendar(road_maps(panel), english),
            "DESCRIPTION:write it down\\; now: no evidence\\, 0%\\nGain 25.00\\, total "));
}

TEST_CASE("the first quarter can be said, and has to be where nobody knows the year") {
  const Panel panel({hostile_card("nobody")});
  CHECK_THROWS_WITH(
      road_maps_calendar(road_maps(panel)),
      "a calendar needs to know when the plan begins, and nobody says no year; say the first quarter, such as 2021Q1");
  RoadMapOptions options;
  options.from = Quarter{2022, 3};
  options.quarters = 1;
  const std::string calendar = road_maps_calendar(road_maps(panel, options));
  CHECK(has(calendar, "\r\nDTSTART;VALUE=DATE:20220930\r\n"));
  CHECK(has(calendar, "\r\nDTSTAMP:20220701T000000Z\r\n"));
}

TEST_CASE("a stranger's text adds no line of its own to a calendar") {
  RoadMapOptions options;
  options.from = Quarter{2021, 1};
  std::string endless;
  for (int i = 0; i < 10'000; ++i) endless += "长,;\\";
  for (const std::string& payload : {std::string("a\r\nEND:VCALENDAR\r\nBEGIN:X"), std::string("=cmd()|x"),
                                     std::string("\x01\x1B[31m"), std::string("\xE2\x80\xAE gnp"), endless}) {
    const Panel panel({hostile_card(payload)});
    const std::string calendar = road_maps_calendar(road_maps(panel, options));
    CHECK(count(calendar, "\r\nEND:VCALENDAR\r\n") == 1);
    CHECK_FALSE(has(calendar, "\x1B"));
    CHECK_FALSE(has(calendar, "\xE2\x80\xAE"));
    CHECK(longest(calendar) > 0);
    CHECK(longest(calendar) <= 75);
  }
}
