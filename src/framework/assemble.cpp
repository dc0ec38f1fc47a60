#include "framework/assemble.hpp"

#include "base/parallel.hpp"
#include "framework/outline.hpp"
#include "framework/overlay.hpp"
#include "framework/suggest.hpp"
#include "framework/words.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace rulescore::reader {
namespace {

// Empty, or why a path can't be one of a framework's files.
std::string_view path_problem(std::string_view path) {
  if (path.front() == '/' || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos)
    return "it must be relative, with / between folders";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return "it must stand below the folder of framework.yaml, without . and ..";
    begin = end + 1;
  }
  return {};
}

// demonstration-2021, rather than ../city/framework.yaml
bool is_shipped_name(std::string_view name) {
  return name.find('/') == std::string_view::npos && !name.ends_with(".yaml") && !name.ends_with(".yml");
}

// A value that is nested deeper than `depth`, or nothing.
const yaml::Value* below(const yaml::Value& value, std::size_t depth) {
  if (value.is_scalar() || value.is_null()) return nullptr;
  if (depth == 0) return &value;
  const yaml::Value* found = nullptr;
  for (std::size_t i = 0; found == nullptr && i < value.items.size(); ++i) found = below(value.items[i], depth - 1);
  for (std::size_t i = 0; found == nullptr && i < value.members.size(); ++i) found = below(value.members[i].value, depth - 1);
  return found;
}

class Assembler {
 public:
  Assembler(const Context& context, Written& written, const FileAccess& files)
      : context_(context), limits_(context.words.limits()), written_(written), sources_(written.sources), files_(files) {}

  std::optional<yaml::Value> read(std::string name, std::string_view text) {
    layers_.push_back({identity(name), name, {}});
    File file{open(std::move(name), text), {}, {}};
    parse(file);
    std::optional<yaml::Value> root = told(std::move(file));
    if (root && root->is_map()) {
      if (member_of(*root, "extends") == nullptr) write_out_groups(*root);
      extend(*root);
    }
    layers_.pop_back();
    return root;
  }

 private:
  // One of the frameworks that are being read, the file that extends before the one it extends.
  struct Layer {
    std::string identity, name;
    yaml::Place extends;
  };

  // What is being read stands in a file, beside others.
  bool in_file() const noexcept { return files_.root_is_file || layers_.size() > 1; }
  std::string identity(const std::string& name) const { return files_.identity ? files_.identity(name) : name; }

  // A file on its way to a tree: opened in order, parsed beside others, told of in order.
  struct File {
    const yaml::Source* source = nullptr;
    std::optional<yaml::Value> root;
    std::vector<Issue> issues;
  };

  const yaml::Source* open(std::string name, std::string_view text) {
    context_.journal.opens(name);
    return &sources_.add(std::move(name), text);
  }

  void parse(File& file) const {
    file.root = files_.parse ? files_.parse(*file.source, file.issues) : yaml::parse(*file.source, file.issues);
  }

  std::optional<yaml::Value> told(File file) {
    for (Issue& issue : file.issues) context_.journal.note(std::move(issue));
    if (!file.root || !file.root->is_null()) return std::move(file.root);
    context_.journal.note(file.source->issue({}, "empty-file", "the file is empty"));
    return std::nullopt;
  }

  // --- groups

  // `groups` becomes `children`; where a file can't be read, what could be is added to it.
  void write_out_groups(yaml::Value& root) {
    yaml::Member* const groups = member_of(root, "groups");
    if (groups == nullptr || groups->value.is_null()) return;
    if (const yaml::Member* const children = member_of(root, "children"))
      return context_.error(children->at, "conflict", "a framework has either `groups` or `children`, not both",
                            "put the groups into files, or all of them here");
    yaml::Member children{"children", groups->at, {}};
    children.value.kind = yaml::Kind::sequence;
    children.value.at = groups->value.at;
    if (read_groups(groups->value, children.value.items))
      *groups = std::move(children);
    else if (!children.value.items.empty())
      root.members.push_back(std::move(children));
  }

