"""How values travel between processes: as the texts they were made from, read again on the other side to the same bits.

The other side reads a framework once, however many scorecards arrive under it.
"""

from __future__ import annotations

from functools import lru_cache

from . import _core


@lru_cache(maxsize=8)
def framework(data: bytes) -> _core.Framework:
    return _core.deserialise(data)


@lru_cache(maxsize=8)
def engine(fw: _core.Framework) -> _core.Engine:
    return _core.Engine(fw)


def document(text: str, metadata: dict) -> _core.Document:
    return _core.Document(text, **metadata)


def evidence(fw: _core.Framework, about: _core.Document) -> _core.EvidenceSet:
    return engine(fw).match(about)


def card(fw: _core.Framework, about: _core.Document) -> _core.Scorecard:
    return engine(fw)._evaluate(about)


def panel(cards: list) -> _core.Panel:
    return _core.Panel(cards)


PARTS = {
    _core.Framework: lambda fw: (framework, (fw._serialise(),)),
    _core.Engine: lambda e: (engine, (e.framework,)),
    _core.Document: lambda d: (document, (d.text, d.metadata)),
    _core.EvidenceSet: lambda found: (evidence, (found.framework, found.document)),
    _core.Scorecard: lambda c: (card, (c.framework, c.document)),
    _core.Panel: lambda p: (panel, (p.cards,)),
}
