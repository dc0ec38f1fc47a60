// rulescore compare: two frameworks on the same documents, two years under one framework, or two result files. Which of them is
// meant follows from what OLD and NEW are.
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace rulescore::cli {
namespace {

namespace fs = std::filesystem;

const char* const examples =
    R"(  rulescore compare 2019/ 2020/                     what moved each jurisdiction's total between two years, and why
  rulescore compare 2019/ 2020/ --old-framework 2019.yaml --framework 2020.yaml
  rulescore compare old/ new/ seeds/                what an edit of the framework did to five reports
  rulescore compare old.yaml new.yaml many.jsonl -o moved.json
  rulescore compare last-week.json today.json       what `score --format json` or jsonl wrote
)";

enum class Kind { framework, results, documents, missing };

const char* in_words(Kind kind) {
  switch (kind) {
    case Kind::framework:
      return "a framework";
    case Kind::results:
      return "a result file";
    case Kind::documents:
      return "documents";
    case Kind::missing:
      return "not there";
  }
  return "";
}

// A line of scores has nodes, a line of documents a text. Inside a text the quotation marks would be escaped.
bool holds_scores(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string line;
  while (line.find_first_not_of(" \t\r") == std::string::npos && std::getline(stream, line)) {
  }
  return line.empty() || line.find("\"nodes\":") != std::string::npos;
}

Kind kind_of(const std::string& path) {
  std::error_code error;
  const bool is_there = path == "-" || fs::exists(path, error);
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return Kind::framework;
  if (path.ends_with(".json")) return Kind::results;
  if (!is_there) return Kind::missing;
  if (path.ends_with(".jsonl")) return holds_scores(path) ? Kind::results : Kind::documents;
  return fs::is_directory(path, error) && fs::exists(fs::path(path) / "framework.yaml", error) ? Kind::framework
                                                                                               : Kind::documents;
}

// What OLD and NEW are together; refuses what can't be compared before anything is read. What isn't there is taken for what the
// other is: whoever reads it will say so.
Kind kind_of(const std::vector<std::string>& paths) {
  if (paths.size() < 2)
    throw UsageError("compare needs OLD and NEW: two years, two frameworks and the documents to score, or two result files");
  Kind before = kind_of(paths[0]), after = kind_of(paths[1]);
  if (before == Kind::missing) before = after;
  if (after == Kind::missing) after = before;
  if (before == Kind::missing) before = after = paths.size() > 2 ? Kind::framework : Kind::documents;
  if (before != after)
    throw UsageError("compare takes two of a kind: " + paths[0] + " is " + in_words(before) + ", " + paths[1] + " is " +
                     in_words(after));
  if (before == Kind::framework && paths.size() == 2)
    throw UsageError("compare needs documents to score under both frameworks: rulescore compare " + paths[0] + ' ' + paths[1] +
                     " DOCUMENT...");
  if (before == Kind::results && paths.size() > 2) throw UsageError("two result files need no documents: " + paths[2]);
  if (before == Kind::documents && paths.size() > 2)
    throw UsageError("two years are two files or folders, OLD and NEW; " + paths[2] + " is one too many");
  return before;
}

// The options that only two years have.
void check_options(Kind kind, const Command& command, const std::string& old_framework) {
  if (kind == Kind::documents) return;
  const std::string what =
      kind == Kind::framework ? "two frameworks are OLD and NEW themselves" : "result files hold their framework";
  if (!old_framework.empty()) throw UsageError("--old-framework is of two years; " + what);
  if (command.names_framework()) throw UsageError("--framework is of two years; " + what);
}

// Of the same documents under two frameworks; they are matched again only where the evidence rules differ.
std::optional<ScoreComparison> compared(const Command& command, const std::vector<std::string>& paths, Console& console,
                                        int& code) {
  const Framework before = Framework::load(paths[0], command.loading()), after = Framework::load(paths[1], command.loading());
  std::vector<Document> documents = read_all({paths.begin() + 2, paths.end()}, command.reading(), console, code);
  if (documents.empty()) return std::nullopt;
  const Brought brought = command.brought(console, code);
  std::ostringstream unheard;  // what the old framework can't use is no news
  Console aside{console.out, unheard};
  int ignored = fine;
  Rescorer rescorer(std::move(documents), command.evaluate_options().threads);
  const Panel old_scores(rescorer.score(before, made_ready(brought, before, aside, ignored)));
  const Elsewhere elsewhere = made_ready(brought, after, console, code);
  const Panel new_scores(rescorer.score(after, elsewhere));
  Leftovers leftovers(elsewhere);
  for (const Scorecard& card : new_scores.cards()) leftovers.saw(card.evidence());
  report(leftovers, console);
  return rulescore::compare(old_scores, new_scores);
}

// Each year is scored as `score` scores it, so its totals are the same.
std::optional<ScoreComparison> years_compared(const Command& command, const std::vector<std::string>& paths,
                                              const std::string& old_framework, Console& console, int& code) {
  const Framework framework = command.framework();
  const std::optional<Framework> former =
      old_framework.empty() ? std::nullopt : std::optional(Framework::load(old_framework, command.loading()));
  std::vector<Document> before = read_all({paths[0]}, command.reading(), console, code),
                        after = read_all({paths[1]}, command.reading(), console, code);
  if (before.empty() || after.empty()) return std::nullopt;
  const Brought brought = command.brought(console, code);
  const Elsewhere elsewhere = made_ready(brought, framework, console, code);
  Leftovers leftovers(elsewhere);
  const auto panel = [&](const Framework& by, const std::vector<Document>& documents, const Elsewhere& with) {
    return Panel(Engine(by).evaluate(documents, command.evaluate_options(with)));
  };
  const Panel old_scores = panel(framework, before, elsewhere), new_scores = panel(framework, after, elsewhere);
  for (const Panel& scores : {old_scores, new_scores})
    for (const Scorecard& card : scores.cards()) leftovers.saw(card.evidence());
  report(leftovers, console);
  if (!former) return compare_years(old_scores, new_scores);
  std::ostringstream unheard;  // what the old framework can't use is no news
  Console aside{console.out, unheard};
  int ignored = fine;
  return compare_years(panel(*former, before, made_ready(brought, *former, aside, ignored)), old_scores, new_scores);
}

std::string rendered(const Command& command, const ScoreComparison& comparison, const Console& console) {
  if (command.format() == "json") return comparison_json(comparison);
  if (command.format() == "csv") return comparison_csv(comparison);
  return comparison_table(comparison, command.style(console));
}

}  // namespace

int compare(const Arguments& arguments, Console& console) {
  Command command(
      "compare",
      "Says what changed between two years, and why; or between two frameworks, and what that did to the scores of the "
      "same documents.",
      {{"table", "json", "csv"}, "table", "json"}, examples);
  std::vector<std::string> paths;
  std::string old_framework;
  command.app()
      .add_option("PATHS", paths,
                  "OLD and NEW: documents of two years (a file, a folder, a .jsonl); or two frameworks (a framework.yaml or its "
                  "folder), then the documents to score under both; or two result files (.json, .jsonl)")
      ->type_name("")
      ->required();
  command.take_reading();
  command.take_framework();
  command.take("--old-framework", old_framework, "PATH",
               "of two years: what the old documents were scored by, if not by --framework");
  command.take_elsewhere();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  const Kind kind = kind_of(paths);
  check_options(kind, command, old_framework);
  if (kind != Kind::documents && command.format() == "csv")
    throw UsageError("csv lists what moved between two years; a comparison of other things has table and json");

  int code = fine;
  std::optional<ScoreComparison> comparison;
  if (kind == Kind::results) comparison = rulescore::compare(read_results(paths[0]), read_results(paths[1]));
  if (kind == Kind::framework) comparison = compared(command, paths, console, code);
  if (kind == Kind::documents) comparison = years_compared(command, paths, old_framework, console, code);
  if (!comparison) return code;
  Output output(command.output(), console);
  output.write(rendered(command, *comparison, console));
  output.finish();
  return code;
}

}  // namespace rulescore::cli
