// The year a report is about. Tested by tests/unit/document/period.cpp.
#pragma once

#include "document/impl.hpp"

namespace rulescore {

// What the metadata says, else the year that the first lines name (…2020年度法治政府建设工作情况…); 0 when neither does.
int year_of(const DocumentImpl& document) noexcept;

// A year written at `begin`: four digits from 1949 to 2099 before 年 or before the end of a span of years (2016—2020年); 0 when
// there is none. `end` is set behind its 年.
int year_at(const Text& text, std::uint32_t begin, std::uint32_t limit, std::uint32_t& end) noexcept;

}  // namespace rulescore
