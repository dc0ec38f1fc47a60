"""What the figures of an index say for themselves: column by column, side by side, unit by unit, year by year, edition by edition.

    >>> from rulescore import views
    >>> X = [[1, 2], [2, 0], [3, 4]]
    >>> views.correlations(X)
    array([[1. , 0.5],
           [0.5, 1. ]])
    >>> round(views.cronbach_alpha(X).alpha, 4)
    0.5714
    >>> views.principal_components(X).explained
    array([0.75, 0.25])
    >>> [one.column for one in views.strengths(X, 2)]
    [0, 1]

X: rows of units by columns of indicators (lists, a numpy array, a pandas DataFrame), nan where a figure is missing. Where X is a
DataFrame, columns are named by it. Dicts of arrays are one pandas.DataFrame(...) away from a table. Formulas and sources:
indicators/methods.md. All raise UsageError.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Mapping, Sequence

import numpy as np

from . import _core
from ._figures import in_columns, matrix, signs, units as _names
from .prepare import _column, _numbered

__all__ = [
    "Alpha",
    "Components",
    "LeafShift",
    "Standing",
    "UnitShift",
    "changes",
    "column_stats",
    "compare_editions",
    "correlated",
    "correlations",
    "cronbach_alpha",
    "group_availability",
    "of",
    "principal_components",
    "profile",
    "strengths",
    "trends",
    "unit_availability",
    "weaknesses",
]


def __dir__() -> list[str]:
    return __all__


@dataclass(frozen=True)
class Alpha:
    """Cronbach's alpha over the rows without a gap; nan of one column, fewer than two such rows, or sums without spread."""

    alpha: float
    rows: int
    without: np.ndarray = field(repr=False)
    """Each column: alpha of the others."""
    rest: np.ndarray = field(repr=False)
    """Each column: its correlation with the sum of the others."""


@dataclass(frozen=True)
class Components:
    """Principal components of the correlation matrix, over the rows without a gap."""

    rows: int
    left_out: list[int]
    """Columns without spread."""
    variances: np.ndarray
    explained: np.ndarray
    directions: np.ndarray = field(repr=False)
    """columns x components, of unit length, the largest entry positive."""
    loadings: np.ndarray = field(repr=False)
    """The same times the root of the variance: what a column correlates with the component."""
    scores: np.ndarray = field(repr=False)
    """rows x components; nan in rows with a gap."""


@dataclass(frozen=True)
class Standing:
    """How a unit stands in one column."""

    column: Any
    figure: float
    rank: int
    """1: the best; equal figures share the best rank; 0: no figure."""
    tied: int
    of: int
    place: float
    """From 0, the worst figure there is, to 1, the best."""
    median: float
    best: float


@dataclass(frozen=True)
class LeafShift:
    """What one leaf did to one unit's total: figure + weight of all leaves is the unit's change."""

    leaf: Any
    figure: float
    weight: float
    ahead: float
    """Both, less what the leaf did to the units at large."""


@dataclass(frozen=True)
class UnitShift:
    """A unit's total in two editions, and what moved it."""

    before: float
    after: float
    rank_before: int
    rank_after: int
    leaves: list[LeafShift] = field(repr=False)

    @property
    def change(self) -> float:
        return self.after - self.before


def _columns(figures: Any) -> Sequence[Any] | None:
    names = getattr(figures, "columns", None)
    return None if names is None else list(names)


def _named(number: int, names: Sequence[Any] | None) -> Any:
    return number if names is None else names[number]


def column_stats(
    X: Any, *, available: float = 0.65, non_zero: float = 0.5, different: float = 0.5, skew: float = 2, kurtosis: float = 3.5
) -> dict[str, Any]:
    """Arrays with one entry a column: min max mean median sd skew kurtosis; figures non_zero different same (counts), available (a
    share); and flags: few_figures, many_zeros, few_different below these limits, outliers beyond both of the last two."""
    out = _core.views_column_stats(matrix(X), available, non_zero, different, skew, kurtosis)
    names = _columns(X)
    return out if names is None else {"column": names, **out}


def correlations(X: Any, others: Any = None, *, how: str = "pearson") -> np.ndarray:
    """columns x columns (or columns of X x columns of others), each pair over the rows where both have a figure; "spearman" and
    "kendall" (tau-b) likewise. nan of fewer than two such rows, or without spread."""
    if others is None:
        return _core.views_correlations(matrix(X), how)
    return _core.views_correlations_with(matrix(X), matrix(others), how)


def correlated(X: Any, threshold: float = 0.9, *, how: str = "pearson", groups: Any = None) -> list[tuple[Any, Any, float]]:
    """Pairs of columns with |correlation| >= threshold, strongest first; groups, a label each column: of the same one only."""
    names = _columns(X)
    pairs = _core.views_correlated(matrix(X), threshold, how, _numbered(None if groups is None else in_columns(groups, X, "groups")))
    return [(_named(a, names), _named(b, names), value) for a, b, value in pairs]


