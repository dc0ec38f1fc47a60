// A framework read again and again while someone edits it. Outside face: edit.hpp. Tested by
// tests/unit/framework/loader.cpp.
#include "framework/access.hpp"
#include "framework/file.hpp"
#include "framework/reader.hpp"
#include "framework/trees.hpp"

#include <rulescore/edit.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace rulescore {

struct FrameworkLoader::Impl {
  std::string path;
  LoadOptions options;
  std::vector<std::string> files;
  yaml::Trees trees;

  void saw(const std::string& file) {
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
  }
};

FrameworkLoader::FrameworkLoader(const std::string& path, const LoadOptions& options) : impl_(std::make_unique<Impl>()) {
  impl_->path = path;
  impl_->options = options;
  impl_->files = {root_file(path)};
}

FrameworkLoader::~FrameworkLoader() = default;
FrameworkLoader::FrameworkLoader(FrameworkLoader&&) noexcept = default;
FrameworkLoader& FrameworkLoader::operator=(FrameworkLoader&&) noexcept = default;

const std::vector<std::string>& FrameworkLoader::files() const noexcept { return impl_->files; }

Framework FrameworkLoader::load() {
  Impl& kept = *impl_;
  const std::string root = root_file(kept.path);
  kept.files = {root};
  reader::FileAccess access = files_on_disk(kept.options.allow_outside);
  const auto noted = [&](const reader::FileAccess::Find& find) {
    return [&kept, find](const std::string& from, const std::string& name) {
      kept.saw(root_file((std::filesystem::path(folder_of(from)) / name).lexically_normal().string()));
      return find(from, name);
    };
  };
  access.group = noted(access.group);
  access.base = noted(access.base);
  access.shipped = [&, find = access.shipped](const std::string& name) {
    auto found = find(name);
    if (found) kept.saw(found->name);
    return found;
  };
  access.parse = [&](const yaml::Source& source, std::vector<Issue>& issues) { return kept.trees.parse(source, issues); };
  reader::ReadResult result = reader::read_framework(root, read_file(root), access);
  if (result.model == nullptr) throw FrameworkError(std::move(result.errors));
  return FrameworkAccess::make(std::move(result.model));
}

}  // namespace rulescore
