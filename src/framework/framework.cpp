// Framework, the public value: loading, looking up, editing weights. What a framework says is in model.hpp, how it is read in
// reader.hpp. Tested by tests/unit/framework/framework.cpp.
#include <rulescore/framework.hpp>

#include "framework/access.hpp"
#include "framework/file.hpp"
#include "framework/reader.hpp"
#include "framework/suggest.hpp"

#include <charconv>
#include <cmath>
#include <utility>

namespace rulescore {
namespace {

Framework made_from(reader::ReadResult result) {
  if (result.model == nullptr) throw FrameworkError(std::move(result.errors));
  return FrameworkAccess::make(std::move(result.model));
}

// The node with that code, or the indicator with that number.
std::optional<std::uint32_t> look_up(const FrameworkModel& model, std::string_view code) noexcept {
  for (std::uint32_t node = 0; node < model.nodes.size(); ++node)
    if (model.nodes[node].code == code) return node;
  int number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  if (error != std::errc{} || end != code.data() + code.size()) return std::nullopt;
  for (const std::uint32_t node : model.indicator_nodes)
    if (model.nodes[node].number == number) return node;
  return std::nullopt;
}

double weight_sum(const FrameworkModel& model, std::uint32_t parent) {
  double sum = 0;
  for (const std::uint32_t child : model.nodes[parent].children) sum += model.nodes[child].weight;
  return sum;
}

}  // namespace

Framework::Framework(std::shared_ptr<const FrameworkModel> model) noexcept : model_(std::move(model)) {}

Framework Framework::load(const std::string& path, const LoadOptions& options) {
  const std::string root = root_file(path);
  return made_from(reader::read_framework(root, read_file(root), files_on_disk(options.allow_outside), options));
}

Framework Framework::parse(std::string_view yaml, const std::string& name) {
  return made_from(reader::read_framework(name, std::string(yaml), files_that_ship()));
}

const std::string& Framework::id() const noexcept { return model_->id; }
const std::string& Framework::version() const noexcept { return model_->version; }
const Localised& Framework::title() const noexcept { return model_->title; }
double Framework::full() const noexcept { return model_->full; }
Missing Framework::missing() const noexcept { return model_->missing; }
std::span<const Quota> Framework::quotas() const noexcept { return model_->quotas; }
std::span<const Band> Framework::bands() const noexcept { return model_->bands; }
std::span<const Node> Framework::nodes() const noexcept { return model_->nodes; }
std::span<const std::uint32_t> Framework::indicators() const noexcept { return model_->indicator_nodes; }
std::span<const Issue> Framework::warnings() const noexcept { return model_->warnings; }
bool Framework::compares() const noexcept { return model_->compared > 0; }
const std::string& Framework::fingerprint() const noexcept { return model_->fingerprint; }
const std::string& Framework::rules_fingerprint() const noexcept { return model_->rules_fingerprint; }

std::optional<std::uint32_t> Framework::find(std::string_view code) const noexcept { return look_up(*model_, code); }

std::uint32_t Framework::at(std::string_view code) const {
  if (const auto node = look_up(*model_, code)) return *node;
  std::vector<std::string> codes;
  for (const Node& node : model_->nodes) codes.push_back(node.code);
  const std::string hint = did_you_mean(code, codes);
  throw UsageError("`" + std::string(code) + "` is no group, indicator or number of an indicator in " + id() +
                   (hint.empty() ? "" : "; " + hint));
}

Framework Framework::with_weight(std::string_view code, double weight) const {
  const std::uint32_t node = at(code);
  if (node == 0) throw UsageError("the whole has no weight; its groups have");
  if (const Role role = model_->nodes[node].role; role != Role::weighted)
    throw UsageError("`" + model_->nodes[node].code + "` is a " + std::string(to_string(role)) + ": it has full marks of its own, no weight");
  if (!std::isfinite(weight) || weight < 0) throw UsageError("a weight is a finite number of at least 0");
  auto edited = std::make_shared<FrameworkModel>(*model_);
  edited->nodes[node].weight = weight + 0.0;  // -0.0 is 0
  const double sum = weight_sum(*edited, edited->nodes[node].parent);
  if (!(sum > 0) || !std::isfinite(sum))
    throw UsageError("the weights of `" + edited->nodes[node].code + "` and its siblings must add up to a finite number above 0");
  edited->edits[edited->nodes[node].code] = edited->nodes[node].weight;
  rulescore::finish(*edited);
  return FrameworkAccess::make(std::move(edited));
}

std::string_view to_string(Role role) noexcept {
  switch (role) {
    case Role::weighted:
      return "weighted";
    case Role::bonus:
      return "bonus";
    case Role::deduction:
      return "deduction";
  }
  return "";
}

std::string_view to_string(Missing missing) noexcept {
  switch (missing) {
    case Missing::zero:
      return "zero";
    case Missing::exclude:
      return "exclude";
    case Missing::full:
      return "full";
    case Missing::prior:
      return "prior";
    case Missing::bounds:
      return "bounds";
  }
  return "";
}

std::string_view to_string(VetoEffect effect) noexcept {
  switch (effect) {
    case VetoEffect::band_at_most:
      return "band_at_most";
    case VetoEffect::band:
      return "band";
    case VetoEffect::fail:
      return "fail";
    case VetoEffect::zero:
      return "zero";
  }
  return "";
}

}  // namespace rulescore
