// framework.yaml and the files of its groups: what the whole framework says, then the tree. Reads on after an error, so that one
// run names them all. Tested by tests/unit/framework/reader.cpp and tests/malformed.
#include "framework/reader.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <set>
#include <utility>

namespace rulescore::reader {
namespace {

constexpr std::size_t max_files = 1'000;

// Empty, or why a file name can't be one of a group.
std::string_view name_problem(std::string_view name) {
  if (name.front() == '/' || name.find('\\') != std::string_view::npos || name.find(':') != std::string_view::npos)
    return "it must be relative, with / between folders";
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return "it must stand below the folder of framework.yaml, without . and ..";
    begin = end + 1;
  }
  return {};
}

class FrameworkReader {
 public:
  FrameworkReader(std::string name, std::string text, const FileReader& files)
      : files_(files), model_(std::make_shared<FrameworkModel>()), tree_(*model_, journal_) {
    sources_.emplace_back(name, text);
    model_->files.push_back({std::move(name), std::move(text)});
  }

  ReadResult read() {
    const Context context{sources_.front(), journal_, words_};
    if (const std::optional<yaml::Value> root = parse(sources_.front())) read_root(context, *root);
    if (!journal_.failed()) {
      tree_.finish();
      words_.warn_unused(context);
    }
    if (journal_.failed()) return {nullptr, journal_.errors()};
    model_->warnings = journal_.warnings();
    rulescore::finish(*model_);
    return {model_, {}};
  }

 private:
  std::optional<yaml::Value> parse(const yaml::Source& source) {
    std::vector<Issue> issues;
    std::optional<yaml::Value> root = yaml::parse(source, issues);
    for (Issue& issue : issues) journal_.note(std::move(issue));
    if (root && root->is_null()) {
      journal_.note(source.issue({}, "empty-file", "the file is empty"));
      return std::nullopt;
    }
    return root;
  }

  void read_root(const Context& context, const yaml::Value& root) {
    const Fields fields(context, root, "a framework",
                        {"rulescore", "id", "version", "title", "full", "missing", "bands", "lexicon", "figures", "status", "attribution", "earns",
                         "groups", "children"});
    if (!fields.is_map()) return;
    read_header(context, fields);
    if (const yaml::Value* bands = fields.get("bands")) read_bands(context, *bands);
    if (const yaml::Value* lexicon = fields.get("lexicon")) words_.read_lexicon(context, *lexicon);
    if (const yaml::Value* figures = fields.get("figures")) words_.read_figures(context, *figures);
    if (const yaml::Value* status = fields.get("status")) model_->status = read_status(context, *status);
    if (const yaml::Value* attribution = fields.get("attribution")) model_->attribution = read_attribution(context, *attribution);
    if (const yaml::Value* earns = fields.get("earns")) model_->earns = read_earns(context, *earns, model_->earns);
    tree_.add_root(context, root.at);
    read_tree(context, fields, root.at);
  }

  void read_header(const Context& context, const Fields& fields) {
    if (const yaml::Value* format = fields.require("rulescore"))
      if (!format->is_scalar() || format->text != "1")
        context.error(format->at, "bad-version", "this reader knows version 1 of the format; found " + found(*format),
                      "write `rulescore: 1`");
    if (const yaml::Value* id = fields.require("id")) read_id(context, *id);
    if (const yaml::Value* version = fields.require("version"))
      model_->version = read_text(context, *version, "`version`").value_or("");
    if (const yaml::Value* title = fields.require("title"))
      model_->title = read_localised(context, *title, "`title`").value_or(Localised{});
    if (const yaml::Value* full = fields.get("full")) model_->full = read_positive(context, *full, "`full`").value_or(100);
    if (const yaml::Value* missing = fields.get("missing"))
      if (const auto index = read_choice(context, *missing, "`missing`", {"zero", "exclude"}))
        model_->missing = *index == 0 ? Missing::zero : Missing::exclude;
  }

  void read_id(const Context& context, const yaml::Value& value) {
    const std::optional<std::string> id = read_text(context, value, "`id`");
    if (!id) return;
    const bool is_good =
        id->size() <= 64 && std::all_of(id->begin(), id->end(), [](char c) {
          return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
        });
    if (is_good)
      model_->id = *id;
    else
      context.error(value.at, "bad-code", "an id has at most 64 letters, digits, `.`, `-` or `_`; found " + quoted(*id));
  }

