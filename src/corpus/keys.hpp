// What is known about a document, as manifests and JSON lines spell it.
#pragma once

#include <rulescore/document.hpp>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct TextKey {
  std::string_view name;
  std::string Metadata::*field;
};
inline constexpr TextKey text_keys[] = {
    {"title", &Metadata::title},       {"jurisdiction", &Metadata::jurisdiction}, {"level", &Metadata::level},
    {"province", &Metadata::province}, {"publisher", &Metadata::publisher},       {"published", &Metadata::published},
    {"kind", &Metadata::kind}};

// The field a key stands for; nullptr when it is none of them.
inline std::string Metadata::*find_text_key(std::string_view name) noexcept {
  for (const TextKey& key : text_keys) {
    if (key.name == name) return key.field;
  }
  return nullptr;
}

// All key names of a format, for "did you mean": its own first and last ones around the shared ones.
inline std::vector<std::string> key_names(std::vector<std::string> first, std::string last) {
  for (const TextKey& key : text_keys) first.emplace_back(key.name);
  first.push_back(std::move(last));
  return first;
}

inline std::optional<int> checked_year(long long year) noexcept {
  return year >= 1900 && year <= 2100 ? std::optional(static_cast<int>(year)) : std::nullopt;
}

inline std::optional<int> parse_year(std::string_view text) noexcept {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc() && end == text.data() + text.size() && text.size() == 4;
  return whole ? checked_year(year) : std::nullopt;
}

}  // namespace rulescore
