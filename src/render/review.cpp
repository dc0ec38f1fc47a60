// A review file to fill in. Outside face: evidence_review() in render.hpp. Tested by tests/unit/elsewhere/apply_reviews.cpp.
#include "elsewhere/review_writer.hpp"
#include "framework/model.hpp"
#include "render/names.hpp"
#include "score/wording.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <cmath>

namespace rulescore {
namespace render {
namespace {

const char* const head_zh = R"(# 逐条复核：在 verdict 后写 accept（采用）、reject（不采用）或 correct（更正），留空表示没有看过。
# reject 和 correct 要写 reason（理由）；都要写 date（日期，如 2024-05-01）。不写姓名。
# correct 时再加要改的：status（achieved、planned、problem）、value（如 96%、1200件；没有数值写 none）、
# scope（own、subordinate、other、national）、year。found 是原样，供对照，改它不起作用。
# 用法：rulescore score 文档 --review 本文件
)";
const char* const head_en =
    R"(# Review each piece: after verdict write accept, reject or correct; empty means that nobody has looked.
# reject and correct need a reason, all need a date such as 2024-05-01. No names.
# With correct, add what it should be: status (achieved, planned, problem), value (96%, 1200件; none for no figure),
# scope (own, subordinate, other, national), year. found is how it was found, to look at; changes there do nothing.
# To use it: rulescore score DOCUMENT --review THIS-FILE
)";

class Form {
 public:
  Form(const Framework& framework, const TableStyle& style) : framework_(framework), style_(style) {}

  std::string text(std::span<const EvidenceSet> sets) && {
    out_ = say(style_, head_zh, head_en) + "rulescore-review: 1\nreviews:\n";
    for (const EvidenceSet& set : sets) {
      const std::vector<std::string> known = fingerprints(framework_, set);
      for (std::size_t i = 0; i < known.size(); ++i) entry(set, set.items()[i], known[i]);
    }
    return std::move(out_);
  }

 private:
  void line(const char* indent, const char* key, const std::string& value) {
    out_.append(indent).append(key).append(value.empty() ? ":" : ": ").append(value) += '\n';
  }
  void quoted_line(const char* key, std::string_view text) {
    if (!text.empty()) line("      ", key, yaml_quoted(text));
  }

  void entry(const EvidenceSet& set, const Evidence& piece, const std::string& fingerprint) {
    const AppliedReview* applied = set.review_of(piece);
    out_ += "\n  - evidence: " + yaml_quoted(fingerprint) + '\n';
    found(set, applied == nullptr ? piece : applied->was);
    if (applied == nullptr) {
      for (const char* key : {"verdict", "reason", "date"}) line("    ", key, "");
      return;
    }
    // Without the fingerprint's own line, which stands above.
    const std::string filled = reviews_yaml({&applied->review, 1});
    out_ += filled.substr(filled.find("    verdict:"));
  }

  void found(const EvidenceSet& set, const Evidence& piece) {
    const Document& document = set.document();
    out_ += "    found:\n";
    quoted_line("document", document.metadata().name);
    quoted_line("jurisdiction", document.metadata().jurisdiction);
    if (piece.year != 0) line("      ", "year", std::to_string(piece.year));
    quoted_line("indicator", titled(indicator_of(framework_, piece), style_));
    quoted_line("rule", rule_name(framework_, piece));
    line("      ", "status", std::string(to_string(piece.status)));
    line("      ", "scope", std::string(to_string(piece.scope)));
    if (!std::isnan(piece.value)) quoted_line("value", rulescore::figure(piece.value, piece.unit, Language::zh));
    quoted_line("quote", set.quote(piece));
    const std::string_view sentence = document.text(piece.sentence_begin, piece.sentence_end);
    if (sentence != set.quote(piece)) quoted_line("sentence", sentence);
    quoted_line("source", origin(set, piece, style_));
  }

  const Framework& framework_;
  const TableStyle& style_;
  std::string out_;
};

}  // namespace
}  // namespace render

std::string evidence_review(const Framework& framework, std::span<const EvidenceSet> sets, const TableStyle& style) {
  return render::Form(framework, style).text(sets);
}

}  // namespace rulescore