  void read_bands(const Context& context, const yaml::Value& value) {
    if (!value.is_sequence() || value.items.empty())
      context.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                    "`bands` is a list; found " + (value.is_sequence() ? std::string("none") : found(value)),
                    "start each with `- {from: 90, name: …}`");
    for (const yaml::Value& item : value.items) {
      const Fields fields(context, item, "a band", {"from", "name"});
      const yaml::Value* from = fields.require("from");
      const yaml::Value* name = fields.require("name");
      if (from == nullptr || name == nullptr) continue;
      Band band;
      const std::optional<double> bound = read_number(context, *from, "`from`", 0, model_->full);
      if (const auto text = read_localised(context, *name, "`name`")) band.name = *text;
      if (!bound) continue;
      band.from = *bound;
      if (!model_->bands.empty() && band.from >= model_->bands.back().from)
        context.error(from->at, "bad-order", "bands fall from entry to entry; " + quoted(from->text) + " doesn't",
                      "sort them, the best first");
      model_->bands.push_back(std::move(band));
    }
  }

  void read_tree(const Context& context, const Fields& fields, yaml::Place at) {
    const yaml::Value* groups = fields.get("groups");
    const yaml::Value* children = fields.get("children");
    if (groups != nullptr && children != nullptr)
      context.error(*fields.place_of("children"), "conflict", "a framework has either `groups` or `children`, not both",
                    "put the groups into files, or all of them here");
    else if (groups != nullptr)
      read_groups(context, *groups);
    else if (children != nullptr)
      tree_.read_children(context, *children, 0);
    else if (!fields.place_of("groups") && !fields.place_of("children"))
      context.error(at, "missing-key", "a framework lacks `groups`",
                    "add `groups: [file.yaml, …]`, or the nodes under `children:`");
  }

  void read_groups(const Context& context, const yaml::Value& value) {
    if (!value.is_sequence() || value.items.empty())
      return context.error(value.at, value.is_sequence() ? "empty-list" : "wrong-type",
                           "`groups` is a list of files; found " + (value.is_sequence() ? std::string("none") : found(value)),
                           "write `groups: [A.yaml, B.yaml]`");
    if (value.items.size() > max_files)
      return context.error(value.at, "too-many-files", "more than " + std::to_string(max_files) + " files", "join some of them");
    if (!files_)
      return context.error(value.at, "no-files", "a text that is no file can't name others",
                           "write the groups out under `children:`");
    std::set<std::string> seen;
    for (const yaml::Value& item : value.items) {
      const std::optional<std::string> name = read_text(context, item, "a file of `groups`");
      if (!name) continue;
      if (const std::string_view problem = name_problem(*name); !problem.empty())
        context.error(item.at, "bad-path", "the file " + quoted(*name) + " can't be read: " + std::string(problem));
      else if (!seen.insert(*name).second)
        context.error(item.at, "duplicate-file", "the file " + quoted(*name) + " is named twice", "drop one");
      else
        read_group_file(context, item, *name);
    }
  }

  void read_group_file(const Context& context, const yaml::Value& at, const std::string& relative) {
    std::optional<std::string> text;
    try {
      text = files_(relative);
    } catch (const IoError& error) {
      return context.error(at.at, "unreadable-file", error.what());
    }
    if (!text)
      return context.error(at.at, "no-such-file", "there is no file " + quoted(relative) + " beside this one", "check its name");
    const std::string& root = model_->files.front().name;
    const std::size_t slash = root.find_last_of('/');
    const std::string name = slash == std::string::npos ? relative : root.substr(0, slash + 1) + relative;
    sources_.emplace_back(name, *text);
    model_->files.push_back({name, std::move(*text)});
    const Context inside{sources_.back(), journal_, words_};
    if (const std::optional<yaml::Value> group = parse(sources_.back())) tree_.read_node(inside, *group, 0);
  }

  const FileReader& files_;
  Journal journal_;
  Words words_;
  std::shared_ptr<FrameworkModel> model_;
  TreeReader tree_;
  std::deque<yaml::Source> sources_;  // places point into it
};

}  // namespace

ReadResult read_framework(std::string name, std::string text, const FileReader& files) {
  return FrameworkReader(std::move(name), std::move(text), files).read();
}

}  // namespace rulescore::reader
