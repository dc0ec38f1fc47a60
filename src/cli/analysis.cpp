// rulescore gaps
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rulescore::cli {
namespace {

const char* const examples =
    R"(  rulescore gaps report.txt                    every gap to full marks, the largest gain first
  rulescore gaps report.txt --target 60        which of them make the cheapest way to 60 points
  rulescore gaps seeds/ --target best          to what the best of these documents show
  rulescore gaps seeds/ -o gaps.csv
)";

std::string rendered(const Command& command, std::span<const GapReport> reports, const Console& console) {
  if (command.format() == "json") return gaps_json(reports);
  if (command.format() == "csv") return gaps_csv(reports);
  if (command.format() == "md") return gaps_markdown(reports, command.style(console));
  return gaps_table(reports, command.style(console));
}

}  // namespace

int gaps(const Arguments& arguments, Console& console) {
  Command command("gaps", "Lists where points are missing, why, and in which order to win them back.",
                  {{"table", "json", "csv", "md"}, "table", "json"}, examples);
  std::string target_text = "full";
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--target", target_text, "WHAT", "full, best, median (also best:level, median:province, …), last-year, a total such as 60, or a band's name (default: full)");
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(command.framework());
  const Target target = Target::parse(target_text, engine.framework());
  Output output(command.output(), console);
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  std::vector<GapReport> reports;
  if (!documents.empty())
    reports = rulescore::gaps(evaluated(engine, documents, command.evaluate_options(elsewhere), leftovers), target);
  output.write(rendered(command, reports, console));
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli
