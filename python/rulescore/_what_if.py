"""What if: what the score would be if something were shown that isn't yet."""

from __future__ import annotations

import json
import os
from typing import Any, Mapping

from . import _core, types
from ._display import name, number, table
from ._frames import pandas


def card(before: _core.Scorecard, intended: Any) -> _core.Scorecard:
    """The card as it would be if this were shown: {"E1.3": "100%", "B2.1": "done", "C3": "score:0.8"}.

    intended: a dict from an indicator's code or number, with #rule where one of its rules is meant, to a figure with its unit,
    "done", "planned", "problem", "score:0.8" or "full"; a text such as "E1.3=100%"; the path of a plan (.yaml); or a list of
    texts and paths. With nothing intended it is the card itself. What is supposed stands among the evidence as kind
    "intended"; where the framework compares with peers, theirs are held as they were (Panel.what_if moves them).

    Raises UsageError where it could mean two things, saying what is accepted, and FrameworkError for a plan with mistakes.
    """
    return before._what_if(*_parts(intended))


def panel(before: _core.Panel, row: int | str, intended: Any) -> WhatIf:
    """What that would do to one document's total and rank, and whom it would pass. row: its index, or a name as for row_of();
    intended: as for Scorecard.what_if."""
    index = before.row_of(row) if isinstance(row, str) else range(len(before))[row]
    return WhatIf(before, *before._what_if(index, *_parts(intended)), index)


class WhatIf:
    """One document of a panel as it would be, among the others.

    before, after: the panels. card: the document's scorecard as it would be. row: its index. rank_before, rank: from 1.
    passes, passed_by: the names of the documents it would come before, or fall behind. gain: points of its total.
    changes: one dict a node that changes (see rulescore.types.WhatIfChange).
    """

    def __init__(self, before: _core.Panel, after: _core.Panel, raw: str, row: int):
        said = json.loads(raw)
        self.before, self.after, self.row = before, after, row
        self.card: _core.Scorecard = after.cards[row]
        self.rank_before: int = said["rank_before"]
        self.rank: int = said["rank"]
        self.passes: list[str] = [_called(one) for one in said["passes"]]
        self.passed_by: list[str] = [_called(one) for one in said["passed_by"]]
        self.gain: float | None = said["what_if"]["gain"]
        self.changes: list[types.WhatIfChange] = said["what_if"]["changes"]
        self._raw = raw

    def __reduce__(self):
        return WhatIf, (self.before, self.after, self._raw, self.row)

    def to_frame(self):
        """A pandas DataFrame, one row a node that changes."""
        return pandas("to_frame()").DataFrame(self.changes)

    def __repr__(self) -> str:
        before = self.before.cards[self.row].score
        return (
            f"WhatIf({name(self.card.document)!r}, {number(before)} -> {number(self.card.score)}, "
            f"rank {self.rank_before} -> {self.rank} of {len(self.before)})"
        )

    def _repr_html_(self) -> str:
        return table(self.changes, ("code", "title", "score_before", "score", "points_before", "points", "state"), repr(self))


def _called(one: dict[str, Any]) -> str:
    return one["jurisdiction"] or one["document"]


def _parts(intended: Any) -> tuple[list[str], list[str]]:
    """Texts, and the paths of plans."""
    if isinstance(intended, Mapping):
        return [f"{place}={what}" for place, what in intended.items()], []
    if isinstance(intended, (str, os.PathLike)):
        intended = [intended]
    texts: list[str] = []
    plans: list[str] = []
    for one in intended:
        if isinstance(one, Mapping):
            more, _ = _parts(one)
            texts.extend(more)
            continue
        path = os.fspath(one)
        (plans if not isinstance(one, str) or path.endswith((".yaml", ".yml")) else texts).append(path)
    return texts, plans
