// Achieved, planned or a problem: by heading, by cue, by precedence.
#include "finder.hpp"

#include "support/catch.hpp"

namespace {
const std::string status =
    "headings:\n"
    "  plan: [下一步, 打算]\n"
    "  problem: [存在的问题]\n"
    "planned:\n"
    "  - {any: [力争, 拟], unless: [模拟], direction: forward}\n"
    "  - {any: [接下来], direction: forward, in: paragraph}\n"
    "problem:\n"
    "  - {any: [薄弱], unless: [补齐…薄弱], direction: both}\n"
    "achieved:\n"
    "  - {any: [避免了], direction: forward}";
std::string status_in(const std::string& text) {
  const auto found = Finder("r: {any: [普法]}", status).find(text);
  return found.size() == 1 ? found[0].substr(3, found[0].find(' ', 3) - 3) : std::to_string(found.size()) + " found";
}
}  // namespace

TEST_CASE("headings decide for everything under them, sections below included") {
  CHECK(status_in("一、主要工作\n开展普法。\n") == "achieved");
  CHECK(status_in("一、主要工作\n好。\n二、下一步工作\n(一)抓重点。开展普法。\n") == "planned");
  CHECK(status_in("一、存在的问题\n普法不多。\n二、打算\n好。\n") == "problem");
  CHECK(status_in("一、存在的问题\n不多。\n二、主要工作\n普法。\n") == "achieved");
}

TEST_CASE("one heading for problems and plans: planned, unless a cue says problem") {
  CHECK(status_in("一、存在的问题和下一步打算\n普法薄弱。\n") == "problem");
  CHECK(status_in("一、存在的问题和下一步打算\n开展普法。\n") == "planned");
}

TEST_CASE("cues reach forward, backward or both, in their scope") {
  CHECK(status_in("拟开展普法。") == "planned");
  CHECK(status_in("普法拟继续。") == "achieved");
  CHECK(status_in("拟办事,开展普法。") == "achieved");
  CHECK(status_in("普法仍然薄弱。") == "problem");
  CHECK(status_in("接下来抓队伍。还要抓普法。") == "planned");
  CHECK(status_in("接下来抓队伍。\n抓普法。") == "achieved");
}

TEST_CASE("a longer word that contains the cue is no cue") {
  CHECK(status_in("模拟法庭普法。") == "achieved");
  CHECK(status_in("补齐农村普法薄弱环节。") == "achieved");
}

TEST_CASE("achieved wins over problem over planned") {
  CHECK(status_in("避免了普法薄弱。") == "achieved");
  CHECK(status_in("力争改变普法薄弱局面。") == "problem");
}

TEST_CASE("a rule may find shortcomings by its words alone") {
  const auto in = [](const std::string& text) {
    const auto found = Finder("r: {any: [照本宣科], status: problem}", status).find(text);
    return found.size() == 1 ? found[0].substr(3, found[0].find(' ', 3) - 3) : std::to_string(found.size()) + " found";
  };
  CHECK(in("讲座照本宣科。") == "problem");
  CHECK(in("一、下一步打算\n不再照本宣科。\n") == "planned");
  CHECK(in("一、存在的问题和下一步打算\n讲座照本宣科。\n") == "problem");
  CHECK(in("避免了照本宣科。") == "achieved");
}

TEST_CASE("a cue's reach ends at the words of until") {
  const std::string until =
      "problem:\n"
      "  - {any: [不够], until: [但, 但是], direction: backward, in: sentence}";
  const auto in = [&](const std::string& text) {
    const auto found = Finder("r: {any: [普法]}", until).find(text);
    return found.size() == 1 ? found[0].substr(3, found[0].find(' ', 3) - 3) : std::to_string(found.size()) + " found";
  };
  CHECK(in("普法形式单一,力度不够。") == "problem");
  CHECK(in("普法有声有色,但力度不够。") == "achieved");
  CHECK(in("力度不够,开展普法。") == "achieved");
}
