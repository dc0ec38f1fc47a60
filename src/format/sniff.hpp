// Which format bytes have. Tested by tests/unit/format/sniff.cpp.
#pragma once

#include <string_view>

namespace rulescore {

enum class Format { text, markdown, html, docx, pdf };

std::string_view name_of(Format format) noexcept;

// The format someone asked for by name. Throws UsageError, with the nearest name there is.
Format asked_format(std::string_view name);

// By the suffix of a file's name; text when it says nothing.
Format format_of_name(std::string_view name) noexcept;

// By the first bytes. False for everything that may be text.
bool is_pdf(std::string_view bytes) noexcept;
bool is_zip(std::string_view bytes) noexcept;
bool is_compound_file(std::string_view bytes) noexcept;  // Word 97 to 2003, and what is encrypted since
bool is_rich_text(std::string_view bytes) noexcept;

// Whether a text is clearly the source of a page: it begins as one. A report that mentions a tag is none.
bool is_page(std::string_view text) noexcept;

}  // namespace rulescore
