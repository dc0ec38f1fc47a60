// `remove: [{E1.3: [rate]}]`: a rule, a metric or another entry leaves an indicator, and with a rule go its terms in `score` and
// the examples that expect it. Tested by tests/unit/framework/overlay.cpp.
#pragma once

#include "framework/context.hpp"

#include <map>
#include <string>
#include <vector>

namespace rulescore::reader {

class RuleRemoval {
 public:
  explicit RuleRemoval(const Context& context) : context_(context) {}

  // Takes what the scalar `name` names out of the node, which the file calls `node_name`.
  void remove(yaml::Value& node, const std::string& node_name, const yaml::Value& name);

  // Reports removals that leave nothing to score, or something that still needs what is gone; call it once `set` had its say.
  void finish();

 private:
  struct Removed {
    yaml::Value* node;
    std::string node_name, name;
    yaml::Place at;
  };
  bool remove_rule(yaml::Value& node, const std::string& name);
  void drop_examples(yaml::Value& node, const Removed& removed);
  bool leaves_enough(const Removed& removed) const;
  bool is_spared(const Removed& removed) const;

  const Context& context_;
  std::vector<Removed> removed_;
  std::map<const yaml::Value*, yaml::Value> before_;  // to read on with what was there, once its loss is reported
};

}  // namespace rulescore::reader
