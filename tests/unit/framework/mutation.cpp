#include "mutation.hpp"

#include "neutral.hpp"

#include "support/catch.hpp"

#include <algorithm>

namespace rulescore::testing {
namespace {

std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
  return end - at;
}

std::size_t character_begin(std::string_view text, std::size_t byte) {
  while (byte > 0 && (static_cast<unsigned char>(text[byte]) & 0xC0u) == 0x80u) --byte;
  return byte;
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t i = 0; i < text.size(); i += characters.back().size())
    characters.emplace_back(text.substr(i, character_length(text, i)));
  return characters;
}

// Half the time a character of the text itself, else one that means something to YAML, a digit, a Chinese one, or a wide twin.
std::string random_character(std::string_view text, std::mt19937_64& random) {
  static const std::vector<std::string> alphabet =
      characters_of("abeknrtz0123456789.-_:;,#%&*!|>'\"[]{}?@` \n\t…，：。；、％＃－法出庭一不未０９Ａａ“”　");
  if (random() % 2 == 0) return alphabet[random() % alphabet.size()];
  const std::size_t at = character_begin(text, random() % text.size());
  return std::string(text.substr(at, character_length(text, at)));
}

std::string said(const Issue& issue) { return issue.code + ": " + issue.message; }

}  // namespace

std::string Change::applied_to(std::string_view text) const {
  return std::string(text.substr(0, at)) + put + std::string(text.substr(at + length));
}

Change random_change(std::string_view text, std::size_t at, std::mt19937_64& random) {
  Change change;
  change.at = character_begin(text, at);
  const std::uint64_t kind = random() % 3;  // insert, delete, replace
  if (kind != 0) change.length = character_length(text, change.at);
  if (kind != 1) change.put = random_character(text, random);
  return change;
}

Subject::Subject(std::string root, std::string group) : root_(std::move(root)), group_(std::move(group)) {
  const reader::ReadResult result = read(root_, group_);
  for (const Issue& issue : result.errors) UNSCOPED_INFO(to_string(issue));
  REQUIRE(result.model != nullptr);
  fingerprint_ = result.model->fingerprint;
  for (const Issue& issue : result.model->warnings) warnings_.push_back(said(issue));
  std::sort(warnings_.begin(), warnings_.end());
}

reader::ReadResult Subject::read(const std::string& root, const std::string& group) const {
  reader::FileAccess files;
  const auto find = [&](const std::string&, const std::string& name) {
    return name == "group.yaml" ? std::optional(reader::NamedText{name, group}) : std::nullopt;
  };
  if (!group.empty()) files.group = find;
  return reader::read_framework("framework.yaml", root, files);
}

bool Subject::says_more(const FrameworkModel& model) const {
  return std::any_of(model.warnings.begin(), model.warnings.end(),
                     [&](const Issue& issue) { return !std::binary_search(warnings_.begin(), warnings_.end(), said(issue)); });
}

Answer Subject::answer(const std::string& root, const std::string& group) const {
  const reader::ReadResult result = read(root, group);
  if (result.model == nullptr) {
    const bool placed = !result.errors.empty() && std::all_of(result.errors.begin(), result.errors.end(), [](const Issue& issue) {
      return !issue.file.empty() && !issue.code.empty() && !issue.message.empty() && issue.line > 0 && issue.column > 0;
    });
    return placed ? Answer::refused : Answer::silent;
  }
  if (result.model->fingerprint != fingerprint_) return Answer::felt;
  if (says_more(*result.model)) return Answer::told;
  const Same same = root == root_ ? how_same(group_, group) : how_same(root_, root);
  return same == Same::values ? Answer::values : same == Same::spelling ? Answer::spelling : Answer::silent;
}

std::string changed_line(std::string_view original, std::string_view text) {
  const auto length = static_cast<std::ptrdiff_t>(std::min(original.size(), text.size()));
  const auto at = std::mismatch(original.begin(), original.begin() + length, text.begin()).first;
  const auto place = static_cast<std::size_t>(at - original.begin());
  const std::size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
  return std::string(text.substr(begin, text.find('\n', place) - begin)) + "\n";
}

}  // namespace rulescore::testing
