// rulescore matrix
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rulescore::cli {
namespace {

const char* const examples =
    R"(  rulescore matrix counties/                      who lacks what, what many lack, who leads
  rulescore matrix counties/ --enough 0.6         an item is lacked below 60% of its marks
  rulescore matrix many.jsonl -o matrix.csv       a row a place, a column an indicator
)";

std::string rendered(const Command& command, const Places& all, const Console& console) {
  if (command.format() == "json") return places_json(all);
  if (command.format() == "csv") return places_csv(all);
  if (command.format() == "md") return places_markdown(all, command.style(console));
  return places_table(all, command.style(console));
}

}  // namespace

int matrix(const Arguments& arguments, Console& console) {
  Command command("matrix",
                  "Sets places beside each other, item by item: what many lack, what is lacked together, and who leads.",
                  {{"table", "json", "csv", "md"}, "table", "json"}, examples);
  std::string enough = "1", cut = "0.5";
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--enough", enough, "SCORE", "an item is lacked below this share of its marks (default: 1, full marks)");
  command.take("--cut", cut, "X", "how far apart what is in one cluster may be, 0 to 1 (default: 0.5)");
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  PlacesOptions options;
  options.enough = parse_number("--enough", enough);
  options.cut = parse_number("--cut", cut);
  if (!(options.enough > 0 && options.enough <= 1)) throw UsageError("--enough is above 0 and at most 1, not " + enough);
  if (!(options.cut >= 0 && options.cut <= 1)) throw UsageError("--cut is from 0 to 1, not " + cut);

  const Engine engine(command.framework());
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  if (documents.empty()) return code;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  const Panel panel(engine.evaluate(documents, command.evaluate_options(elsewhere)));
  for (const Scorecard& card : panel.cards()) leftovers.saw(card.evidence());
  Output output(command.output(), console);
  output.write(rendered(command, places(panel, options), console));
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli
