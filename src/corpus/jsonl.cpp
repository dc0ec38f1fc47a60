// Lines are read one at a time, so that a file of many reports takes the memory of its documents and no more.
// Outside face: read_jsonl(). Tested by tests/unit/corpus/jsonl.cpp.
#include "corpus/jsonl.hpp"

#include "corpus/file.hpp"
#include "corpus/json_line.hpp"
#include "corpus/keys.hpp"
#include "format/charset.hpp"
#include "format/format.hpp"
#include "framework/suggest.hpp"

#include <rulescore/error.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <utility>
#include <vector>

namespace rulescore {
namespace {

using nlohmann::json;

std::optional<int> year_of(const json& value) {
  if (value.is_number_unsigned())
    return checked_year(static_cast<long long>(std::min<std::uint64_t>(value.get<std::uint64_t>(), 9999)));
  return value.is_string() ? parse_year(value.get_ref<const std::string&>()) : std::nullopt;
}

// Sets what one member says; false when its key is none of ours.
bool set(Metadata& metadata, const std::string& key, const json& value) {
  if (key == "year") {
    metadata.year = year_of(value);
    if (!metadata.year) throw DocumentError("\"year\" is the year the report is about, such as 2020; found " + value.dump());
    return true;
  }
  const auto field = key == "name" ? &Metadata::name : find_text_key(key);
  if (field == nullptr) return false;
  if (!value.is_string()) throw DocumentError("\"" + key + "\" is no text");
  metadata.*field = value.get<std::string>();
  return true;
}

Document read_line(std::string line, Metadata metadata, const ReadOptions& options) {
  if (line.size() > 2 * max_document_bytes) throw DocumentError("is too long a line; at most 512 MiB are read");
  const Decoded decoded = to_utf8(std::move(line), options.encoding);
  const json object = parse_json_line(decoded.text);
  if (!object.is_object()) throw DocumentError("is no JSON object; expected {\"text\": \"…\", …}");
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) throw DocumentError("has no \"text\"");
  for (const auto& [key, value] : object.items()) {
    if (key == "text" || value.is_null() || set(metadata, key, value)) continue;
    const std::vector<std::string> names = key_names({"text", "name"}, "year");
    const std::string hint = did_you_mean(key, names);
    throw DocumentError("unknown key \"" + key + "\"; " + (hint.empty() ? "a line has " + join(names) : hint));
  }
  Plain plain = to_plain(text->get<std::string>(), {{}, "UTF-8", options.format.empty() ? "text" : options.format});
  return Document::from_text(
      std::move(plain.text), std::move(metadata),
      {std::move(plain.format), std::string(name_of(decoded.encoding)), decoded.verbatim && plain.verbatim});
}

bool is_blank(std::string_view line) noexcept { return line.find_first_not_of(" \t\r") == line.npos; }

}  // namespace

void read_jsonl(const std::string& path, const Metadata& known, const ReadOptions& options, ReadResult& result) {
  check_readable(path);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw IoError("can't be opened");
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (is_blank(line)) continue;
    Metadata metadata = known;
    metadata.name = path + ':' + std::to_string(number);
    const std::string name = metadata.name;
    try {
      result.documents.push_back(read_line(std::move(line), std::move(metadata), options));
    } catch (const Error& error) {
      result.failures.push_back({name, error.what()});
    }
  }
  if (stream.bad()) throw IoError("can't be read to its end");
}

}  // namespace rulescore