def cronbach_alpha(X: Any) -> Alpha:
    """Whether the columns (one scale, more is better) measure one thing."""
    return Alpha(*_core.views_cronbach_alpha(matrix(X)))


def principal_components(X: Any) -> Components:
    """Raises UsageError with fewer than two rows without a gap, or when all columns are constant."""
    return Components(**_core.views_principal_components(matrix(X)))


def unit_availability(X: Any) -> dict[str, Any]:
    """Arrays with one entry a row: missing, zeros (counts), available (a share of the columns), non_zero (of the figures)."""
    out = dict(zip(("missing", "zeros", "available", "non_zero"), _core.views_unit_availability(matrix(X))))
    names = _names(X)
    return out if names is None else {"unit": names, **out}


def group_availability(X: Any, groups: Mapping[Any, Sequence[Any]]) -> dict[Any, np.ndarray]:
    """The share of each group's columns (numbers, or names of a DataFrame's) in which each row has a figure."""
    names = _columns(X)
    try:
        numbers = [[column if names is None else names.index(column) for column in columns] for columns in groups.values()]
    except ValueError as error:
        raise _core.UsageError(f"a group names a column that isn't there: {error}") from None
    shares = _core.views_group_availability(matrix(X), numbers)
    return {group: shares[:, i] for i, group in enumerate(groups)}


def _standings(call: Any, X: Any, unit: Any, senses: Any, *more: Any) -> list[Standing]:
    array, rows, names = matrix(X), _names(X), _columns(X)
    if rows is not None and unit in rows:
        unit = rows.index(unit)
    if not isinstance(unit, (int, np.integer)) or unit < 0:
        raise _core.UsageError(f"there is no unit {unit!r}")
    found = call(array, signs(senses, X) or [1] * array.shape[1], unit, *more)
    return [Standing(_named(column, names), *rest) for column, *rest in found]


def profile(X: Any, unit: Any, senses: Sequence[Any] | Mapping[Any, Any] | None = None) -> list[Standing]:
    """Where a unit (a row, or its label in a DataFrame) stands in every column."""
    return _standings(_core.views_profile, X, unit, senses)


def strengths(X: Any, unit: Any, senses: Sequence[Any] | Mapping[Any, Any] | None = None, count: int = 5) -> list[Standing]:
    """The columns where the fewest are ahead of the unit; of as many, those that fewer share."""
    return _standings(_core.views_strengths, X, unit, senses, count)


def weaknesses(X: Any, unit: Any, senses: Sequence[Any] | Mapping[Any, Any] | None = None, count: int = 5) -> list[Standing]:
    """The columns where the most are ahead of the unit."""
    return _standings(_core.views_weaknesses, X, unit, senses, count)


def trends(column: Any, units: Any, times: Any) -> dict[str, Any]:
    """Arrays with one entry a unit, in the order in which they come: unit, count, first_time, last_time, first, last, slope (least
    squares, a year), fit (R²), growth (compound, a year; nan unless first and last are above 0)."""
    labels = list(units)
    out = _core.views_trends(_column(column), _numbered(labels), np.array(list(times), dtype=float))
    return {**out, "unit": list(dict.fromkeys(labels))}


def compare_editions(before: Any, after: Any, weights: Any, weights_after: Any = None) -> list[UnitShift]:
    """Two editions of an additive index, of the same units and leaves on the common scale: what moved each unit's total. weights: one a
    leaf, or a row of them each unit; weights_after: of the second, by default the same."""
    first = _column(in_columns(weights, before, "weights") if isinstance(weights, Mapping) else weights)
    given = weights if weights_after is None else weights_after
    second = _column(in_columns(given, after, "weights") if isinstance(given, Mapping) else given)
    names = _columns(before)
    return [
        UnitShift(*totals, [LeafShift(_named(leaf, names), *parts) for leaf, *parts in leaves])
        for *totals, leaves in _core.views_compare_editions(matrix(before), first, matrix(after), second)
    ]


def of(index: _core.Index, view: str) -> list[dict[str, Any]]:
    """A view of an index, a dict a row, as `rulescore index --view` has it: "stats", "correlations" or "matrix" (":spearman",
    ":kendall"), "alpha", "pca" (":CODE" of a group), "availability", "unit:NAME", "trends" (":CODE" of a node)."""
    return json.loads(_core.views_of_index_json(index, view))["rows"]


def changes(before: _core.Index, after: _core.Index) -> dict[str, Any]:
    """What moved the units of an index, of two years or of two versions of a framework: `units`, each with its leaves' parts (figure,
    weight, their total, ahead) and `rules`, which add up to its change; as `rulescore index --before` has it."""
    return json.loads(_core.views_changes_json(before, after))
