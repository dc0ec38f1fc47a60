// One fact from texts with names, as a CSV row or a JSON line gives them. Tested by tests/unit/elsewhere/facts.cpp.
#pragma once

#include <rulescore/facts.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

enum class FactField : unsigned char {
  jurisdiction,
  year,
  document,
  indicator,
  rule,
  value,
  unit,
  status,
  kind,
  scope,
  source,
  quote,
};

// What a column or a key means; 地区, 年份, … as spreadsheets head their columns, too.
std::optional<FactField> fact_field(std::string_view name);
std::string_view name_of(FactField field) noexcept;
// All names, for "did you mean".
const std::vector<std::string>& fact_field_names();

// Collects the texts of one fact.
class FactFields {
 public:
  // Throws DocumentError whose text is the reason alone. An empty text says nothing.
  void set(FactField field, std::string text);
  const std::string& get(FactField field) const noexcept { return texts_[static_cast<std::size_t>(field)]; }
  bool empty() const noexcept;
  // `where` names it. Throws DocumentError likewise.
  Fact fact(std::string where) const;

 private:
  std::string texts_[12];
};

// A figure from its digits and its unit, either of which may hold the unit: "98.6" "%", "98.6%" "", "2.5" "万件". `unit` becomes
// canonical; throws DocumentError.
struct FactFigure {
  double value = no_value;
  std::string unit;
};
FactFigure read_fact_figure(const std::string& value, const std::string& unit);

}  // namespace rulescore
