"""Gives the core's types what is better written in Python: how they look, travel and turn into frames."""

from __future__ import annotations

from typing import Any

from . import _core, _crosswalk, _display, _evaluate, _frames, _index, _pickle, _records, _what_if


def _itself(value: Any, memo: Any = None) -> Any:
    return value  # immutable


def attach(core: Any = _core) -> None:
    core.Document.quantities = property(_records.quantities)
    core.EvidenceSet.items = property(_records.evidence)
    core.EvidenceSet.to_frame = _frames.evidence_to_frame
    core.Engine.evaluate = _evaluate.evaluate
    core.Panel.to_frame = _frames.to_frame
    core.Panel.to_arrow = _frames.to_arrow

    core.Scorecard.what_if = _what_if.card
    core.Panel.what_if = _what_if.panel

    core.Crosswalk.cross = _crosswalk.cross

    core.Index.to_frame = _index.to_frame
    core.Index.to_dict = _index.to_dict
    core.Index.save = _index.save
    core.Index.__repr__ = _index.index_repr
    core.Index._repr_html_ = _index.index_html
    core.Table.__repr__ = _index.table_repr

    core.Document._repr_html_ = _display.document_html
    core.Framework._repr_html_ = _display.framework_html
    core.EvidenceSet._repr_html_ = _display.evidence_html
    core.Panel._repr_html_ = _display.panel_html
    for kind, line in _LINES.items():
        kind.__repr__ = line
        kind.__reduce__ = _pickle.PARTS[kind]
        kind.__copy__ = kind.__deepcopy__ = _itself
        kind.__module__ = "rulescore"


_LINES: dict[Any, Any] = {
    _core.Document: _display.document,
    _core.Framework: _display.framework,
    _core.Engine: _display.engine,
    _core.EvidenceSet: _display.evidence,
    _core.Scorecard: _display.card,
    _core.Panel: _display.panel,
    _core.Crosswalk: _crosswalk.line,
}
