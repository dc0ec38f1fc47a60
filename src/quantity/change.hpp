// Words of rise and fall, and which figures they govern. Tested by tests/unit/quantity/change.cpp.
#pragma once

#include "base/text.hpp"

#include <rulescore/quantity.hpp>

#include <string_view>

namespace rulescore {

class Reader;
struct QuantityAt;

// How far a word reaches.
enum class Reach : std::uint8_t {
  adjacent,  // only a figure right behind it: 降至5%
  degree,    // also over the name of what changes, to a share, a time or a sum: 压缩审批时限50%
  object,    // also over the name of what is added or taken away, to any figure: 取消证明事项110项
};

struct ChangeWord {
  std::u32string_view word;
  Change change;
  Reach reach;
};

// Whether the stock of something grows or shrinks. Acts of law (废止, 撤销, 修改) and of care (减轻, 减免) are neither.
inline constexpr ChangeWord change_words[] = {
    {U"上升", Change::increase, Reach::degree},   {U"增长", Change::increase, Reach::degree},
    {U"提高", Change::increase, Reach::degree},   {U"提升", Change::increase, Reach::degree},
    {U"升高", Change::increase, Reach::degree},   {U"攀升", Change::increase, Reach::degree},
    {U"回升", Change::increase, Reach::degree},   {U"上涨", Change::increase, Reach::degree},
    {U"扩大", Change::increase, Reach::degree},   {U"扩展", Change::increase, Reach::degree},
    {U"拓展", Change::increase, Reach::degree},   {U"提速", Change::increase, Reach::degree},
    {U"跃升", Change::increase, Reach::degree},   {U"前进", Change::increase, Reach::degree},
    {U"延长", Change::increase, Reach::degree},   {U"增幅", Change::increase, Reach::adjacent},
    {U"涨幅", Change::increase, Reach::adjacent}, {U"升幅", Change::increase, Reach::adjacent},
    {U"增速", Change::increase, Reach::adjacent}, {U"增至", Change::increase, Reach::adjacent},
    {U"增到", Change::increase, Reach::adjacent}, {U"增为", Change::increase, Reach::adjacent},
    {U"升至", Change::increase, Reach::adjacent}, {U"升到", Change::increase, Reach::adjacent},
    {U"升为", Change::increase, Reach::adjacent}, {U"扩至", Change::increase, Reach::adjacent},
    {U"提至", Change::increase, Reach::adjacent}, {U"新增", Change::increase, Reach::object},
    {U"增加", Change::increase, Reach::object},   {U"增设", Change::increase, Reach::object},
    {U"增补", Change::increase, Reach::object},   {U"增派", Change::increase, Reach::object},
    {U"增配", Change::increase, Reach::object},   {U"新设", Change::increase, Reach::object},
    {U"新建", Change::increase, Reach::object},   {U"新成立", Change::increase, Reach::object},
    {U"新组建", Change::increase, Reach::object}, {U"扩充", Change::increase, Reach::object},
    {U"下降", Change::decrease, Reach::degree},   {U"降低", Change::decrease, Reach::degree},
    {U"缩短", Change::decrease, Reach::degree},   {U"压缩", Change::decrease, Reach::degree},
    {U"下滑", Change::decrease, Reach::degree},   {U"回落", Change::decrease, Reach::degree},
    {U"下调", Change::decrease, Reach::degree},   {U"降幅", Change::decrease, Reach::adjacent},
    {U"降至", Change::decrease, Reach::adjacent}, {U"降到", Change::decrease, Reach::adjacent},
    {U"降为", Change::decrease, Reach::adjacent}, {U"减至", Change::decrease, Reach::adjacent},
    {U"减到", Change::decrease, Reach::adjacent}, {U"减为", Change::decrease, Reach::adjacent},
    {U"缩至", Change::decrease, Reach::adjacent}, {U"压至", Change::decrease, Reach::adjacent},
    {U"减少", Change::decrease, Reach::object},   {U"取消", Change::decrease, Reach::object},
    {U"精简", Change::decrease, Reach::object},   {U"压减", Change::decrease, Reach::object},
    {U"削减", Change::decrease, Reach::object},   {U"核减", Change::decrease, Reach::object},
    {U"裁减", Change::decrease, Reach::object},   {U"缩减", Change::decrease, Reach::object},
    {U"清理", Change::decrease, Reach::object},
};

// The change said of the figure at `where`; `previous` is the quantity before it, or null.
Change change_of(const Reader& in, const QuantityAt& quantity, const QuantityAt* previous) noexcept;

// True right behind a word of change, or behind one and 至, 到, 为: 缩短至.
bool follows_change(const Reader& in, std::uint32_t position) noexcept;

}  // namespace rulescore
