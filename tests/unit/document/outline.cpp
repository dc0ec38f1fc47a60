#include "outline.hpp"

#include "document/flat_page.hpp"
#include "document/rejoin.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace rulescore::test {
namespace {

// As a document reads its text.
Text read(std::string_view text) {
  Text t = decode(std::string(text));
  rejoin_lines(t);
  break_flat_page(t);
  return t;
}

class Printer {
 public:
  Printer(const Text& text, bool with_sentences) : text_(text), s_(find_structure(text)), with_sentences_(with_sentences) {}

  std::string print() {
    for (const SentenceAt& sentence : s_.sentences) {
      while (next_ < s_.sections.size() && s_.sections[next_].where.begin <= sentence.where.begin) heading();
      if (with_sentences_ && !(sentence.heading && sentence.where.begin == begin_)) line(sentence);
    }
    return out_;
  }

 private:
  int depth(std::uint32_t section) const {
    int d = 0;
    for (; section != 0; section = s_.sections[section].parent) ++d;
    return d;
  }
  void indent(int d) { out_.append(static_cast<std::size_t>(d) * 2, ' '); }

  void heading() {
    const SectionAt& section = s_.sections[next_];
    begin_ = section.where.begin;
    if (next_ != 0) {
      indent(depth(next_) - 1);
      out_ += std::to_string(section.level) + ' ' + std::string(text_.quote(section.heading)) + '\n';
    } else {
      begin_ = 0xFFFFFFFFu;
    }
    ++next_;
  }

  void line(const SentenceAt& sentence) {
    indent(depth(sentence.section));
    out_ += sentence.boilerplate ? "# " : sentence.heading ? "= " : "- ";
    out_ += std::string(text_.quote(sentence.where)) + '\n';
  }

  const Text& text_;
  Structure s_;
  bool with_sentences_;
  std::uint32_t next_ = 0;
  std::uint32_t begin_ = 0xFFFFFFFFu;  // of the last heading
  std::string out_;
};

}  // namespace

std::string outline(std::string_view text) { return Printer(read(text), true).print(); }
std::string tree(std::string_view text) { return Printer(read(text), false).print(); }

std::vector<std::string> sentences(std::string_view text) {
  const Text t = read(text);
  std::vector<std::string> out;
  for (const SentenceAt& s : find_structure(t).sentences) out.emplace_back(t.quote(s.where));
  return out;
}

std::vector<std::string> clauses(std::string_view text) {
  const Text t = read(text);
  std::vector<std::string> out;
  for (const ClauseAt& c : find_structure(t).clauses) out.emplace_back(t.quote(c.where));
  return out;
}

std::vector<std::string> furniture(std::string_view text) {
  const Text t = read(text);
  std::vector<std::string> out;
  for (const SentenceAt& s : find_structure(t).sentences) {
    if (s.boilerplate) out.emplace_back(t.quote(s.where));
  }
  return out;
}

const std::vector<std::string>& seed_names() {
  static const std::vector<std::string> names = {"000_608371b05f621f5b.txt", "001_3cfe0e754c2cb1fa.txt",
                                                 "002_6631ab238dfb1409.txt", "003_fee01a120b8ebf84.txt",
                                                 "004_52573d4cbd75fde3.txt"};
  return names;
}

std::string read_seed(std::string_view name) {
  std::ifstream in(std::string(RULESCORE_SOURCE_DIR) + "/seeds/" + std::string(name), std::ios::binary);
  if (!in) throw std::runtime_error("no seed " + std::string(name));
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace rulescore::test
