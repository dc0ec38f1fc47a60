// What the files beside this one declare they compare.
#pragma once

#include "peers/golden.hpp"

#include <map>
#include <string>
#include <vector>

namespace golden {

struct Declared {
  double tolerance;
  std::function<void(Comparison&)> run;
};

struct Registry {
  std::map<std::string, std::vector<Declared>> checks;
  std::map<std::string, std::string> not_compared;  // file, why
};

Registry& registry();

}  // namespace golden
