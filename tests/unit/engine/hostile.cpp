// Anything goes in: mutated reports and noise are scored without a crash, and every span is sound.
#include "shipped.hpp"

#include <cmath>
#include <random>

using namespace rulescore;

namespace {

bool on_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u);
}

std::size_t unsound(const Scorecard& card) {
  const std::string_view text = card.document().text();
  std::size_t wrong = 0;
  for (const Evidence& e : card.evidence().items()) {
    wrong += !(e.begin < e.end && e.sentence_begin <= e.begin && e.end <= e.sentence_end && e.sentence_end <= text.size());
    wrong += !on_boundary(text, e.begin) || !on_boundary(text, e.end);
  }
  wrong += !(card.low() <= card.high() + 1e-9 && card.coverage() >= 0 && card.coverage() <= 1 + 1e-12);
  double points = 0;
  for (std::size_t n = 0; n < card.nodes().size(); ++n)
    if (card.framework().nodes()[n].is_indicator()) points += card.nodes()[n].points;
  wrong += std::abs(points - card.nodes()[0].points) > 1e-9;
  return wrong;
}

// Characters of a valid text, so that mutations stay valid UTF-8.
std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto b = static_cast<unsigned char>(text[i]);
    const std::size_t n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    out.emplace_back(text.substr(i, n));
    i += n;
  }
  return out;
}

}  // namespace

TEST_CASE("ten thousand mutations of the documents") {
  std::mt19937 random(2021);
  std::vector<std::vector<std::string>> documents;
  for (const Document& d : seed_documents()) documents.push_back(characters(d.text()));
  const std::vector<std::string> odd{"\n", "。", ",", "、", "“", "《", "》", "%", "0", "万", "\u200B", "\u3000", "\xF0\x9F\x98\x80", "一", "二、", "(", "至"};
  std::size_t wrong = 0;
  for (int round = 0; round < 10000; ++round) {
    const auto& source = documents[random() % documents.size()];
    const std::size_t length = 1 + random() % 400, start = random() % (source.size() - length);
    std::vector<std::string> piece(source.begin() + static_cast<std::ptrdiff_t>(start),
                                   source.begin() + static_cast<std::ptrdiff_t>(start + length));
    for (auto n = random() % 12; n > 0; --n) {
      const std::size_t at = random() % piece.size();
      if (random() % 3 == 0) piece.insert(piece.begin() + static_cast<std::ptrdiff_t>(at), odd[random() % odd.size()]);
      else if (random() % 2) piece[at] = odd[random() % odd.size()];
      else std::swap(piece[at], piece[random() % piece.size()]);
    }
    std::string text;
    for (const std::string& c : piece) text += c;
    wrong += unsound(shipped_engine().evaluate(Document::from_text(text)));
  }
  CHECK(wrong == 0);
}

TEST_CASE("one endless line, one endless word, nothing but commas") {
  std::string line, commas(100000, ','), word;
  for (int i = 0; i < 20000; ++i) line += "行政机关负责人出庭应诉率100%,", word += "法治";
  for (const std::string& text : {line, commas, word, std::string(), std::string(1, '\0')})
    CHECK(unsound(shipped_engine().evaluate(Document::from_text(text))) == 0);
}
