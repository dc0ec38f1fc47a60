// rulescore evidence, rulescore quantities
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rulescore::cli {
namespace {

const char* const evidence_examples = R"(  rulescore evidence report.txt                       what was found, where
  rulescore evidence seeds/ --format jsonl | jq .quote
  rulescore evidence seeds/ -o evidence.csv
  rulescore evidence report.txt -o review.yaml        a form to accept, reject or correct each piece in
)";

const char* const quantities_examples = R"(  rulescore quantities report.txt
  rulescore quantities seeds/ -o quantities.jsonl
)";

std::vector<EvidenceSet> sets_of(const Engine& engine, std::span<const Document> documents, const EvaluateOptions& options,
                                 Leftovers& leftovers) {
  std::vector<EvidenceSet> sets;
  for (const Scorecard& card : engine.evaluate(documents, options)) {
    leftovers.saw(card.evidence());
    sets.push_back(card.evidence());
  }
  return sets;
}

std::string rendered(const Command& command, const Framework& framework, std::span<const EvidenceSet> sets,
                     const Console& console) {
  if (command.format() == "csv") return evidence_csv(framework, sets);
  if (command.format() == "review") return evidence_review(framework, sets, command.style(console));
  return evidence_table(framework, sets, command.style(console));
}

}  // namespace

int evidence(const Arguments& arguments, Console& console) {
  Command command("evidence", "Lists what was found in documents: each piece with its bytes, status, figure and rule.",
                  {{"table", "jsonl", "csv", "review"}, "table", "jsonl"}, evidence_examples);
  command.take_documents();
  command.take_framework();
  command.take_elsewhere();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(command.framework());
  Output output(command.output(), console);
  int code = fine;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  const EvaluateOptions options = command.evaluate_options(elsewhere);
  Leftovers leftovers(elsewhere);
  if (command.format() == "jsonl") {
    read_in_batches(command, console, code, [&](std::span<const Document> documents) {
      for (const EvidenceSet& set : sets_of(engine, documents, options, leftovers)) {
        output.write(evidence_jsonl(engine.framework(), set));
      }
    });
  } else {
    const auto sets = sets_of(engine, read_all(command.documents(), command.reading(), console, code), options, leftovers);
    output.write(rendered(command, engine.framework(), sets, console));
  }
  output.finish();
  report(leftovers, console);
  return code;
}

int quantities(const Arguments& arguments, Console& console) {
  Command command("quantities", "Lists every quantity in documents, whatever it counts.", {{"table", "jsonl"}, "table", "jsonl"},
                  quantities_examples);
  command.take_documents();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  Output output(command.output(), console);
  int code = fine;
  if (command.format() == "jsonl") {
    read_in_batches(command, console, code, [&](std::span<const Document> documents) {
      for (const Document& document : documents) output.write(quantities_jsonl(document));
    });
  } else {
    output.write(quantities_table(read_all(command.documents(), command.reading(), console, code), command.style(console)));
  }
  output.finish();
  return code;
}

}  // namespace rulescore::cli
