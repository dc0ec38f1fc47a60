"""Results of compare(): what changed between two frameworks, and what that did, as lists that know how to show themselves."""

from __future__ import annotations

import json
import os
from typing import Any, Iterable

from . import _core, _elsewhere, types
from ._display import name_of_row, number, table
from ._frames import pandas


class Comparison:
    """The same documents, scored twice.

    before, after: {"framework", "full", "documents"} of each side. text: what the frameworks say differently of the whole and of
    groups, see rulescore.types.TextChange. indicators: one rulescore.types.IndicatorMove each, what the framework says
    differently of it included. documents: one rulescore.types.DocumentMove a document that is on both sides. only_before,
    only_after: the others.
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

    @property
    def moved(self) -> list[types.IndicatorMove]:
        """The indicators that moved, what they do to the totals first."""
        moved = [one for one in self.indicators if one["up"] or one["down"] or one["points"] or one["is"] != "kept"]
        return sorted(moved, key=lambda one: (-abs(one["points"]), -abs(one["mean"])))

    def to_frame(self, of: str = "indicators"):
        """A pandas DataFrame, one row an indicator, or a document with of="documents"."""
        if of not in ("indicators", "documents"):
            raise _core.UsageError(f"of is 'indicators' or 'documents', not {of!r}")
        rows = self.documents if of == "documents" else [_flat(one) for one in self.indicators]
        return pandas("to_frame()").DataFrame(rows)

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
        )


def _flat(one: types.IndicatorMove) -> dict[str, Any]:
    furthest = one["furthest"]
    shown = f"{name_of_row(furthest)} {number(furthest['before'])} -> {number(furthest['after'])}" if furthest else None
    return {**one, "text": len(one["text"]), "furthest": shown}


def compare(before: Any, after: Any, documents: Any, threads: int, facts: Any, reviews: Any) -> Comparison:
    if isinstance(before, (str, os.PathLike)) and isinstance(after, (str, os.PathLike)) and documents is None:
        return Comparison(json.loads(_core.comparison_of_files_json(os.fspath(before), os.fspath(after))))
    if isinstance(before, _core.Framework) and isinstance(after, _core.Framework):
        if documents is None:
            raise _core.UsageError("compare() needs documents to score under both frameworks")
        before, after = _scored(before, after, documents, threads, facts, reviews)
    return Comparison(json.loads(_core.comparison_json(_panel(before), _panel(after))))


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
