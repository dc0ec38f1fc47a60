"""How sure a ranking is, and what moves it: weights drawn at random, ranks counted, shares of variance, the least change that swaps two.

    >>> from rulescore import sensitivity
    >>> X = [[80, 30], [60, 95], [70, 60]]              # units by columns on one scale, more is better
    >>> ranks = sensitivity.simulate(X, weights=[2, 1], how="dirichlet", draws=2000)
    >>> ranks.counts.sum(axis=1)                        # draws in which each unit had rank 1, 2, 3
    array([2000, 2000, 2000], dtype=uint64)
    >>> found = sensitivity.swap(X, [1, 1], ahead=1, behind=0)
    >>> found.alone.round(4)                            # each weight, if it alone were changed
    array([0.7647, 0.2353])

X: rows of units by columns (lists, a numpy array, a pandas DataFrame), nan where a figure is missing.
weights: one a column, at least 0; or with parents a tree: one a node, node 0 the root, parents before children, the nodes without
children the columns in order.
how: "noise:0.25" each weight up to a quarter up or down; "interval:0.1" each share among siblings up to 0.1 up or down, or low= and
high= a node each; "dirichlet" all shares of siblings equally likely; "dirichlet:50" around the weights.

Random numbers are counter-based: draw k of a seed is the same on any machine and for any number of threads. Ties (a billionth of the
spread) share the better rank. Formulas and sources: indicators/methods.md. All raise UsageError.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Iterable, Mapping, Sequence

import numpy as np

from . import _core
from ._figures import matrix, units as _units, weights as _weights

__all__ = [
    "LeastChange",
    "RankCounts",
    "Sobol",
    "Swap",
    "count_ranks",
    "doubts",
    "drawn_weights",
    "effective_weights",
    "ranks",
    "simulate",
    "sobol_indices",
    "sobol_points",
    "swap",
    "totals",
    "uncertainty",
]


@dataclass(frozen=True)
class RankCounts:
    """How often each unit had each rank.

    counts: units x ranks, draws. mean, median, low (5 %), high (95 %): of each unit's rank, quantiles of type 7. first: share of draws
    in which no one is ahead. ahead: units x units, draws in which one is ahead of the other (pairs=True). central: mean weights of the
    draws that a unit won, nan where there are none (central=True).
    """

    counts: np.ndarray
    mean: np.ndarray
    median: np.ndarray
    low: np.ndarray
    high: np.ndarray
    first: np.ndarray
    draws: int
    ahead: np.ndarray | None = None
    central: np.ndarray | None = None
    units: list[Any] | None = None

    @property
    def acceptability(self) -> np.ndarray:
        """Rank acceptability indices: shares of draws, each unit's sum to 1."""
        return self.counts / self.draws

    @property
    def winning(self) -> np.ndarray:
        """Pairwise winning indices. Raises UsageError without pairs=True."""
        if self.ahead is None:
            raise _core.UsageError("pairwise winning needs the pairs counted: ask for pairs=True")
        return self.ahead / self.draws

    def to_frame(self) -> Any:
        """A pandas DataFrame, a row a unit."""
        from ._frames import pandas

        columns = {name: getattr(self, name) for name in ("mean", "median", "low", "high", "first")}
        return pandas("to_frame()").DataFrame(columns, index=self.units)

    def __repr__(self) -> str:
        return f"RankCounts({len(self.counts)} units, {self.draws} draws)"


def _counted(found: tuple[Any, ...], figures: Any) -> RankCounts:
    counts, summaries, ahead, central, draws = found
    return RankCounts(counts, *summaries.T, draws, ahead, central, _units(figures))


def _tree(weights: Any, parents: Sequence[int] | None, figures: Any) -> tuple[list[int], np.ndarray]:
    if parents is not None:
        return list(parents), np.array(weights, dtype=float)
    flat = _weights(weights, figures)
    return [0] * (len(flat) + 1), np.concatenate([[1.0], flat])


def _bounds(values: Any, parents: Sequence[int] | None) -> np.ndarray:
    if values is None:
        return np.empty(0)
    values = np.array(values, dtype=float)
    return values if parents is not None else np.concatenate([[0.0], values])


def effective_weights(parents: Sequence[int], weights: Any) -> np.ndarray:
    """What each column weighs in the whole: its own share among its siblings times its ancestors'. weights: one a node, or a set each row."""
    given = np.ascontiguousarray(weights, dtype=float)
    return _core.sensitivity_effective(list(parents), given) if given.ndim == 1 else _core.sensitivity_effective_sets(list(parents), given)


def drawn_weights(weights: Any, how: str = "noise:0.25", *, k: int = 0, seed: int = 1, parents: Sequence[int] | None = None, low: Any = None,
                  high: Any = None) -> np.ndarray:
    """The weights of draw k."""
    tree, given = _tree(weights, parents, None)
    drawn = _core.sensitivity_drawn(tree, given, how, _bounds(low, parents), _bounds(high, parents), seed, k)
    return drawn if parents is not None else drawn[1:]


def ranks(totals: Any, tie: float = 0.0) -> np.ndarray:
    """1 is the best; totals within tie of the best of their group share its rank (1 2 2 4); nan ranks last."""
    return _core.sensitivity_ranks(np.ascontiguousarray(totals, dtype=float), tie)


def totals(figures: Any, weights: Any) -> np.ndarray:
    """Sets of weights (a row each) by units: the weighted sums, added up in the order of columns."""
    return _core.sensitivity_totals(matrix(figures), matrix(weights))


