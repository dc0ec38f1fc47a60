"""Rankings beyond sums: who is ahead where one strong figure mustn't make up for every weak one.

    >>> from rulescore import decision
    >>> X = [[80, 3.0], [95, 9.5], [70, 2.5]]           # three cities: cases answered in time (%), cost of each
    >>> ranked = decision.topsis(X, weights=[3, 1], senses=["benefit", "cost"])
    >>> ranked.ranks                                    # scores likewise: numpy arrays, one figure a row
    array([1, 3, 2], dtype=uint32)
    >>> decision.rank_by("copeland", X, [3, 1], [1, -1])  # by name; decision.methods() lists them
    Ranked(3 of 3 units ranked, first 1)
    >>> decision.vikor(X, [3, 1], [1, -1]).compromise   # rows: the best (1 here) and who isn't clearly behind it
    [0, 1]

X: rows of units by columns of criteria (lists, a numpy array, a pandas DataFrame), nan where a figure is missing, any magnitude.
weights: one a column, at least 0, normalised inside; a column of weight 0 takes no part. None: all equal.
senses: 1 (more is better) or -1, or "benefit" and "cost"; None: more is better everywhere.
With a DataFrame both may be dicts by column.

A unit without a figure in a column that counts isn't ranked (score nan, rank 0) and doesn't influence the others. Ties share the
better rank (1 2 2 4). The order of the rows changes no bit of the result. Formulas and sources: indicators/methods.md. All raise
UsageError.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterable, Mapping, Sequence

import numpy as np

from . import _core
from ._core import Capacity
from ._display import table
from ._figures import in_columns, matrix, signs, units, weights as _weights
from ._frames import pandas

__all__ = [
    "Capacity",
    "Copras",
    "Dominance",
    "Electre",
    "Promethee",
    "Ranked",
    "Vikor",
    "best_of",
    "borda",
    "choquet",
    "codas",
    "copeland",
    "copeland_by_level",
    "copras",
    "dominance",
    "edas",
    "electre1",
    "mazziotta_pareto",
    "methods",
    "moora",
    "outranking",
    "owa",
    "promethee2",
    "rank_by",
    "spotis",
    "topsis",
    "vikor",
    "waspas",
    "weighted_product",
    "weighted_sum",
    "worst_of",
]


def __dir__() -> list[str]:
    return __all__


@dataclass(frozen=True, repr=False)
class Ranked:
    """Scores and ranks, one a row. ranks: 1 the best, 0 not ranked. higher_is_better: of the scores."""

    scores: np.ndarray
    ranks: np.ndarray
    higher_is_better: bool
    units: list[Any] | None = field(default=None, compare=False)

    @property
    def order(self) -> list[int]:
        """Rows, the best first; ties in their order, and those that aren't ranked last."""
        return sorted(range(len(self)), key=lambda row: (self.ranks[row] == 0, self.ranks[row], row))

    def _columns(self) -> dict[str, Any]:
        return {"rank": self.ranks, "score": self.scores}

    def to_frame(self):
        """A pandas DataFrame, the best first."""
        return pandas("to_frame()").DataFrame(self._columns(), index=self.units).iloc[self.order]

    def __len__(self) -> int:
        return len(self.scores)

    def __repr__(self) -> str:
        names = self.units or range(len(self))
        first = [str(names[row]) for row in self.order if self.ranks[row] == 1]
        ranked = f"{np.count_nonzero(self.ranks)} of {len(self)} units ranked"
        return f"{type(self).__name__}({ranked}, first {', '.join(first) or 'nobody'})"

    def _repr_html_(self) -> str:
        columns, names = self._columns(), self.units or range(len(self))
        rows = [{"unit": names[row], **{key: values[row].item() for key, values in columns.items()}} for row in self.order]
        return table(rows, ("unit", *columns), repr(self))


@dataclass(frozen=True, repr=False)
class Copras(Ranked):
    """scores: utility degrees, 100 for the best. significance: adds up to 1."""

    significance: np.ndarray = field(default_factory=lambda: np.empty(0))

    def _columns(self) -> dict[str, Any]:
        return {**super()._columns(), "significance": self.significance}


