// rulescore index
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore index cities.csv --framework my-index/               ranks and values
  rulescore index cities.csv --framework my-index/ --weights experts -o index.csv
  rulescore index cities.csv --framework my-index/ --rank-by topsis,vikor
  rulescore index cities.csv --framework my-index/ --unit 宁波市  one unit, down to its figures
  rulescore index cities.csv --framework my-index/ --view correlations  the data seen otherwise
  rulescore index 2021.csv --framework my-index/ --before 2020.csv  what moved each unit, by leaf
  rulescore index reports/                                       the scores of reports as an index
)";

struct Asked {
  std::string weights, normalise, impute, rank_by, unit, view, before, before_framework;
  bool names_format = false;  // --format is given
  bool changes() const { return !before.empty() || !before_framework.empty(); }
};

void take(Command& command, Asked& asked) {
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take("--weights", asked.weights, "NAME",
               "a set of weights of the framework, equal, or a method such as critic (default: the framework's)");
  command.take("--normalise", asked.normalise, "METHOD", "in place of what the framework says: min_max, z, rank, ...");
  command.take("--impute", asked.impute, "HOW", "in place of what the framework says: none, mean, median, row, latest, linear");
  command.take("--rank-by", asked.rank_by, "METHODS", "ranks by other methods beside: topsis,vikor,promethee2, ...");
  command.take("--unit", asked.unit, "NAME", "one unit: its figures, what was done to them, its values and ranks at every node");
  command.take("--view", asked.view, "VIEW",
               "the data in place of ranks: stats, correlations, matrix (:spearman, :kendall), alpha, pca (:CODE), "
               "availability, unit:NAME, trends (:CODE)");
  command.take("--before", asked.before, "TABLE", "what moved each unit from that table to this one, leaf by leaf");
  command.take("--before-framework", asked.before_framework, "PATH", "or from that version of the framework to this one");
  command.take_threads();
  command.take_language();
}

void check(const Asked& asked, const Command& command) {
  if (!asked.view.empty() && asked.changes()) throw UsageError("--view and --before are two questions; expected one");
  if ((!asked.view.empty() || asked.changes()) && (!asked.unit.empty() || !asked.rank_by.empty()))
    throw UsageError("--view and --before stand alone; leave out --unit and --rank-by");
  if (!asked.unit.empty() && asked.names_format && command.format() != "table")
    throw UsageError("--unit is shown as a table; --format " + command.format() + " has all units");
}

bool is_table(const std::string& source) { return source.ends_with(".csv") || source.ends_with(".tsv"); }

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

// On the figures before normalisation, which the methods do for themselves, with each leaf's share of the whole for a weight.
std::vector<IndexRanking> rankings_of(const Index& index, const std::vector<std::string>& methods) {
  std::vector<IndexRanking> rankings;
  if (methods.empty()) return rankings;
  const std::vector<double> figures = index.prepared(), weights = index.shares();
  const std::vector<Sense> senses = index.senses();
  const Matrix matrix{figures, index.rows(), weights.size()};
  for (const std::string& method : methods) rankings.push_back({method, decision::rank_by(method, matrix, weights, senses)});
  return rankings;
}

// The same table or another, under the same framework or another.
Index index_before(const Command& command, const Asked& asked, const IndexOptions& options) {
  const std::vector<std::string>& sources = command.documents();
  if (sources.size() != 1 || !is_table(sources.front())) throw UsageError("--before compares tables; expected one .csv or .tsv");
  return index(Table::read(asked.before.empty() ? sources.front() : asked.before, command.reading().encoding),
               asked.before_framework.empty() ? command.framework() : Framework::load(asked.before_framework), options);
}

std::string changed(const Index& before, const Index& after, const Command& command, Console& console) {
  const views::IndexComparison comparison = views::compare_indices(before, after);
  if (command.format() == "json") return index_changes_json(comparison);
  if (command.format() == "csv") return index_changes_csv(comparison);
  return index_changes_table(comparison, command.style(console));
}

