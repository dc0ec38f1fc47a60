"""How values look: one line in a terminal, a small table in a notebook."""

from __future__ import annotations

from html import escape


def _document(d) -> str:
    return f"Document({d.name or d.jurisdiction!r}, {len(d.text)} characters, {len(d.quantities)} quantities)"


def _framework(f) -> str:
    return f"Framework({f.id!r}, version {f.version!r}, {len(f)} indicators, fingerprint {f.fingerprint})"


def _engine(e) -> str:
    return f"Engine({e.framework!r})"


def _evidence(s) -> str:
    return f"EvidenceSet({s.document.name!r}, {len(s)} pieces)"


def _card(c) -> str:
    low, high = c.range
    name = c.document.jurisdiction or c.document.name
    return f"Scorecard({name!r}, {c.score:.2f} of {c.full:g}, coverage {c.coverage:.2f}, range {low:.2f} to {high:.2f})"


def _panel(p) -> str:
    return f"Panel({len(p)} documents x {len(p.framework)} indicators)"


def _framework_html(f) -> str:
    rows = "".join(
        f"<tr><td>{escape(n['code'])}</td><td>{escape(n['title']['zh'] or n['title']['en'])}</td><td>{n['share']:.3f}</td></tr>"
        for n in f.nodes if n["depth"] == 1
    )
    return f"<table><caption>{escape(_framework(f))}</caption><tbody>{rows}</tbody></table>"


def _evidence_html(s) -> str:
    rows = "".join(
        f"<tr><td>{e['status']}</td><td>{escape(e['quote'])}</td><td>{'' if e['value'] is None else e['value']}</td></tr>"
        for e in s.items[:200]
    )
    return f"<table><caption>{escape(_evidence(s))}</caption><tbody>{rows}</tbody></table>"


def _document_html(d) -> str:
    return f"<details><summary>{escape(_document(d))}</summary><pre>{escape(d.text[:20000])}</pre></details>"


def _panel_html(p) -> str:
    rows = "".join(
        f"<tr><td>{escape(c.document.jurisdiction or c.document.name)}</td><td>{c.score:.2f}</td><td>{c.coverage:.2f}</td>"
        f"<td>{c.range[0]:.2f} – {c.range[1]:.2f}</td></tr>"
        for c in p.cards[:200]
    )
    head = "<tr><th></th><th>score</th><th>coverage</th><th>range</th></tr>"
    return f"<table><caption>{escape(_panel(p))}</caption><thead>{head}</thead><tbody>{rows}</tbody></table>"


def install(document, framework, engine, evidence, card, panel) -> None:
    """Gives the core's types their __repr__ and, where one would look at them, their _repr_html_."""
    for kind, line in ((document, _document), (framework, _framework), (engine, _engine), (evidence, _evidence), (card, _card),
                       (panel, _panel)):
        kind.__repr__ = line
    document._repr_html_ = _document_html
    framework._repr_html_ = _framework_html
    evidence._repr_html_ = _evidence_html
    panel._repr_html_ = _panel_html
