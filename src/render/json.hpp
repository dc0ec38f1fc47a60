// What the JSON renderings share: values in our own field order, and the objects that appear in several of them.
#pragma once

#include <rulescore/engine.hpp>
#include <rulescore/scorecard.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace rulescore::render {

using Json = nlohmann::ordered_json;

// One line. Doubles take the shortest digits that read back to them; what isn't finite is null; strings that are not UTF-8 are
// mended with U+FFFD; no raw control or bidirectional character is left.
std::string dump(const Json& value);
// "[", one element a line, "]", each ended by a newline.
std::string dump_lines(const std::vector<Json>& elements);

Json text_or_null(std::string_view text);

// "encoding" when the text isn't the file's bytes, "format" when it isn't plain text: then offsets are into what `rulescore text`
// prints.
void add_origin(Json& object, const Document& document);

// The fields every result of a document opens with: document, jurisdiction, level, year, framework.
Json head(const Framework& framework, const Document& document);
Json node_number(const Node& node);
// A whole scorecard.
Json card_object(const Scorecard& card);
// `fingerprint`: of this piece, see review.hpp.
Json evidence_object(const Framework& framework, const EvidenceSet& set, const Evidence& evidence, std::string_view fingerprint);

}  // namespace rulescore::render
