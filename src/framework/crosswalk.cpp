// Crosswalk, the public value: loading, the shares that are left, the other way round, bytes to rebuild it from. How a file is
// read is in crosswalk_reader.cpp, the tree it stands for in graft.cpp, scores in src/analysis. Tested by
// tests/unit/framework/crosswalk.cpp.
#include "framework/crosswalk.hpp"

#include "framework/file.hpp"
#include "framework/packed.hpp"
#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace rulescore {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view magic = "rulescore crosswalk 1\n";

// By node, what share of it has the property that `of_leaf` says of indicators, in its own weights.
template <typename OfLeaf>
std::vector<double> shares(const FrameworkModel& model, OfLeaf of_leaf) {
  std::vector<double> result(model.nodes.size());
  for (std::size_t i = result.size(); i-- > 0;) {
    const Node& node = model.nodes[i];
    if (node.is_indicator()) {
      result[i] = of_leaf(static_cast<std::uint32_t>(i));
      continue;
    }
    double sum = 0, weight = 0;
    for (const std::uint32_t child : node.children) {
      sum += model.nodes[child].weight * result[child];
      weight += model.nodes[child].weight;
    }
    result[i] = weight > 0 ? sum / weight : 0;
  }
  return result;
}

double left_of(double answered) noexcept { return answered > 1 - 1e-9 ? 0 : 1 - answered; }

std::vector<double> unmapped_shares(const FrameworkModel& to, std::span<const CrosswalkLink> links) {
  std::vector<double> answered(to.nodes.size());
  for (const CrosswalkLink& link : links)
    for (const std::uint32_t leaf : reached(to, link.to)) answered[leaf] += link.part;
  return shares(to, [&](std::uint32_t leaf) { return left_of(answered[leaf]); });
}

std::vector<double> unused_shares(const FrameworkModel& from, std::span<const CrosswalkLink> links) {
  std::vector<double> used(from.nodes.size());
  for (const CrosswalkLink& link : links) used[link.from] += link.back.value_or(1);
  for (std::size_t i = 1; i < used.size(); ++i) used[i] = std::max(used[i], used[from.nodes[i].parent]);
  return shares(from, [&](std::uint32_t leaf) { return left_of(used[leaf]); });
}

// `to` in itself: each indicator answers the part of it that the crosswalk answers.
Graft answered_parts(const FrameworkModel& to, const std::vector<double>& unmapped) {
  std::vector<CrosswalkLink> links;
  for (const std::uint32_t leaf : to.indicator_nodes)
    if (unmapped[leaf] < 1) links.push_back({leaf, leaf, 1 - unmapped[leaf], std::nullopt, {}, 0});
  return graft(to, to, links, Rest::leaves);
}

std::shared_ptr<const CrosswalkData> made_of(CrosswalkText said, bool reversed) {
  CrosswalkData data;
  data.said = std::move(said);
  data.reversed = reversed;
  data.links = data.said.links;
  if (reversed)
    for (CrosswalkLink& link : data.links) {
      const double part = link.part;
      link = {link.from, link.to, link.back.value_or(0), part, std::move(link.note), link.line};
    }
  const FrameworkModel &from = data.from().model(), &to = data.to().model();
  data.counts = graft(from, to, data.links, Rest::counts);
  data.leaves = graft(from, to, data.links, Rest::leaves);
  data.unmapped = unmapped_shares(to, data.links);
  data.unused = unused_shares(from, data.links);
  data.itself = answered_parts(to, data.unmapped);
  return std::make_shared<const CrosswalkData>(std::move(data));
}

// The framework at the path that a crosswalk names, as a person wrote it: beside the crosswalk, or one that ships.
reader::NamedFramework find_framework(const std::string& crosswalk, const std::string& path, const LoadOptions& options) {
  const bool is_path = path.find('/') != std::string::npos || path.ends_with(".yaml") || path.ends_with(".yml");
  if (!is_path) {
    const reader::FileAccess ships = files_that_ship();
    if (const auto file = ships.shipped(path)) return {Framework::load(file->name, options), {}, {}, {}};
    std::string hint = did_you_mean(path, ships.shipped_names());
    if (!hint.empty()) hint += " ";
    return {std::nullopt, "unknown-framework", "no framework that ships is called `" + path + "`",
            hint + "there are " + join(ships.shipped_names()) + "; a path has a / in it or ends in .yaml"};
  }
  const fs::path folder = folder_of(crosswalk);
  const std::string place = (path.starts_with('/') ? fs::path(path) : folder / path).string();
  if (!options.allow_outside && (path.starts_with('/') || !stands_below((folder / "..").string(), place)))
    return {std::nullopt, "bad-path",
            "the framework `" + path +
                "` can't be read: it must stand below the folder above the crosswalk's, and be named from there",
            "--allow-outside lets it stand elsewhere"};
  if (!fs::exists(root_file(place)))
    return {std::nullopt, "no-such-file", "there is no framework `" + path + "` beside this crosswalk", "check its name"};
  return {Framework::load(root_file(place), options), {}, {}, {}};
}

