"""Weights: what the figures say (entropy, CRITIC, MEREC, …), what people say when they compare, and each unit at its best.

    >>> from rulescore import weighting
    >>> X = [[80, 3.0, 5], [95, 9.5, 5], [70, 2.5, 5]]      # three cities: cases answered in time (%), cost of each, counters
    >>> weighting.critic(X, ["benefit", "cost", "benefit"]).round(3)  # the counters are the same everywhere and say nothing
    array([0.474, 0.526, 0.   ])
    >>> weighting.ahp([[1, 3], [1/3, 1]]).weights.round(3)  # the first is three times as important
    array([0.75, 0.25])
    >>> weighting.benefit_of_the_doubt([[4, 1], [1, 4], [2, 2]]).scores.round(3)
    array([1. , 1. , 0.8])

X: rows of units by columns of indicators (lists, a numpy array, a pandas DataFrame), nan where a figure is missing.
senses: 1 (more is better) or -1, or "benefit" and "cost", one a column; with a DataFrame a dict by column; None: more is better everywhere.

Weights come as a numpy array, one a column, >= 0 with sum 1, never nan. A column without spread weighs nothing, and the others as if it
weren't there; gaps are left out of each statistic. What can't be raises UsageError, naming row and column (counted from 1). Formulas
and sources: indicators/methods.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Sequence, Union

import numpy as np

from . import _core
from ._figures import in_columns, matrix, signs

_Senses = Union[Sequence[Any], Mapping[Any, Any], None]

__all__ = [
    "BenefitOfTheDoubt",
    "BestWorst",
    "Component",
    "Optimum",
    "Pairwise",
    "ahp",
    "angle",
    "benefit_of_the_doubt",
    "best_worst",
    "by_name",
    "check",
    "correlation_optimised",
    "correlation_optimum",
    "critic",
    "effective",
    "entropy",
    "equal",
    "gini",
    "merec",
    "methods",
    "pca",
    "principal_component",
    "standard_deviation",
    "variance",
]


def __dir__() -> list[str]:
    return __all__


@dataclass(frozen=True, eq=False)
class Component:
    """A principal component. weights: its squared loadings. explained: share of the variance, 0 to 1."""

    weights: np.ndarray
    loadings: np.ndarray
    eigenvalue: float
    explained: float


@dataclass(frozen=True, eq=False)
class Optimum:
    """correlations: of each column with the composite. reached: whether they are as desired, in proportion."""

    weights: np.ndarray
    correlations: np.ndarray
    reached: bool


@dataclass(frozen=True, eq=False)
class Pairwise:
    """Weights from comparisons in pairs. consistency_ratio: up to 0.1 is called tolerable."""

    weights: np.ndarray
    lambda_max: float
    consistency_index: float
    consistency_ratio: float


@dataclass(frozen=True, eq=False)
class BestWorst:
    """consistency: ksi, 0 when the judgements agree. input_ratio: how far they are from agreeing, 0 to 1."""

    weights: np.ndarray
    consistency: float
    input_ratio: float


@dataclass(frozen=True, eq=False)
class BenefitOfTheDoubt:
    """scores: one a unit, 0 to 1. shares: units x columns, each column's part in the unit's score."""

    scores: np.ndarray
    shares: np.ndarray


def methods() -> list[str]:
    """The methods that need nothing but figures, for by_name() and `rulescore index --weights`."""
    return _core.weighting_methods()


def by_name(method: str, X: Any, senses: _Senses = None) -> np.ndarray:
    """The weights of any of methods(). Raises UsageError for another name, with the nearest."""
    return _core.weighting_by_name(matrix(X), signs(senses, X), method)


def equal(X: Any) -> np.ndarray:
    """1 / m."""
    return by_name("equal", X)


def entropy(X: Any) -> np.ndarray:
    """One minus the entropy of a column's shares in units of ln n (Hwang and Yoon 1981). Figures >= 0."""
    return by_name("entropy", X)


def gini(X: Any) -> np.ndarray:
    """The Gini coefficient of each column (Li and Chi 2009). Figures >= 0."""
    return by_name("gini", X)


def standard_deviation(X: Any) -> np.ndarray:
    """The standard deviation (n - 1) of the figures as they are."""
    return by_name("standard_deviation", X)


def variance(X: Any) -> np.ndarray:
    """The variance of columns brought to 0 to 1 (Rao and Patel 2010)."""
    return by_name("variance", X)


