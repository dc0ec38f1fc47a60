// What a Document holds: the text, its structure and its figures, all positions in characters (see base/text.hpp).
// The public accessors show the same in bytes.
#pragma once

#include "base/text.hpp"
#include "quantity/scan.hpp"

#include <rulescore/document.hpp>

#include <vector>

namespace rulescore {

struct SectionAt {
  Span heading;  // empty for section 0
  Span where;    // heading included, up to the next heading of the same or a higher level
  std::uint32_t parent = 0;
  int level = 0;  // 5: a label, a heading line without a number; it may hold numbered ones
};

// Ends at 。 ! ? ; or a line break that rejoin.hpp leaves. The terminator belongs to it, blanks around it don't.
struct SentenceAt {
  Span where;
  std::uint32_t section = 0;
  std::uint32_t line = 0;  // paragraph: index of the line it stands on
  bool boilerplate = false;
  bool heading = false;  // all of it heads what follows
};

// A part of a sentence between , : and sentence ends; a thousands separator doesn't split. Enumeration commas (、) don't either.
// Clauses tile their sentence, its terminators included.
struct ClauseAt {
  Span where;
  std::uint32_t sentence = 0;
};

struct Structure {
  std::vector<SectionAt> sections;    // pre-order; [0] is the whole document
  std::vector<SentenceAt> sentences;  // in order; they don't overlap
  std::vector<ClauseAt> clauses;      // in order; every sentence has at least one
};

struct DocumentImpl {
  Metadata metadata;
  Origin origin;
  Text text;
  Structure structure;
  std::vector<QuantityAt> quantities;  // boilerplate's figures excluded
  int year = 0;                        // the text is about; 0 when neither the metadata nor its first lines say
  // The same for the public face.
  std::vector<Section> sections;
  std::vector<Sentence> sentences;
  std::vector<Quantity> public_quantities;
};

// Sections, sentences, clauses, and which of them are page boilerplate.
Structure find_structure(const Text& text);

}  // namespace rulescore
