// Sentences, clauses, lines and headings of English texts.
#include "outline.hpp"

#include "document/period.hpp"
#include "support/catch.hpp"

#include <rulescore/document.hpp>

#include <random>

using namespace rulescore;
using namespace rulescore::test;
using Strings = std::vector<std::string>;

TEST_CASE("English sentences end at a full stop, not at every point") {
  CHECK(sentences("It rose to 3.5 %. Then it fell.") == Strings{"It rose to 3.5 %.", "Then it fell."});
  CHECK(sentences("Mr. J. P. Arden of the U.S. Office wrote, e.g. on permits. He left at 5 p.m. Nobody noticed.") ==
        Strings{"Mr. J. P. Arden of the U.S. Office wrote, e.g. on permits.", "He left at 5 p.m.", "Nobody noticed."});
  CHECK(sentences("See No. 5 and Art. 12. The answer was no. It stayed so.") ==
        Strings{"See No. 5 and Art. 12.", "The answer was no.", "It stayed so."});
  CHECK(sentences("He said: \"It is done.\" We agreed (in part.) Nobody else did!") ==
        Strings{"He said: \"It is done.\"", "We agreed (in part.)", "Nobody else did!"});
  CHECK(sentences("In 2021. Twelve came. 12 left... later on. See www.example.org now.") ==
        Strings{"In 2021.", "Twelve came.", "12 left... later on.", "See www.example.org now."});
  CHECK(sentences("Adopted on 3 Sept. 2021 by St. Mary's; vol. 2 follows.") ==
        Strings{"Adopted on 3 Sept. 2021 by St. Mary's;", "vol. 2 follows."});
}

TEST_CASE("English clauses end at commas and colons, not inside figures") {
  CHECK(clauses("Of the 1,284 requests, 96 % were answered: a record.") ==
        Strings{"Of the 1,284 requests,", " 96 % were answered:", " a record."});
}

TEST_CASE("a Chinese text with points is left alone") {
  CHECK(sentences("浓度为PM2.5 A. B.下降3.5%。") == Strings{"浓度为PM2.5 A. B.下降3.5%。"});
}

TEST_CASE("hard-wrapped English paragraphs are rejoined, headings and items aren't") {
  const char* const text =
      "1. Introduction\n"
      "This report tells how the council met its duties of openness in the\n"
      "year 2021 and what it means to do next. It was written by the clerk\n"
      "of the town, who has been in office since the spring of last year.\n"
      "- the first of the items in this list is one that runs on a little\n"
      "further\n"
      "- the second\n"
      "2. Next steps\n"
      "The council will continue to publish what it decides as soon as the\n"
      "minutes are approved.\n";
  CHECK(outline(text) ==
        "1 1. Introduction\n"
        "  - This report tells how the council met its duties of openness in the\nyear 2021 and what it means to do next.\n"
        "  - It was written by the clerk\nof the town, who has been in office since the spring of last year.\n"
        "  - - the first of the items in this list is one that runs on a little\nfurther\n"
        "  - - the second\n"
        "1 2. Next steps\n"
        "  - The council will continue to publish what it decides as soon as the\nminutes are approved.\n");
}

TEST_CASE("English headings: labels, numbers, parts") {
  CHECK(tree("Openness\n\nThe council met in public and the minutes were published on the website.\n\nNext steps\n\nWe will go "
             "on.\n") == "5 Openness\n5 Next steps\n");
  CHECK(tree("Part A: Openness\nIt met.\n1. Requests\n1.1 Numbers\nThere were many.\n2. Complaints\nThere were few.\nPart B: Problems\nIt lacks staff.\n") ==
        "1 Part A: Openness\n  1 1. Requests\n    2 1.1 Numbers\n  1 2. Complaints\n1 Part B: Problems\n");
}

TEST_CASE("a report in English names its year") {
  const auto year = [](const char* text) { return Document::from_text(text).impl().year; };
  CHECK(year("Annual report 2021\nIt was a good year.") == 2021);
  CHECK(year("Review 2020/21\nIt was a good year.") == 2021);
  CHECK(year("Review of 2019-2020\nIt was a good year.") == 2020);
  CHECK(year("Report\nIt was a good year.") == 0);
}

TEST_CASE("1,000 mutations of an English text keep the document whole") {
  const std::string seed =
      "1. Intro. Mr. A. B. went (see No. 5). \"It is.\" 3.5 % e.g. U.S. ... www.a.b/c: 10:30; 1,234.\n\n- item\nPart II\n  "
      "wrapped line\nof it. ";
  constexpr std::string_view alphabet = ".,:;!?\"'() \n-0123AaBbIV";
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    std::string s = seed + seed;
    for (int edits = 0; edits < 20; ++edits) s[random() % s.size()] = alphabet[random() % alphabet.size()];
    const Document document = Document::from_text(s);
    std::uint32_t behind = 0;
    for (const Sentence& sentence : document.sentences()) {
      REQUIRE(sentence.begin >= behind);
      REQUIRE(sentence.begin < sentence.end);
      behind = sentence.end;
    }
    REQUIRE(behind <= s.size());
  }
}
