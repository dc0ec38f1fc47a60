// See wording.hpp. Every number that entered the arithmetic is said, so that a reader can redo it.
#include "score/wording.hpp"

#include "document/impl.hpp"
#include "quantity/unit.hpp"

#include "base/number.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <cmath>

namespace rulescore {
namespace {

std::string_view qualifier(Bound bound, Language language) {
  switch (bound) {
    case Bound::exact:
      return "";
    case Bound::at_least:
      return say(language, "至少", "at least ");
    case Bound::about:
      return say(language, "约", "about ");
    case Bound::at_most:
      return say(language, "至多", "at most ");
  }
  return "";
}

// 328: the 28th of March.
std::string date_in_words(double value, Language language) {
  const auto day = static_cast<int>(value);
  const std::string month = std::to_string(day / 100), of_month = std::to_string(day % 100);
  return language == Language::en ? month + "-" + of_month : month + "月" + of_month + "日";
}

}  // namespace

std::string figure(double value, std::string_view unit, Language language) {
  const std::string number = shortest(value);
  if (unit == "rank") return std::string(say(language, "第", "rank ")) + number;
  if (unit == date_unit) return date_in_words(value, language);
  if (unit == "pp") return number + std::string(say(language, "个百分点", " pp"));
  if (unit == "number") return number;
  if (unit == "£" || unit == "$" || unit == "€") return std::string(unit) + number;
  const bool is_word = !unit.empty() && unit.front() >= 'a' && unit.front() <= 'z';
  if (unit.empty() || unit == "%" || (language == Language::zh && !is_word)) return number + std::string(unit);
  return number + ' ' + std::string(value == 1 ? singular_unit(unit) : unit);
}

std::string stated_figure(const Evidence& piece, Language language) {
  const std::string low = std::string(qualifier(piece.bound, language)) + figure(piece.value, piece.unit, language);
  if (std::isnan(piece.value_high)) return low;
  const std::string range =
      shortest(piece.value) + std::string(say(language, "至", " to ")) + figure(piece.value_high, piece.unit, language);
  return range + std::string(say(language, "取低值", ", the low end ")) + low;
}

std::string why_not(const Evidence& piece, Standing standing, const EvidenceSet& evidence, Language language) {
  switch (standing) {
    case Standing::counts:
      return {};
    case Standing::foreign:
      switch (piece.scope) {
        case Whose::own:
          return std::string(
              say(language, "是本地区自己的，本项只认别处的", "it is the jurisdiction's own, and this item counts others'"));
        case Whose::subordinate:
          return std::string(
              say(language, "是下辖某地的，不代表本地区", "it is about one place below, not the whole jurisdiction"));
        case Whose::other:
          return std::string(
              say(language, "是别的机关或别处的，不是本地区政府的", "it is another body's or place's, not this government's"));
        case Whose::national:
          return std::string(
              say(language, "是全国或上级的，不是本地区的", "it is the nation's or a superior's, not this jurisdiction's"));
      }
      return {};
    case Standing::rejected: {
      const AppliedReview* applied = evidence.review_of(piece);
      if (applied == nullptr) return {};
      return std::string(say(language, "复核不采用（", "rejected in review (")) + applied->review.date +
             std::string(say(language, "）：", "): ")) + applied->review.reason;
    }
    case Standing::outranked:
      return std::string(say(language, "以优先的来源为准，这一条只作参考", "another kind of source comes first here"));
    case Standing::set_aside:
      return std::string(say(language, "以假设为准，这一条暂不计", "what is supposed speaks in its stead"));
    case Standing::stale: {
      const std::string own = std::to_string(evidence.document().impl().year), then = std::to_string(piece.year);
      return std::string(say(language, "是", "it is of ")) + then +
             std::string(say(language, "年的数，报告期是", ", the report is about ")) + own +
             std::string(say(language, "年", ""));
    }
  }
  return {};
}

std::string quoted(std::string_view text, Language language) {
  return std::string(say(language, "“", "\"")) + std::string(text) + std::string(say(language, "”", "\""));
}

std::string_view kind_name(SourceKind kind, Language language) noexcept {
  switch (kind) {
    case SourceKind::text:
      return say(language, "文本", "text");
    case SourceKind::statistic:
      return say(language, "统计", "statistic");
    case SourceKind::survey:
      return say(language, "调查", "survey");
    case SourceKind::expert:
      return say(language, "专家", "expert");
    case SourceKind::extract:
      return say(language, "摘录", "extract");
    case SourceKind::intended:
      return say(language, "假设", "supposed");
  }
  return {};
}

std::string cited(const EvidenceSet& evidence, const Evidence& piece, Language language) {
  const std::string_view quote = evidence.quote(piece);
  const Fact* fact = piece.in_text() ? nullptr : evidence.fact_of(piece);
  std::string text = quote.empty() ? std::string() : quoted(quote, language);
  if (fact != nullptr) {
    const std::string source = std::string(kind_name(piece.kind, language)) + quoted(fact->source, language);
    text = text.empty() ? source : text + std::string(say(language, "（", " (")) + source + std::string(say(language, "）", ")"));
  }
  const AppliedReview* applied = evidence.review_of(piece);
  if (applied != nullptr && applied->review.decision == Decision::correct)
    text += say(language, "（经复核更正）", " (corrected in review)");
  return text.empty() ? quoted(quote, language) : text;
}

}  // namespace rulescore
