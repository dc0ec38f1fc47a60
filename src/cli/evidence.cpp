// rulescore evidence, rulescore quantities
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rulescore::cli {
namespace {

const char* const evidence_examples = R"(  rulescore evidence report.txt                       what was found, where
  rulescore evidence seeds/ --format jsonl | jq .quote
  rulescore evidence seeds/ -o evidence.csv
)";

const char* const quantities_examples = R"(  rulescore quantities report.txt
  rulescore quantities seeds/ -o quantities.jsonl
)";

std::vector<EvidenceSet> sets_of(const Engine& engine, std::span<const Document> documents, const EvaluateOptions& options) {
  std::vector<EvidenceSet> sets;
  for (const Scorecard& card : engine.evaluate(documents, options)) sets.push_back(card.evidence());
  return sets;
}

}  // namespace

int evidence(const Arguments& arguments, Console& console) {
  Command command("evidence", "Lists what was found in documents: each piece with its bytes, status, figure and rule.",
                  {{"table", "jsonl", "csv"}, "table", "jsonl"}, evidence_examples);
  command.take_documents();
  command.take_framework();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(command.framework());
  Output output(command.output(), console);
  int code = fine;
  if (command.format() == "jsonl") {
    read_in_batches(command.documents(), console, code, [&](std::span<const Document> documents) {
      for (const EvidenceSet& set : sets_of(engine, documents, command.evaluate_options())) {
        output.write(evidence_jsonl(engine.framework(), set));
      }
    });
  } else {
    const auto sets = sets_of(engine, read_all(command.documents(), console, code), command.evaluate_options());
    output.write(command.format() == "csv" ? evidence_csv(engine.framework(), sets)
                                           : evidence_table(engine.framework(), sets, command.style(console)));
  }
  output.finish();
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
    read_in_batches(command.documents(), console, code, [&](std::span<const Document> documents) {
      for (const Document& document : documents) output.write(quantities_jsonl(document));
    });
  } else {
    output.write(quantities_table(read_all(command.documents(), console, code), command.style(console)));
  }
  output.finish();
  return code;
}

}  // namespace rulescore::cli
