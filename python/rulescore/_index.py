"""index(): a data frame, a CSV or a panel of scorecards as a composite index."""

from __future__ import annotations

import os
from typing import Any

from . import _core
from ._frames import pandas


def _numeric(values: Any) -> Any:
    """The values as floats, or None when they are texts."""
    import numpy as np

    array = np.asarray(values)
    if array.dtype.kind in "fiub":
        return array.astype(float)
    if array.dtype.kind != "O" or any(isinstance(value, str) for value in values):
        return None
    try:
        return np.array([np.nan if value is None else float(value) for value in values])
    except (TypeError, ValueError):
        return None


def table_of(data: Any, name: str = "data frame") -> _core.Table:
    """A Table from a path to a CSV, a pandas or polars DataFrame, a pyarrow Table, or a dict of columns. Columns of numbers are
    figures (NaN and None missing), the others texts."""
    if isinstance(data, _core.Table):
        return data
    if isinstance(data, (str, os.PathLike)):
        return _core.Table.read(os.fspath(data))
    if hasattr(data, "to_pydict"):  # pyarrow
        data = data.to_pydict()
    labels = list(data) if isinstance(data, dict) else list(getattr(data, "columns", []))
    if not labels:
        raise _core.UsageError(f"index() takes a path, a data frame, a dict of columns or a Panel, not {type(data).__name__}")
    columns = []
    for label in labels:
        values = list(data[label]) if isinstance(data, dict) else data[label]
        figures = _numeric(values)
        columns.append((str(label), figures if figures is not None else ["" if v is None or v != v else str(v) for v in values]))
    return _core.Table(name, columns)


def index(
    data: Any,
    framework: _core.Framework | None = None,
    *,
    weights: str | dict[str, float] | None = None,
    normalise: str | None = None,
    impute: str | None = None,
    treat: bool = False,
    threads: int = 0,
) -> _core.Index:
    """A composite index: each leaf of the framework is a column of the table, which is divided by its denominator, imputed, treated
    for outliers, brought on one scale and added up the tree, as the framework says.

    data: a path to a CSV, a pandas or polars DataFrame, a pyarrow Table, a dict of columns; or a Panel, whose scores go through the
    same tree (then without a framework).
    weights: the name of one of the framework's sets, "equal", a method such as "critic" (among siblings, from the leaves up), or
    weights by code. normalise, impute, treat: in place of what the framework says for every indicator.
    Raises UsageError naming the column, cell or unit that can't be.
    """
    if isinstance(data, _core.Panel):
        made = _core.index_panel(data)
        return made if weights is None else made.with_weights(weights)
    if framework is None:
        raise _core.UsageError("index() of a table takes a framework whose leaves are its columns")
    name = weights if isinstance(weights, str) else ""
    made = _core.index(table_of(data), framework, name, normalise, impute, treat, threads)
    return made.with_weights(weights) if isinstance(weights, dict) else made


def to_frame(self: _core.Index, of: str = "values") -> Any:
    """A pandas DataFrame, one row a unit in the table's order: with of="values" unit, (time,) rank, coverage, the whole by the
    framework's id and every node by its code; with of="ranks" the ranks at every node instead."""
    if of not in ("values", "ranks"):
        raise _core.UsageError(f"of is 'values' or 'ranks', not {of!r}")
    frame = pandas("to_frame()").DataFrame
    columns: dict[str, Any] = {"unit": self.units}
    if len(self.times):
        columns["time"] = self.times
    columns["rank"] = self.ranks()
    columns["coverage"] = self.coverage()
    get = self.values if of == "values" else self.ranks
    columns[self.framework.id] = get()
    for code in self.weights:
        columns[code] = get(code)
    return frame(columns)


def to_dict(self: _core.Index) -> dict[str, Any]:
    """What `rulescore index --format json` prints: weights, what was done to each column, units by rank."""
    import json

    return json.loads(self._json())


def save(self: _core.Index, path: str | os.PathLike) -> None:
    """Writes .csv or .json, by the suffix."""
    path = os.fspath(path)
    if not path.endswith((".csv", ".json")):
        raise _core.UsageError(f"an index is saved as .csv or .json, not {path}")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(self._csv() if path.endswith(".csv") else self._json())


def index_repr(self: _core.Index) -> str:
    return f"<rulescore.Index {self.framework.id}: {len(self)} units x {len(self.senses)} indicators>"


def index_html(self: _core.Index) -> str:
    from html import escape

    return f"<pre>{escape(self._table('zh'))}</pre>"


def table_repr(self: _core.Table) -> str:
    return f"<rulescore.Table {self.name}: {len(self)} rows x {len(self.columns)} columns>"