@dataclass(frozen=True, repr=False)
class Vikor(Ranked):
    """scores: Q, lower is better. s, r: the sum and the largest of the regrets. compromise: rows, see rulescore/decision.hpp."""

    s: np.ndarray = field(default_factory=lambda: np.empty(0))
    r: np.ndarray = field(default_factory=lambda: np.empty(0))
    advantage: bool = False
    stable: bool = False
    compromise: list[int] = field(default_factory=list)

    def _columns(self) -> dict[str, Any]:
        return {**super()._columns(), "s": self.s, "r": self.r}


@dataclass(frozen=True, repr=False)
class Promethee(Ranked):
    """scores: plus - minus, the mean preference over the others and theirs over it."""

    plus: np.ndarray = field(default_factory=lambda: np.empty(0))
    minus: np.ndarray = field(default_factory=lambda: np.empty(0))

    def _columns(self) -> dict[str, Any]:
        return {**super()._columns(), "plus": self.plus, "minus": self.minus}


@dataclass(frozen=True)
class Dominance:
    """pairs: one unit at least as good everywhere and better somewhere; strict: better everywhere. share: of all pairs."""

    pairs: int
    strict_pairs: int
    share: float
    strict_share: float
    dominates: np.ndarray
    dominated_by: np.ndarray


@dataclass(frozen=True)
class Electre:
    """Matrices of units by units, and the rows that no unit outranks without being outranked in return."""

    concordance: np.ndarray
    discordance: np.ndarray
    outranks: np.ndarray
    kernel: list[int]


def _call(name: str, X: Any, weights: Any, senses: Any, *options: Any) -> Any:
    return getattr(_core, "decision_" + name)(matrix(X), _weights(weights, X), signs(senses, X), *options)


def _ranked(name: str, X: Any, weights: Any, senses: Any, *options: Any) -> Ranked:
    return Ranked(*_call(name, X, weights, senses, *options), units(X))


def methods() -> list[str]:
    """Names that rank_by() takes."""
    return _core.decision_methods()


def rank_by(method: str, X: Any, weights: Any = None, senses: Any = None) -> Ranked:
    """By a method's name, with its defaults. Raises UsageError with a did-you-mean for another name."""
    return _ranked("rank_by", X, weights, senses, method)


def weighted_sum(X: Any, weights: Any = None, senses: Any = None, scale: str = "min_max") -> Ranked:
    """Sum of w times the figure on a common scale: "vector", "min_max", "sum", "max" or "ratio"."""
    return _ranked("weighted_sum", X, weights, senses, scale)


def weighted_product(X: Any, weights: Any = None, senses: Any = None, scale: str = "ratio") -> Ranked:
    """Product of the scaled figures to the power of w: a unit without anything in one column has nothing."""
    return _ranked("weighted_product", X, weights, senses, scale)


def waspas(X: Any, weights: Any = None, senses: Any = None, lambda_: float = 0.5) -> Ranked:
    """lambda_ times the weighted sum and the rest of the weighted product."""
    return _ranked("waspas", X, weights, senses, lambda_)


def moora(X: Any, weights: Any = None, senses: Any = None) -> Ranked:
    """Benefits less costs, each over its column's norm."""
    return _ranked("rank_by", X, weights, senses, "moora")


def copras(X: Any, weights: Any = None, senses: Any = None) -> Copras:
    """Shares of benefits, and of what costs weigh in inverse proportion; 100 for the best."""
    ranked, significance = _call("copras", X, weights, senses)
    return Copras(*ranked, units(X), significance)


def topsis(X: Any, weights: Any = None, senses: Any = None, scale: str = "vector") -> Ranked:
    """How near to the best figures and far from the worst, 0 to 1."""
    return _ranked("topsis", X, weights, senses, scale)


def vikor(X: Any, weights: Any = None, senses: Any = None, v: float = 0.5) -> Vikor:
    """Compromise between the sum of regrets (weight v) and the largest one; lower is better."""
    ranked, *more = _call("vikor", X, weights, senses, v)
    return Vikor(*ranked, units(X), *more)


def edas(X: Any, weights: Any = None, senses: Any = None) -> Ranked:
    """Leads over, and lags behind, the average unit."""
    return _ranked("rank_by", X, weights, senses, "edas")


def codas(X: Any, weights: Any = None, senses: Any = None, tau: float = 0.02) -> Ranked:
    """Euclidean distances from the worst figures; city-block ones too where they differ by at least tau."""
    return _ranked("codas", X, weights, senses, tau)


