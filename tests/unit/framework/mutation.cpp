// Nothing an author types is silently ignored: of thousands of one-character changes to a framework that uses every kind of
// entry, each is refused, warned about, changes the fingerprint, or provably says the same (a comment, blanks, the width of a
// character in a phrase, another spelling of one figure).
#include "base/text.hpp"
#include "framework/context.hpp"
#include "framework/written.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <random>

using namespace rulescore;
using rulescore::testing::rich;

namespace {

constexpr int shipped_mutations = 100;  // 10,000 were run before this number was made a quick one

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
std::string difference(std::string_view original, std::string_view text) {
  const auto at = std::mismatch(original.begin(), original.end(), text.begin(), text.end()).first;
  const auto place = static_cast<std::size_t>(at - original.begin());
  const std::size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
  return std::string(text.substr(begin, text.find('\n', place) - begin)) + "\n";
}

// How changes to the files of one framework were answered.
class Trial {
 public:
  struct File {
    std::string name, text;
  };
  explicit Trial(std::vector<File> files) : files_(std::move(files)) {
    const reader::ReadResult result = read();
    REQUIRE(result.model);
    fingerprint_ = result.model->fingerprint;
    warnings_ = result.model->warnings.size();
  }

  void mutate_one(std::mt19937_64& random) {
    std::string& text = files_[random() % files_.size()].text;
    const std::string original = text;
    text = mutate(characters_of(original), random);
    judge(original, text);
    text = original;
  }

  int refused = 0, told = 0, felt = 0, neutral = 0;
  std::string silent;

 private:
  reader::ReadResult read() const {
    return reader::read_framework("framework.yaml", files_[0].text, [&](const std::string& relative) {
      const auto file =
          std::find_if(files_.begin(), files_.end(), [&](const File& f) { return f.name.ends_with("/" + relative); });
      return file == files_.end() ? std::nullopt : std::optional(file->text);
    });
  }

  void judge(std::string_view original, std::string_view text) {
    const reader::ReadResult result = read();
    if (result.model == nullptr) {
      ++refused;
      REQUIRE_FALSE(result.errors.empty());
    } else if (result.model->fingerprint != fingerprint_) {
      ++felt;
    } else if (result.model->warnings.size() > warnings_) {
      ++told;
    } else if (says_the_same(original, text)) {
      ++neutral;
    } else {
      silent += difference(original, text);
    }
  }

  std::vector<File> files_;
  std::string fingerprint_;
  std::size_t warnings_ = 0;
};

}  // namespace

TEST_CASE("one-character changes are refused, felt, told, or neutral") {
  constexpr int mutations = 10'000;
  Trial trial({{"framework.yaml", std::string(rich)}});
  std::mt19937_64 random(20210601);
  for (int i = 0; i < mutations; ++i) trial.mutate_one(random);
  CHECK(trial.silent == "");
  CHECK(trial.refused > mutations / 3);
  CHECK(trial.felt > mutations / 10);
  CHECK(trial.neutral > 0);
  CHECK(trial.refused + trial.told + trial.felt + trial.neutral == mutations);
}

TEST_CASE("and so are those to the framework that ships") {
  const Framework shipped = Framework::load(std::string(RULESCORE_SOURCE_DIR) + "/indicators/demonstration-2021");
  const yaml::Sources& sources = shipped.model().written->sources;
  std::vector<Trial::File> files;
  for (std::size_t i = 0; i < sources.size(); ++i) files.push_back({sources[i].name(), std::string(sources[i].text())});
  Trial trial(std::move(files));
  std::mt19937_64 random(20210602);
  for (int i = 0; i < shipped_mutations; ++i) trial.mutate_one(random);
  CHECK(trial.silent == "");
}
