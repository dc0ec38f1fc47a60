// Nothing an author types is silently ignored: of thousands of one-character changes to a framework that uses every kind of
// entry, each is refused, warned about, changes the fingerprint, or provably says the same (a comment, blanks, the width of a
// character in a phrase, another spelling of one figure).
#include "base/text.hpp"
#include "framework/context.hpp"
#include "framework/yaml.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <random>

using namespace rulescore;
using rulescore::testing::rich;

namespace {

constexpr int mutations = 10'000;

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
    if (continues)
      characters.back() += c;
    else
      characters.emplace_back(1, c);
  }
  return characters;
}

std::string mutate(std::vector<std::string> characters, std::mt19937_64& random) {
  static const std::vector<std::string> alphabet =
      characters_of("abeknrtz019.-_:;,#%&*!|>'\"[]{}?@` \n\t…，：。％、法出庭一０Ａ“");
  const std::size_t at = random() % characters.size();
  const std::string& with = alphabet[random() % alphabet.size()];
  switch (random() % 4) {
    case 0:
      characters[at] = with;
      break;
    case 1:
      characters.erase(characters.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 2:
      characters.insert(characters.begin() + static_cast<std::ptrdiff_t>(at), with);
      break;
    default:
      std::swap(characters[at], characters[(at + 1) % characters.size()]);
  }
  std::string text;
  for (const std::string& character : characters) text += character;
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char32_t c : fold_phrase(text))
    if (!is_space(c)) out += to_utf8(std::u32string(1, c));
  return out;
}

// The same text but for blanks and width, or the same figure; its unit may go without saying.
bool same_scalar(const std::string& a, const std::string& b) {
  if (a == b || without_blanks(a) == without_blanks(b)) return true;
  const auto number = [](const std::string& text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
    return std::pair(reader::parse_decimal(std::string_view(text).substr(0, end)), text.substr(end));
  };
  const auto [x, x_unit] = number(a);
  const auto [y, y_unit] = number(b);
  return x.problem.empty() && y.problem.empty() && x.value == y.value && (x_unit == y_unit || x_unit.empty() || y_unit.empty());
}

bool same_tree(const yaml::Value& a, const yaml::Value& b) {
  if (a.is_scalar() && b.is_sequence()) return b.items.size() == 1 && same_tree(a, b.items[0]);  // one phrase, or a list of one
  if (a.is_sequence() && b.is_scalar()) return same_tree(b, a);
  if (a.kind != b.kind || a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
  if (a.is_scalar()) return same_scalar(a.text, b.text);
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same_tree(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i)
    if (!same_scalar(a.members[i].key, b.members[i].key) || !same_tree(a.members[i].value, b.members[i].value)) return false;
  return true;
}

bool says_the_same(std::string_view a, std::string_view b) {
  std::vector<Issue> issues;
  const auto x = yaml::parse(yaml::Source("a", a), issues);
  const auto y = yaml::parse(yaml::Source("b", b), issues);
  return issues.empty() && x && y && same_tree(*x, *y);
}

// The line that a mutation changed.
std::string difference(std::string_view text) {
  const auto [at, other] = std::mismatch(rich.begin(), rich.end(), text.begin(), text.end());
  const auto place = static_cast<std::size_t>(at - rich.begin());
  const std::size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
  return std::string(text.substr(begin, text.find('\n', place) - begin));
}

}  // namespace

TEST_CASE("one-character changes are refused, told, felt, or neutral") {
  const std::string original = Framework::parse(rich).fingerprint();
  const std::vector<std::string> characters = characters_of(rich);
  std::mt19937_64 random(20210601);
  int refused = 0, told = 0, felt = 0, neutral = 0;
  std::string silent;
  for (int i = 0; i < mutations; ++i) {
    const std::string text = mutate(characters, random);
    const reader::ReadResult result = reader::read_framework("f.yaml", text, {});
    if (result.model == nullptr) {
      ++refused;
      REQUIRE_FALSE(result.errors.empty());
    } else if (result.model->fingerprint != original) {
      ++felt;
    } else if (!result.model->warnings.empty()) {
      ++told;
    } else if (says_the_same(rich, text)) {
      ++neutral;
    } else {
      silent += difference(text) + "\n";
    }
  }
  CHECK(silent == "");
  CHECK(refused > mutations / 3);
  CHECK(felt > mutations / 10);
  CHECK(neutral > 0);
  CHECK(refused + told + felt + neutral == mutations);
}
