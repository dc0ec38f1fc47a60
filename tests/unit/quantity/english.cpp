// Figures in English: what a careful reader would write down, look-alikes included, and 10,000 mutations.
#include "figures.hpp"
#include "quantity/unit.hpp"

#include "support/catch.hpp"

#include <random>

using namespace rulescore;

TEST_CASE("English: figures and words") {
  CHECK(figures("We received 1,234 requests.") == "[1,234] 1234 requests");
  CHECK(figures("It cost £1.2 million, not $3bn or 450 euros.") ==
        "[£1.2 million] 1200000 £; [$3bn] 3000000000 $; [450 euros] 450 €");
  CHECK(figures("There were 2.5 thousand comments.") == "[2.5 thousand] 2500 comments");
  CHECK(figures("Twelve inspectors made one hundred and twenty-five visits.") ==
        "[Twelve] 12 inspectors; [one hundred and twenty-five] 125 visits");
  CHECK(figures("A dozen complaints and two hundred thousand residents.") ==
        "[A dozen] 12 complaints; [two hundred thousand] 200000 residents");
  CHECK(figures("Two thirds of complaints, half of the requests and three quarters of appeals.") ==
        "[Two thirds] 66.6666666667 %; [half] 50 %; [three quarters] 75 %");
}

TEST_CASE("English: shares in their many spellings") {
  CHECK(figures("The rate was 98.5 %.") == "[98.5 %] 98.5 %");
  CHECK(figures("The rate was 98.5%.") == "[98.5%] 98.5 %");
  CHECK(figures("The rate was 98.5 per cent.") == "[98.5 per cent] 98.5 %");
  CHECK(figures("The rate was 98.5 percent.") == "[98.5 percent] 98.5 %");
  CHECK(figures("It rose by 3 percentage points.") == "[3 percentage points] 3 pp increase");
}

TEST_CASE("English: the unit is the noun that is counted") {
  CHECK(figures("We dealt with 412 freedom of information requests.") == "[412] 412 requests");
  CHECK(figures("36 of the 40 requests were refused.") == "[36] 36 requests; [40] 40 requests");
  CHECK(figures("Of 412 requests, 398 were answered and 14 were not.") ==
        "[412] 412 requests; [398] 398 requests; [14] 14 requests");
  CHECK(figures("There were 412 requests. Of these, 398 were answered. A further 7 were not.") ==
        "[412] 412 requests; [398] 398 requests; [7] 7 number");
  CHECK(figures("All 17 by-laws passed.") == "[17] 17 by-laws");
  CHECK(figures("We issued 30 widgets.") == "[30] 30 number");
  CHECK(figures("Requests received: 96") == "[96] 96 number");
  CHECK(figures("Replies took 13 days, a 20-day limit, 20 working days.") ==
        "[13 days] 13 days; [20-day] 20 days; [20 working days] 20 working days");
  CHECK(figures("One appeal was lost.") == "[One] 1 appeals");
}

TEST_CASE("English: bounds") {
  CHECK(figures("More than 300 cases, at least 12 hours, over 40 visits.") ==
        "[More than 300] 300 cases at_least; [at least 12 hours] 12 hours at_least; [over 40] 40 visits at_least");
  CHECK(figures("About 30 people, nearly 90 %, some 640 officers.") ==
        "[About 30] 30 people about; [nearly 90 %] 90 % about; [some 640] 640 officers about");
  CHECK(figures("Up to 5 days, no more than 3 errors, fewer than 10 fines.") ==
        "[Up to 5 days] 5 days at_most; [no more than 3] 3 errors at_most; [fewer than 10] 10 fines at_most");
  CHECK(figures("No fewer than 20 audits; 60+ events; 12 hours or more.") ==
        "[No fewer than 20] 20 audits at_least; [60+] 60 events at_least; [12 hours or more] 12 hours at_least");
}

TEST_CASE("English: ranges") {
  CHECK(figures("They take 3 to 5 days.") == "[3 to 5 days] 3..5 days");
  CHECK(figures("They take 3-5 days.") == "[3-5 days] 3..5 days");
  CHECK(figures("Between 3 and 5 people came.") == "[3 and 5] 3..5 people");
  CHECK(figures("From 5 % to 10 % of cases.") == "[5 % to 10 %] 5..10 %");
}

