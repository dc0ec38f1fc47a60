"""The dicts that rulescore hands out, for annotations: `def look(piece: rulescore.types.Evidence) -> …`.

They carry the fields of the command line's JSON. `begin` and `end` are half open and index the Python string `Document.text`;
`byte_begin` and `byte_end` are the same span in its UTF-8, which is the file as it is on disk where `Document.verbatim`.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple, TypedDict

Localised = TypedDict("Localised", {"zh": str, "en": str})
Band = TypedDict("Band", {"from": float, "name": Localised})
Quota = TypedDict("Quota", {"band": Localised, "share": float})


class WhatIfChange(TypedDict):
    """A node that would change, before and after."""

    code: str
    number: Optional[int]
    title: str
    title_en: str
    indicator: bool  # or a group
    score_before: Optional[float]
    score: Optional[float]
    points_before: float
    points: float
    full_before: float
    full: float
    state_before: str
    state: str


class Issue(TypedDict):
    """One thing that is wrong with a framework, at one place."""

    file: str
    line: int  # from 1; 0 when the whole file is meant
    column: int  # from 1, in characters
    severity: str  # error, warning
    code: str  # stable, such as "unknown-key"
    message: str
    hint: str  # may be empty
    source_line: str


class Metadata(TypedDict):
    """What is known about a document besides its text; empty strings where nothing is."""

    name: str
    title: str
    jurisdiction: str
    level: str
    province: str
    publisher: str
    published: str
    kind: str
    year: Optional[int]


class Section(TypedDict):
    heading: str
    level: int
    parent: Optional[int]
    begin: int
    end: int


class Sentence(TypedDict):
    text: str
    begin: int
    end: int
    section: int
    boilerplate: bool


class _Quantity(TypedDict):
    document: str
    begin: int
    end: int
    byte_begin: int
    byte_end: int
    text: str
    value: float  # 万 and 亿 folded in
    unit: str  # "%", "pp", "rank" or the classifier: 件, 人次, 元, …
    bound: str  # exact, at_least, about, at_most
    change: Optional[str]  # increase, decrease


class Quantity(_Quantity, total=False):
    """A figure that the text states; a range also has its upper end."""

    value_high: float
    encoding: str  # of the file, where the text isn't the file's bytes
    format: str  # where it isn't plain text: markdown, html, docx, pdf


class AsFound(TypedDict):
    """A piece before a review corrected it."""

    status: str
    value: Optional[float]
    unit: Optional[str]
    scope: str
    year: Optional[int]


class EvidenceReview(TypedDict):
    """What a person said of a piece of evidence."""

    verdict: str  # accept, reject, correct
    reason: Optional[str]
    date: str
    was: Optional[AsFound]  # of a corrected one


class _Evidence(TypedDict):
    document: str
    indicator: str  # code
    number: Optional[int]
    status: str  # achieved, planned, problem
    begin: int
    end: int
    byte_begin: int
    byte_end: int
    quote: str
    value: Optional[float]
    unit: Optional[str]
    bound: str
    change: Optional[str]
    section: str
    rule: str
    rule_name: str
    sentence: str
    duplicate_of: Optional[int]  # index of a piece that states the same: an earlier one, or the text under a heading
    scope: str  # whose deed: own, subordinate, other, national
    year: Optional[int]  # the deed or figure is of
    value_high: Optional[float]
    kind: str  # what it comes from: text, statistic, survey, expert, extract, intended (supposed, see Scorecard.what_if)
    source: Optional[str]  # who says so, for what doesn't come from the text
    fact: Optional[str]  # where that is written: facts.csv:12
    fingerprint: str  # what reviews know it by
    review: Optional[EvidenceReview]  # what a person said of it


class Evidence(_Evidence, total=False):
    """A passage found for an indicator."""

    encoding: str  # of the file, where the text isn't the file's bytes
    format: str  # where it isn't plain text: markdown, html, docx, pdf


class Node(TypedDict):
    """One node of a framework."""

    code: str
    number: Optional[int]
    title: Localised
    asks: Localised
    owner: str
    effort: float  # relative cost of closing the gap
    weight: float  # among its siblings, as written
    share: float  # of the whole, 0 to 1
    depth: int  # 0 the root
    parent: Optional[str]
    is_indicator: bool
    basis: str  # where the threshold comes from
    role: str  # weighted, bonus, deduction


class NodeScore(TypedDict):
    """One node of a scorecard."""

    code: str
    number: Optional[int]
    title: str
    weight: float  # share of the whole, 0 to 1
    score: Optional[float]  # 0 to 1
    points: float
    full: float
    state: str  # evidenced, only_planned, problem, no_evidence, not_applicable
    reason: str
    evidence: list[int]  # indices into Scorecard.evidence.items
    parent: Optional[str]
    coverage: float  # 0 to 1
    range: Tuple[float, float]  # points
    title_en: str
    reason_en: str
    role: str  # weighted, bonus, deduction
    band: Optional[str]  # of the whole, and of groups with bands of their own


class Veto(TypedDict):
    """A veto that fired."""

    code: str  # of the node it is written at
    effect: str  # band_at_most, band, fail, zero
    band: Optional[str]
    evidence: Optional[int]  # the piece that fired it, index into Scorecard.evidence.items
    text: str
    text_en: str


class Exemplar(TypedDict):
    """What another document wrote for the same indicator, and where."""

    document: str
    jurisdiction: Optional[str]
    year: Optional[int]
    score: float  # 0 to 1
    begin: int  # bytes of its text
    end: int
    quote: str
    sentence: Optional[str]


class Gap(TypedDict):
    """Where points are missing, and what they would bring."""

    indicator: str
    number: Optional[int]
    title: str
    kind: str  # no_evidence, only_planned, problem, below_target, out_of_scope, stale, contradicted, unjudged
    remedy: str  # "write": likely a sentence is missing; "work": the report says itself that more is to be done
    score: float  # 0 to 1
    target: float  # 0 to 1
    gain: float  # points the total would win if this indicator alone reached its target
    cumulative: float  # total after this and all gaps before it are closed
    needed: bool  # part of the cheapest set that reaches a number target
    owner: str
    effort: float
    asks: str
    closes: Optional[str]  # what evidence would close it, in the framework's words
    veto: bool  # what the text says of it has set off a veto
    sentence: Optional[str]
    evidence: Optional[Evidence]  # the piece that shows it best
    against: Optional[Evidence]  # of a contradiction: the other piece
    exemplars: list[Exemplar]  # what the best comparable documents wrote, at most two


class CrosswalkLink(TypedDict):
    """One answer of a crosswalk."""

    to: str  # the node that is answered
    part: float  # of what it asks, above 0 and at most 1
    back: Optional[float]  # of what the answering node asks
    note: Localised
    line: int
    # and "from": the node that answers


class CrossedAnswer(TypedDict):
    """What one answer brings to a node of the other framework."""

    code: str
    title: str
    part: float
    back: Optional[float]
    score: Optional[float]  # 0 to 1
    points: float  # on the other framework's scale
    full: float
    coverage: float
    note: Optional[str]


class CrossedNode(TypedDict):
    """One node of the framework that a scorecard is read as."""

    code: str
    number: Optional[int]
    title: str
    title_en: str
    parent: Optional[str]
    score: Optional[float]  # 0 to 1
    points: float
    full: float
    range: Tuple[float, float]  # points
    state: str  # evidenced, only_planned, problem, no_evidence, not_applicable
    coverage: float  # 0 to 1
    unmapped: float  # share that nothing answers
    answers: list[CrossedAnswer]
    evidence: list[int]  # indices into the card's evidence.items; of indicators


class SharedFix(TypedDict):
    """A gap of the card, and what closing it brings in both frameworks."""

    indicator: str
    title: str
    kind: str
    score: float  # 0 to 1
    target: float
    gain: float  # points under the card's own framework
    gain_there: float  # points under the other
    serves: list[str]  # nodes of the other that it answers


class CommonTotal(TypedDict):
    """The total of what two frameworks both ask for, on the scale of the second."""

    score: Optional[float]
    full: float
    range: Tuple[float, float]
    coverage: float
    left_out: float  # share of the card's own framework that the other doesn't ask for


class RoadMapStep(TypedDict):
    """One indicator to work on."""

    order: int  # from 1
    indicator: str
    number: Optional[int]
    title: str
    kind: str  # as of a gap
    remedy: str
    veto: bool
    owner: Optional[str]
    quarter: str  # "2021Q1", in which it is finished; "Q1" for a report without a year
    start: Optional[str]  # ISO dates of that quarter
    due: Optional[str]
    effort: float
    score: float  # now, 0 to 1
    target: float  # 0 to 1
    gain: float  # points it brings when the steps before it are done
    total: float  # after it
    elsewhere: list[dict[str, Any]]  # framework and gain, one a crosswalk
    closes: Optional[str]
    sentence: Optional[str]
    evidence: Optional[Evidence]
    against: Optional[Evidence]
    exemplars: list[Exemplar]


class RankedRow(TypedDict):
    """One document's place."""

    rank: int  # from 1; equal totals share the better one
    document: str
    jurisdiction: str
    year: Optional[int]
    score: Optional[float]  # points
    mean_rank: float  # over the draws, like all that follows
    rank_low: int  # 5th percentile
    rank_high: int  # 95th percentile
    p_first: float
    band: Optional[str]  # by rank where the framework has quotas
    p_ahead_of_next: Optional[float]  # None for the last


