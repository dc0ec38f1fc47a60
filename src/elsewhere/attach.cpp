// See attach.hpp. A statistic becomes a piece without bytes; an extract is first found in the text, and stands there like any
// other. What a fact says again is a repeat, so that it adds nothing to what is counted or summed.
#include "elsewhere/attach.hpp"

#include "elsewhere/placing.hpp"
#include "elsewhere/repeats.hpp"

#include <rulescore/error.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace rulescore {
namespace {

class Attacher {
 public:
  Attacher(const EvidenceSet& found, const ElsewhereImpl& elsewhere)
      : found_(found), document_(found.document()), elsewhere_(elsewhere) {}

  FromElsewhere run() && {
    for (const std::uint32_t index : elsewhere_.index->about(document_)) {
      try {
        const Evidence evidence = piece(elsewhere_.facts[index], elsewhere_.bindings[index]);
        pieces_.push_back({evidence, settled(elsewhere_.facts[index], evidence)});
      } catch (const DocumentError& error) {
        out_.failures.push_back({elsewhere_.facts[index].where, error.what()});
      }
    }
    std::sort(pieces_.begin(), pieces_.end(), comes_before);
    out_.items.assign(found_.items().begin(), found_.items().end());
    for (auto& [piece, fact] : pieces_) {
      piece.fact = static_cast<std::uint32_t>(out_.facts.size());
      out_.facts.push_back(std::move(fact));
      out_.items.push_back(piece);
    }
    out_.items = EvidenceSetAccess::ordered(std::move(out_.items));
    mark_repeated_facts(out_.items);
    return std::move(out_);
  }

 private:
  struct Piece {
    Evidence evidence;
    Fact fact;
  };

  // The fact as it goes with this document from now on: known by the document's own name, its passage by where it stands in it,
  // so that both can travel without the text that the other tool read.
  Fact settled(const Fact& fact, const Evidence& evidence) const {
    Fact own = fact;
    const std::string& name = document_.metadata().name;
    if (name.empty()) return own;
    if (fact.kind == SourceKind::intended) own.document = name;
    if (fact.kind != SourceKind::extract) return own;
    const std::string_view before = document_.text(0, evidence.begin);
    own.document = name;
    own.text = nullptr;
    own.begin = static_cast<std::size_t>(
        std::count_if(before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
    return own;
  }

  // By what they say; where they are written comes last.
  static bool comes_before(const Piece& a, const Piece& b) {
    const auto key = [](const Piece& p) {
      const Evidence& e = p.evidence;
      const double value = std::isnan(e.value) ? -1 : e.value;
      return std::tuple(e.indicator, e.begin, e.end, e.rule, e.kind, value, e.unit, e.status, e.scope, e.year,
                        std::string_view(p.fact.source), std::string_view(p.fact.quote), std::string_view(p.fact.where));
    };
    return key(a) < key(b);
  }

  Evidence piece(const Fact& fact, const Binding& binding) {
    Evidence e;
    e.indicator = binding.indicator;
    e.rule = binding.rule.value_or(Evidence::direct);
    e.status = fact.status;
    e.scope = fact.scope;
    e.kind = fact.kind;
    e.year = static_cast<std::int16_t>(fact.year.value_or(document_.impl().year));
    e.value = binding.value;
    e.unit = binding.unit;
    if (fact.kind == SourceKind::extract) stand_in_text(e, fact, binding);
    return e;
  }

  void stand_in_text(Evidence& e, const Fact& fact, const Binding& binding) {
    const Text& text = document_.impl().text;
    if (!squeezed_) squeezed_.emplace(text);
    const std::optional<Span> span = place(*squeezed_, squeeze(fact.quote), expected(fact));
    if (!span) throw DocumentError("its passage doesn't stand in " + document_.metadata().name + ": “" + fact.quote + "”");
    e.begin = text.byte_begin(span->begin);
    e.end = text.byte_after(span->end);
    set_sentence(e, *span);
    if (std::isnan(e.value)) take_figure(e, binding);
  }

  // Where the other tool saw it, in the squeezed text.
  std::optional<std::uint32_t> expected(const Fact& fact) {
    if (!fact.begin) return std::nullopt;
    const Text& text = document_.impl().text;
    if (!fact.text) return squeezed_->before(text, byte_of_character(text.bytes, *fact.begin));
    const std::u32string before = squeeze(std::string_view(*fact.text).substr(0, byte_of_character(*fact.text, *fact.begin)));
    return base_of(fact.text) + static_cast<std::uint32_t>(before.size());
  }

  // Where the text that the other tool read begins in ours; 0 when it is another.
  std::uint32_t base_of(const std::shared_ptr<const std::string>& text) {
    const auto [entry, is_new] = bases_.emplace(text.get(), 0);
    if (is_new) {
      const std::size_t at = squeezed_->chars.find(squeeze(*text));
      if (at != std::u32string::npos) entry->second = static_cast<std::uint32_t>(at);
    }
    return entry->second;
  }

  void set_sentence(Evidence& e, Span span) const {
    const Text& text = document_.impl().text;
    const auto& sentences = document_.impl().structure.sentences;
    const auto first =
        std::partition_point(sentences.begin(), sentences.end(), [&](const SentenceAt& s) { return s.where.end <= span.begin; });
    e.sentence_begin = e.begin;
    e.sentence_end = e.end;
    for (auto s = first; s != sentences.end() && s->where.begin < span.end; ++s) {
      if (s == first) e.section = s->section;
      e.sentence_begin = std::min(e.sentence_begin, text.byte_begin(s->where.begin));
      e.sentence_end = std::max(e.sentence_end, text.byte_after(s->where.end));
    }
  }

  // The figure that the passage itself states, for the rule named or the first that counts it; without one, a rule that needs
  // none.
  void take_figure(Evidence& e, const Binding& binding) const {
    const IndicatorModel& indicator = elsewhere_.framework.model().indicators[e.indicator];
    const std::vector<std::uint16_t> rules = binding.rule ? std::vector{*binding.rule} : rules_to_try(indicator);
    for (const std::uint16_t rule : rules) {
      for (const Quantity& quantity : document_.quantities()) {
        if (quantity.begin < e.begin || quantity.end > e.end) continue;
        if (quantity.change != Change::none || !counts(indicator.rules[rule], quantity.unit)) continue;
        e.rule = rule;
        e.value = quantity.value;
        e.value_high = quantity.value_high;
        e.unit = quantity.unit;
        e.bound = quantity.bound;
        return;
      }
    }
    const auto free =
        std::find_if(rules.begin(), rules.end(), [&](std::uint16_t r) { return needs_no_figure(indicator.rules[r]); });
    if (free == rules.end()) throw DocumentError("it has no `value`, and its passage states no figure that a rule counts");
    e.rule = *free;
  }

  const EvidenceSet& found_;
  const Document& document_;
  const ElsewhereImpl& elsewhere_;
  std::optional<Squeezed> squeezed_;
  std::map<const std::string*, std::uint32_t> bases_;
  std::vector<Piece> pieces_;
  FromElsewhere out_;
};

}  // namespace

FromElsewhere attach(const EvidenceSet& found, const ElsewhereImpl& elsewhere) { return Attacher(found, elsewhere).run(); }

}  // namespace rulescore
