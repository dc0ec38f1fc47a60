"""How values look: one line in a terminal, a small table in a notebook. What documents say is escaped."""

from __future__ import annotations

from html import escape
from typing import Any, Iterable, Mapping, Sequence

from . import _core


def name(document: _core.Document) -> str:
    return document.jurisdiction or document.name


def name_of_row(row: Mapping[str, Any]) -> str:
    return row["jurisdiction"] or row["document"]


def number(value: float | None) -> str:
    return "–" if value is None or value != value else f"{value:.2f}"


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], caption: str, limit: int = 200) -> str:
    """An HTML table of the first `limit` rows."""
    rows = list(rows)

    def cell(value: Any) -> str:
        return escape(number(value) if isinstance(value, float) else "" if value is None else str(value))

    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell(row[column])}</td>" for column in columns) + "</tr>" for row in rows[:limit])
    more = f"<p>… {len(rows) - limit} more</p>" if len(rows) > limit else ""
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def document(d: _core.Document) -> str:
    year = "" if d.year is None else f" {d.year}"
    return f"Document({name(d) + year!r}, {len(d)} characters)"


def framework(f: _core.Framework) -> str:
    return f"Framework({f.id!r}, version {f.version!r}, {len(f)} indicators, fingerprint {f.fingerprint})"


def engine(e: _core.Engine) -> str:
    return f"Engine({framework(e.framework)})"


def evidence(found: _core.EvidenceSet) -> str:
    return f"EvidenceSet({name(found.document)!r}, {len(found)} pieces)"


def card(c: _core.Scorecard) -> str:
    low, high = c.range
    return (
        f"Scorecard({name(c.document)!r}, {number(c.score)} of {c.full:g}, coverage {c.coverage:.2f}, "
        f"range {number(low)} to {number(high)})"
    )


def panel(p: _core.Panel) -> str:
    return f"Panel({len(p)} documents x {len(p.framework)} indicators)"


def document_html(d: _core.Document) -> str:
    return f"<details><summary>{escape(document(d))}</summary><pre>{escape(d.text[:20000])}</pre></details>"


def framework_html(f: _core.Framework) -> str:
    groups = [{**node, "title": node["title"]["zh"] or node["title"]["en"]} for node in f.nodes if node["depth"] == 1]
    return table(groups, ("code", "title", "share"), framework(f))


def evidence_html(found: _core.EvidenceSet) -> str:
    return table(found.items, ("indicator", "status", "quote", "value", "unit", "section"), evidence(found))


def panel_html(p: _core.Panel) -> str:
    rows = (
        {
            "document": name(c.document),
            "year": c.document.year,
            "score": c.score,
            "coverage": c.coverage,
            "low": c.range[0],
            "high": c.range[1],
        }
        for c in p.cards[:200]
    )
    return table(rows, ("document", "year", "score", "coverage", "low", "high"), panel(p))
