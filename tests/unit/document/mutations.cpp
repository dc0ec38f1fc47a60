// What must hold of any text: checked on 10,000 damaged versions of the seeds.
#include "outline.hpp"

#include "support/catch.hpp"

#include <random>

using namespace rulescore;

namespace {

bool on_characters(const Document& d, std::uint32_t begin, std::uint32_t end) {
  const auto is_start = [&](std::uint32_t at) {
    return at == d.text().size() || (at < d.text().size() && (static_cast<unsigned char>(d.text()[at]) & 0xC0u) != 0x80u);
  };
  return begin <= end && is_start(begin) && is_start(end);
}

bool sections_nest(const Structure& s, std::uint32_t size) {
  if (s.sections.empty() || !(s.sections[0].where == Span{0, size}) || !s.sections[0].heading.empty()) return false;
  for (std::uint32_t i = 1; i < s.sections.size(); ++i) {
    const SectionAt& section = s.sections[i];
    if (section.parent >= i || section.heading.empty() || section.level < 1 || section.level > 5) return false;
    if (!section.where.contains(section.heading) || !s.sections[section.parent].where.contains(section.where)) return false;
    if (section.where.begin < s.sections[i - 1].where.begin + (i > 1)) return false;  // pre-order
    const bool numbered_in_numbered = section.level != 5 && s.sections[section.parent].level != 5;
    const bool chapter = s.sections[section.parent].level == 1 && section.level == 1;  // 第一部分 over 一、
    if (numbered_in_numbered && !chapter && section.level <= s.sections[section.parent].level) return false;
    // Siblings don't overlap: what began before and isn't an ancestor has ended.
    if (section.parent != i - 1 && s.sections[i - 1].where.end > section.where.begin) return false;
  }
  return true;
}

bool is_in_innermost_section(const Structure& s, const SentenceAt& sentence) {
  if (!s.sections[sentence.section].where.contains(sentence.where)) return false;
  for (std::uint32_t i = sentence.section + 1; i < s.sections.size(); ++i) {
    if (s.sections[i].where.begin > sentence.where.begin) break;
    if (s.sections[i].where.contains(sentence.where)) return false;
  }
  return true;
}

bool sentences_are_ordered(const Structure& s) {
  for (std::size_t i = 0; i < s.sentences.size(); ++i) {
    const SentenceAt& sentence = s.sentences[i];
    if (sentence.where.empty() || !is_in_innermost_section(s, sentence)) return false;
    if (i > 0 && (s.sentences[i - 1].where.end > sentence.where.begin || s.sentences[i - 1].line > sentence.line)) return false;
  }
  return true;
}

bool clauses_tile_sentences(const Structure& s) {
  std::size_t c = 0;
  for (std::uint32_t i = 0; i < s.sentences.size(); ++i) {
    std::uint32_t at = s.sentences[i].where.begin;
    for (; c < s.clauses.size() && s.clauses[c].sentence == i; ++c) {
      if (s.clauses[c].where.begin != at || s.clauses[c].where.empty()) return false;
      at = s.clauses[c].where.end;
    }
    if (at != s.sentences[i].where.end) return false;
  }
  return c == s.clauses.size();
}

// Every character that says something stands in a sentence.
bool nothing_is_lost(const Text& text, const Structure& s) {
  std::uint32_t at = 0;
  const auto says_nothing = [&](std::uint32_t begin, std::uint32_t end) {
    for (; begin < end; ++begin) {
      const char32_t c = text.chars[begin];
      if (!is_space(c) && c != U'\n' && c != U'\f') return false;
    }
    return true;
  };
  for (const SentenceAt& sentence : s.sentences) {
    if (!says_nothing(at, sentence.where.begin)) return false;
    at = sentence.where.end;
  }
  return says_nothing(at, text.size());
}

void check(const std::string& text) {
  const Document d = Document::from_text(text);
  const DocumentImpl& impl = d.impl();
  REQUIRE(sections_nest(impl.structure, impl.text.size()));
  REQUIRE(sentences_are_ordered(impl.structure));
  REQUIRE(clauses_tile_sentences(impl.structure));
  REQUIRE(nothing_is_lost(impl.text, impl.structure));
  for (const Section& s : d.sections())
    REQUIRE((on_characters(d, s.begin, s.end) && on_characters(d, s.heading_begin, s.heading_end)));
  for (const Sentence& s : d.sentences()) REQUIRE(on_characters(d, s.begin, s.end));
  for (const Quantity& q : d.quantities()) REQUIRE(on_characters(d, q.begin, q.end));
}

// Inserts, removes, repeats and swaps whole characters, with a liking for what structure is made of.
class Mutator {
 public:
  explicit Mutator(std::vector<std::u32string> seeds) : seeds_(std::move(seeds)) {}

  std::string next() {
    std::u32string text = piece();
    for (std::size_t k = 1 + random(12); k > 0; --k) mutate(text);
    return to_utf8(text);
  }

 private:
  std::size_t random(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(engine_); }

  std::u32string piece() {
    const std::u32string& seed = seeds_[random(seeds_.size())];
    const std::size_t begin = random(seed.size());
    return seed.substr(begin, 1 + random(600));
  }

  void mutate(std::u32string& text) {
    static const std::u32string marks[] = {U"一、",
                                           U"二、",
                                           U"(一)",
                                           U"(二)",
                                           U"1.",
                                           U"一是",
                                           U"二是",
                                           U"\n",
                                           U"\n\n",
                                           U"。",
                                           U";",
                                           U",",
                                           U":",
                                           U"《",
                                           U"》",
                                           U"“",
                                           U"”",
                                           U"\u200B",
                                           U"\u3000",
                                           U" ",
                                           U"#",
                                           U"\n下一步工作打算\n",
                                           U"\n主要做法成效\n",
                                           U"\n相关报道:\n",
                                           U"分享到:",
                                           U"http://",
                                           U"\U0001F600",
                                           U"\u2460",
                                           U"\r\n",
                                           U"(",
                                           U")",
                                           U"1,464",
                                           U"2021-03-01",
                                           U"...9",
                                           U"\n附件:"};
    const std::size_t at = random(text.size() + 1);
    switch (random(4)) {
      case 0:
        text.erase(at, random(40));
        break;
      case 1:
        text.insert(at, piece().substr(0, 60));
        break;
      default:
        text.insert(at, marks[random(std::size(marks))]);
        break;
    }
  }

  std::vector<std::u32string> seeds_;
  std::mt19937 engine_{20210816};
};

// Characters as they are in the file, not folded.
std::u32string characters(const std::string& utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto b = static_cast<unsigned char>(utf8[i]);
    const std::size_t n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    char32_t c = n == 1 ? b : b & (0xFFu >> (n + 1));
    for (std::size_t k = 1; k < n; ++k) c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    out += c;
    i += n;
  }
  return out;
}

}  // namespace

TEST_CASE("structure holds together on 10,000 mutations of the seeds") {
  std::vector<std::u32string> seeds;
  for (const std::string& name : test::seed_names()) seeds.push_back(characters(test::read_seed(name)));
  Mutator mutator(seeds);
  for (int i = 0; i < 10'000; ++i) {
    const std::string text = mutator.next();
    INFO("mutation " << i << "\n" << text);
    check(text);
  }
}

TEST_CASE("structure holds together on the seeds, whole and cut anywhere") {
  for (const std::string& name : test::seed_names()) {
    const std::string seed = test::read_seed(name);
    const std::u32string all = characters(seed);
    check(seed);
    for (std::size_t cut = 1; cut < all.size(); cut += 37) check(to_utf8(all.substr(0, cut)));
  }
}
