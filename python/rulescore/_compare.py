"""Results of compare(): what changed between two frameworks or two years, and what that did, as lists that know how to show themselves."""

from __future__ import annotations

import json
import os
from typing import Any, Iterable

from . import _core, _elsewhere, types
from ._display import name_of_row, number, table
from ._frames import pandas
from ._records import with_characters


class Comparison:
    """The same documents, scored twice; or the same jurisdictions, in two years.

    before, after: {"framework", "full", "documents"} of each side. text: what the frameworks say differently of the whole and of
    groups, see rulescore.types.TextChange. indicators: one rulescore.types.IndicatorMove each, what the framework says
    differently of it included. documents: one rulescore.types.DocumentMove a document that is on both sides. only_before,
    only_after: the others.

    Of two years each document also has `shifts`, what moved its total (rulescore.types.Shift), their sums in `causes`, and `moved`,
    what they add up to. causes: the sums over all documents, as means; None where it isn't two years. passed_over: reports of
    jurisdictions whose other report was taken.
    """

    def __init__(self, raw: dict[str, Any]):
        self._raw = raw
        self.before: dict[str, Any] = raw["before"]
        self.after: dict[str, Any] = raw["after"]
        self.text: list[types.TextChange] = raw["text"]
        self.indicators: list[types.IndicatorMove] = raw["indicators"]
        self.documents: list[types.DocumentMove] = raw["documents"]
        self.only_before: list[dict[str, Any]] = raw["only_before"]
        self.only_after: list[dict[str, Any]] = raw["only_after"]
        self.passed_over: list[dict[str, Any]] = raw["passed_over"]
        self.causes: list[types.CauseSum] | None = raw["causes"]

    @property
    def moved(self) -> list[types.IndicatorMove]:
        """The indicators that moved, what they do to the totals first."""
        moved = [one for one in self.indicators if one["up"] or one["down"] or one["points"] or one["is"] != "kept"]
        return sorted(moved, key=lambda one: (-abs(one["points"]), -abs(one["mean"])))

    def to_frame(self, of: str = "indicators"):
        """A pandas DataFrame, one row an indicator, a document with of="documents", or a shift with of="shifts"."""
        rows = {"indicators": self._flat_indicators, "documents": self._flat_documents, "shifts": self._shifts}
        if of not in rows:
            raise _core.UsageError(f"of is 'indicators', 'documents' or 'shifts', not {of!r}")
        return pandas("to_frame()").DataFrame(rows[of]())

    def _flat_indicators(self) -> list[dict[str, Any]]:
        return [_flat(one) for one in self.indicators]

    def _flat_documents(self) -> list[dict[str, Any]]:
        return [{key: value for key, value in one.items() if not isinstance(value, (list, dict))} for one in self.documents]

    def _shifts(self) -> list[dict[str, Any]]:
        def quote(piece: Any) -> str | None:
            return piece["quote"] if piece else None

        return [
            {
                "name": name_of_row(one),
                "year_before": one["year"],
                "year_after": one["partner"]["year"],
                **shift,
                "evidence_before": quote(shift["evidence_before"]),
                "evidence_after": quote(shift["evidence_after"]),
            }
            for one in self.documents
            for shift in one.get("shifts", ())
        ]

    def __reduce__(self):
        return Comparison, (self._raw,)

    def __repr__(self) -> str:
        up = sum((one["change"] or 0) > 0 for one in self.documents)
        down = sum((one["change"] or 0) < 0 for one in self.documents)
        sides = " -> ".join(f"{side['framework']['id']} {side['framework']['version']}" for side in (self.before, self.after))
        return f"Comparison({sides!r}, {len(self.documents)} documents: {up} up, {down} down; {len(self.moved)} indicators moved)"

    def _repr_html_(self) -> str:
        texts = [*self.text, *(change for one in self.indicators for change in one["text"])]
        documents = [{**one, "name": name_of_row(one)} for one in self.documents]
        return (
            table(texts, ("code", "path", "before", "after"), repr(self))
            + table([_flat(one) for one in self.moved], ("code", "title", "up", "down", "mean", "points", "furthest"), "indicators")
            + table(documents, ("name", "year", "before", "after", "change", "rank_before", "rank_after"), "documents")
            + self._causes_html()
        )

    def _causes_html(self) -> str:
        if self.causes is None:
            return ""
        columns = ("name", "indicator", "title", "cause", "points", "evidence_before", "evidence_after")
        return table(self.causes, ("cause", "shifts", "points"), "causes, mean points") + table(self._shifts(), columns, "shifts")


def _flat(one: types.IndicatorMove) -> dict[str, Any]:
    furthest = one["furthest"]
    shown = f"{name_of_row(furthest)} {number(furthest['before'])} -> {number(furthest['after'])}" if furthest else None
    return {**one, "text": len(one["text"]), "furthest": shown}


def compare(before: Any, after: Any, documents: Any, between: Any, threads: int, facts: Any, reviews: Any) -> Comparison:
    if isinstance(before, (str, os.PathLike)) and isinstance(after, (str, os.PathLike)) and documents is None:
        return Comparison(json.loads(_core.comparison_of_files_json(os.fspath(before), os.fspath(after))))
    if isinstance(before, _core.Framework) and isinstance(after, _core.Framework):
        if documents is None:
            raise _core.UsageError("compare() needs documents to score under both frameworks")
        before, after = _scored(before, after, documents, threads, facts, reviews)
    old, new = _panel(before), _panel(after)
    if between is None:
        return _told(old, new, _core.comparison_json(old, new))
    return _told(_panel(between), new, _core.comparison_of_years_json(old, _panel(between), new))


def _told(old: _core.Panel, new: _core.Panel, text: str) -> Comparison:
    """`old` holds the cards whose evidence the old side quotes."""
    raw = json.loads(text)
    sides = {"evidence_before": old.cards, "evidence_after": new.cards} if raw["causes"] is not None else {}
    for document in raw["documents"]:
        for (side, cards), row in zip(sides.items(), document["rows"]):
            with_characters(cards[row].document, (shift[side] for shift in document["shifts"] if shift[side]))
    return Comparison(raw)


def _scored(before: _core.Framework, after: _core.Framework, documents: Any, threads: int, facts: Any, reviews: Any):
    if threads < 0:
        raise _core.UsageError(f"threads must be at least 0 (one a core), not {threads}")
    many = [documents] if isinstance(documents, _core.Document) else list(documents)
    elsewhere = [_elsewhere.ready(framework, facts, reviews) for framework in (before, after)]
    return _core.panels(before, after, many, threads, *elsewhere)


def _panel(value: Any) -> _core.Panel:
    if isinstance(value, _core.Panel):
        return value
    if isinstance(value, _core.Scorecard):
        return _core.Panel([value])
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return _core.Panel(list(value))
    raise _core.UsageError(f"compare() takes two frameworks and documents, two panels, or two result files, not {type(value).__name__}")
