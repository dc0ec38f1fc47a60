// rulescore score
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <cmath>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore score report.txt                    the scores, as a table
  rulescore score seeds/ -o scores.csv          every report of a folder, for a spreadsheet
  rulescore score report.txt --facts figures.csv --review review.yaml
  rulescore score report.txt --what-if E1.3=100% --what-if plan.yaml
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

std::string rendered(const Command& command, std::span<const WhatIf> whats, const Console& console) {
  if (command.format() == "json") return what_ifs_json(whats);
  if (command.format() == "csv") return what_ifs_csv(whats);
  if (command.format() == "md") return what_ifs_markdown(whats, command.style(console));
  if (command.format() == "table") return what_ifs_table(whats, command.style(console));
  std::string lines;
  for (const WhatIf& what : whats) lines += what_if_jsonl(what);
  return lines;
}

// Writes what would be; returns the cards as they would be.
std::vector<Scorecard> suppose(std::span<const Scorecard> cards, std::span<const Fact> intended, const Command& command,
                               Console& console, Output& output) {
  const std::vector<WhatIf> whats = supposing(cards, intended);
  output.write(rendered(command, whats, console));
  report_unused(intended, whats, console);
  std::vector<Scorecard> after;
  for (const WhatIf& what : whats) after.push_back(what.after);
  return after;
}

}  // namespace

int score(const Arguments& arguments, Console& console) {
  Command command("score", "Scores documents against a framework, with coverage and range.",
                  {{"table", "json", "jsonl", "csv", "md"}, "table", "json"}, examples);
  std::string fail_under;
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take_what_if();
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
  const auto intended = command.intended(engine.framework(), console, code);
  if (!intended) return code;
  bool under = false;
  const auto judge = [&](std::span<const Scorecard> cards) {
    for (const Scorecard& card : cards) leftovers.saw(card.evidence());
    under = (least && any_under(cards, *least, console)) || under;
  };
  const bool alone = !engine.framework().compares() && !command.supposes();  // peers are there when all are read
  const bool streams = command.format() == "jsonl" && alone;
  if (streams) {
    read_in_batches(command, console, code, [&](std::span<const Document> documents) {
      const std::vector<Scorecard> cards = engine.evaluate(documents, options);
      for (const Scorecard& card : cards) output.write(scorecard_jsonl(card));
      judge(cards);
    });
  } else {
    const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
    std::vector<Scorecard> cards = engine.evaluate(documents, options);
    if (command.supposes())
      cards = suppose(cards, *intended, command, console, output);
    else
      output.write(rendered(command, cards, console));
    judge(cards);
  }
  output.finish();
  report(leftovers, console);
  return code != fine ? code : under ? findings : fine;
}

}  // namespace rulescore::cli
