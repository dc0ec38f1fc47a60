// A list of maps, one a file. What is wrong with it is told with its place; the rest is used all the same.
// Outside face: read_manifest(). Tested by tests/unit/corpus/manifest.cpp.
#include "corpus/manifest.hpp"

#include "corpus/file.hpp"
#include "corpus/keys.hpp"
#include "framework/suggest.hpp"
#include "framework/yaml.hpp"

#include <rulescore/error.hpp>

#include <filesystem>
#include <optional>
#include <system_error>

namespace rulescore {
namespace fs = std::filesystem;
namespace {

class Reader {
 public:
  Reader(const yaml::Source& source, fs::path folder, bool whole) : source_(source), folder_(std::move(folder)), whole_(whole) {}

  Manifest read() {
    std::vector<Issue> issues;
    const std::optional<yaml::Value> tree = yaml::parse(source_, issues);
    for (const Issue& issue : issues) fail({issue.line, issue.column}, issue.message, issue.hint);
    if (tree && !tree->is_null()) list(*tree);
    return std::move(manifest_);
  }

 private:
  void fail(yaml::Place at, std::string message, const std::string& hint = {}) {
    std::string name = source_.name();
    if (at.line > 0) name += ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
    if (!hint.empty()) message += "; " + hint;
    manifest_.failures.push_back({std::move(name), std::move(message)});
  }

  void list(const yaml::Value& tree) {
    if (!tree.is_sequence()) return fail(tree.at, "expected a list of entries, each beginning with `- file:`");
    for (const yaml::Value& item : tree.items) entry(item);
  }

  void entry(const yaml::Value& item) {
    if (!item.is_map()) return fail(item.at, "expected an entry such as `- file: report.txt`");
    const yaml::Value* file = item.find("file");
    if (file == nullptr || !file->is_scalar() || file->text.empty()) return fail(item.at, "this entry names no `file`");
    Metadata metadata;
    for (const yaml::Member& member : item.members) value(member, metadata);
    std::error_code error;
    if (whole_ && !fs::exists(folder_ / file->text, error)) fail(file->at, "there is no file " + file->text + " here");
    if (!manifest_.files.emplace(file->text, std::move(metadata)).second) {
      fail(file->at, file->text + " has an entry already; the first one is used");
    }
  }

  void value(const yaml::Member& member, Metadata& metadata) {
    if (member.key == "file" || member.value.is_null()) return;
    if (!member.value.is_scalar()) return fail(member.value.at, "`" + member.key + "` takes one text");
    if (member.key == "period") {
      metadata.year = parse_year(member.value.text);
      if (!metadata.year)
        fail(member.value.at, "`period` is the year the report is about, such as 2020; found " + member.value.text);
      return;
    }
    if (const auto field = find_text_key(member.key)) {
      metadata.*field = member.value.text;
      return;
    }
    const std::vector<std::string> names = key_names({"file"}, "period");
    std::string hint = did_you_mean(member.key, names);
    if (hint.empty()) hint = "an entry has " + join(names);
    fail(member.at, "unknown key `" + member.key + "`", hint);
  }

  const yaml::Source& source_;
  fs::path folder_;
  bool whole_;
  Manifest manifest_;
};

}  // namespace

Manifest read_manifest(const std::string& folder, bool whole) {
  const fs::path path = fs::path(folder) / "manifest.yaml";
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  try {
    const yaml::Source source(path.string(), read_bytes(path.string()));
    return Reader(source, folder, whole).read();
  } catch (const IoError& e) {
    return {{}, {{path.string(), e.what()}}};
  }
}

}  // namespace rulescore