def count_ranks(figures: Any, weights: Any = None, *, pairs: bool = False, central: bool = False, threads: int = 0) -> RankCounts:
    """Ranks under given sets of weights, a row each: stochastic multicriteria acceptability analysis. Without weights figures are the
    totals themselves, a draw each row and a unit each column."""
    if weights is None:
        return _counted(_core.sensitivity_count_totals(matrix(figures), pairs, threads), None)
    return _counted(_core.sensitivity_count(matrix(figures), matrix(weights), pairs, central, threads), figures)


def simulate(figures: Any, weights: Any, *, how: str = "noise:0.25", draws: int = 1000, seed: int = 1, parents: Sequence[int] | None = None,
             low: Any = None, high: Any = None, gaps: str = "exclude", pairs: bool = False, central: bool = False,
             threads: int = 0) -> RankCounts:
    """Ranks under weights drawn at random. gaps: "exclude" (a missing figure's siblings make up for it) or "zero"."""
    if gaps not in ("exclude", "zero"):
        raise _core.UsageError(f"gaps is exclude or zero, not {gaps}")
    tree, given = _tree(weights, parents, figures)
    return _counted(_core.sensitivity_simulate(matrix(figures), tree, given, how, _bounds(low, parents), _bounds(high, parents), draws, seed,
                                               gaps == "zero", pairs, central, threads), figures)


@dataclass(frozen=True)
class Sobol:
    """Shares of an output's variance, one a factor, with bootstrap intervals. first: of the factor alone; total: with all it takes part in."""

    variance: float
    first: np.ndarray
    first_low: np.ndarray
    first_high: np.ndarray
    total: np.ndarray
    total_low: np.ndarray
    total_high: np.ndarray


def sobol_points(base: int, factors: int, seed: int = 1) -> np.ndarray:
    """Points of [0,1) at which to run a model: blocks A, B, and A with one column of B; base x (factors + 2) rows."""
    return _core.sensitivity_sobol_points(base, factors, seed)


def sobol_indices(outputs: Any, base: int, factors: int, *, estimator: str = "centred", resamples: int = 1000, confidence: float = 0.95,
                  seed: int = 1) -> Sobol:
    """From the outputs of sobol_points' rows, in order. estimator: "centred", or "uncentred" as COINr has it."""
    if estimator not in ("centred", "uncentred"):
        raise _core.UsageError(f"estimator is centred or uncentred, not {estimator}")
    flat = np.ascontiguousarray(outputs, dtype=float).ravel()
    variance, rows = _core.sensitivity_sobol_indices(flat, base, factors, estimator == "centred", resamples, confidence, seed)
    return Sobol(variance, *rows.T)


@dataclass(frozen=True)
class LeastChange:
    """weights: all at least 0, sum 1. distance: from the given ones."""

    weights: np.ndarray
    distance: float


@dataclass(frozen=True)
class Swap:
    """lead: of the one ahead. smallest_sum, smallest_squares: the nearest weights under which the two are level, None where there are none.
    alone: what each column's weight would have to be if it alone were changed and the others made up for it; nan where none will do."""

    lead: float
    smallest_sum: LeastChange | None
    smallest_squares: LeastChange | None
    alone: np.ndarray


def swap(figures: Any, weights: Any, ahead: int, behind: int) -> Swap:
    """The least change of weights that puts row `behind` level with row `ahead`."""
    lead, least_sum, least_squares, alone = _core.sensitivity_swap(matrix(figures), _weights(weights, figures), ahead, behind)
    return Swap(lead, least_sum and LeastChange(*least_sum), least_squares and LeastChange(*least_squares), alone)


class Sensitivity(dict):
    """What the command line prints as JSON, as a dict; shown as its table."""

    _text: str = ""

    def __repr__(self) -> str:
        return self._text or super().__repr__()


def doubts(panel: Any, chance: float = 0.5) -> list[tuple[int, int, float, float, float]]:
    """What texts leave in doubt: what is only planned may count in full, what is contradicted nothing. (row, indicator, low, high, chance)."""
    return _core.sensitivity_doubts(panel, chance)


def uncertainty(index: Any, *, draws: int = 1000, seed: int = 1, weights: str | None = "noise:0.25", leaf_noise: float = 0.0,
                doubts: Iterable[tuple[int, int, float, float, float]] = (), choices: Mapping[str, Sequence[str]] | None = None,
                combinations: Sequence[Any] = (), leave_out: bool = False, swap: tuple[int, int] | None = None, what_matters: int = 0,
                threads: int = 0) -> Sensitivity:
    """Ranks of an index when everything in doubt is drawn at once.

    weights: how siblings' weights are drawn; None: as they are. leaf_noise: how far each leaf moves, as a share of full marks.
    doubts: leaves that might have been another, see doubts(). choices: a name and its options each, the first as it is, and
    combinations: the index of every combination, the last choice's options side by side. leave_out: also without each group and
    indicator. swap: two rows; the least change of weights that puts them level. what_matters: base of Sobol indices over all that is
    in doubt; 0: not asked.
    """
    text, table = _core.sensitivity_of_index(index, draws, seed, weights, leaf_noise, list(doubts), list((choices or {}).items()),
                                             list(combinations), leave_out, swap, what_matters, threads)
    found = Sensitivity(json.loads(text))
    found._text = table
    return found