// Whether the file says all that it takes to read it backwards, and no indicator is answered more than wholly then.
void check_backs(const Crosswalk& crosswalk) {
  const Framework &from = crosswalk.from(), &to = crosswalk.to();
  const std::string refusal = "the crosswalk " + crosswalk.id() + " can't be read the other way round: ";
  std::string silent;
  std::vector<double> answered(from.nodes().size());
  for (const CrosswalkLink& link : crosswalk.links()) {
    if (!link.back)
      silent += (silent.empty() ? "" : ", ") + from.nodes()[link.from].code + " for " + to.nodes()[link.to].code + " (line " +
                std::to_string(link.line) + ")";
    for (const std::uint32_t leaf : reached(from.model(), link.from)) answered[leaf] += link.back.value_or(0);
  }
  if (!silent.empty())
    throw UsageError(refusal + "`part` says how much of " + to.id() + " is answered, not how much of " + from.id() +
                     " that takes; `back` is lacking at " + silent);
  for (std::size_t i = 0; i < answered.size(); ++i)
    if (answered[i] > 1 + 1e-9)
      throw UsageError(refusal + from.nodes()[i].code + " would be answered more than wholly, alone and with its group");
}

}  // namespace

Crosswalk::Crosswalk(std::shared_ptr<const CrosswalkData> data) noexcept : data_(std::move(data)) {}

Crosswalk Crosswalk::load(const std::string& path, const LoadOptions& options) {
  const reader::FindFramework find = [&](const std::string& named, bool) { return find_framework(path, named, options); };
  return Crosswalk(made_of(reader::read_crosswalk(path, read_file(path), find, true), false));
}

Crosswalk Crosswalk::parse(std::string_view yaml, const Framework& from, const Framework& to, const std::string& name) {
  const reader::FindFramework find = [&](const std::string&, bool is_from) {
    return reader::NamedFramework{is_from ? from : to, {}, {}, {}};
  };
  return Crosswalk(made_of(reader::read_crosswalk(name, yaml, find, true), false));
}

bool Crosswalk::is_one(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  const std::string text = read_file(path);
  return text.starts_with("crosswalk:") || text.find("\ncrosswalk:") != std::string::npos;
}

const std::string& Crosswalk::id() const noexcept { return data_->said.id; }
const Localised& Crosswalk::title() const noexcept { return data_->said.title; }
const Framework& Crosswalk::from() const noexcept { return data_->from(); }
const Framework& Crosswalk::to() const noexcept { return data_->to(); }
std::span<const CrosswalkLink> Crosswalk::links() const noexcept { return data_->links; }
double Crosswalk::unmapped(std::uint32_t to_node) const { return data_->unmapped.at(to_node); }
double Crosswalk::unused(std::uint32_t from_node) const { return data_->unused.at(from_node); }

Crosswalk Crosswalk::reversed() const {
  check_backs(*this);
  return Crosswalk(made_of(data_->said, !data_->reversed));
}

Crosswalk Crosswalk::between(const Framework& from, const Framework& to) const {
  const Framework &first = data_->reversed ? to : from, &second = data_->reversed ? from : to;
  const reader::FindFramework find = [&](const std::string&, bool is_from) {
    return reader::NamedFramework{is_from ? first : second, {}, {}, {}};
  };
  return Crosswalk(made_of(reader::read_crosswalk(data_->said.name, data_->said.text, find, false), data_->reversed));
}

std::string Crosswalk::serialise() const {
  std::string out(magic);
  for (const std::string_view part : {std::string_view(data_->reversed ? "reversed" : ""), std::string_view(data_->said.name),
                                      std::string_view(data_->said.text)})
    packed::put(out, part);
  packed::put(out, data_->said.from->serialise());
  packed::put(out, data_->said.to->serialise());
  return out;
}

Crosswalk Crosswalk::deserialise(std::string_view bytes) {
  if (!bytes.starts_with(magic)) packed::refuse("crosswalk");
  packed::Input input(bytes.substr(magic.size()), "crosswalk");
  const bool reversed = input.text() == "reversed";
  const std::string name(input.text()), text(input.text());
  const Framework from = Framework::deserialise(input.text()), to = Framework::deserialise(input.text());
  if (!input.at_end()) packed::refuse("crosswalk");
  const reader::FindFramework find = [&](const std::string&, bool is_from) {
    return reader::NamedFramework{is_from ? from : to, {}, {}, {}};
  };
  return Crosswalk(made_of(reader::read_crosswalk(name, text, find, false), reversed));
}

}  // namespace rulescore
