"""From figures as they were collected to figures that may be added up: gaps filled, outliers drawn in, one scale, more is better.

    >>> from rulescore import prepare
    >>> nan = float("nan")
    >>> prepare.impute([1, nan, 3, 11], groups=["s", "s", "s", "l"])       # by the mean of the unit's group
    array([ 1.,  2.,  3., 11.])
    >>> prepare.normalise([[2, 9], [4, 5], [6, 1]], senses=["benefit", "cost"])
    array([[  0.,   0.],
           [ 50.,  50.],
           [100., 100.]])
    >>> scale = prepare.fit([0, 10])                # a scale of one year, for figures of another
    >>> scale([5, 20])
    array([ 50., 200.])

Figures are a column, or rows of units by columns of indicators (lists, a numpy array, a pandas DataFrame); nan where one is missing.
Formulas and sources: indicators/methods.md. All raise UsageError.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Sequence

import numpy as np

from . import _core
from ._core import Scale
from ._figures import in_columns, matrix, signs, units as _names

__all__ = ["Scale", "Treated", "fit", "impute", "normalise", "treat"]


def __dir__() -> list[str]:
    return __all__


@dataclass(frozen=True)
class Treated:
    """A column after treatment, and what was done to it."""

    values: np.ndarray = field(repr=False)
    winsorised_high: list[int]
    """Rows; undone by a logarithm ("log", "log_signed"), which starts from the figures as they were."""
    winsorised_low: list[int]
    transformed: bool
    passed_before: bool
    passes: bool
    skew_before: float = field(repr=False)
    kurtosis_before: float = field(repr=False)
    skew: float
    kurtosis: float


def _column(figures: Any) -> np.ndarray:
    try:
        return np.ascontiguousarray(figures, dtype=float)
    except (TypeError, ValueError) as error:
        raise _core.UsageError(f"figures must be numbers: {error}") from None


def _numbered(labels: Any) -> np.ndarray:
    known: dict[Any, int] = {}
    return np.array([known.setdefault(label, len(known)) for label in ([] if labels is None else list(labels))], dtype=np.uint32)


def impute(
    figures: Any,
    fill: str = "mean",
    *,
    groups: Any = None,
    senses: Sequence[Any] | Mapping[Any, Any] | None = None,
    units: Any = None,
    times: Any = None,
) -> np.ndarray:
    """Gaps filled: "mean" or "median" of the column (of the unit's group in it: groups, a label each row); "row", of figures under one
    parent, the mean of the unit's others, each brought to 0 … 1 and back; "latest" or "linear" over time (units and times: of each
    row). A gap that nothing speaks for stays."""
    array = _column(figures)
    if fill == "row":
        array = matrix(figures)
        return _core.prepare_impute_by_row(array, signs(senses, figures) or [1] * array.shape[1])
    if fill in ("latest", "linear"):
        numbers, years = _numbered(units), np.array([] if times is None else list(times), dtype=float)
        return _by_column(array, lambda column: _core.prepare_impute_over_time(column, fill, numbers, years))
    numbers = _numbered(groups)
    return _by_column(array, lambda column: _core.prepare_impute(column, fill, numbers))


def treat(figures: Any, *, skew: float = 2, kurtosis: float = 3.5, winsorise: int = 5, then: str = "log") -> Treated | list[Treated]:
    """A column passes while |skew| < skew or excess kurtosis < kurtosis. One that doesn't is winsorised step by step, at most
    `winsorise` figures, and where it still fails transformed: then is "log", "log_combined", "log_signed" or "nothing".
    Rows by columns: a list, one Treated a column."""
    array = _column(figures)
    if array.ndim == 1:
        return Treated(**_core.prepare_treat(array, skew, kurtosis, winsorise, then))
    return [Treated(**_core.prepare_treat(np.ascontiguousarray(column), skew, kurtosis, winsorise, then)) for column in matrix(array).T]


def fit(figures: Any, sense: Any = 1, method: str = "min_max", *, reference: int = 0, **parameters: Any) -> Scale:
    """The scale that a column's figures make; call it with figures to put them on it. Methods and parameters: see normalise."""
    array = _column(figures)
    if array.ndim != 1:
        raise _core.UsageError(f"fit takes one column, not {array.ndim} dimensions")
    return Scale(array, signs([sense], None)[0], {"method": method, **_checked(parameters)}, reference)


def normalise(
    figures: Any,
    senses: Sequence[Any] | Mapping[Any, Any] | Any | None = None,
    method: str = "min_max",
    *,
    reference: Any = 0,
    **parameters: Any,
) -> np.ndarray:
    """On one scale, more is better.

    method: min_max (low=0, high=100), z (mean=0, sd=1), rank (ties="low"), percentile_rank, borda, distance_to_max,
    distance_to_reference (reference: a row, or its label in a DataFrame; capped=False), distance_to_target (target, capped),
    fraction_of_max, goalposts and scaled (lower, upper, low, high), none. Of rows by columns each parameter may be a list or dict, one a
    column. A column without spread lies in the middle of its scale.
    """
    array = _column(figures)
    row = reference
    if not isinstance(row, (int, np.integer)):
        names = _names(figures) or []
        if row not in names:
            raise _core.UsageError(f"there is no unit {row!r} to refer to")
        row = names.index(row)
    given = {"method": method, **_checked(parameters)}
    if array.ndim == 1:
        return Scale(array, signs([1 if senses is None else senses], None)[0], given, row)(array)
    array = matrix(figures)
    directions = signs(senses, figures) or [1] * array.shape[1]
    if len(directions) != array.shape[1]:
        raise _core.UsageError(f"{len(directions)} senses for {array.shape[1]} columns; expected one for each column")
    each = {key: _each(value, figures, key, array.shape[1]) for key, value in given.items()}
    out = np.empty_like(array)
    for i in range(array.shape[1]):
        column = np.ascontiguousarray(array[:, i])
        out[:, i] = Scale(column, directions[i], {key: values[i] for key, values in each.items()}, row)(column)
    return out


_PARAMETERS = ("low", "high", "mean", "sd", "lower", "upper", "target", "capped", "ties")


def _checked(parameters: dict[str, Any]) -> dict[str, Any]:
    for name in parameters:
        if name not in _PARAMETERS:
            raise TypeError(f"there is no parameter {name!r}; there are {', '.join(_PARAMETERS)}")
    return parameters


def _each(value: Any, figures: Any, what: str, columns: int) -> list[Any]:
    if isinstance(value, (str, bool, int, float, np.number)):
        return [value] * columns
    values = in_columns(value, figures, what)
    if len(values) != columns:
        raise _core.UsageError(f"{len(values)} of {what} for {columns} columns; expected one for each column")
    return values


def _by_column(array: np.ndarray, fill: Any) -> np.ndarray:
    if array.ndim == 1:
        return fill(array)
    return np.column_stack([fill(np.ascontiguousarray(column)) for column in matrix(array).T])
