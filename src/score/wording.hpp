// Figures and shapes as a sentence says them, in Chinese or English. Tested by tests/unit/score/reason.cpp.
#pragma once

#include "score/shapes.hpp"

#include <string>
#include <string_view>

namespace rulescore {

enum class Language { zh, en };
inline Language language_of(std::string_view name) noexcept { return name == "en" ? Language::en : Language::zh; }

inline std::string_view say(Language language, std::string_view zh, std::string_view en) noexcept {
  return language == Language::en ? en : zh;
}

// "100%", "40学时", "第3", "2.5个百分点", "12 hours", "£300"
std::string figure(double value, std::string_view unit, Language language);

// The figure of a piece as it was understood, qualifiers included: "约20项", "3至5个中取3个".
std::string stated_figure(const Evidence& piece, Language language);

// Why a piece takes no part in the score; empty when it does.
std::string why_not(const Evidence& piece, Standing standing, const EvidenceSet& evidence, Language language);

std::string quoted(std::string_view text, Language language);

// What a piece rests on: the words of the text, or where there are none the source; and that a person has corrected it.
std::string cited(const EvidenceSet& evidence, const Evidence& piece, Language language);

// "统计" for a statistic, and so on.
std::string_view kind_name(SourceKind kind, Language language) noexcept;

// "每1个百分点减0.1（按比例）"
std::string steps_in_words(const Slope& slope, std::string_view unit, Language language);

// Why a term earned what it did, from the quote to the score: "“出庭应诉率100%”：100%按50%→100%线性计，得1.00".
// `earned` must have found something.
std::string earned_in_words(const RuleScore& term, const Earned& earned, const Pieces& pieces, const EvidenceSet& evidence,
                            Language language);

// Why a term that lacks something can't be judged.
std::string lack_in_words(const RuleScore& term, const Earned& earned, Language language);

// The unit of what a term's curve sees: a rank for `against: rank`, points for a difference of shares.
std::string_view unit_seen(const RuleScore& term, std::string_view unit) noexcept;

}  // namespace rulescore
