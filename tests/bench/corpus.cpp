// Varying and reading corpora for timing.
#include "corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace bench {
namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can't open " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

// Pieces that end at 。 or a line break, terminator included.
std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    out.back() += text[i];
    const bool stop = text.compare(i >= 2 ? i - 2 : i, 3, "。") == 0;
    if (text[i] == '\n' || stop) out.emplace_back();
  }
  return out;
}

void redraw_digits(std::string& s, std::mt19937& random) {
  for (char& c : s)
    if (c >= '1' && c <= '9') c = static_cast<char>('1' + random() % 9);
}

}  // namespace

Corpus vary(const std::string& folder, std::size_t mebibytes) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::vector<std::string>> documents;
  std::vector<std::string> pool;
  for (const auto& path : paths) {
    documents.push_back(pieces(slurp(path)));
    for (const std::string& s : documents.back())
      if (s.size() > 36) pool.push_back(s);
  }
  std::mt19937 random(20240607);
  Corpus corpus;
  corpus.offsets.push_back(0);
  while (corpus.bytes.size() < mebibytes << 20) {
    for (const std::string& piece : documents[random() % documents.size()]) {
      const auto dice = random() % 100;
      if (dice < 8) continue;
      std::string s = dice < 38 && piece.size() > 36 ? pool[random() % pool.size()] : piece;
      if (random() % 10 < 7) redraw_digits(s, random);
      corpus.bytes += s;
    }
    corpus.offsets.push_back(corpus.bytes.size());
  }
  return corpus;
}

Corpus read(const std::string& name) {
  Corpus corpus;
  corpus.bytes = slurp(name + ".txt");
  const std::string index = slurp(name + ".idx");
  for (std::size_t at = 0; at + 8 <= index.size(); at += 8) {
    std::uint64_t offset = 0;
    for (std::size_t k = 8; k-- > 0;) offset = offset << 8 | static_cast<unsigned char>(index[at + k]);
    corpus.offsets.push_back(offset);
  }
  if (corpus.offsets.size() < 2) throw std::runtime_error("no documents in " + name);
  return corpus;
}

}  // namespace bench
