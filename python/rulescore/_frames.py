"""Panels and evidence as pandas and Arrow tables. Both are optional; a clear message says what to install."""

from __future__ import annotations

from typing import Any

from . import _core


def pandas(what: str) -> Any:
    try:
        import pandas as module
    except ImportError as error:
        raise ImportError(f"{what} needs pandas: pip install pandas") from error
    return module


def pyarrow(what: str) -> Any:
    try:
        import pyarrow as module
    except ImportError as error:
        raise ImportError(f"{what} needs pyarrow: pip install pyarrow") from error
    return module


def _columns(panel: _core.Panel) -> dict[str, Any]:
    cards, scores = panel.cards, panel.scores
    documents = [card.document for card in cards]
    return {
        "document": [document.name for document in documents],
        "jurisdiction": [document.jurisdiction for document in documents],
        "year": [document.year for document in documents],
        "score": panel.totals,
        "coverage": [card.coverage for card in cards],
        "low": [card.range[0] for card in cards],
        "high": [card.range[1] for card in cards],
        **{code: scores[:, index] for index, code in enumerate(panel.framework.codes)},
    }


def to_frame(panel: _core.Panel) -> Any:
    """A pandas DataFrame, one row a document: document, jurisdiction, year, score, coverage, low, high, then one column an
    indicator (0 to 1, NaN without a score)."""
    pd = pandas("to_frame()")
    columns = _columns(panel)
    return pd.DataFrame({**columns, "year": pd.array(columns["year"], dtype="Int64")})


def to_arrow(panel: _core.Panel) -> Any:
    """The columns of to_frame() as a pyarrow Table; what has no score is null."""
    pa = pyarrow("to_arrow()")
    columns = _columns(panel)
    texts = {key: pa.array(columns.pop(key), pa.string()) for key in ("document", "jurisdiction")}
    year = pa.array(columns.pop("year"), pa.int32())
    return pa.table(
        {**texts, "year": year, **{key: pa.array(values, pa.float64(), from_pandas=True) for key, values in columns.items()}}
    )


def evidence_to_frame(found: _core.EvidenceSet) -> Any:
    """A pandas DataFrame, one row a piece of evidence; the columns are the fields of `items`."""
    pd = pandas("to_frame()")
    from .types import Evidence

    return pd.DataFrame(found.items, columns=list(Evidence.__annotations__))
