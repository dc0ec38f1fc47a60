// Scorecards for people: a table for the terminal and its twin in Markdown. Totals first, then the level-1 groups, then what
// the groups are called, then what to know before trusting a card. Each part fits 80 columns.
// Outside face: render.hpp. Tested by tests/unit/render/scorecard_test.cpp.
#include "base/number.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/overview.hpp"

namespace rulescore {
namespace render {
namespace {

std::string caption(const Framework& framework, std::size_t count, const TableStyle& style) {
  const std::string documents = std::to_string(count) + say(style, " 份文档", count == 1 ? " document" : " documents");
  return one_line(framework.title().in(style.language)) + " · " + one_line(framework.id() + ' ' + framework.version()) + " · " +
         say(style, "满分 ", "full marks ") + shortest(framework.full()) + " · " + documents;
}

// One line a group: "E 62% …" needs to say what E is.
std::vector<std::string> legend(const Framework& framework, const TableStyle& style) {
  std::vector<std::string> lines;
  for (const std::uint32_t group : top_groups(framework)) {
    const Node& node = framework.nodes()[group];
    const std::string part = node.role == Role::weighted ? say(style, "权重 ", "weight ") + percent(node.share, 1)
                                                         : role_name(node, framework.full(), style);
    lines.push_back(one_line(titled(node, style)) + say(style, "（", " (") + part + say(style, "）", ")"));
  }
  return lines;
}

std::vector<std::string> all_warnings(std::span<const Scorecard> cards, const TableStyle& style) {
  std::vector<std::string> lines;
  for (const Scorecard& card : cards) {
    for (const std::string& warning : card.warnings(style.language))
      lines.push_back(one_line(card.document().metadata().name + ": " + warning));
  }
  return lines;
}

// What stopped a better grade.
std::vector<std::string> all_vetoes(std::span<const Scorecard> cards, const TableStyle& style) {
  std::vector<std::string> lines;
  for (const Scorecard& card : cards) {
    for (const FiredVeto& veto : card.vetoes())
      lines.push_back(one_line(card.document().metadata().name + ": " + card.veto_in_words(veto, style.language)));
  }
  return lines;
}

// The documents that are not plain text in UTF-8, and how they were read.
std::vector<std::string> readings(std::span<const Scorecard> cards, const TableStyle& style) {
  std::vector<std::string> lines;
  for (const Scorecard& card : cards) {
    if (const std::string how = reading(card.document(), style); !how.empty())
      lines.push_back(one_line(card.document().metadata().name) + say(style, "：按", ": read as ") + how +
                      say(style, "读取", ""));
  }
  return lines;
}

std::string how_to_read(const TableStyle& style) {
  return say(style, "覆盖率：已有实证或自认问题的权重占比。区间：未涉及的部分全不得分，到全得满分。",
             "Coverage: share of the weight the report speaks to. Range: everything else worth nothing, to worth full marks.");
}

}  // namespace
}  // namespace render

std::string scorecards_table(std::span<const Scorecard> cards, const TableStyle& style) {
  using namespace render;
  if (cards.empty()) return say(style, "没有文档。\n", "No documents.\n");
  const Framework& framework = cards[0].framework();
  std::string out = caption(framework, cards.size(), style) + "\n\n" + totals_table(cards, style).text(style) + '\n' +
                    groups_table(cards, style).text(style) + '\n';
  for (const std::string& line : legend(framework, style)) out += "  " + line + '\n';
  out += '\n' + how_to_read(style) + '\n';
  for (const std::string& line : readings(cards, style)) out += line + '\n';
  for (const std::string& line : all_vetoes(cards, style)) out += "! " + line + '\n';
  for (const std::string& line : all_warnings(cards, style)) out += "! " + line + '\n';
  return out;
}

std::string scorecards_markdown(std::span<const Scorecard> cards, const TableStyle& style) {
  using namespace render;
  if (cards.empty()) return say(style, "没有文档。\n", "No documents.\n");
  const Framework& framework = cards[0].framework();
  std::string out = "# " + markdown_cell(caption(framework, cards.size(), style)) + "\n\n" +
                    totals_table(cards, style).markdown() + '\n' + groups_table(cards, style).markdown() + '\n';
  for (const std::string& line : legend(framework, style)) out += "- " + markdown_cell(line) + '\n';
  out += '\n' + how_to_read(style) + '\n';
  for (const std::string& line : readings(cards, style)) out += '\n' + markdown_cell(line) + '\n';
  std::vector<std::string> warnings = all_vetoes(cards, style);
  for (std::string& line : all_warnings(cards, style)) warnings.push_back(std::move(line));
  if (!warnings.empty()) out += '\n';
  for (const std::string& line : warnings) out += "> " + markdown_cell(line) + "\n";
  return out;
}

}  // namespace rulescore
