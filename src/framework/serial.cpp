// A framework as bytes that another process can rebuild it from: the texts it was read from, and the edits made since. Lengths
// stand before contents, numbers are decimal texts that read back to the same bits. Tested by
// tests/unit/framework/framework.cpp.
#include "framework/access.hpp"
#include "framework/packed.hpp"
#include "framework/reader.hpp"

#include <limits>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view magic = "rulescore framework 1\n";
constexpr std::size_t max_entries = 1'000'000;

using packed::put;

[[noreturn]] void refuse() { packed::refuse("framework"); }

}  // namespace

std::string Framework::serialise() const {
  if (model_->written == nullptr) throw UsageError("a framework that wasn't read from texts can't be written to bytes");
  std::string out(magic);
  const yaml::Sources& sources = model_->written->sources;
  put(out, sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    put(out, sources[i].name());
    put(out, sources[i].text());
  }
  put(out, model_->edits.size());
  for (const auto& [code, weight] : model_->edits) {
    put(out, code);
    put(out, weight);
  }
  return out;
}

Framework Framework::deserialise(std::string_view bytes) {
  if (bytes.substr(0, magic.size()) != magic) refuse();
  packed::Input input(bytes.substr(magic.size()), "framework");
  std::vector<std::pair<std::string, std::string>> files;  // name and text
  const auto count = input.number<std::size_t>();
  if (count == 0 || count > max_entries) refuse();
  for (std::size_t i = 0; i < count; ++i) {
    std::string name(input.text());
    files.emplace_back(std::move(name), input.text());
  }
  std::map<std::string, double> edits;
  for (auto left = input.number<std::size_t>(); left > 0; --left) {
    const std::string code(input.text());
    edits[code] = input.number<double>();
  }
  if (!input.at_end()) refuse();

  // Files are asked for in the order they were read in.
  std::size_t next = 1;
  const auto replay = [&](const auto&...) -> std::optional<reader::NamedText> {
    if (next == files.size()) return std::nullopt;
    const auto& [name, text] = files[next++];
    return reader::NamedText{name, text};
  };
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();  // it was within its limits when it was loaded
  const LoadOptions unlimited{true, most, most, most, most};
  reader::FileAccess access;
  if (count > 1) {
    access.group = access.base = replay;
    access.shipped = replay;
  }
  access.allow_outside = true;
  reader::ReadResult result = reader::read_framework(files[0].first, files[0].second, access, unlimited);
  if (result.model == nullptr) throw FrameworkError(std::move(result.errors));
  Framework framework = FrameworkAccess::make(std::move(result.model));
  for (const auto& [code, weight] : edits) framework = framework.with_weight(code, weight);
  return framework;
}

}  // namespace rulescore
