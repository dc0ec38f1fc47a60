// Words and figures as an author writes them: phrases, lists of alternatives, the lexicon that rules share, and figures with
// their unit (50%, 30天, 2.5万件). Tested by tests/unit/framework/words.cpp.
#pragma once

#include "framework/context.hpp"
#include "pattern/clause.hpp"

#include <rulescore/framework.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rulescore::reader {

inline constexpr std::size_t max_phrase_characters = 100;  // of one phrase

// What `lexicon` and `figures` of framework.yaml define, and which of it is used.
class Words {
 public:
  explicit Words(const LoadOptions& limits = {}) : limits_(limits) {}
  const LoadOptions& limits() const noexcept { return limits_; }

  void read_lexicon(const Context& context, const yaml::Value& value);
  void read_figures(const Context& context, const yaml::Value& value);
  void warn_unused(const Context& context,
                   std::uint32_t overlays) const;  // what a base has and an overlay leaves unused is nobody's slip

  // What the scalar `name` names; reports an unknown name.
  const Slot* lexicon(const Context& context, const yaml::Value& name);
  const std::vector<ValueWord>* figures(const Context& context, const yaml::Value& name);

  // False, once reported, when `count` more phrases are too many.
  bool spend(const Context& context, yaml::Place at, std::size_t count);

 private:
  template <typename Content>
  struct Entry {
    Content content;
    yaml::Place at;
    bool used = false;
  };
  std::map<std::string, Entry<Slot>, std::less<>> lexicon_;
  std::map<std::string, Entry<std::vector<ValueWord>>, std::less<>> figures_;
  std::set<std::pair<std::uint32_t, std::string>> unknown_;  // file and name: said once
  std::size_t spent_ = 0;
  LoadOptions limits_;
};

// A phrase; nothing when it can't be one.
std::optional<Phrase> read_phrase(const Context& context, const yaml::Value& value);
std::optional<Phrase> read_phrase(const Context& context, std::string_view text, yaml::Place at);

// Alternatives: a phrase, {lexicon: name}, or a list of those. Empty when nothing could be read (and reported).
Slot read_slot(const Context& context, const yaml::Value& value, std::string_view what);

// The alternatives of `near` and `context`, whose map has `any` or `lexicon`.
Slot read_slot_of(const Context& context, const Fields& fields, yaml::Place at, std::string_view what);

struct Figure {
  double value = 0;
  std::string_view unit;  // canonical; empty when none is written
};
std::optional<Figure> read_figure(const Context& context, const yaml::Value& value, std::string_view what);
std::optional<Figure> read_figure(const Context& context, std::string_view text, yaml::Place at, std::string_view what);

// A unit as an author writes it, canonical; empty (and reported) when there is no such unit.
std::string_view read_unit(const Context& context, const yaml::Value& value);

// {全覆盖: 100%}
std::vector<ValueWord> read_value_words(const Context& context, const yaml::Value& value, std::string_view what);

}  // namespace rulescore::reader