std::string answer(const Index& index, const Asked& asked, const Command& command, Console& console) {
  const std::string& format = command.format();
  if (!asked.view.empty()) {
    if (format == "json") return index_view_json(index, asked.view);
    if (format == "csv") return index_view_csv(index, asked.view);
    return index_view_table(index, asked.view, command.style(console));
  }
  if (!asked.unit.empty()) return index_unit_table(index, asked.unit, command.style(console));
  const std::vector<IndexRanking> others = rankings_of(index, split(asked.rank_by));
  if (format == "json") return index_json(index, others);
  if (format == "csv") return index_csv(index, others);
  return index_table(index, others, command.style(console));
}

}  // namespace

std::optional<Normalisation> normalisation_of(const std::string& option, const std::string& name) {
  using Method = Normalisation::Method;
  constexpr std::array<std::pair<const char*, Method>, 9> known{{{"none", Method::none},
                                                                 {"min_max", Method::min_max},
                                                                 {"z", Method::z},
                                                                 {"rank", Method::rank},
                                                                 {"percentile_rank", Method::percentile_rank},
                                                                 {"borda", Method::borda},
                                                                 {"distance_to_max", Method::distance_to_max},
                                                                 {"fraction_of_max", Method::fraction_of_max},
                                                                 {"goalposts", Method::goalposts}}};
  if (name.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& [word, method] : known) {
    if (name == word) {
      Normalisation how;
      how.method = method;
      return how;
    }
    names.emplace_back(word);
  }
  throw UsageError(option + ": there is no method " + name + did_you_mean(name, names) + " (there are " + listed(names) + ")");
}

std::optional<Imputation> imputation_of(const std::string& option, const std::string& name) {
  constexpr std::array<std::pair<const char*, Fill>, 6> known{{{"none", Fill::none},
                                                               {"mean", Fill::mean},
                                                               {"median", Fill::median},
                                                               {"row", Fill::row},
                                                               {"latest", Fill::latest},
                                                               {"linear", Fill::linear}}};
  if (name.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& [word, fill] : known) {
    if (name == word) return Imputation{fill, {}};
    names.emplace_back(word);
  }
  throw UsageError(option + ": there is no way " + name + did_you_mean(name, names) + " (there are " + listed(names) + ")");
}

std::optional<ReadIndex> read_index(const Command& command, const IndexOptions& options, Console& console, int& code) {
  const std::vector<std::string>& sources = command.documents();
  if (std::any_of(sources.begin(), sources.end(), is_table)) {
    if (sources.size() > 1) throw UsageError("one table at a time; there are " + std::to_string(sources.size()) + " sources");
    const Table table = Table::read(sources.front(), command.reading().encoding);
    return ReadIndex{index(table, command.framework(), options), table, std::nullopt};
  }
  const Engine engine(command.framework());
  const std::vector<Document> documents = read_all(sources, command.reading(), console, code);
  if (documents.empty()) return std::nullopt;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  const Panel panel = evaluated(engine, documents, command.evaluate_options(elsewhere), leftovers);
  const Index scores = index(panel);
  report(leftovers, console);
  return ReadIndex{options.weights.empty() ? scores : scores.with_weights(options.weights), std::nullopt, panel};
}

int index(const Arguments& arguments, Console& console) {
  Command command("index", "Adds figures up to a composite index: a table (.csv, .tsv), or the scores of documents.",
                  {{"table", "json", "csv"}, "table", "json"}, examples);
  Asked asked;
  take(command, asked);
  if (const auto code = command.parse(arguments, console)) return *code;
  asked.names_format =
      std::any_of(arguments.begin(), arguments.end(), [](const std::string& a) { return a.starts_with("--format"); });
  check(asked, command);
  IndexOptions options;
  options.weights = asked.weights;
  options.normalise = normalisation_of("--normalise", asked.normalise);
  options.impute = imputation_of("--impute", asked.impute);
  options.threads = command.evaluate_options().threads;

  int code = fine;
  const std::optional<ReadIndex> read = read_index(command, options, console, code);
  if (!read) return code;
  const Index& result = read->index;
  Output output(command.output(), console);
  output.write(asked.changes() ? changed(index_before(command, asked, options), result, command, console)
                               : answer(result, asked, command, console));
  output.finish();
  return code;
}

}  // namespace rulescore::cli
