// What a piece of evidence says, as 16 hex digits. Outside face: fingerprints() in review.hpp.
// Tested by tests/unit/elsewhere/apply_reviews.cpp.
#include "document/impl.hpp"
#include "elsewhere/placing.hpp"
#include "framework/canonical.hpp"
#include "framework/model.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace rulescore {
namespace {

// Fields with their length before them, so that none runs into the next.
class Said {
 public:
  Said& text(std::string_view s) {
    out_.append(std::to_string(s.size())).append(":").append(s);
    return *this;
  }
  Said& number(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return text({buffer, static_cast<std::size_t>(end - buffer)});
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Fingerprints {
 public:
  Fingerprints(const Framework& framework, const EvidenceSet& set) : model_(framework.model()), set_(set) {}

  std::vector<std::string> all() {
    std::vector<std::string> out;
    out.reserve(set_.items().size());
    std::map<std::string, int> times;
    for (const Evidence& item : set_.items()) {
      const AppliedReview* review = set_.review_of(item);
      std::string said = content(review != nullptr ? review->was : item);
      const int before = times[said]++;
      if (before > 0) said = Said().text(said).number(before).take();
      out.push_back(fingerprint_of(said));
    }
    return out;
  }

 private:
  // Folded, without blanks: what a reader would take for the same words.
  std::string words(std::uint32_t begin, std::uint32_t end) const {
    const Text& text = set_.document().impl().text;
    const auto first = std::lower_bound(text.offset.begin(), text.offset.end() - 1, begin) - text.offset.begin();
    std::u32string chars;
    for (auto i = static_cast<std::size_t>(first); i < text.chars.size() && text.offset[i] < end; ++i)
      if (!is_space(text.chars[i]) && text.chars[i] != U'\n') chars.push_back(text.chars[i]);
    return to_utf8(chars);
  }

  std::string content(const Evidence& piece) const {
    const IndicatorModel& indicator = model_.indicators[piece.indicator];
    Said said;
    said.text(to_utf8(squeeze(set_.document().metadata().jurisdiction))).number(set_.document().impl().year);
    said.text(model_.nodes[indicator.node].code);
    said.text(piece.rule < indicator.rules.size() ? indicator.rules[piece.rule].name : score_unit);
    said.text(words(piece.begin, piece.end)).text(words(piece.sentence_begin, piece.sentence_end)).number(piece.value);
    if (const Fact* fact = set_.fact_of(piece); fact != nullptr) {
      said.text(to_string(piece.kind)).text(to_string(piece.status)).text(to_string(piece.scope)).text(piece.unit);
      said.text(to_utf8(squeeze(fact->source))).text(to_utf8(squeeze(fact->quote)));
    }
    return said.take();
  }

  const FrameworkModel& model_;
  const EvidenceSet& set_;
};

}  // namespace

std::vector<std::string> fingerprints(const Framework& framework, const EvidenceSet& evidence) {
  return Fingerprints(framework, evidence).all();
}

}  // namespace rulescore
