// Random and half-sensible bytes, each from a heap copy of exactly its size, so that a sanitizer sees the first byte read too
// far. No input may crash, hang or be refused without an issue.
#include "texts.hpp"

#include "support/catch.hpp"

#include <cstring>
#include <memory>
#include <random>

using namespace rulescore;
using rulescore::testing::rich;

namespace {

constexpr int inputs = 10'000;

void read_exact(const std::string& text) {
  const std::unique_ptr<char[]> copy(new char[text.size()]);
  std::memcpy(copy.get(), text.data(), text.size());
  try {
    Framework::parse(std::string_view(copy.get(), text.size()));
  } catch (const FrameworkError& error) {
    REQUIRE_FALSE(error.issues().empty());
    for (const Issue& issue : error.issues()) REQUIRE_FALSE(to_string(issue).empty());
  }
}

std::string random_bytes(std::mt19937_64& random) {
  std::string text(random() % 200, '\0');
  for (char& c : text) c = static_cast<char>(random());
  return text;
}

std::string random_tokens(std::mt19937_64& random) {
  static const char* const tokens[] = {"{",        "}",    "[",        "]",     ",",   ": ",  "- ",           "? ",
                                       "\n",       "  ",   "&a ",      "*a",    "!t ", "|\n", ">\n",          "\"",
                                       "'",        "#",    "---\n",    "...\n", "%",   "a",   "rulescore",    "1",
                                       "children", "code", "evidence", "any",   "依",  "：",  "\xEF\xBB\xBF", "~",
                                       "null",     "<<",   "\\",       "@",     "`",   "\t",  "\r\n"};
  std::string text;
  for (std::size_t n = random() % 60; n > 0; --n) text += tokens[random() % std::size(tokens)];
  return text;
}

// A piece of the rich framework with pieces moved, doubled or cut.
std::string spliced(std::mt19937_64& random) {
  std::string text(rich);
  for (std::size_t n = 1 + random() % 4; n > 0; --n) {
    const std::size_t from = random() % text.size(), length = random() % 80;
    const std::string piece = text.substr(from, length);
    if (random() % 2 == 0) text.erase(from, length);
    if (text.empty()) return text;
    if (random() % 2 == 0) text.insert(random() % text.size(), piece);
  }
  return text;
}

}  // namespace

TEST_CASE("random bytes") {
  std::mt19937_64 random(1);
  for (int i = 0; i < inputs; ++i) read_exact(random_bytes(random));
}

TEST_CASE("random tokens") {
  std::mt19937_64 random(2);
  for (int i = 0; i < inputs; ++i) read_exact(random_tokens(random));
}

TEST_CASE("spliced frameworks") {
  std::mt19937_64 random(3);
  for (int i = 0; i < inputs / 5; ++i) read_exact(spliced(random));
}
