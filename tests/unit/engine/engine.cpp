// Compile, match, score: the same bits for any number of threads and any order, and no evidence of other rules.
#include "shipped.hpp"

#include <algorithm>
#include <atomic>

using namespace rulescore;

TEST_CASE("any number of threads and any order of documents give the same bits") {
  const std::vector<Document> documents = seed_documents();
  std::vector<Scorecard> reference;
  for (const Document& d : documents) reference.push_back(shipped_engine().evaluate(d));
  std::vector<Document> many;
  for (int i = 0; i < 8; ++i)
    for (std::size_t d = 0; d < documents.size(); ++d) many.push_back(documents[(d * 3 + static_cast<std::size_t>(i)) % documents.size()]);
  for (const unsigned threads : {1u, 2u, 3u, 7u, 16u}) {
    const auto cards = shipped_engine().evaluate(many, {threads, {}});
    REQUIRE(cards.size() == many.size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < many.size(); ++i) {
      const auto which = (i % documents.size() * 3 + i / documents.size()) % documents.size();
      different += !same_bits(cards[i], reference[which]);
    }
    CHECK(different == 0);
  }
}

TEST_CASE("weights change scores, not evidence: edited frameworks score what was found") {
  const Document document = seed_documents()[1];
  const EvidenceSet found = shipped_engine().match(document);
  const Engine edited(shipped_engine().framework().with_weight("C", 2.0));
  const Scorecard rescored = edited.score(found);
  CHECK(same_bits(rescored, edited.evaluate(document)));
  CHECK(rescored.score() != shipped_engine().score(found).score());
}

TEST_CASE("evidence found with other rules is refused, with both fingerprints") {
  const std::string head = "rulescore: 1\nid: t\nversion: \"1\"\ntitle: t\nfull: 1\nmissing: zero\nchildren:\n  - {code: A, title: t, asks: t, evidence: {r: {any: [";
  const std::string tail = "]}}, score: {r: 1}}\n";
  const Engine one(Framework::parse(head + "普法" + tail)), other(Framework::parse(head + "学法" + tail));
  const EvidenceSet found = one.match(Document::from_text("开展普法。"));
  CHECK(one.score(found).score() == 1);
  try {
    other.score(found);
    FAIL("accepted");
  } catch (const UsageError& e) {
    CHECK(std::string(e.what()) == "this evidence was found with other rules (" + one.framework().rules_fingerprint() +
                                       ") than those of framework “t” (" + other.framework().rules_fingerprint() +
                                       "); match the document again");
  }
}

TEST_CASE("progress can stop the work") {
  const std::vector<Document> documents(200, seed_documents()[0]);
  std::atomic<int> told{0};
  EvaluateOptions options;
  options.threads = 2;
  options.progress = [&](std::size_t, std::size_t) { return ++told < 1; };
  CHECK_THROWS_AS(shipped_engine().evaluate(documents, options), UsageError);
  CHECK(shipped_engine().evaluate(std::span<const Document>()).empty());
}

TEST_CASE("line ends and a byte order mark move offsets, nothing else") {
  for (const Document& document : seed_documents()) {
    const std::string text(document.text());
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const Scorecard a = shipped_engine().evaluate(document);
    const Scorecard b = shipped_engine().evaluate(Document::from_text(windows, document.metadata()));
    CHECK(a.score() == b.score());
    CHECK(a.evidence().items().size() == b.evidence().items().size());
  }
}

TEST_CASE("neutral text lowers nothing") {
  for (const Document& document : seed_documents()) {
    const Scorecard before = shipped_engine().evaluate(document);
    const Scorecard after = shipped_engine().evaluate(Document::from_text(std::string(document.text()) + "\n天气晴好,山青水秀。\n", document.metadata()));
    CHECK(after.score() >= before.score());
  }
}
