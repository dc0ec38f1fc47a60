// The measure words themselves, as data, with what the grammar must know of each. Tested by tests/unit/quantity/unit.cpp.
#pragma once

#include "quantity/reader.hpp"

#include <span>
#include <string_view>

namespace rulescore {

enum class UnitKind : std::uint8_t {
  count,    // things counted one by one: no half of one
  measure,  // money, areas, shares: may have a fraction
  period,   // a stretch of time, which may also be a date or a look back (近3年)
};

enum class Script : std::uint8_t {
  any,     // also after a Chinese numeral: 三十多件
  arabic,  // too common as an ordinary character to follow a Chinese numeral: 十分, 三级, 一站
};

struct UnitEntry {
  std::u32string_view written;  // folded
  std::string_view name;        // canonical
  UnitKind kind = UnitKind::count;
  Script script = Script::any;
  std::u32string_view not_before;  // characters that make another word of it: 部门, 场所

  std::uint32_t length() const noexcept { return static_cast<std::uint32_t>(written.size()); }
  bool says_more() const noexcept { return written.size() > 2 && (written[1] == U'多' || written[1] == U'余'); }  // 个多月
};

// All entries, sorted by first character, then longest first.
std::span<const UnitEntry> all_units() noexcept;

// The longest entry that starts at `position`, or null.
const UnitEntry* unit_at(const Reader& in, std::uint32_t position) noexcept;

}  // namespace rulescore
