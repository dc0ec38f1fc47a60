// Rules over English texts: whole words, blanks and hyphens, gaps, figures, statuses, years.
#include "finder.hpp"

#include "support/catch.hpp"

using Strings = std::vector<std::string>;

TEST_CASE("a phrase in Latin letters is whole words") {
  const Finder art("r: {any: [art]}");
  CHECK(art.find("The party of artists smarted.").empty());
  CHECK(art.find("Public ART, and more.") == Strings{"r0 achieved Public ART"});
  CHECK(Finder("r: {any: [app]}").find("开发移动执法APP终端") == Strings{"r0 achieved 开发移动执法APP终端"});
}

TEST_CASE("blanks, line breaks, hyphens and quotes don't matter") {
  const Finder rule("r: {any: [follow up, \"the mayor's office\"]}");
  CHECK(rule.find("A follow-up was made.").size() == 1);
  CHECK(rule.find("A follow  up was made.").size() == 1);
  CHECK(rule.find("It went to the mayor’s office.").size() == 1);
  CHECK(rule.find("The people follow upstream.").empty());
  CHECK(Finder("r: {any: [follow-up]}").find("A follow up was made.").size() == 1);
}

TEST_CASE("endings in brackets and words with / are written out") {
  const Finder rule("r: {any: [complaint(s), publish(es/ed), has/have not yet, sent back / returned]}");
  for (const char* text : {"One complaint came.", "Two complaints came.", "It publishes.", "They published.",
                           "It has not yet begun.", "They have not yet begun.", "It was sent back.", "It was returned."})
    CHECK(rule.find(text).size() == 1);
  for (const char* text : {"He has gone.", "It was sent.", "The publisher left.", "Not yet."}) CHECK(rule.find(text).empty());
}

TEST_CASE("a gap reaches over sixty letters of a clause") {
  const Finder rule("r: {any: [requests…answered]}");
  CHECK(rule.find("Nearly all requests that residents sent in were answered.").size() == 1);
  CHECK(rule.find("The requests came, and some were answered.").empty());
  CHECK(rule.find("All requests that came from the residents of the old town and from its visitors in the summer were answered.")
            .empty());
}

TEST_CASE("the figure of the clause, by unit") {
  CHECK(
      Finder("r: {any: [answered], value: {unit: \"%\"}}").find("Of 412 requests, 398 (96.6 %) were answered within 20 days.") ==
      Strings{"r0 achieved 96.6% 398 (96.6 %) were answered within 20 days"});
  CHECK(Finder("r: {any: [answered], value: {unit: requests}}").find("Of 412 requests, 398 were answered.") ==
        Strings{"r0 achieved 398requests 398 were answered"});
  CHECK(Finder("r: {any: [inspected], value: {unit: number}}").find("They inspected 30 widgets in 12 days.") ==
        Strings{"r0 achieved 30number They inspected 30 widgets in 12 days"});
}

TEST_CASE("a level is told from a rise and from where it began") {
  const Finder rate("r: {any: [rate], value: {unit: \"%\"}}");
  CHECK(rate.find("The rate rose from 91 % to 94 %.") == Strings{"r0 achieved 94% The rate rose from 91 % to 94 %"});
  CHECK(rate.find("The rate rose by 3 %.").empty());
  CHECK(Finder("r: {any: [costs], value: {unit: \"%\", change: decrease}}").find("Costs fell by 12 %.") ==
        Strings{"r0 achieved 12% Costs fell by 12 %"});
}

TEST_CASE("plans and problems by heading and by cue") {
  const Finder rule("r: {any: [training]}",
                    "headings: {plan: [next steps], problem: [shortcomings]}\nplanned: [{any: [will], direction: both}]\n"
                    "problem: [{any: [lacks], direction: both}]");
  CHECK(rule.find("1. Work done\n\nTraining was given to all officers.\n\n2. Problems and shortcomings\n\nTraining is "
                  "short.\n\n3. Next steps\n\nTraining goes on.\n") ==
        Strings{"r0 achieved Training was given to all officers", "r0 problem Training is short", "r0 planned Training goes on"});
  CHECK(rule.find("Training will be given. Training lacks a plan. The willow needs no training.") ==
        Strings{"r0 planned Training will be given", "r0 problem Training lacks a plan",
                "r0 achieved The willow needs no training"});
}

TEST_CASE("years before and behind the figure") {
  const Finder rule("r: {any: [requests, received], value: {unit: requests, each: true}}");
  const auto years = [&](const char* text) {
    std::vector<int> found;
    rulescore::Metadata metadata;
    metadata.year = 2020;
    const auto set = rule.engine().match(rulescore::Document::from_text(text, metadata));
    for (const rulescore::Evidence& e : set.items()) found.push_back(e.year);
    return found;
  };
  using Years = std::vector<int>;
  CHECK(years("In 2019 the town received 380 requests.") == Years{2019});
  CHECK(years("The town received 412 requests.") == Years{2020});
  CHECK(years("We received 380 requests in 2019.") == Years{2019});
  CHECK(years("We received 412 requests, up from 380 requests in 2019.") == Years{2020, 2019});
  CHECK(years("We received 412 requests, more than in 2019.") == Years{2020});
  CHECK(years("We received 412 requests (2019: 380 requests).") == Years{2020, 2019});
  CHECK(years("We received 380 requests last year.") == Years{2019});
}
