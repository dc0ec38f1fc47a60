// rulescore rank
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <limits>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore rank seeds/                                who is ahead
  rulescore rank seeds/ --draws 10000 --seed 1         how surely, when the weights move
  rulescore rank seeds/ --draws 10000 -o ranking.json
  rulescore rank seeds/ --for 海曙区 --what-if E1.3=100%    the new rank, and who is passed
)";

std::string rendered(const Command& command, const Panel& panel, const Ranking& ranking, const Console& console) {
  if (command.format() == "json") return ranking_json(panel, ranking);
  if (command.format() == "csv") return ranking_csv(panel, ranking);
  return ranking_table(panel, ranking, command.style(console));
}

std::string rendered(const Command& command, const RankedWhatIf& what, const Console& console) {
  if (command.format() == "json") return ranked_what_if_json(what);
  if (command.format() == "csv") return ranked_what_if_csv(what);
  return ranked_what_if_table(what, command.style(console));
}

// Whose what-if it is.
std::size_t meant(const Panel& panel, const std::string& whose) {
  if (whose.empty() && panel.rows() == 1) return 0;
  try {
    return row_of(panel, whose);
  } catch (const UsageError& error) {
    throw UsageError((whose.empty() ? "--what-if is about one of the documents; say which with --for: " : "--for: ") +
                     std::string(error.what()));
  }
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

int rank(const Arguments& arguments, Console& console) {
  Command command("rank", "Ranks documents, and says how surely when the weights are not.",
                  {{"table", "json", "csv"}, "table", "json"}, examples);
  std::string draws = "0", seed = "1", noise = "0.25", whose;
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--draws", draws, "N", "how many times the weights are drawn anew (default: 0, the plain ranking)");
  command.take("--seed", seed, "S", "of the draws; the same seed gives the same bits anywhere (default: 1)");
  command.take("--noise", noise, "X", "how far each weight moves, as a share of itself (default: 0.25)");
  command.take_what_if();
  command.take("--for", whose, "NAME", "with --what-if: which of the documents it is about, by jurisdiction or name");
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  const RankingOptions options = options_of(draws, seed, noise);
  if (!whose.empty() && !command.supposes()) throw UsageError("--for says whose --what-if it is; there is none");
  if (options.draws > 0 && command.supposes())
    throw UsageError("--draws and --what-if answer different questions; ask one of them");

  const Engine engine(command.framework());
  int code = fine;
  const std::vector<Document> documents = read_all(command.documents(), command.reading(), console, code);
  if (documents.empty()) return code;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  const Panel panel = evaluated(engine, documents, command.evaluate_options(elsewhere), leftovers);
  Output output(command.output(), console);
  if (command.supposes()) {
    const auto intended = command.intended(engine.framework(), console, code);
    if (!intended) return code;
    const RankedWhatIf what = what_if(panel, meant(panel, whose), *intended);
    output.write(rendered(command, what, console));
    report_unused(*intended, {&what.own, 1}, console);
  } else {
    output.write(rendered(command, panel, ranking(panel, options), console));
  }
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli
