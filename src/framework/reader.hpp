// From the located tree to the model, one function a kind of entry. Stateless; every issue goes to the context's journal.
#pragma once

#include "framework/assemble.hpp"
#include "framework/model.hpp"
#include "framework/words.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore::reader {

std::optional<Localised> read_localised(const Context& context, const yaml::Value& value, std::string_view what);

// reader_rule.cpp: `evidence`
std::vector<Rule> read_rules(const Context& context, const yaml::Value& value);

// Reports a name that a rule or a metric can't have.
void check_name(const Context& context, const yaml::Member& member);

// reader_metric.cpp: `metrics`, and what the entries of a score block may be called.
std::vector<Metric> read_metrics(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules,
                                 ZeroOverZero inherited);
std::optional<ZeroOverZero> read_zero_over_zero(const Context& context, const yaml::Value& value, std::string_view what);
struct Named {
  const std::vector<Rule>* rules;
  const std::vector<Metric>* metrics;
};
const std::string& name_of(const Named& named, Source source);
bool is_signed(const Named& named, Source source);
// What the text at `at` names; reports an unknown one with a did-you-mean.
std::optional<Source> source_named(const Context& context, std::string_view name, yaml::Place at, const Named& named);

// reader_score.cpp: `score`; names and figures are checked against the rules. `full`: marks of the indicator.
ScoreBlock read_score(const Context& context, const yaml::Value& value, const Named& named, double full);

// reader_scorers.cpp: `scorers` of the framework or of an indicator, and `score: {given: …}`.
std::vector<Scorer> read_scorers(const Context& context, const yaml::Value& value);
std::optional<Direct> read_direct(const Context& context, const yaml::Value& value);
// reader_term.cpp: false, once reported, when `drop` and `drop_from` can't be read.
bool read_drop(const Context& context, const Fields& fields, std::uint16_t& drop, std::uint16_t& drop_from);

// reader_example.cpp: `examples`; `most`: marks that one may state.
std::vector<Example> read_examples(const Context& context, const yaml::Value& value, const std::vector<Rule>& rules, double most);

// reader_status.cpp: `status`
StatusRules read_status(const Context& context, const yaml::Value& value);

// reader_attribution.cpp: `attribution`, and `earns` of the framework or of an indicator; what it doesn't say is inherited.
AttributionRules read_attribution(const Context& context, const yaml::Value& value);
Earns read_earns(const Context& context, const yaml::Value& value, Earns inherited);

// reader_status.cpp: a list of cues; `kind` names it in messages.
std::vector<Cue> read_cues(const Context& context, const Fields& fields, std::string_view kind);

// reader_node.cpp: what a node (the whole, with its quotas and grade) says of its place in the tree; `rules` of an indicator.
void read_node_rules(const Context& context, const Fields& fields, FrameworkModel& model, std::uint32_t node,
                     const std::vector<Rule>* rules);
void read_whole(const Context& context, const Fields& fields, FrameworkModel& model);
std::vector<Band> read_bands(const Context& context, const yaml::Value& value, double highest);
void settle_marks(FrameworkModel& model);  // when all nodes are read

// reader_data.cpp: `index` of the whole, `data` of an indicator. Codes that sets of weights name are checked when all nodes are read.
struct WeighedCode {
  std::string code;
  yaml::Place at;
};
IndexRules read_index(const Context& context, const yaml::Value& value, std::vector<WeighedCode>& weighed);
DataColumn read_data(const Context& context, const yaml::Value& value, const DataColumn& inherited);
void check_codes(const Context& context, const std::vector<WeighedCode>& weighed, const FrameworkModel& model);

// reader_node.cpp: 40%, or 0.4.
std::optional<double> read_share(const Context& context, const yaml::Value& value, std::string_view what);
// A number that may be negative.
std::optional<double> read_signed(const Context& context, const yaml::Value& value, std::string_view what);

// Index of the rule that the text at `at` names; reports an unknown one with a did-you-mean.
std::optional<std::size_t> rule_named(const Context& context, std::string_view name, yaml::Place at,
                                      const std::vector<Rule>& rules);

// The units of the figures a rule finds, those of its words included; empty: any.
std::vector<std::string_view> units_of(const Rule& rule);

// False, once reported, when the rule can't find figures of that unit.
bool check_unit(const Context& context, yaml::Place at, const Rule& rule, std::string_view unit);

// Nodes as they come, over all files; what needs all of them is checked at the end.
class TreeReader {
 public:
  explicit TreeReader(FrameworkModel& model) : model_(model) {}

  void add_root(yaml::Place at);
  void read_children(const Context& context, const yaml::Value& list, std::uint32_t parent);
  void read_node(const Context& context, const yaml::Value& value, std::uint32_t parent);
  void finish(const Context& context);

 private:
  std::uint32_t add_node(yaml::Place at, std::uint32_t parent);
  void read_common(const Context& context, const Fields& fields, std::uint32_t node);
  void read_code(const Context& context, const yaml::Value& value, std::uint32_t node);
  void read_number_of(const Context& context, const yaml::Value& value, std::uint32_t node);
  void read_group(const Context& context, const yaml::Value& value, std::uint32_t node);
  void read_indicator(const Context& context, const yaml::Value& value, std::uint32_t node);
  void read_leaf(const Context& context, const Fields& fields, std::uint32_t node, IndicatorModel& indicator);
  void check_weights(const Context& context, std::uint32_t parent);
  void check_bare_codes(const Context& context);

  FrameworkModel& model_;
  std::vector<yaml::Place> places_;  // by node
  std::map<std::string, yaml::Place, std::less<>> codes_;
  std::map<int, yaml::Place> numbers_;
};

struct ReadResult {
  std::shared_ptr<FrameworkModel> model;  // null when there are errors
  std::vector<Issue> errors;
};

// reader.cpp: a whole framework. Naming files that `files` has no way to find is an error.
ReadResult read_framework(std::string name, std::string text, const FileAccess& files, const LoadOptions& limits = {});

}  // namespace rulescore::reader