  // False when it couldn't read all of them.
  bool read_groups(const yaml::Value& list, std::vector<yaml::Value>& groups) {
    if (!check_list(list)) return false;
    std::set<std::string> seen;
    std::vector<File> files(list.items.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      const yaml::Value& item = list.items[i];
      const std::optional<std::string> name = read_text(context_, item, "a file of `groups`");
      if (name && check_path(item.at, *name) && check_new(item.at, *name, seen)) files[i].source = open_group(item.at, *name);
    }
    parse(files);
    for (File& file : files)
      if (std::optional<yaml::Value> group = file.source == nullptr ? std::nullopt : told(std::move(file)))
        groups.push_back(std::move(*group));
    return groups.size() == files.size();
  }

  bool check_list(const yaml::Value& list) {
    if (!list.is_sequence() || list.items.empty())
      context_.error(list.at, list.is_sequence() ? "empty-list" : "wrong-type",
                     "`groups` is a list of files; found " + (list.is_sequence() ? std::string("none") : found(list)),
                     "write `groups: [A.yaml, B.yaml]`");
    else if (list.items.size() > limits_.max_files)
      context_.error(list.at, "too-many-files", "more than " + std::to_string(limits_.max_files) + " files",
                     "join some of them; a program can raise the limit: LoadOptions::max_files");
    else if (!files_.group || !in_file())
      context_.error(list.at, "no-files", "a text that is no file can't name others", "write the groups out under `children:`");
    else
      return true;
    return false;
  }

  bool check_path(yaml::Place at, const std::string& path, std::string hint = {}) {
    const std::string_view problem = files_.allow_outside ? std::string_view() : path_problem(path);
    if (!problem.empty())
      context_.error(at, "bad-path", "the file " + quoted(path) + " can't be read: " + std::string(problem), std::move(hint));
    return problem.empty();
  }

  bool check_new(yaml::Place at, const std::string& name, std::set<std::string>& seen) {
    if (seen.insert(name).second) return true;
    context_.error(at, "duplicate-file", "the file " + quoted(name) + " is named twice", "drop one");
    return false;
  }

  // Nothing, once reported, when it can't be read.
  const yaml::Source* open_group(yaml::Place at, const std::string& path) {
    std::optional<NamedText> file = find(at, [&] { return files_.group(sources_.of(at).name(), path); });
    if (file) return open(std::move(file->name), file->text);
    context_.error(at, "no-such-file", "there is no file " + quoted(path) + " beside this one", "check its name");
    return nullptr;
  }

  // Parsing is most of the work of reading a framework: large files side by side.
  void parse(std::vector<File>& files) const {
    constexpr std::size_t large = 64u << 10;  // bytes in all; less isn't worth a thread
    std::size_t bytes = 0;
    for (const File& file : files) bytes += file.source == nullptr ? 0 : file.source->text().size();
    const auto one = [&](std::size_t i) {
      if (files[i].source != nullptr) parse(files[i]);
    };
    parallel_for(files.size(), one, {bytes < large ? 1u : 0u, 1, {}});
  }

  template <typename Look>
  std::optional<NamedText> find(yaml::Place at, const Look& look) {
    try {
      return look();
    } catch (const IoError& error) {
      context_.error(at, "unreadable-file", error.what());  // a second issue at this place isn't noted
      return std::nullopt;
    }
  }

  // --- extends

