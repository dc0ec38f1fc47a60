// The names by which the parts of a page are known. Data, and one question for each kind. Tested by tests/unit/format/html.cpp.
#pragma once

#include "format/page_tree.hpp"

#include <string_view>

namespace rulescore {

bool is_block(std::string_view element) noexcept;       // starts a line
bool is_container(std::string_view element) noexcept;   // of paragraphs
bool holds_no_text(std::string_view element) noexcept;  // script, style, what is filled in, what was struck out

bool is_furniture_element(std::string_view element) noexcept;
bool is_furniture_role(std::string_view role) noexcept;
bool has_furniture_word(std::string_view words) noexcept;

// The marks of publishing systems around an article.
bool is_begin_mark(const PageNode& node) noexcept;
bool is_end_mark(const PageNode& node) noexcept;
bool is_article_element(const PageNode& node) noexcept;

// A page's <title> without the name of the site behind it.
std::string_view without_site(std::string_view title) noexcept;

}  // namespace rulescore
