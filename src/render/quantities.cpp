// Every figure of a text. Outside face: render.hpp. Tested by tests/unit/render/evidence_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json quantity_object(const Document& document, const Quantity& quantity) {
  Json object;
  object["document"] = document.metadata().name;
  object["begin"] = quantity.begin;
  object["end"] = quantity.end;
  object["text"] = document.text(quantity.begin, quantity.end);
  object["value"] = quantity.value;
  object["unit"] = quantity.unit;
  object["bound"] = to_string(quantity.bound);
  object["change"] = text_or_null(to_string(quantity.change));
  if (!std::isnan(quantity.value_high)) object["value_high"] = quantity.value_high;
  add_origin(object, document);
  return object;
}

}  // namespace
}  // namespace render

std::string quantities_jsonl(const Document& document) {
  std::string out;
  for (const Quantity& quantity : document.quantities()) out += render::dump(render::quantity_object(document, quantity)) + '\n';
  return out;
}

std::string quantities_table(std::span<const Document> documents, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const Document& document : documents) {
    TextTable table({{say(style, "字节", "Bytes"), Align::right},
                 {say(style, "原文", "Text"), Align::left, 40, true},
                 {say(style, "数值", "Figure"), Align::right, 40}});
    for (const Quantity& quantity : document.quantities()) {
      table.add({{std::to_string(quantity.begin) + "–" + std::to_string(quantity.end)},
                 {std::string(document.text(quantity.begin, quantity.end))},
                 {figure(quantity)}});
    }
    if (!out.empty()) out += '\n';
    out.append(source_line(document, style)).append(" · ").append(std::to_string(document.quantities().size()));
    out += say(style, " 个数量\n", " quantities\n");
    if (!document.quantities().empty()) out += table.text(style);
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

}  // namespace rulescore
