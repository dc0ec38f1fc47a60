// The words of a rule as data: what a framework author wrote, folded, with its place for messages.
//
//   phrase   ::= part ('…' part)*        parts in this order, at most `gap` characters apart, within one clause
//   slot     ::= one of several phrases
//   rule     ::= any-slot, all-slots, near, context, none, value
//
// Parsed where the framework is read (so that errors have a line and a column), compiled by pattern/program.
#pragma once

#include <rulescore/quantity.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

enum class Scope : std::uint8_t { clause, sentence, paragraph, section, document };
enum class Side : std::uint8_t { either, before, after };

inline constexpr std::uint32_t default_gap = 15;  // characters a '…' may stand for; ours

struct Phrase {
  std::vector<std::u32string> parts;  // folded, none empty
  bool operator==(const Phrase&) const = default;
};

using Slot = std::vector<Phrase>;  // alternatives; empty = absent

struct Near {
  Slot slot;
  std::uint32_t within = 20;  // characters between the nearest ends, inside one sentence
  Side side = Side::either;
};

struct Context {
  Slot slot;
  Scope in = Scope::section;  // headings of the section and of those above it included
};

struct ValueWord {
  Phrase phrase;    // 全覆盖
  double value = 0; // 100
  std::string_view unit;
};

// The unit of a day of the year; its value is month * 100 + day (3月28日 is 328). Not a unit of quantities: only a rule that asks
// for it finds dates.
inline constexpr std::string_view date_unit = "date";

struct ValueSpec {
  std::vector<std::string_view> units;  // canonical; empty: any
  Scope within = Scope::clause;
  Side side = Side::either;
  bool optional = false;                // the rule also holds without a figure
  bool each = false;                    // every fitting figure in `within` is evidence, not the nearest alone
  bool sum = false;                     // the figures of one unit that 和 or 、 joins to the nearest are added to it
  bool is_signed = false;               // only figures said to rise or fall; a fall scores below 0
  std::optional<Change> change;         // only figures of this change; absent: levels only for %, anything else as found
  std::vector<ValueWord> words;         // words that stand for a figure
};

struct Rule {
  std::string name;
  Slot any;
  std::vector<Slot> all;
  std::optional<Near> near;
  std::optional<Context> context;
  Slot none;
  Scope in = Scope::clause;   // where `all` and `none` are looked for
  std::optional<ValueSpec> value;
  bool problem = false;       // what it finds is a shortcoming by its words alone
  int line = 0;               // of the rule in its file
  std::uint32_t file = 0;     // index into the framework's files
};

// Parses "听取…报告". Empty parts give an error text, else an empty string.
std::string parse_phrase(std::string_view utf8, Phrase& phrase);

}  // namespace rulescore
