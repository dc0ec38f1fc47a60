// A one-indicator framework around some rules, and what it finds in a text, as short strings: "rule status value unit quote".
#pragma once

#include <rulescore/engine.hpp>

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

class Finder {
 public:
  // `rules`: lines of the `evidence:` block, unindented. `status`: the framework's status block, unindented, or empty.
  explicit Finder(const std::string& rules, const std::string& status = "") : engine_(rulescore::Framework::parse(yaml(rules, status))) {}

  std::vector<std::string> find(const std::string& text) const {
    const auto set = engine_.match(rulescore::Document::from_text(text));
    std::vector<std::string> found;
    for (const rulescore::Evidence& e : set.items()) {
      if (e.duplicate_of != rulescore::Evidence::none) continue;
      std::string s = "r" + std::to_string(e.rule) + " " + std::string(to_string(e.status));
      if (!std::isnan(e.value)) {
        char buffer[32];
        s += " " + std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, e.value).ptr) + std::string(e.unit);
      }
      found.push_back(s + " " + std::string(set.quote(e)));
    }
    return found;
  }
  const rulescore::Engine& engine() const { return engine_; }

 private:
  static std::string indented(const std::string& block, const std::string& by) {
    std::string out;
    for (std::size_t i = 0; i < block.size();) {
      const std::size_t end = std::min(block.find('\n', i), block.size());
      out += by + block.substr(i, end - i) + "\n";
      i = end + 1;
    }
    return out;
  }
  static std::string yaml(const std::string& rules, const std::string& status) {
    std::string score;
    for (std::size_t i = 0; i < rules.size(); i = std::min(rules.find('\n', i), rules.size() - 1) + 1)
      if (rules[i] != ' ' && rules[i] != '\n') score += "          " + rules.substr(i, rules.find(':', i) - i) + ": 1\n";
    return "rulescore: 1\nid: t\nversion: \"1\"\ntitle: t\nfull: 100\nmissing: zero\n" +
           (status.empty() ? "" : "status:\n" + indented(status, "  ")) +
           "children:\n  - code: A\n    title: t\n    children:\n      - code: A1\n        title: t\n        asks: t\n        evidence:\n" +
           indented(rules, "          ") + "        score:\n" + score;
  }
  rulescore::Engine engine_;
};
