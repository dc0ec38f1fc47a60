// The words by which page furniture is known. Data only; the rules that use them are in boilerplate.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rulescore {

// Where on the page a cue means what it says: a body may well quote it.
enum class Zone : std::uint8_t { anywhere, edges };  // edges: before the first or after the last paragraph of the body

enum class CueKind : std::uint8_t {
  label,   // begins a line or sentence and is followed by no Chinese character: 分享到: 浏览次数[12]
  phrase,  // begins a line or sentence, whatever follows: 扫一扫在手机打开当前页
  inside,  // stands anywhere in a line that holds no whole sentence
  opener,  // a label with a list of links below it: 相关报道:
};

struct Cue {
  std::u32string_view words;  // folded, as Text::chars
  CueKind kind;
  Zone zone;
};

std::span<const Cue> chrome_cues() noexcept;

// Lines made up of such words alone are menus and buttons: 打印 关闭 | 返回顶部.
std::span<const std::u32string_view> chrome_words() noexcept;

// What a line in brackets that names its writers holds: (市司法局 供稿).
std::span<const std::u32string_view> credit_words() noexcept;

}  // namespace rulescore
