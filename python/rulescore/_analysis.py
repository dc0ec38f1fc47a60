"""Results of gaps() and ranking(): lists that know how to show themselves."""

from __future__ import annotations

import json
from typing import Any, Iterator

from . import _core, types
from ._display import name, number, table
from ._frames import pandas
from ._records import with_characters


class GapReport:
    """Where one scorecard's points are missing: a list of gaps, largest gain first; see rulescore.types.Gap.

    card: the scorecard. target_total: what the target is as a total; None: no year before to compare with. reachable: the total with every gap closed.
    within_reach: whether that is enough.
    """

    def __init__(self, card: _core.Scorecard, raw: dict[str, Any]):
        self.card = card
        self.target_total: float | None = raw["target"]
        self.reachable: float = raw["reachable"]
        self.within_reach: bool = raw["within_reach"]
        self.gaps: list[types.Gap] = raw["gaps"]
        with_characters(card.document, (gap[key] for gap in self.gaps for key in ("evidence", "against") if gap[key]))

    def __len__(self) -> int:
        return len(self.gaps)

    def __iter__(self) -> Iterator[types.Gap]:
        return iter(self.gaps)

    def __getitem__(self, index):
        return self.gaps[index]

    def to_frame(self):
        """A pandas DataFrame, one row a gap."""
        return pandas("to_frame()").DataFrame(self._rows())

    def _rows(self) -> list[dict[str, Any]]:
        document = self.card.document
        head = {"document": document.name, "jurisdiction": document.jurisdiction, "year": document.year}
        return [
            {
                **head,
                **{key: value for key, value in gap.items() if key not in ("evidence", "against", "exemplars")},
                "quote": gap["evidence"]["quote"] if gap["evidence"] else None,
            }
            for gap in self.gaps
        ]

    def __repr__(self) -> str:
        return (
            f"GapReport({name(self.card.document)!r}, {len(self)} gaps, {number(self.card.score)} -> {number(self.target_total)})"
        )

    def _repr_html_(self) -> str:
        return table(self._rows(), ("indicator", "title", "kind", "remedy", "gain", "cumulative", "owner", "quote"), repr(self))


class Gaps(list):
    """One GapReport a scorecard, in the panel's order."""

    def to_frame(self):
        """A pandas DataFrame, one row a document and gap."""
        return pandas("to_frame()").DataFrame([row for report in self for row in report._rows()])

    def _repr_html_(self) -> str:
        return "".join(report._repr_html_() for report in self[:20]) or "<p>no documents</p>"


class Ranking(list):
    """Documents, best first, one dict each; see rulescore.types.RankedRow. draws, seed and noise are what it was made with."""

    def __init__(self, raw: dict[str, Any]):
        super().__init__(raw["rows"])
        self.draws: int = raw["draws"]
        self.seed: int = raw["seed"]
        self.noise: float = raw["noise"]

    def __reduce__(self):
        return Ranking, ({"rows": list(self), "draws": self.draws, "seed": self.seed, "noise": self.noise},)

    def to_frame(self):
        """A pandas DataFrame, best first."""
        return pandas("to_frame()").DataFrame(list(self))

    def __repr__(self) -> str:
        lines = [f"{r['rank']:>4}  {number(r['score']):>8}  {r['jurisdiction'] or r['document']}" for r in self[:20]]
        return "\n".join(lines + ([f"… {len(self) - 20} more"] if len(self) > 20 else []))

    def _repr_html_(self) -> str:
        drawn = ("mean_rank", "rank_low", "rank_high", "p_first", "p_ahead_of_next") if self.draws else ()
        return table(self, ("rank", "jurisdiction", "document", "score", *drawn), f"{len(self)} documents, {self.draws} draws")


def gaps(panel: _core.Panel, target: str) -> Gaps:
    return Gaps(GapReport(card, raw) for card, raw in zip(panel.cards, json.loads(_core.gaps_json(panel, target))))


def ranking(panel: _core.Panel, draws: int, seed: int, noise: float, threads: int) -> Ranking:
    return Ranking(json.loads(_core.ranking_json(panel, draws, seed, noise, threads)))
