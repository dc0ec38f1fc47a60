// rulescore crosswalk
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <sstream>

namespace rulescore::cli {
namespace {

const char* const examples =
    R"(  rulescore crosswalk indicators/crosswalks/2021-to-2019.yaml report.txt
  rulescore crosswalk walk.yaml reports/ -o read-as.json
  rulescore crosswalk walk.yaml later.txt --second earlier.txt --facts panel.csv
  rulescore check walk.yaml                             is it well formed
)";

std::string rendered(const Command& command, std::span<const Crossed> crossed, std::span<const Scorecard> second,
                     std::size_t fixes, const Console& console) {
  if (command.format() == "json") return crossed_json(crossed, second);
  if (command.format() == "csv") return crossed_csv(crossed);
  return crossed_table(crossed, second, fixes, command.style(console));
}

// Scored under one of the two frameworks, with what was brought from elsewhere. `alone`: the other one has no part in this, so
// what this one can't use is news.
std::vector<Scorecard> scored(const Framework& framework, const std::vector<std::string>& sources, const Command& command,
                              const Brought& brought, bool alone, Console& console, int& code) {
  const std::vector<Document> documents = read_all(sources, command.reading(), console, code);
  int ignored = fine;
  std::ostringstream unheard;
  Console aside{console.out, unheard};
  const Elsewhere elsewhere = made_ready(brought, framework, alone ? console : aside, alone ? code : ignored);
  std::vector<Scorecard> cards = Engine(framework).evaluate(documents, command.evaluate_options(elsewhere));
  Leftovers leftovers(elsewhere);
  for (const Scorecard& card : cards) leftovers.saw(card.evidence());
  if (alone) report(leftovers, console);
  return cards;
}

// The frameworks the file names, or an edit or overlay of the first.
Crosswalk bound(const Command& command, const std::string& file, const std::string& overlay, bool reverse) {
  const Crosswalk named = Crosswalk::load(file, command.loading());
  const Crosswalk way = reverse ? named.reversed() : named;
  return overlay.empty() ? way : way.between(Framework::load(overlay, command.loading()), way.to());
}

}  // namespace

int crosswalk(const Arguments& arguments, Console& console) {
  Command command(
      "crosswalk",
      "Scores documents under one framework and reads the scores as another's, through a file that says which indicators "
      "answer which: both totals, what nothing answers, and the fixes that bring most in both.",
      {{"table", "json", "csv"}, "table", "json"}, examples);
  std::string file, overlay, fixes = "10";
  std::vector<std::string> second;
  bool reverse = false;
  command.app().add_option("FILE", file, "the crosswalk; it names both frameworks")->type_name("")->required();
  command.take_documents();
  command.app()
      .add_option("--second", second,
                  "documents assessed under the second framework itself, put beside the others on what both ask; may be repeated")
      ->type_name("DOCUMENT")
      ->allow_extra_args(false);
  command.take("--framework", overlay, "PATH", "an edit or overlay of the first framework, to score under instead of it");
  command.app().add_flag("--reverse", reverse, "read the file the other way round; each answer must say `back`");
  command.take("--fixes", fixes, "N", "how many fixes the table lists (default: 10)");
  command.take_allow_outside();
  command.take_elsewhere();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  const auto most = static_cast<std::size_t>(parse_count("--fixes", fixes, 1'000'000));

  const Crosswalk walk = bound(command, file, overlay, reverse);
  Output output(command.output(), console);
  int code = fine;
  const Brought brought = command.brought(console, code);
  std::vector<Crossed> there;
  for (const Scorecard& card : scored(walk.from(), command.documents(), command, brought, second.empty(), console, code))
    there.push_back(crossed(card, walk));
  const std::vector<Scorecard> beside =
      second.empty() ? std::vector<Scorecard>() : scored(walk.to(), second, command, brought, false, console, code);
  output.write(rendered(command, there, beside, most, console));
  output.finish();
  return code;
}

}  // namespace rulescore::cli
