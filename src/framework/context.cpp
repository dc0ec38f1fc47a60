// The reader's journal and the entries of maps. Tested by tests/unit/framework/reader.cpp.
#include "framework/context.hpp"

#include "framework/suggest.hpp"

#include <algorithm>
#include <utility>

namespace rulescore::reader {

void Journal::opens(std::string file) {
  if (std::find(files_.begin(), files_.end(), file) == files_.end()) files_.push_back(std::move(file));
}

void Journal::note(Issue issue) {
  const bool is_error = issue.severity == Severity::error;
  if (is_error ? full() : warnings_.size() >= max_warnings) return;
  if (is_error && !places_.emplace(issue.file, issue.line, issue.column).second) return;
  opens(issue.file);
  (is_error ? errors_ : warnings_).push_back(std::move(issue));
}

std::vector<Issue> Journal::sorted(std::vector<Issue> issues) const {
  const auto rank = [&](const Issue& issue) {
    const auto file = std::find(files_.begin(), files_.end(), issue.file) - files_.begin();
    return std::make_tuple(file, issue.line, issue.column);
  };
  std::stable_sort(issues.begin(), issues.end(), [&](const Issue& a, const Issue& b) { return rank(a) < rank(b); });
  return issues;
}

std::vector<Issue> Journal::errors() const { return sorted(errors_); }
std::vector<Issue> Journal::warnings() const { return sorted(warnings_); }

void Context::error(yaml::Place at, std::string code, std::string message, std::string hint) const {
  if (!journal.full()) journal.note(sources.issue(at, std::move(code), std::move(message), std::move(hint)));
}

void Context::warn(yaml::Place at, std::string code, std::string message, std::string hint) const {
  journal.note(sources.issue(at, std::move(code), std::move(message), std::move(hint), Severity::warning));
}

std::string Context::line_of(yaml::Place at, yaml::Place here) const {
  const std::string line = std::to_string(at.line);
  return at.file == here.file ? "line " + line : sources.of(at).name() + ":" + line;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;  // bytes
  std::size_t end = text.size();
  if (end > longest) {
    end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  }
  std::string out("`");
  out += text.substr(0, end);
  out += end < text.size() ? "…`" : "`";
  return out;
}

std::string found(const yaml::Value& value) {
  switch (value.kind) {
    case yaml::Kind::null:
      return "nothing";
    case yaml::Kind::sequence:
      return "a list";
    case yaml::Kind::map:
      return "a map";
    case yaml::Kind::scalar:
      break;
  }
  return quoted(value.text);
}

Fields::Fields(const Context& context, const yaml::Value& value, std::string what,
               std::initializer_list<std::string_view> allowed)
    : context_(context), value_(value), what_(std::move(what)) {
  const std::vector<std::string> names(allowed.begin(), allowed.end());
  if (!value.is_map()) {
    std::string hint = value.is_scalar() ? yaml::colon_hint(value.text) : std::string();
    if (hint.empty()) hint = "it has: " + join(names);
    context.error(value.at, "wrong-type", what_ + " is a map of entries; found " + found(value), std::move(hint));
  }
  for (const yaml::Member& member : value.members) check(member, names);
}

void Fields::check(const yaml::Member& member, const std::vector<std::string>& allowed) {
  if (context_.journal.full()) return;
  if (std::find(allowed.begin(), allowed.end(), member.key) == allowed.end()) {
    unknown_ = true;
    const std::string meant = nearest(member.key, allowed);
    if (!meant.empty()) mistyped_.insert(meant);
    const std::string hint = meant.empty() ? std::string() : std::string("did you mean ") + quoted(meant) + "? ";
    context_.error(member.at, "unknown-key", what_ + " has no entry " + quoted(member.key), hint + "allowed: " + join(allowed));
  } else if (member.value.is_null()) {
    context_.error(member.at, "no-value", quoted(member.key) + " has no value", "give it one, or leave the key out");
  }
}

const yaml::Value* Fields::get(std::string_view key) const noexcept {
  const yaml::Value* value = value_.find(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

const yaml::Value* Fields::require(std::string_view key) const {
  if (is_map() && value_.find(key) == nullptr && !mistyped_.contains(key))
    context_.error(value_.at, "missing-key", what_ + " lacks `" + std::string(key) + "`", "add `" + std::string(key) + ": …`");
  return get(key);
}

std::optional<yaml::Place> Fields::place_of(std::string_view key) const noexcept {
  for (const yaml::Member& member : value_.members)
    if (member.key == key) return member.at;
  return std::nullopt;
}

bool Fields::has_any(std::initializer_list<std::string_view> keys) const noexcept {
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return value_.find(key) != nullptr; });
}

}  // namespace rulescore::reader
