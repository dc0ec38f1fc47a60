// rulescore explain
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <numeric>
#include <utility>

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore explain report.txt E1.3        why this score, down to the sentence
  rulescore explain report.txt 61          the same, by the indicator's number
  rulescore explain report.txt A           what a group is made of
  rulescore explain report.txt all         every step of every node
  rulescore explain report.txt 61 --what-if 61=100%
)";

// One node, or, unless a node is called so, all of them.
std::vector<std::uint32_t> nodes_called(const std::string& code, const Framework& framework) {
  if (code != "all" || framework.find(code)) return {framework.at(code)};
  std::vector<std::uint32_t> nodes(framework.nodes().size());
  std::iota(nodes.begin(), nodes.end(), 0u);
  return nodes;
}

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
  std::string document, node_code;
  command.app().add_option("DOCUMENT", document, "a document (of many, each is explained)")->type_name("")->required();
  command.app()
      .add_option("CODE", node_code, "an indicator's or a group's code, an indicator's number, or all")
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
  const std::vector<std::uint32_t> nodes = nodes_called(node_code, engine.framework());
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
