#include "framework/assemble.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

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

class Assembler {
 public:
  Assembler(const Context& context, Written& written, const FileReader& files)
      : context_(context), sources_(written.sources), files_(files) {}

  std::optional<yaml::Value> read(std::string name, std::string_view text) {
    std::optional<yaml::Value> root = parse(std::move(name), text);
    if (root && root->is_map()) write_out_groups(*root);
    return root;
  }

 private:
  std::optional<yaml::Value> parse(std::string name, std::string_view text) {
    context_.journal.opens(name);
    const yaml::Source& source = sources_.add(std::move(name), text);
    std::vector<Issue> issues;
    std::optional<yaml::Value> root = yaml::parse(source, issues);
    for (Issue& issue : issues) context_.journal.note(std::move(issue));
    if (root && root->is_null()) {
      context_.journal.note(source.issue({}, "empty-file", "the file is empty"));
      return std::nullopt;
    }
    return root;
  }

  // `groups` becomes `children`; where a file can't be read, what could be is added to it.
  void write_out_groups(yaml::Value& root) {
    const auto groups = std::find_if(root.members.begin(), root.members.end(), [](const auto& m) { return m.key == "groups"; });
    if (groups == root.members.end() || groups->value.is_null()) return;
    for (const yaml::Member& member : root.members)
      if (member.key == "children")
        return context_.error(member.at, "conflict", "a framework has either `groups` or `children`, not both",
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
    bool all = true;
    for (const yaml::Value& item : list.items) {
      const std::optional<std::string> name = read_text(context_, item, "a file of `groups`");
      std::optional<yaml::Value> group;
      if (name && check_name(item.at, *name, seen)) group = read_group(item.at, *name);
      all = all && group;
      if (group) groups.push_back(std::move(*group));
    }
    return all;
  }

  bool check_list(const yaml::Value& list) {
    if (!list.is_sequence() || list.items.empty())
      context_.error(list.at, list.is_sequence() ? "empty-list" : "wrong-type",
                     "`groups` is a list of files; found " + (list.is_sequence() ? std::string("none") : found(list)),
                     "write `groups: [A.yaml, B.yaml]`");
    else if (list.items.size() > max_files)
      context_.error(list.at, "too-many-files", "more than " + std::to_string(max_files) + " files", "join some of them; the limit is `max_files` in src/framework/assemble.cpp");
    else if (!files_)
      context_.error(list.at, "no-files", "a text that is no file can't name others", "write the groups out under `children:`");
    else
      return true;
    return false;
  }

  bool check_name(yaml::Place at, const std::string& name, std::set<std::string>& seen) {
    if (const std::string_view problem = name_problem(name); !problem.empty())
      context_.error(at, "bad-path", "the file " + quoted(name) + " can't be read: " + std::string(problem));
    else if (!seen.insert(name).second)
      context_.error(at, "duplicate-file", "the file " + quoted(name) + " is named twice", "drop one");
    else
      return true;
    return false;
  }

  std::optional<yaml::Value> read_group(yaml::Place at, const std::string& relative) {
    std::optional<std::string> text;
    try {
      text = files_(relative);
    } catch (const IoError& error) {
      context_.error(at, "unreadable-file", error.what());
      return std::nullopt;
    }
    if (!text) {
      context_.error(at, "no-such-file", "there is no file " + quoted(relative) + " beside this one", "check its name");
      return std::nullopt;
    }
    const std::string& own = sources_.of(at).name();
    return parse(own.substr(0, own.find_last_of('/') + 1) + relative, *text);
  }

  const Context& context_;
  yaml::Sources& sources_;
  const FileReader& files_;
};

}  // namespace

std::optional<yaml::Value> assemble(const Context& context, Written& written, std::string name, std::string_view text,
                                    const FileReader& files) {
  return Assembler(context, written, files).read(std::move(name), text);
}

}  // namespace rulescore::reader
