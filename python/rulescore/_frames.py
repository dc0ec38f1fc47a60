"""Panels and evidence as pandas and Arrow tables. Both are optional; a clear message says what to install."""

from __future__ import annotations

from . import _core


def _columns(panel: _core.Panel) -> dict[str, list]:
    cards = panel.cards
    columns: dict[str, list] = {
        "document": [c.document.name for c in cards],
        "jurisdiction": [c.document.jurisdiction for c in cards],
        "year": [c.document.year for c in cards],
        "score": [None if c.score != c.score else c.score for c in cards],
        "coverage": [c.coverage for c in cards],
        "low": [c.range[0] for c in cards],
        "high": [c.range[1] for c in cards],
    }
    scores = panel.scores
    for index, code in enumerate(panel.framework.codes):
        columns[code] = scores[:, index]
    return columns


def to_frame(panel: _core.Panel):
    """A pandas DataFrame: one row a document; score, coverage, range, then one column an indicator (0 to 1, NaN without a score)."""
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("to_frame() needs pandas: pip install pandas") from error
    frame = pd.DataFrame(_columns(panel))
    frame["year"] = frame["year"].astype("Int64")
    return frame


def to_arrow(panel: _core.Panel):
    """The same as a pyarrow Table; an indicator without a score is null."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ImportError("to_arrow() needs pyarrow: pip install pyarrow") from error
    columns = _columns(panel)
    codes = set(panel.framework.codes)
    arrays = {k: pa.array(v, from_pandas=True) if k in codes else pa.array(v) for k, v in columns.items()}
    return pa.table(arrays)


def evidence_to_frame(found: _core.EvidenceSet):
    """A pandas DataFrame, one row a piece of evidence."""
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("to_frame() needs pandas: pip install pandas") from error
    return pd.DataFrame(found.items)