def spotis(X: Any, weights: Any = None, senses: Any = None, bounds: Any = None) -> Ranked:
    """Distance from the best bound, lower is better. bounds: (low, high) a column; no unit's score depends on another's then."""
    return _ranked("spotis", X, weights, senses, [tuple(pair) for pair in in_columns(bounds, X, "bounds")])


def promethee2(
    X: Any,
    weights: Any = None,
    senses: Any = None,
    shape: str | Sequence[str] = "usual",
    *,
    p: Any = 0.0,
    q: Any = 0.0,
    s: Any = 0.0,
) -> Promethee:
    """Net preference over the others. shape, p, q, s: one for all columns, or one a column; shapes are "usual", "u" (q), "v" (p),
    "level" (p, q), "v_indifference" (p, q), "gaussian" (s)."""
    count = matrix(X).shape[1]
    each = [
        [value] * count if isinstance(value, str) or np.isscalar(value) else in_columns(value, X, name)
        for name, value in (("shape", shape), ("p", p), ("q", q), ("s", s))
    ]
    if any(len(values) != count for values in each):
        raise _core.UsageError(f"shape, p, q and s are one for all or one for each of {count} columns")
    ranked, plus, minus = _call("promethee2", X, weights, senses, list(zip(*each)))
    return Promethee(*ranked, units(X), plus, minus)


def outranking(X: Any, weights: Any = None, senses: Any = None) -> np.ndarray:
    """Units by units: the weight of the columns in which the row's unit is better, and half of that in which they are equal."""
    return _call("outranking", X, weights, senses)


def copeland(X: Any, weights: Any = None, senses: Any = None) -> Ranked:
    """Units outranked less units that outrank; within 1e-9 of one half is a draw."""
    return _ranked("rank_by", X, weights, senses, "copeland")


def copeland_by_level(X: Any, levels: Iterable[tuple[Sequence[int], Sequence[float]]], senses: Any = None) -> list[np.ndarray]:
    """Copeland scores up a tree. levels: of each, the parent (from 0) and the weight of every column. One array a level."""
    return _core.decision_copeland_by_level(matrix(X), [(list(parents), list(w)) for parents, w in levels], signs(senses, X))


def borda(X: Any, weights: Any = None, senses: Any = None) -> Ranked:
    """Weighted number of units beaten, and half of those equalled."""
    return _ranked("rank_by", X, weights, senses, "borda")


def dominance(X: Any, senses: Any = None) -> Dominance:
    """Pairs of which one is at least as good everywhere."""
    return Dominance(*_core.decision_dominance(matrix(X), signs(senses, X)))


def electre1(X: Any, weights: Any = None, senses: Any = None, agree: float = 0.65, object: float = 0.35) -> Electre:
    """ELECTRE I: concordance at least agree, discordance at most object. Columns must be on scales that can be compared."""
    concordance, discordance, outranks, kernel = _call("electre1", X, weights, senses, agree, object)
    return Electre(concordance, discordance, outranks.astype(bool), kernel)


def owa(X: Any, order_weights: Sequence[float]) -> Ranked:
    """Ordered weighted average of figures on one scale: the first weight is for a unit's largest figure."""
    return Ranked(*_core.decision_owa(matrix(X), np.array(order_weights, dtype=float)), units(X))


def best_of(columns: int, count: int) -> np.ndarray:
    """Order weights that make the mean of the `count` best figures."""
    return _core.decision_best_of(columns, count)


def worst_of(columns: int, count: int) -> np.ndarray:
    """Order weights that make the mean of the `count` worst figures."""
    return _core.decision_worst_of(columns, count)


def mazziotta_pareto(
    X: Any,
    weights: Any = None,
    senses: Any = None,
    standard: str = "z",
    *,
    reference: Sequence[float] | Mapping[Any, float] | None = None,
    upward: bool = False,
    sample: bool = False,
) -> Ranked:
    """Mean less a penalty for imbalance. standard: "z" (100, 10), "range" (70 to 130, or around `reference`) or "none" (as is).
    upward: the penalty is added. sample: deviations divide by n - 1."""
    more = standard, in_columns(reference, X, "references"), upward, sample
    return _ranked("mazziotta_pareto", X, weights, senses, *more)


def choquet(X: Any, capacity: Capacity) -> Ranked:
    """Choquet integral of figures on one scale with respect to a Capacity."""
    return Ranked(*_core.decision_choquet(matrix(X), capacity), units(X))
