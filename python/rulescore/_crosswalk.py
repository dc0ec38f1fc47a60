"""Crossed: a scorecard read as another framework's, which knows how to show itself."""

from __future__ import annotations

import json
from typing import Any

from . import _core, types
from ._display import name, number, table
from ._frames import pandas
from ._records import with_characters


class Crossed:
    """A scorecard read through a crosswalk: what the framework `crosswalk.to` makes of it.

    card: the scorecard, with the evidence. score, full, coverage, range: of the whole, on the other framework's scale (score is nan
    when there is none). unmapped: the share that nothing answers; coverage, what is answered but silent, and unmapped make 1.
    nodes: one rulescore.types.CrossedNode each. fixes: rulescore.types.SharedFix, what brings most in both frameworks first.
    common: the total of what both ask for, rulescore.types.CommonTotal.
    """

    def __init__(self, card: _core.Scorecard, crosswalk: _core.Crosswalk):
        (raw,) = json.loads(_core.crossed_json(card, crosswalk))
        there = raw["crossed"]
        self.card = card
        self.crosswalk = crosswalk
        self.score: float = float("nan") if there["score"] is None else there["score"]
        self.full: float = there["full"]
        self.coverage: float = there["coverage"]
        self.range: tuple[float, float] = tuple(there["range"])
        self.unmapped: float = there["unmapped"]
        self.band: str | None = there["band"]
        self.nodes: list[types.CrossedNode] = there["nodes"]
        self.fixes: list[types.SharedFix] = raw["fixes"]
        self.common: types.CommonTotal = raw["common"]
        self._evidence = raw["evidence"]

    def node(self, code: str) -> types.CrossedNode:
        """One node of the other framework. Raises UsageError with a did-you-mean."""
        framework = self.crosswalk.to
        wanted = framework.node(code)["code"]
        return next(node for node in self.nodes if node["code"] == wanted)

    def evidence(self, code: str) -> list[types.Evidence]:
        """The pieces of the card that serve an indicator of the other framework."""
        pieces = [dict(self._evidence[i]) for i in self.node(code)["evidence"]]
        return with_characters(self.card.document, pieces)

    def to_frame(self):
        """A pandas DataFrame, one row a node."""
        return pandas("to_frame()").DataFrame([_flat(node) for node in self.nodes])

    def __reduce__(self):
        return Crossed, (self.card, self.crosswalk)

    def __repr__(self) -> str:
        return (
            f"Crossed({name(self.card.document)!r}, {self.crosswalk.from_.id} {number(self.card.score)} -> {self.crosswalk.to.id} "
            f"{number(self.score)} of {self.full:g}, coverage {self.coverage:.2f}, unmapped {self.unmapped:.2f})"
        )

    def _repr_html_(self) -> str:
        columns = ("code", "title", "answers", "score", "points", "full", "coverage", "unmapped")
        return table([_flat(node) for node in self.nodes], columns, repr(self))


def _flat(node: types.CrossedNode) -> dict[str, Any]:
    answers = " · ".join(a["code"] if a["part"] == 1 else f"{a['code']} {a['part']:.0%}" for a in node["answers"])
    low, high = node["range"]
    rest = {key: value for key, value in node.items() if key not in ("answers", "range", "evidence")}
    return {**rest, "answers": answers, "low": low, "high": high, "evidence": len(node["evidence"])}


def cross(self: _core.Crosswalk, card: Any) -> Any:
    """Read a scorecard as the other framework's: a Crossed; of several scorecards, or a Panel, a list of them.

    The card's framework must be `from_` (see `between`); raises UsageError otherwise."""
    if isinstance(card, _core.Scorecard):
        return Crossed(card, self)
    cards = card.cards if isinstance(card, _core.Panel) else card
    return [Crossed(one, self) for one in cards]


def line(walk: _core.Crosswalk) -> str:
    answers = f"{len(walk)} answer" + ("" if len(walk) == 1 else "s")
    return (
        f"Crosswalk({walk.id!r}, {walk.from_.id} -> {walk.to.id}, {answers}, unmapped {walk.unmapped():.2f}, "
        f"unused {walk.unused():.2f})"
    )