class TextChange(TypedDict):
    """One thing that two frameworks say differently."""

    code: Optional[str]  # of the group or indicator; None: of the framework as a whole
    path: Optional[str]  # "score.rate.from"; None: the group or indicator itself
    before: Optional[str]  # as one line of YAML; None: it isn't there
    after: Optional[str]
    part: bool  # of a list of words or examples: what went from it and what came


# "is" can't be written as a field of a class.
IndicatorMove = TypedDict(
    "IndicatorMove",
    {
        "code": str,
        "title": str,
        "title_en": str,
        "is": str,  # kept, added, removed
        "text": List[TextChange],
        "up": int,  # documents whose score rose
        "down": int,
        "mean": float,  # change of the score over all documents; without a score it counts as 0
        "points": float,  # change of the points it gives, over all documents
        "furthest": Optional[Dict[str, Any]],  # document, jurisdiction, year, before, after
    },
)


class CauseSum(TypedDict):
    """What one cause did."""

    cause: str
    shifts: int
    points: float  # of one document; over all documents the mean


class Shift(TypedDict):
    """One reason why a total moved between two years."""

    indicator: Optional[str]  # code; None: the whole
    title: Optional[str]
    cause: str  # framework, applicability, new_evidence, lost_evidence, changed_value, peers, problem_appeared, problem_gone
    points: float  # what it did to the total; a document's add up to its change
    score_before: Optional[float]
    score_after: Optional[float]
    state_before: Optional[str]
    state_after: Optional[str]
    evidence_before: Optional[Evidence]  # what shows it best
    evidence_after: Optional[Evidence]


class _DocumentMove(TypedDict):
    document: str
    jurisdiction: Optional[str]
    year: Optional[int]
    before: Optional[float]  # points
    after: Optional[float]
    change: Optional[float]
    rank_before: Optional[int]  # among the documents compared; None when there is but one
    rank_after: Optional[int]
    band_before: Optional[str]
    band_after: Optional[str]
    partner: Dict[str, Any]  # what it stands beside: document, jurisdiction, year
    rows: List[int]  # where the two are on their sides


class DocumentMove(_DocumentMove, total=False):
    """One document on both sides of a comparison, or one jurisdiction in two years; the last three fields are of two years."""

    moved: float  # what the shifts add up to
    causes: List[CauseSum]
    shifts: List[Shift]


class SharedGap(TypedDict):
    """How many places lack one item."""

    indicator: str  # code
    number: Optional[int]
    title: str
    lack: int
    of: int  # places that it applies to
    kinds: Dict[str, int]  # no_evidence, only_planned, problem, below, unjudged: they add up to lack


class Example(TypedDict):
    """The outcome of one example that stands beside a rule."""

    indicator: str
    example: int
    passed: bool
    text: str
    expected: str
    found: str
    file: str
    line: int
