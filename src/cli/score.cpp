// rulescore score
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <cmath>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore score report.txt                    the scores, as a table
  rulescore score seeds/ -o scores.csv          every report of a folder, for a spreadsheet
  rulescore score report.txt --facts figures.csv --review review.yaml
  rulescore score many.jsonl --format jsonl     one scorecard a line, as they are ready
  rulescore score report.txt --fail-under 60    exit 1 when the score is lower
)";

// Names the cards that fall short, a card without a score among them.
bool any_under(std::span<const Scorecard> cards, double least, Console& console) {
  bool found = false;
  for (const Scorecard& card : cards) {
    if (card.score() >= least) continue;
    found = true;
    console.err << "rulescore: " << card.document().metadata().name;
    if (std::isnan(card.score())) {
      console.err << " has no score\n";
    } else {
      console.err << " scores " << card.score() << ", under " << least << '\n';
    }
  }
  return found;
}

std::string rendered(const Command& command, std::span<const Scorecard> cards, const Console& console) {
  if (command.format() == "json") return scorecards_json(cards);
  if (command.format() == "csv") return scorecards_csv(cards);
  if (command.format() == "md") return scorecards_markdown(cards, command.style(console));
  if (command.format() == "jsonl") {
    std::string lines;
    for (const Scorecard& card : cards) lines += scorecard_jsonl(card);
    return lines;
  }
  return scorecards_table(cards, command.style(console));
}

}  // namespace

int score(const Arguments& arguments, Console& console) {
  Command command("score", "Scores documents against a framework, with coverage and range.",
                  {{"table", "json", "jsonl", "csv", "md"}, "table", "json"}, examples);
  std::string fail_under;
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take_threads();
  command.take_language();
  command.take("--fail-under", fail_under, "X", "exit 1 when a document scores under this, or has no score");
  if (const auto code = command.parse(arguments, console)) return *code;
  const std::optional<double> least = fail_under.empty() ? std::nullopt : std::optional(parse_number("--fail-under", fail_under));

  const Engine engine(command.framework());
  Output output(command.output(), console);
  int code = fine;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  const EvaluateOptions options = command.evaluate_options(elsewhere);
  Leftovers leftovers(elsewhere);
  bool under = false;
  const auto judge = [&](std::span<const Scorecard> cards) {
    for (const Scorecard& card : cards) leftovers.saw(card.evidence());
    under = (least && any_under(cards, *least, console)) || under;
  };
  const bool streams = command.format() == "jsonl" && !engine.framework().compares();  // peers are there when all are read
  if (streams) {
    read_in_batches(command, console, code, [&](std::span<const Document> documents) {
      const std::vector<Scorecard> cards = engine.evaluate(documents, options);
      for (const Scorecard& card : cards) output.write(scorecard_jsonl(card));
      judge(cards);
    });
  } else {
    const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
    const std::vector<Scorecard> cards = engine.evaluate(documents, options);
    output.write(rendered(command, cards, console));
    judge(cards);
  }
  output.finish();
  report(leftovers, console);
  return code != fine ? code : under ? findings : fine;
}

}  // namespace rulescore::cli