def angle(X: Any) -> np.ndarray:
    """The angle between a column and one of equal figures (Shuai and others 2012)."""
    return by_name("angle", X)


def critic(X: Any, senses: _Senses = None, correlation: str = "pearson") -> np.ndarray:
    """CRITIC: contrast times conflict (Diakoulaki, Mavrotas and Papayannakis 1995), with directions. correlation: or "spearman"."""
    if correlation not in ("pearson", "spearman"):
        raise _core.UsageError(f"correlation is pearson or spearman, not {correlation}")
    return by_name("critic" if correlation == "pearson" else "critic_spearman", X, senses)


def merec(X: Any, senses: _Senses = None) -> np.ndarray:
    """MEREC: how much leaving a column out changes the units' performance (Keshavarz-Ghorabaee and others 2021). Figures > 0."""
    return by_name("merec", X, senses)


def pca(X: Any) -> np.ndarray:
    """The squared loadings of the first principal component."""
    return by_name("pca", X)


def principal_component(X: Any) -> Component:
    """The first principal component of the correlations; the largest loading is positive."""
    return Component(*_core.weighting_principal_component(matrix(X)))


def correlation_optimised(X: Any, senses: _Senses = None) -> np.ndarray:
    """The weights >= 0 whose composite is correlated with all columns alike, as far as that can be; see correlation_optimum."""
    return by_name("correlation_optimised", X, senses)


def correlation_optimum(
    X: Any, senses: _Senses = None, *, desired: Sequence[float] | Mapping[Any, float] | None = None, negative: bool = False
) -> Optimum:
    """Weights whose composite has the desired correlations, in proportion, with its columns (Becker and others 2017).

    desired: one a column, > 0; all the same without it. negative: allow weights below 0. Where they aren't reached, columns of weight 0
    are correlated more than desired, and no composite has a larger smallest ratio.
    """
    wanted = [float(figure) for figure in in_columns(desired, X, "desired correlations")]
    return Optimum(*_core.weighting_correlation_optimum(matrix(X), signs(senses, X), wanted, negative))


def ahp(judgements: Any, priority: str = "eigenvector", random_index: str = "alonso_lamata_2006") -> Pairwise:
    """AHP (Saaty 1980): row i, column j says how many times as important i is as j.

    priority: "eigenvector", "geometric_mean" of rows, "column_mean". random_index: "alonso_lamata_2006" or "saaty_1980".
    """
    return Pairwise(*_core.weighting_ahp(matrix(judgements), priority, random_index))


def best_worst(best_to_others: Sequence[float], others_to_worst: Sequence[float], best: int, worst: int) -> BestWorst:
    """Best-worst, the linear model (Rezaei 2016): judgements from 1 to 9, `best` and `worst` counted from 0."""
    for index in (best, worst):
        if not 0 <= index < len(best_to_others):
            raise _core.UsageError(f"best and worst are counted from 0 to {len(best_to_others) - 1}, not {index}")
    return BestWorst(*_core.weighting_best_worst(list(best_to_others), list(others_to_worst), best, worst))


def benefit_of_the_doubt(
    X: Any, bounds: tuple[float, float] | Sequence[tuple[float, float]] | None = None, *, threads: int = 1
) -> BenefitOfTheDoubt:
    """Each unit's score under the weights that show it best (Cherchye, Moesen, Rogge and Van Puyenbroeck 2007).

    bounds: low and high of every column's share in a unit's score, or a pair for each column. threads: 0 is one a core. Figures >= 0,
    more is better, no gaps.
    """
    pairs = [] if bounds is None else [bounds] if np.ndim(bounds) == 1 else bounds
    return BenefitOfTheDoubt(*_core.weighting_benefit_of_the_doubt(matrix(X), [tuple(pair) for pair in pairs], threads))


def check(weights: Sequence[float], columns: int | None = None) -> np.ndarray:
    """The same weights in proportion, with sum 1. Raises UsageError for what aren't weights, or aren't as many as columns."""
    return _core.weighting_check(list(weights), len(weights) if columns is None else columns)


def effective(weights: Sequence[float], parents: Sequence[int]) -> np.ndarray:
    """What each node of a tree weighs in the whole; parents: the place of each node's parent, a root's is its own."""
    return _core.weighting_effective(list(weights), list(parents))