  void extend(yaml::Value& root) {
    const yaml::Member* const extends = member_of(root, "extends");
    if (extends == nullptr || extends->value.is_null()) {
      for (const std::string_view key : {"set", "add", "remove"})
        if (const yaml::Member* const change = member_of(root, key); change != nullptr && extends == nullptr)
          context_.error(change->at, "missing-key", quoted(key) + " changes the framework that `extends` names; none is named",
                         "write `extends: demonstration-2021`, or the path of another");
      return;
    }
    for (const std::string_view key : {"groups", "children"})
      if (const yaml::Member* const tree = member_of(root, key))
        context_.error(tree->at, "conflict",
                       "a framework that extends another has its tree, and no " + quoted(key) + " of its own",
                       "add nodes with `add`, drop them with `remove`, change them with `set`");
    const std::optional<std::string> name = read_text(context_, extends->value, "`extends`");
    if (!name) return;
    layers_.back().extends = extends->value.at;
    std::optional<yaml::Value> base = read_base(extends->value.at, *name);
    if (!base || !base->is_map()) return;
    written_.overlays = std::max(written_.overlays, static_cast<std::uint32_t>(layers_.size()));
    root = overlaid(context_, std::move(*base), std::move(root));
    if (const yaml::Value* const deep = below(root, yaml::max_depth))
      context_.error(deep->at, "too-deep", "nested more than 64 deep", "a framework needs a handful of levels");
  }

  std::optional<yaml::Value> read_base(yaml::Place at, const std::string& name) {
    if (layers_.size() > limits_.max_layers) {
      context_.error(at, "too-many-layers",
                     "more than " + std::to_string(limits_.max_layers) + " frameworks extend one another: " + chain(0),
                     "write some of them into one (rulescore resolve); a program can raise the limit: LoadOptions::max_layers");
      return std::nullopt;
    }
    std::optional<NamedText> base = is_shipped_name(name) ? find_shipped(at, name) : find_file(at, name);
    if (!base) return std::nullopt;
    const std::string own = identity(base->name);
    for (std::size_t i = 0; i < layers_.size(); ++i)
      if (layers_[i].identity == own) {
        context_.error(at, "extends-cycle",
                       "a framework that extends itself: " + chain(i) + " extends " + quoted(layers_[i].name),
                       "one of them must stand on its own");
        return std::nullopt;
      }
    return read(std::move(base->name), base->text);
  }

  // "a.yaml:5:10 extends b.yaml:4:10"
  std::string chain(std::size_t from) const {
    std::string text;
    for (std::size_t i = from; i < layers_.size(); ++i)
      text += (i == from ? "" : " extends ") + layers_[i].name + ":" + std::to_string(layers_[i].extends.line) + ":" +
              std::to_string(layers_[i].extends.column);
    return text;
  }

  std::optional<NamedText> find_shipped(yaml::Place at, const std::string& name) {
    std::optional<NamedText> base;
    if (files_.shipped) base = find(at, [&] { return files_.shipped(name); });
    if (base) return base;
    const std::vector<std::string> names = files_.shipped_names ? files_.shipped_names() : std::vector<std::string>();
    std::string hint = did_you_mean(name, names);
    if (!hint.empty()) hint += " ";
    context_.error(at, "unknown-framework", "no framework that ships is called " + quoted(name),
                   hint + "there are " + join(names) + "; a path has a / in it or ends in .yaml");
    return base;
  }

  std::optional<NamedText> find_file(yaml::Place at, std::string path) {
    if (path.ends_with('/')) path.pop_back();
    if (!files_.base || !in_file()) {
      context_.error(at, "no-files", "a text that is no file can't name others",
                     "extend one that ships, such as demonstration-2021");
      return std::nullopt;
    }
    if (!check_path(at, path, "--allow-outside lets it stand elsewhere")) return std::nullopt;
    std::optional<NamedText> base = find(at, [&] { return files_.base(sources_.of(at).name(), path); });
    if (!base) context_.error(at, "no-such-file", "there is no framework " + quoted(path) + " beside this one", "check its name");
    return base;
  }

  const Context& context_;
  const LoadOptions& limits_;
  Written& written_;
  yaml::Sources& sources_;
  const FileAccess& files_;
  std::vector<Layer> layers_;
};

}  // namespace

std::optional<yaml::Value> assemble(const Context& context, Written& written, std::string name, std::string_view text,
                                    const FileAccess& files) {
  return Assembler(context, written, files).read(std::move(name), text);
}

}  // namespace rulescore::reader
