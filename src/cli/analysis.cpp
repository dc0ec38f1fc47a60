// rulescore gaps, rulescore rank
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <limits>

namespace rulescore::cli {
namespace {

const char* const gaps_examples =
    R"(  rulescore gaps report.txt                    every gap to full marks, the largest gain first
  rulescore gaps report.txt --target 60        the shortest way to 60 points
  rulescore gaps seeds/ --target best          to what the best of these documents show
  rulescore gaps seeds/ -o gaps.csv
)";

const char* const rank_examples = R"(  rulescore rank seeds/                                who is ahead
  rulescore rank seeds/ --draws 10000 --seed 1         how surely, when the weights move
  rulescore rank seeds/ --draws 10000 -o ranking.json
)";

std::string rendered(const Command& command, std::span<const GapReport> reports, const Console& console) {
  if (command.format() == "json") return gaps_json(reports);
  if (command.format() == "csv") return gaps_csv(reports);
  if (command.format() == "md") return gaps_markdown(reports, command.style(console));
  return gaps_table(reports, command.style(console));
}

std::string rendered(const Command& command, const Panel& panel, const Ranking& ranking, const Console& console) {
  if (command.format() == "json") return ranking_json(panel, ranking);
  if (command.format() == "csv") return ranking_csv(panel, ranking);
  return ranking_table(panel, ranking, command.style(console));
}

Panel panel_of(const Engine& engine, std::span<const Document> documents, const EvaluateOptions& options, Leftovers& leftovers) {
  std::vector<Scorecard> cards = engine.evaluate(documents, options);
  for (const Scorecard& card : cards) leftovers.saw(card.evidence());
  return Panel(std::move(cards));
}

RankingOptions options_of(const std::string& draws, const std::string& seed, const std::string& noise) {
  RankingOptions options;
  options.draws = static_cast<std::uint32_t>(parse_count("--draws", draws, 10'000'000));
  options.seed = parse_count("--seed", seed, std::numeric_limits<std::uint64_t>::max());
  options.noise = parse_number("--noise", noise);
  if (options.noise < 0 || options.noise >= 1) throw UsageError("--noise is at least 0 and below 1, not " + noise);
  return options;
}

}  // namespace

int gaps(const Arguments& arguments, Console& console) {
  Command command("gaps", "Lists where points are missing, why, and in which order to win them back.",
                  {{"table", "json", "csv", "md"}, "table", "json"}, gaps_examples);
  std::string target_text = "full";
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--target", target_text, "WHAT", "full, best, median, a total such as 60, or a band's name (default: full)");
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
    reports = rulescore::gaps(panel_of(engine, documents, command.evaluate_options(elsewhere), leftovers), target);
  output.write(rendered(command, reports, console));
  output.finish();
  report(leftovers, console);
  return code;
}

int rank(const Arguments& arguments, Console& console) {
  Command command("rank", "Ranks documents, and says how surely when the weights are not.",
                  {{"table", "json", "csv"}, "table", "json"}, rank_examples);
  std::string draws = "0", seed = "1", noise = "0.25";
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--draws", draws, "N", "how many times the weights are drawn anew (default: 0, the plain ranking)");
  command.take("--seed", seed, "S", "of the draws; the same seed gives the same bits anywhere (default: 1)");
  command.take("--noise", noise, "X", "how far each weight moves, as a share of itself (default: 0.25)");
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  const RankingOptions options = options_of(draws, seed, noise);

  const Engine engine(command.framework());
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  if (documents.empty()) return code;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  const Panel panel = panel_of(engine, documents, command.evaluate_options(elsewhere), leftovers);
  Output output(command.output(), console);
  output.write(rendered(command, panel, ranking(panel, options), console));
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli
