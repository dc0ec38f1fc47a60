"""Figures, weights and senses as they come (lists, numpy arrays, pandas frames) into what the engine takes."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

import numpy as np

from . import _core

_SIGNS = {"benefit": 1, "max": 1, "cost": -1, "min": -1}


def matrix(figures: Any) -> np.ndarray:
    """Rows of units by columns of criteria, float64, nan where a figure is missing. Raises UsageError."""
    try:
        array = np.ascontiguousarray(figures, dtype=float)
    except (TypeError, ValueError) as error:
        raise _core.UsageError(f"figures must be numbers, a row for each unit: {error}") from None
    if array.ndim != 2:
        raise _core.UsageError(f"figures have {array.ndim} dimensions; 2 are expected, a row for each unit")
    return array


def in_columns(values: Any, figures: Any, what: str) -> list[Any]:
    """One value a column; a dict or a Series goes by the names of a frame's columns. None: []."""
    if values is None:
        return []
    if isinstance(values, Mapping) or hasattr(values, "index") and hasattr(values, "to_dict"):
        values, names = dict(values), list(getattr(figures, "columns", ()))
        if set(values) != set(names):
            raise _core.UsageError(f"{what} are for {list(values)}, the columns are {names}")
        return [values[name] for name in names]
    return list(values)


def weights(values: Any, figures: Any) -> np.ndarray:
    return np.array(in_columns(values, figures, "weights"), dtype=float)


def signs(senses: Sequence[Any] | Mapping[Any, Any] | None, figures: Any) -> list[int]:
    """1 or -1 for each of 1, -1, "benefit", "cost", "max", "min". Raises UsageError."""
    out = []
    for sense in in_columns(senses, figures, "senses"):
        sign = _SIGNS.get(sense) if isinstance(sense, str) else int(sense) if sense in (1, -1) else None
        if sign is None:
            raise _core.UsageError(f"a sense is 1 (more is better) or -1 (less is), 'benefit' or 'cost', not {sense!r}")
        out.append(sign)
    return out


def units(figures: Any) -> list[Any] | None:
    """A frame's index."""
    index = getattr(figures, "index", None)
    return None if index is None or callable(index) else list(index)
