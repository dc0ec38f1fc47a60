// What the scan finds in a sentence, as one line a test can compare: "[约12.6万人次] 126000 人次 about; [5%] 5 % decrease".
#pragma once

#include "quantity/scan.hpp"

#include <cmath>
#include <cstdio>
#include <string>

namespace rulescore {

inline std::string number_text(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.12g", value);
  return buffer;
}

inline std::string figures(const std::string& sentence) {
  const Text text = decode(sentence);
  std::string line;
  for (const QuantityAt& q : scan_quantities(text)) {
    if (!line.empty()) line += "; ";
    line += "[" + std::string(text.quote(q.where)) + "] " + number_text(q.value);
    if (!std::isnan(q.value_high)) line += ".." + number_text(q.value_high);
    if (!q.unit.empty()) line += " " + std::string(q.unit);
    if (q.bound != Bound::exact) line += " " + std::string(to_string(q.bound));
    if (q.change != Change::none) line += " " + std::string(to_string(q.change));
  }
  return line;
}

}  // namespace rulescore
