"""Results of gaps() and ranking(): lists that know how to show themselves."""

from __future__ import annotations

from html import escape

from ._core import Scorecard


class GapReport:
    """Where one scorecard's points are missing; `gaps` is a list of dicts, largest gain first."""

    def __init__(self, raw: dict):
        self.card: Scorecard = raw["card"]
        self.target_total: float = raw["target_total"]
        self.reachable: float = raw["reachable"]
        self.within_reach: bool = raw["within_reach"]
        self.gaps: list[dict] = raw["gaps"]

    def __len__(self) -> int:
        return len(self.gaps)

    def __iter__(self):
        return iter(self.gaps)

    def __getitem__(self, index):
        return self.gaps[index]

    def __repr__(self) -> str:
        name = self.card.document.jurisdiction or self.card.document.name
        return f"GapReport({name!r}, {len(self.gaps)} gaps, {self.card.score:.2f} -> {self.target_total:.2f})"

    def _repr_html_(self) -> str:
        return _table(self.gaps, ("code", "title", "kind", "gain", "cumulative", "owner", "quote"), repr(self))


class Gaps(list):
    """One GapReport a scorecard, in the panel's order."""

    def __init__(self, raw: list[dict]):
        super().__init__(GapReport(r) for r in raw)

    def to_frame(self):
        """A pandas DataFrame, one row a document and gap."""
        import pandas as pd

        return pd.DataFrame([gap for report in self for gap in report.gaps])

    def _repr_html_(self) -> str:
        return "".join(report._repr_html_() for report in self[:20])


class Ranking(list):
    """Dicts, best first: rank, jurisdiction, document, total, and what the draws say."""

    def to_frame(self):
        """A pandas DataFrame, best first."""
        import pandas as pd

        return pd.DataFrame(list(self))

    def __repr__(self) -> str:
        lines = [f"{r['rank']:>4}  {r['total']:8.2f}  {r['jurisdiction'] or r['document']}" for r in self[:20]]
        return "\n".join(lines + ([f"… {len(self) - 20} more"] if len(self) > 20 else []))

    def _repr_html_(self) -> str:
        columns = ("rank", "jurisdiction", "document", "total", "mean_rank", "rank_low", "rank_high", "p_first", "p_ahead_of_next")
        return _table(self, columns, f"{len(self)} documents")


def _table(rows, columns, caption: str, limit: int = 200) -> str:
    def cell(value) -> str:
        return escape(f"{value:.2f}" if isinstance(value, float) else "" if value is None else str(value))

    head = "".join(f"<th>{escape(c)}</th>" for c in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell(r[c])}</td>" for c in columns) + "</tr>" for r in rows[:limit])
    more = f"<p>… {len(rows) - limit} more</p>" if len(rows) > limit else ""
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
