// A framework as bytes that another process can rebuild it from: the texts it was read from, and the edits made since. Lengths
// stand before contents, numbers are decimal texts that read back to the same bits. Tested by
// tests/unit/framework/framework.cpp.
#include "framework/access.hpp"
#include "framework/reader.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace rulescore {
namespace {

constexpr std::string_view magic = "rulescore framework 1\n";
constexpr std::size_t max_entries = 1'000'000;

void put(std::string& out, std::string_view s) {
  out += std::to_string(s.size());
  out += ':';
  out += s;
}

void put(std::string& out, std::size_t count) { put(out, std::to_string(count)); }

void put(std::string& out, double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  put(out, std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
}

[[noreturn]] void refuse() { throw UsageError("these bytes are no serialised framework"); }

class Input {
 public:
  explicit Input(std::string_view bytes) : bytes_(bytes) {}

  std::string_view text() {
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(bytes_.data(), bytes_.data() + bytes_.size(), length);
    if (error != std::errc{} || end == bytes_.data() + bytes_.size() || *end != ':') refuse();
    bytes_.remove_prefix(static_cast<std::size_t>(end - bytes_.data()) + 1);
    if (length > bytes_.size()) refuse();
    const std::string_view found = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return found;
  }

  template <typename Number>
  Number number() {
    const std::string_view digits = text();
    Number value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) refuse();
    return value;
  }

  bool at_end() const noexcept { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

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
  Input input(bytes.substr(magic.size()));
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
