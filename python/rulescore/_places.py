"""Results of places(): many places, item by item."""

from __future__ import annotations

import json
from typing import Any

from . import _core, types
from ._display import name_of_row, table
from ._frames import pandas
from ._records import with_characters


class Places:
    """Places by items.

    indicators: code, number and title, the columns. places: one dict a place, its `scores`, `states` and `lacking` in the order of
    indicators. shared: gaps in all places, then by level; see rulescore.types.SharedGap. item_clusters, place_clusters: what is
    lacked together; `places` there and `place` in leaders are indices into places. leaders: the best of each item, with their
    evidence.
    """

    def __init__(self, raw: dict[str, Any]):
        self._raw = raw
        self.enough: float = raw["enough"]
        self.indicators: list[dict[str, Any]] = raw["indicators"]
        self.places: list[dict[str, Any]] = raw["places"]
        self.passed_over: list[dict[str, Any]] = raw["passed_over"]
        self.shared: list[dict[str, Any]] = raw["shared"]
        self.item_clusters: list[dict[str, Any]] = raw["item_clusters"]
        self.place_clusters: list[dict[str, Any]] = raw["place_clusters"]
        self.leaders: list[dict[str, Any]] = raw["leaders"]

    @property
    def gaps(self) -> list[types.SharedGap]:
        """What the places lack, what most lack first."""
        return self.shared[0]["gaps"]

    def to_frame(self, of: str = "scores"):
        """A pandas DataFrame: places by indicators with of="scores" or "lacking"; or one row an item, with of="gaps" or "leaders"."""
        if of not in ("scores", "lacking", "gaps", "leaders"):
            raise _core.UsageError(f"of is 'scores', 'lacking', 'gaps' or 'leaders', not {of!r}")
        frame = pandas("to_frame()").DataFrame
        if of in ("gaps", "leaders"):
            return frame(self._gap_rows() if of == "gaps" else self._leader_rows())
        codes = [one["indicator"] for one in self.indicators]
        return frame([place[of] for place in self.places], columns=codes, index=[name_of_row(place) for place in self.places])

    def _gap_rows(self) -> list[dict[str, Any]]:
        return [{**{key: value for key, value in gap.items() if key != "kinds"}, **gap["kinds"]} for gap in self.gaps]

    def _leader_rows(self) -> list[dict[str, Any]]:
        rows = []
        for item in self.leaders:
            head = {key: value for key, value in item.items() if key != "leaders"}
            for leader in item["leaders"]:
                piece = leader["evidence"] or {}
                quoted = {key: piece.get(key) for key in ("quote", "document", "begin", "end")}
                rows.append({**head, "name": name_of_row(self.places[leader["place"]]), **quoted})
        return rows

    def __len__(self) -> int:
        return len(self.places)

    def __reduce__(self):
        return Places, (self._raw,)

    def __repr__(self) -> str:
        first = f", {self.gaps[0]['lack']} of {self.gaps[0]['of']} lack {self.gaps[0]['indicator']}" if self.gaps else ""
        return f"Places({len(self)} places, {len(self.indicators)} indicators{first})"

    def _repr_html_(self) -> str:
        columns = ("indicator", "title", "lack", "of", "no_evidence", "only_planned", "problem", "below", "unjudged")
        leading = ("indicator", "title", "score", "tied", "name", "quote")
        return table(self._gap_rows(), columns, repr(self)) + table(self._leader_rows(), leading, "leaders")


def places(panel: _core.Panel, enough: float, cut: float, leaders: int) -> Places:
    if leaders < 0:
        raise _core.UsageError(f"leaders must be at least 0, not {leaders}")
    raw = json.loads(_core.places_json(panel, enough, cut, leaders))
    cards = panel.cards
    for item in raw["leaders"]:
        for leader in item["leaders"]:
            if leader["evidence"]:
                with_characters(cards[raw["places"][leader["place"]]["row"]].document, [leader["evidence"]])
    return Places(raw)