TEST_CASE("English: rise and fall") {
  CHECK(figures("Complaints rose by 12 %.") == "[12 %] 12 % increase");
  CHECK(figures("Complaints fell 3 %.") == "[3 %] 3 % decrease");
  CHECK(figures("There was a drop of 12 %.") == "[12 %] 12 % decrease");
  CHECK(figures("That is 7 % down on the year before.") == "[7 %] 7 % decrease");
  CHECK(figures("18 % more than a year earlier.") == "[18 %] 18 % increase");
  CHECK(figures("We received 412 requests, up from 380.") == "[412] 412 requests; [380] 380 requests increase");
  CHECK(figures("The rate fell from 93 % to 86 %.") == "[93 %] 93 % decrease; [86 %] 86 % decrease");
  CHECK(figures("The rate fell from 93 to 86 per cent.") == "[93] 93 % decrease; [86 per cent] 86 % decrease");
  CHECK(figures("We reduced the average time to 9 days.") == "[9 days] 9 days decrease");
  CHECK(figures("The office was set up 3 years ago.") == "[3 years] 3 years");
}

TEST_CASE("English: none is a figure of zero") {
  CHECK(figures("No complaints were received.") == "[No] 0 complaints");
  CHECK(figures("No request was left unanswered.") == "[No] 0 requests");
  CHECK(figures("Of 21 refusals none was overturned.") == "[21] 21 refusals; [none] 0 refusals");
  CHECK(figures("Not a single formal complaint.") == "[Not a single] 0 complaints");
  CHECK(figures("It is no longer so; no doubt.") == "");
}

TEST_CASE("English: what looks like a figure and is none") {
  for (const char* text : {"on 12 March 2021",
                           "March 12, 2021",
                           "1 and 31 December 2023",
                           "in 2020",
                           "the 2020/21 review",
                           "2019-20 accounts",
                           "open 24/7",
                           "at 10:30 or 9 am",
                           "call 0555 274 1180",
                           "tel. +44 20 7946 0000",
                           "section 9 and Articles 5, 6 and 7",
                           "No. 305",
                           "version 2.1.3",
                           "v2.1",
                           "Room 12, 12 Quay Street",
                           "minute no. 212/24",
                           "COVID-19",
                           "a one-stop shop",
                           "the two-tier system",
                           "the 21st century",
                           "A4 paper",
                           "1. Introduction",
                           "2.1 Requests",
                           "one of the best",
                           "no one came",
                           "the 311 line",
                           "24 hours a day",
                           "192.168.1.10",
                           "case 12-34/b"})
    CHECK(std::string(text) + ": " + figures(text) == std::string(text) + ": ");
}

TEST_CASE("English units as an author writes them") {
  CHECK(find_unit("requests") == "requests");
  CHECK(find_unit("request") == "requests");
  CHECK(find_unit("working day") == "working days");
  CHECK(find_unit("number") == "number");
  CHECK(find_unit("widgets").empty());
  CHECK(unit_counts("number", "requests"));
  CHECK(!unit_counts("number", "days"));
  CHECK(!unit_counts("requests", "number"));
  CHECK(unit_counts("件", "件"));
}

TEST_CASE("10,000 mutations of English leave spans valid, in order and apart") {
  const std::string seed =
      "Of the 1,284 requests received, up from 1,107 in 2022, nearly 95.5 per cent were answered within 20 working days; no "
      "fewer than "
      "forty-two new datasets and GBP 1.2 million, 3-5 hours or 3 to 5 days each. Complaints fell by 12 % to 164 (2019: 12 March "
      "2021). Two "
      "thirds of cases, half of the appeals, one hundred and five visits, not a single complaint, none of them, section 9, "
      "24/7. ";
  constexpr std::string_view alphabet = "0123456789 abefhnorstw.,%-():;/\n'";
  std::mt19937 random(20240607);
  std::size_t quantities = 0;
  for (int i = 0; i < 10000; ++i) {
    std::string s = seed.substr(random() % (seed.size() - 80));
    for (std::size_t edits = 1 + random() % 12; edits > 0; --edits) {
      const std::size_t at = random() % s.size();
      const char c = alphabet[random() % alphabet.size()];
      if (random() % 3 == 0)
        s.insert(at, 1 + random() % 3, c);
      else
        s[at] = c;
    }
    const Text text = decode(s);
    std::uint32_t behind = 0;
    for (const QuantityAt& q : scan_quantities(text)) {
      const bool sound = q.where.begin >= behind && !q.where.empty() && q.where.end <= text.size() &&
                         q.where.contains(q.number) && !q.number.empty() && std::isfinite(q.value) && q.value >= 0 &&
                         (std::isnan(q.value_high) || q.value < q.value_high) && find_unit(q.unit) == q.unit;
      if (!sound) FAIL("an unsound quantity " << text.quote(q.where) << " in:\n" << text.bytes);
      behind = q.where.end;
      ++quantities;
    }
  }
  CHECK(quantities > 20000);
}
