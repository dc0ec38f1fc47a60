#include "neutral.hpp"

#include "base/text.hpp"
#include "framework/context.hpp"
#include "framework/yaml.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace rulescore::testing {
namespace {

// What a value is to its reader, told by the keys above it.
enum class Role { text, phrases, figures };

constexpr std::array phrase_keys = {"any",  "all",     "none",  "lexicon", "unless", "until",
                                    "plan", "problem", "words", "figures", "status", "attribution"};
constexpr std::array figure_keys = {"score", "find", "weight", "effort", "number", "full", "bands", "within", "max_age", "unit"};

Role role_of(const std::string& key, Role above) {
  if (std::find(phrase_keys.begin(), phrase_keys.end(), key) != phrase_keys.end() && above != Role::figures) return Role::phrases;
  if (std::find(figure_keys.begin(), figure_keys.end(), key) != figure_keys.end()) return Role::figures;
  return above;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char32_t c : fold_phrase(text))
    if (!is_space(c)) out += to_utf8(std::u32string(1, c));
  return out;
}

// The same number; its unit may go without saying.
bool same_figure(const std::string& a, const std::string& b) {
  const auto number = [](const std::string& text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
    return std::pair(reader::parse_decimal(std::string_view(text).substr(0, end)), text.substr(end));
  };
  const auto [x, x_unit] = number(a);
  const auto [y, y_unit] = number(b);
  const bool same_unit = folded(x_unit) == folded(y_unit) || x_unit.empty() || y_unit.empty();
  return x.problem.empty() && y.problem.empty() && x.value == y.value && same_unit;
}

bool same_text(const std::string& a, const std::string& b, Role role) {
  return a == b || (role == Role::phrases && folded(a) == folded(b)) || (role != Role::text && same_figure(a, b)) ||
         (role == Role::figures && folded(a) == folded(b));
}

bool same_tree(const yaml::Value& a, const yaml::Value& b, Role role) {
  if (a.is_scalar() && b.is_sequence()) return b.items.size() == 1 && same_tree(a, b.items[0], role);  // one, or a list of one
  if (a.is_sequence() && b.is_scalar()) return same_tree(b, a, role);
  if (a.kind != b.kind || a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
  if (a.is_scalar()) return same_text(a.text, b.text, role);
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same_tree(a.items[i], b.items[i], role)) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    const yaml::Member &x = a.members[i], &y = b.members[i];
    if (!same_text(x.key, y.key, role) || !same_tree(x.value, y.value, role_of(x.key, role))) return false;
  }
  return true;
}

bool same_values(const yaml::Value& a, const yaml::Value& b) {
  if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() || a.members.size() != b.members.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same_values(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i)
    if (a.members[i].key != b.members[i].key || !same_values(a.members[i].value, b.members[i].value)) return false;
  return true;
}

}  // namespace

Same how_same(std::string_view a, std::string_view b) {
  std::vector<Issue> issues;
  const auto x = yaml::parse(yaml::Source("a", a), issues);
  const auto y = yaml::parse(yaml::Source("b", b), issues);
  if (!issues.empty() || !x || !y) return Same::no;
  if (same_values(*x, *y)) return Same::values;
  return same_tree(*x, *y, Role::text) ? Same::spelling : Same::no;
}

}  // namespace rulescore::testing
