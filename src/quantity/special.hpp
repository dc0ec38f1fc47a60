// Figures written without a measure word or in words of their own: shares (百分之九十八, 三分之二, 九成), doubling (翻一番),
// zero (未发生一起, 零投诉) and ranks (排名第10). Tested by tests/unit/quantity/special.cpp.
#pragma once

#include "quantity/numeral.hpp"

#include <optional>
#include <string_view>

namespace rulescore {

struct SpecialFigure {
  Span where, number;
  double value = 0;
  std::string_view unit;
  Change change = Change::none;
  bool takes_bounds = false;  // whether 约, 以上 … around it qualify it
};

// 百分之九十八点六, 百分之95, 三分之二; n is the part before 分之.
std::optional<SpecialFigure> read_share(const Reader& in, const Numeral& n) noexcept;

// 九成以上, 八成五的: only where nothing makes 成 part of another word.
std::optional<SpecialFigure> read_tenths(const Reader& in, const Numeral& n) noexcept;

// 一半以上, 不足一半.
std::optional<SpecialFigure> read_half(const Reader& in, const Numeral& n) noexcept;

// 翻一番, 翻了两番: twofold, fourfold.
std::optional<SpecialFigure> read_doubling(const Reader& in, const Numeral& n) noexcept;

// 第3位, 全省第一: only as the outcome of a ranking.
std::optional<SpecialFigure> read_rank(const Reader& in, const Numeral& n) noexcept;

// 未发生一起, 无一例, 无一被撤销; 零投诉, 0投诉.
std::optional<SpecialFigure> read_zero(const Reader& in, const Numeral& n) noexcept;

}  // namespace rulescore
