// What a framework says of figures in a table, as data: `index` of the whole, `data` of an indicator. Read by reader_data.cpp,
// used by panel/index.cpp.
#pragma once

#include <rulescore/prepare.hpp>

#include <map>
#include <string>

namespace rulescore {

// Where an indicator's figures stand, and how they come on the common scale.
struct DataColumn {
  bool said = false;
  std::string name;  // of the column; the indicator's code unless said
  std::string per;   // the column it is divided by; empty: none
  Sense sense = Sense::benefit;
  Imputation impute;
  Treatment treat;
  Normalisation normalise;
};

// What holds for the whole table.
struct IndexRules {
  bool said = false;         // the framework has an `index`
  std::string unit;          // the column that names the rows; empty: the first that holds texts
  std::string time;          // of panels: the column of years
  double min_available = 0;  // what a group inherits that doesn't say otherwise; see NodeRules
  DataColumn columns;        // what an indicator inherits
  // Other weights than those of the tree, by name: by code, among siblings.
  std::map<std::string, std::map<std::string, double>> weights;
};

}  // namespace rulescore
