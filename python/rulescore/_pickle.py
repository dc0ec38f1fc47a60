"""How values travel between processes: as the texts they were made from, read again on the other side to the same bits.

The other side reads a framework once, however many scorecards arrive under it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from . import _core


@lru_cache(maxsize=8)
def framework(data: bytes) -> _core.Framework:
    return _core.deserialise(data)


@lru_cache(maxsize=8)
def crosswalk(data: bytes) -> _core.Crosswalk:
    return _core.crosswalk_deserialise(data)


@lru_cache(maxsize=8)
def engine(fw: _core.Framework) -> _core.Engine:
    return _core.Engine(fw)


def document(text: str, metadata: dict, origin: tuple = ("text", "UTF-8", True)) -> _core.Document:
    return _core.Document._restore(_core.Document("", **metadata), text, origin)


def evidence(fw: _core.Framework, about: _core.Document, facts: str = "", reviews: str = "") -> _core.EvidenceSet:
    return _elsewhere(fw, facts, reviews).applied_to(engine(fw).match(about))


def card(fw: _core.Framework, about: _core.Document, facts: str = "", reviews: str = "", peers: str = "") -> _core.Scorecard:
    if peers:
        return engine(fw)._score_among(evidence(fw, about, facts, reviews), peers)
    return engine(fw)._evaluate(about, _elsewhere(fw, facts, reviews))


def _elsewhere(fw: _core.Framework, facts: str, reviews: str) -> _core.Elsewhere:
    return _core.elsewhere(fw, [], facts, [], reviews)[0] if facts or reviews else _core.Elsewhere()


def _parts(found: _core.EvidenceSet) -> tuple[Any, ...]:
    brought = (found._facts, found._reviews)
    return (found.framework, found.document, *(brought if any(brought) else ()))


def _card_parts(scored: _core.Scorecard) -> tuple[Any, ...]:
    peers = scored._peers
    if not peers:
        return _parts(scored.evidence)
    found = scored.evidence
    return (found.framework, found.document, found._facts, found._reviews, peers)


def panel(cards: list) -> _core.Panel:
    return _core.Panel(cards)


PARTS = {
    _core.Framework: lambda fw: (framework, (fw._serialise(),)),
    _core.Engine: lambda e: (engine, (e.framework,)),
    _core.Document: lambda d: (document, (d.text, d.metadata, (d.format, d.encoding, d.verbatim))),
    _core.EvidenceSet: lambda found: (evidence, _parts(found)),
    _core.Scorecard: lambda c: (card, _card_parts(c)),
    _core.Panel: lambda p: (panel, (p.cards,)),
    _core.Crosswalk: lambda w: (crosswalk, (w._serialise(),)),
}
