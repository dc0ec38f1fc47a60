"""The command line's JSON as dicts, with spans that index Python strings."""

from __future__ import annotations

import json
from typing import Any, Iterable

from . import _core, types


def with_characters(document: _core.Document, records: Iterable[Any]) -> list[Any]:
    """Makes `begin` and `end` indices into `document.text`; the bytes stay as `byte_begin` and `byte_end`."""
    records = list(records)
    indices = document._characters([offset for r in records for offset in (r["begin"], r["end"])])
    for record, begin, end in zip(records, indices[::2], indices[1::2]):
        record.update(begin=begin, end=end, byte_begin=record["begin"], byte_end=record["end"])
    return records


def _lines(jsonl: str) -> list[Any]:
    return [json.loads(line) for line in jsonl.split("\n") if line]


def quantities(document: _core.Document) -> list[types.Quantity]:
    """Every figure the text states, in its order; see rulescore.types.Quantity."""
    return with_characters(document, _lines(document.quantities_jsonl()))


def evidence(found: _core.EvidenceSet) -> list[types.Evidence]:
    """What was found, one dict a piece; see rulescore.types.Evidence."""
    return with_characters(found.document, _lines(found.to_jsonl()))
