// rulescore sensitivity
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <limits>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore sensitivity cities.csv --framework my-index/              how sure each rank is
  rulescore sensitivity cities.csv --framework my-index/ --weights dirichlet --draws 10000
  rulescore sensitivity cities.csv --framework my-index/ --leave-out  which group or indicator the ranks rest on
  rulescore sensitivity reports/ --swap 海曙区 鄞州区                    the least change of weights that exchanges two
  rulescore sensitivity cities.csv --framework my-index/ --vary experts --vary critic --what-matters
)";

struct Asked {
  std::string draws = "1000", seed = "1", weights = "noise:0.25", noise = "0", doubt = "0", base = "256";
  std::vector<std::string> swap, sets, normalisations, imputations, frameworks;
  bool leave_out = false, what_matters = false;
};

void take(Command& command, Asked& asked) {
  command.take("--draws", asked.draws, "N", "how many times everything in doubt is drawn anew (default: 1000)");
  command.take("--seed", asked.seed, "S", "of the draws; the same seed gives the same bits anywhere (default: 1)");
  command.take("--weights", asked.weights, "HOW",
               "noise:0.25, interval:0.1, dirichlet, dirichlet:50, or none: weights stay (default: noise:0.25)");
  command.take("--leaf-noise", asked.noise, "X", "how far each leaf moves, as a share of full marks (default: 0)");
  command.app()
      .add_option("--vary", asked.sets,
                  "each draw takes the weights as they are or those of one of these sets: a name, equal, critic, ...")
      ->type_name("SET");
  command.app()
      .add_option("--vary-normalise", asked.normalisations, "likewise the scale: min_max, z, rank, ... (tables)")
      ->type_name("METHOD");
  command.app()
      .add_option("--vary-framework", asked.frameworks, "likewise the framework: another aggregation, other leaves (tables)")
      ->type_name("PATH");
  command.app()
      .add_option("--vary-impute", asked.imputations, "likewise what fills gaps: none, mean, median, row, ... (tables)")
      ->type_name("HOW");
  command.take("--doubt", asked.doubt, "P",
               "documents: what is only planned may count in full, what is contradicted for nothing, with this chance (default: 0)");
  command.app().add_flag("--leave-out", asked.leave_out, "the ranks without each group and indicator");
  command.app()
      .add_option("--swap", asked.swap, "the least change of weights that puts these two level")
      ->type_name("UNIT UNIT")
      ->expected(2);
  command.app().add_flag("--what-matters", asked.what_matters, "which of the things in doubt moves ranks most: Sobol indices");
  command.take("--base", asked.base, "N", "of --what-matters: it takes N x (factors + 2) runs (default: 256)");
}

std::size_t row_of_unit(const Index& index, const std::string& unit) {
  const auto units = index.units();
  for (std::size_t row = units.size(); row-- > 0;)
    if (units[row] == unit) return row;  // of several years the last in the table
  throw UsageError("--swap: there is no unit \"" + unit + "\"");
}

UncertaintyOptions options_of(const Asked& asked, unsigned threads) {
  UncertaintyOptions options;
  options.draws = static_cast<std::uint32_t>(parse_count("--draws", asked.draws, 10'000'000));
  options.seed = parse_count("--seed", asked.seed, std::numeric_limits<std::uint64_t>::max());
  options.leaf_noise = parse_number("--leaf-noise", asked.noise);
  options.threads = threads;
  if (options.draws == 0) throw UsageError("--draws is at least 1");
  if (!(options.leaf_noise >= 0 && options.leaf_noise <= 1))
    throw UsageError("--leaf-noise is a share of full marks, 0 to 1, not " + asked.noise);
  options.weights.reset();
  if (asked.weights != "none") options.weights = sensitivity::WeightDraws::parse(asked.weights);
  return options;
}

// Every combination of the choices, the last one's options side by side.
void vary(const Command& command, const Asked& asked, const ReadIndex& read, UncertaintyOptions& options) {
  const auto choose = [&](const char* name, const std::vector<std::string>& others) {
    if (others.empty()) return;
    options.choices.push_back({name, {"as given"}});
    options.choices.back().options.insert(options.choices.back().options.end(), others.begin(), others.end());
  };
  choose("framework", asked.frameworks);
  choose("normalise", asked.normalisations);
  choose("impute", asked.imputations);
  choose("weights", asked.sets);
  if (options.choices.empty()) return;
  if (!read.table && !(asked.normalisations.empty() && asked.imputations.empty() && asked.frameworks.empty()))
    throw UsageError("--vary-normalise, --vary-impute and --vary-framework are about tables; of documents --vary moves the weights");
  const auto also = [](const std::vector<std::string>& others) {  // as given, then the others
    std::vector<std::string> all{""};
    all.insert(all.end(), others.begin(), others.end());
    return all;
  };
  for (const std::string& path : also(asked.frameworks)) {
    const Framework framework = path.empty() ? read.index.framework() : Framework::load(path, command.loading());
    for (const std::string& normalise : also(asked.normalisations))
      for (const std::string& impute : also(asked.imputations)) {
        IndexOptions how;
        how.normalise = normalisation_of("--vary-normalise", normalise);
        how.impute = imputation_of("--vary-impute", impute);
        const bool as_given = path.empty() && normalise.empty() && impute.empty();
        const Index other = as_given ? read.index : index(*read.table, framework, how);
        for (const std::string& set : also(asked.sets))
          options.combinations.push_back(set.empty() ? other : other.with_weights(set));
      }
  }
}

void take_doubts(const Asked& asked, const ReadIndex& read, UncertaintyOptions& options) {
  const double chance = parse_number("--doubt", asked.doubt);
  if (!(chance >= 0 && chance <= 1)) throw UsageError("--doubt is a chance, 0 to 1, not " + asked.doubt);
  if (chance == 0) return;
  if (!read.panel) throw UsageError("--doubt is about what documents say; a table's figures are in doubt by --leaf-noise");
  options.doubts = doubts(*read.panel, chance);
}

}  // namespace

int sensitivity(const Arguments& arguments, Console& console) {
  Command command("sensitivity",
                  "Says how sure the ranks of an index are, and what moves them: of a table (.csv, .tsv), or of documents.",
                  {{"table", "json", "csv"}, "table", "json"}, examples);
  Asked asked;
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  take(command, asked);
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  UncertaintyOptions options = options_of(asked, command.evaluate_options().threads);

  int code = fine;
  const std::optional<ReadIndex> read = read_index(command, {}, console, code);
  if (!read) return code;
  const Index* index = &read->index;
  vary(command, asked, *read, options);
  take_doubts(asked, *read, options);
  Sensitivity found{options, uncertainty(*index, options), {}, {}, {}};
  if (asked.leave_out) found.left_out = leave_out(*index);
  if (!asked.swap.empty())
    found.swap = swap_units(*index, row_of_unit(*index, asked.swap[0]), row_of_unit(*index, asked.swap[1]));
  if (asked.what_matters)
    found.matters = what_matters(*index, options, static_cast<std::uint32_t>(parse_count("--base", asked.base, 1'000'000)));
  Output output(command.output(), console);
  if (command.format() == "json")
    output.write(sensitivity_json(*index, found));
  else if (command.format() == "csv")
    output.write(sensitivity_csv(*index, found));
  else
    output.write(sensitivity_table(*index, found, command.style(console)));
  output.finish();
  return code;
}

}  // namespace rulescore::cli
