// Text made safe for where it is going, and numbers as text.
//
// A quotation comes from a stranger's file. On its way out it meets a terminal (escape sequences, right-to-left overrides), a
// spreadsheet (formulas), a page (markup): each way out has its own function here, and nothing prints without one.
// Tested by tests/unit/render/escape_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rulescore::render {

// For machines: the shortest digits that read back to the same double ("100", "0.1", "1e+30"); empty for what is not a number.
std::string digits(double value);
// Rounded for people: rounded(61.849, 1) is "61.8"; an en dash for what is not a number.
std::string rounded(double value, int decimals);
// A share as a percentage: percent(0.43) is "43%".
std::string percent(double share, int decimals = 0);

// One line for a terminal: valid UTF-8, no control characters (C0, DEL, C1), no bidirectional overrides; white space runs are one
// blank.
std::string one_line(std::string_view text);
// At most so many columns wide, the cut marked by an ellipsis. 0: no limit.
std::string elide(std::string_view text, int columns);

// Control and bidirectional characters that are still raw in a JSON text become \uXXXX: the value stays, the terminal is safe.
std::string escape_controls_in_json(std::string json);

// One line of RFC 4180, ended by CR LF. A cell that a spreadsheet would take for a formula (it starts with = + - @, a tab or a
// carriage return, and is not a number) gets a leading apostrophe; control characters other than tab and line ends are dropped.
std::string csv_row(std::span<const std::string> cells);

std::string markdown_cell(std::string_view text);
// For HTML and XML, in text and in quoted attributes alike. Characters that XML 1.0 forbids are dropped.
std::string markup(std::string_view text);

}  // namespace rulescore::render
