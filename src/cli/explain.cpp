// rulescore explain
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <utility>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore explain report.txt E1.3        why this score, down to the sentence
  rulescore explain report.txt 61          the same, by the indicator's number
  rulescore explain report.txt A           what a group is made of
  rulescore explain report.txt 61 --what-if 61=100%
)";

// Cards, or what-ifs.
template <typename Results>
void explain_each(const Results& results, std::span<const std::uint32_t> nodes, const Command& command, const Console& console,
                  Output& output) {
  bool next = false;
  const bool text = command.format() == "text";
  for (const auto& one : results) {
    for (const std::uint32_t node : nodes) {
      if (text && std::exchange(next, true)) output.write("\n");
      output.write(text ? explain_text(one, node, command.style(console)) : explain_json(one, node));
    }
  }
}

}  // namespace

int explain(const Arguments& arguments, Console& console) {
  Command command("explain", "Says why a document has its score for one indicator or group.", {{"text", "json"}, "text", "text"},
                  examples);
  std::string document;
  std::vector<std::string> codes;
  command.app().add_option("DOCUMENT", document, "a document (of many, each is explained)")->type_name("")->required();
  command.app()
      .add_option("CODE", codes, "an indicator's or a group's code, or an indicator's number; several are explained in turn")
      ->type_name("")
      ->required();
  command.take_reading();
  command.take_framework();
  command.take_elsewhere();
  command.take_what_if();
  command.take_threads();
  command.take_language();
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(command.framework());
  std::vector<std::uint32_t> nodes;
  for (const std::string& one : codes) nodes.push_back(engine.framework().at(one));
  Output output(command.output(), console);
  int code = fine;
  const Elsewhere elsewhere = command.elsewhere(engine.framework(), console, code);
  Leftovers leftovers(elsewhere);
  const auto intended = command.intended(engine.framework(), console, code);
  if (!intended) return code;
  const std::vector<Scorecard> cards =
      engine.evaluate(read_all({document}, command.reading(), console, code), command.evaluate_options(elsewhere));
  for (const Scorecard& card : cards) leftovers.saw(card.evidence());
  if (command.supposes()) {
    const std::vector<WhatIf> whats = supposing(cards, *intended);
    explain_each(whats, nodes, command, console, output);
    report_unused(*intended, whats, console);
  } else {
    explain_each(cards, nodes, command, console, output);
  }
  output.finish();
  report(leftovers, console);
  return code;
}

}  // namespace rulescore::cli
