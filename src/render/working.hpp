// The arithmetic of an explanation, line by line, as a reader would do it on paper: "rate：(90 − 50) ÷ (100 − 50) = 0.8".
//
// Every line is LABEL：EXPRESSION = RESULT, or ≈ where the result is rounded to six places. An expression holds figures, + − × ÷
// ^, brackets and min max exp ln ceil floor; CONDITION → RESULT stands where a figure only has to reach another. Results are the
// card's own, never the expression's: a line that doesn't hold shows a hole in the explanation. tests/cli/test_explained.py reads
// the lines and reckons them again.
#pragma once

#include "render/table.hpp"
#include "score/block.hpp"

#include <rulescore/scorecard.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace rulescore::render {

// What a figure is called on paper: at most six places, in brackets below 0.
std::string on_paper(double value);

class Lines {
 public:
  explicit Lines(const TableStyle& style) : style_(style) {}
  void equals(const std::string& label, const std::string& expression, double result);
  void holds(const std::string& label, const std::string& condition, double result);
  void append(const Lines& more) { lines_.insert(lines_.end(), more.lines_.begin(), more.lines_.end()); }
  const std::vector<std::string>& all() const noexcept { return lines_; }

 private:
  void add(const std::string& label, const std::string& text);

  const TableStyle& style_;
  std::vector<std::string> lines_;
};

// "a + b", "min(a, b)"; one alone stands by itself.
std::string listed(const std::vector<double>& values, const std::string& separator);
std::string called(const std::string& function, const std::vector<double>& values);
// `text` within floor and cap, said only where they bite.
std::string within(const std::string& text, double value, double floor, double cap);

// working_term.cpp: from the figures of a term to its marks.
Lines term_working(const RuleScore& term, const Earned& earned, const Pieces& pieces, const std::string& name,
                   const TableStyle& style);

// working.cpp: an indicator, from its terms to its points; working_group.cpp: a group, from its children.
Lines indicator_working(const Scorecard& card, std::uint32_t node, const TableStyle& style);
Lines group_working(const Scorecard& card, std::uint32_t node, const TableStyle& style);

// All lines of a node: how much it can be worth, and what it is worth.
std::vector<std::string> working(const Scorecard& card, std::uint32_t node, const TableStyle& style);

}  // namespace rulescore::render
