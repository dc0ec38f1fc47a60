#include "framework/trees.hpp"

#include <utility>

namespace rulescore::yaml {

std::optional<Value> Trees::parse(const Source& source, std::vector<Issue>& issues) {
  Entry& known = entry(source.file());
  if (known.name != source.name() || known.text != source.text() || (!known.root && known.issues.empty())) {
    known = {source.name(), std::string(source.text()), std::nullopt, {}};
    known.root = yaml::parse(source, known.issues);
  }
  issues.insert(issues.end(), known.issues.begin(), known.issues.end());
  return known.root;
}

Trees::Entry& Trees::entry(std::uint32_t file) {
  const std::scoped_lock lock(mutex_);
  return by_file_[file];
}

}  // namespace rulescore::yaml
