"""Results of roadmap(): what first, by whom, by when."""

from __future__ import annotations

import json
import os
from typing import Any, Iterator

from . import _core, types
from ._display import name, number, table
from ._frames import pandas
from ._records import with_characters


class RoadMap:
    """The cheapest way of one scorecard to a target: a list of steps in the order of work; see rulescore.types.RoadMapStep.

    card: the scorecard. target_total: what the target is as a total; None: no year before to compare with. total: after the last
    step. effort: of all steps. reaches: whether the target is reached. affordable: False where the budget doesn't suffice, and the
    steps are the best that it pays for. proven: nothing cheaper reaches it (within a budget: nothing that it pays for makes more);
    else least_effort and most_total are what no set goes beyond. sums: by remedy and by owner.
    """

    def __init__(self, card: _core.Scorecard, raw: dict[str, Any]):
        self.card = card
        self.target_total: float | None = raw["target"]
        self.total: float = raw["total"]
        self.band: str | None = raw["band"]
        self.effort: float = raw["effort"]
        self.least_effort: float = raw["least_effort"]
        self.most_total: float = raw["most_total"]
        self.reaches: bool = raw["reaches"]
        self.affordable: bool = raw["affordable"]
        self.proven: bool = raw["proven"]
        self.elsewhere: list[dict[str, Any]] = raw["elsewhere"]
        self.sums: dict[str, Any] = raw["sums"]
        self.steps: list[types.RoadMapStep] = raw["steps"]
        with_characters(card.document, (step[key] for step in self.steps for key in ("evidence", "against") if step[key]))

    def __len__(self) -> int:
        return len(self.steps)

    def __iter__(self) -> Iterator[types.RoadMapStep]:
        return iter(self.steps)

    def __getitem__(self, index):
        return self.steps[index]

    def to_frame(self):
        """A pandas DataFrame, one row a step."""
        return pandas("to_frame()").DataFrame(self._rows())

    def _rows(self) -> list[dict[str, Any]]:
        document = self.card.document
        head = {"document": document.name, "jurisdiction": document.jurisdiction, "year": document.year}
        nested = ("evidence", "against", "exemplars", "elsewhere")
        return [{**head, **{key: value for key, value in step.items() if key not in nested}} for step in self.steps]

    def __repr__(self) -> str:
        return (
            f"RoadMap({name(self.card.document)!r}, {len(self)} steps, effort {self.effort:g}, "
            f"{number(self.card.score)} -> {number(self.total)}{'' if self.reaches else ', target not reached'})"
        )

    def _repr_html_(self) -> str:
        columns = ("order", "quarter", "indicator", "title", "kind", "remedy", "effort", "gain", "total", "owner")
        return table(self._rows(), columns, repr(self))


class RoadMaps(list):
    """One RoadMap a scorecard, in the panel's order."""

    def __init__(self, panel: _core.Panel, options: tuple):
        raw = json.loads(_core.road_maps(panel, *options, "json", "zh"))
        super().__init__(RoadMap(card, one) for card, one in zip(panel.cards, raw))
        self._panel, self._options = panel, options

    def __reduce__(self):
        return RoadMaps, (self._panel, self._options)

    def to_frame(self):
        """A pandas DataFrame, one row a document and step."""
        return pandas("to_frame()").DataFrame([row for one in self for row in one._rows()])

    def save(self, path: str | os.PathLike[str], lang: str = "zh") -> None:
        """Write what a person can hand out: .xlsx, .ics (a date a step), .md, .csv or .json, by the suffix.

        Raises UsageError for any other suffix, and for .ics of a report without a year when no `start` was given.
        """
        form = os.path.splitext(os.fspath(path))[1].lstrip(".").lower()
        content = _core.road_maps(self._panel, *self._options, form, lang)
        with open(path, "wb") as file:
            file.write(content)

    def _repr_html_(self) -> str:
        return "".join(one._repr_html_() for one in self[:20]) or "<p>no documents</p>"


def roadmap(panel, target: str, budget, quarters: int, capacity, start, crosswalks) -> RoadMaps:
    if quarters < 1:
        raise _core.UsageError("a road map has 1 to 400 quarters")
    return RoadMaps(panel, (target, budget, quarters, capacity, start or "", list(crosswalks)))
