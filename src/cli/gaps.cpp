// rulescore gaps
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <utility>

namespace rulescore::cli {
namespace {

const char* const examples =
    R"(  rulescore gaps report.txt                    every gap to full marks, the largest gain first
  rulescore gaps report.txt --target 60        which of them make the cheapest way to 60 points
  rulescore gaps seeds/ --target best          to what the best of these documents show
  rulescore gaps report.txt --what-if E1.3=100%   what would be left
  rulescore gaps seeds/ -o gaps.xlsx
)";

std::string rendered(const Command& command, std::span<const GapReport> reports, const Console& console) {
  if (command.format() == "json") return gaps_json(reports);
  if (command.format() == "csv") return gaps_csv(reports);
  if (command.format() == "xlsx") return gaps_excel(reports, command.style(console));
  if (command.format() == "md") return gaps_markdown(reports, command.style(console));
  return gaps_table(reports, command.style(console));
}

// The documents as they would be.
Panel supposed(const Panel& panel, std::span<const Fact> intended, Console& console) {
  const std::vector<WhatIf> whats = supposing(panel.cards(), intended);
  report_unused(intended, whats, console);
  std::vector<Scorecard> cards;
  for (const WhatIf& what : whats) cards.push_back(what.after);
  return Panel(std::move(cards));
}

}  // namespace

int gaps(const Arguments& arguments, Console& console) {
  Command command("gaps", "Lists where points are missing, why, and in which order to win them back.",
                  {{"table", "json", "csv", "md", "xlsx"}, "table", "json"}, examples);
  std::string target_text = "full";
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--target", target_text, "WHAT",
               "full, best, median (also best:level, median:province, …), last-year, a total such as 60, or a band's name "
               "(default: full)");
  command.take_what_if();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(command.framework());
  const Target target = Target::parse(target_text, engine.framework());
  Output output(command.output(), console);
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  const auto intended = command.intended(engine.framework(), console, code);
  if (!intended) return code;
  Leftovers leftovers(elsewhere);
  std::vector<GapReport> reports;
  if (!documents.empty()) {
    const Panel panel = evaluated(engine, documents, command.evaluate_options(elsewhere), leftovers);
    reports = rulescore::gaps(command.supposes() ? supposed(panel, *intended, console) : panel, target);
  }
  output.write(rendered(command, reports, console));
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli
