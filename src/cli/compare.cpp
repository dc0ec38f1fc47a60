// rulescore compare: two frameworks on the same documents, or two result files.
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <sstream>

namespace rulescore::cli {
namespace {

const char* const examples =
    R"(  rulescore compare old/ new/ seeds/                what an edit of the framework did to five reports
  rulescore compare old.yaml new.yaml many.jsonl -o moved.json
  rulescore compare last-week.json today.json       what `score --format json` or jsonl wrote
)";

bool ends_with_any(const std::string& path, std::initializer_list<std::string_view> suffixes) {
  return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) { return path.ends_with(suffix); });
}

bool is_results(const std::string& path) { return ends_with_any(path, {".json", ".jsonl"}); }
bool is_report(const std::string& path) { return ends_with_any(path, {".txt", ".md", ".html", ".htm", ".docx", ".pdf"}); }

// Refuses what can't be compared before anything is read.
void check(const std::vector<std::string>& paths) {
  if (paths.size() < 2) throw UsageError("compare needs two frameworks and the documents to score, or two result files");
  const std::string &before = paths[0], &after = paths[1];
  if (is_report(before) && is_report(after))
    throw UsageError(
        "comparing two years, report by report, is not in this version; compare has two frameworks on the same "
        "documents, and two result files");
  if (is_results(before) != is_results(after))
    throw UsageError("compare takes two frameworks or two result files, not one of each: " + before + ", " + after);
  if (is_results(before) && paths.size() > 2) throw UsageError("two result files need no documents: " + paths[2]);
  if (!is_results(before) && paths.size() == 2)
    throw UsageError("compare needs documents to score under both frameworks: rulescore compare " + before + ' ' + after +
                     " DOCUMENT...");
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

}  // namespace

int compare(const Arguments& arguments, Console& console) {
  Command command("compare", "Says what changed between two frameworks, and what that did to the scores of the same documents.",
                  {{"table", "json"}, "table", "json"}, examples);
  std::vector<std::string> paths;
  command.app()
      .add_option("PATHS", paths,
                  "OLD and NEW: two frameworks (a framework.yaml or its folder), then the documents to score under both; or two "
                  "result files (.json, .jsonl) alone")
      ->type_name("")
      ->required();
  command.take_reading();
  command.take_allow_outside();
  command.take_elsewhere();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;
  check(paths);

  int code = fine;
  const std::optional<ScoreComparison> comparison = is_results(paths[0])
                                                        ? rulescore::compare(read_results(paths[0]), read_results(paths[1]))
                                                        : compared(command, paths, console, code);
  if (!comparison) return code;
  Output output(command.output(), console);
  output.write(command.format() == "json" ? comparison_json(*comparison) : comparison_table(*comparison, command.style(console)));
  output.finish();
  return code;
}

}  // namespace rulescore::cli
