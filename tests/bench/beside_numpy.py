"""Monte Carlo over weights beside lean numpy, in one run: python3 tests/bench/beside_numpy.py [rounds]

1,000 sets of weights for a tree 100 -> 34 -> 9 -> 1 over 300 units, given; each must come to what it weighs in the whole, 300 totals,
ranks, how often each unit had each rank, and mean ranks. numpy's way: whole-array passes, one matrix product, argsort, bincount. Best of
the rounds, taken in turns; set OPENBLAS_NUM_THREADS=1 for one core. Needs the installed package and numpy.
"""

import sys
import time

import numpy as np

from rulescore import sensitivity

UNITS, SETS = 300, 1000
pillar_of = np.repeat(np.arange(9), [4] * 7 + [3] * 2)
group_of = np.repeat(np.arange(34), [3] * 32 + [2] * 2)
rng = np.random.default_rng(20250101)
parents = [0] + [0] * 9 + [1 + p for p in pillar_of] + [10 + g for g in group_of]
weights = np.round(rng.uniform(0.5, 3, len(parents)), 3)
figures = rng.gamma(2.0, 10.0, (UNITS, 100)) * np.exp(0.3 * rng.normal(0, 1, (UNITS, 1)) * rng.uniform(-0.5, 1, (1, 100)))
figures = (figures - figures.min(0)) * (100 / (figures.max(0) - figures.min(0)))
sets = weights * (1 + 0.25 * (2 * rng.random((SETS, len(parents))) - 1))

in_group, in_pillar = np.zeros((34, 100)), np.zeros((9, 34))
in_group[group_of, np.arange(100)] = 1
in_pillar[pillar_of, np.arange(34)] = 1


def lean_numpy():
    top, middle, leaves = sets[:, 1:10], sets[:, 10:44], sets[:, 44:]
    leaves = leaves / (leaves @ in_group.T)[:, group_of]
    middle = middle / (middle @ in_pillar.T)[:, pillar_of]
    top = top / top.sum(1, keepdims=True)
    whole = leaves * (middle * top[:, pillar_of])[:, group_of]
    order = np.argsort(-(whole @ figures.T), axis=1)
    ranks = np.empty(order.shape, np.int32)
    np.put_along_axis(ranks, order, np.arange(1, UNITS + 1, dtype=np.int32)[None, :], 1)
    counts = np.bincount((np.arange(UNITS)[None, :] * UNITS + ranks - 1).ravel(), minlength=UNITS * UNITS).reshape(UNITS, UNITS)
    return counts, ranks.mean(0)


def ours(threads=1):
    found = sensitivity.count_ranks(figures, sensitivity.effective_weights(parents, sets), threads=threads)
    return found.counts, found.mean


def main(rounds=31):
    best = {"numpy": 1e9, "one thread": 1e9, "two threads": 1e9}
    for _ in range(rounds):
        for name, call in (("numpy", lean_numpy), ("one thread", ours), ("two threads", lambda: ours(2))):
            start = time.perf_counter()
            call()
            best[name] = min(best[name], time.perf_counter() - start)
    theirs, mine = lean_numpy(), ours()
    same = (theirs[0] == mine[0]).mean()
    for name, seconds in best.items():
        print(f"{name:12s} {seconds * 1e3:7.2f} ms   {best['numpy'] / seconds:5.2f} times numpy")
    print(f"counts that agree: {100 * same:.3f} % (totals within a billionth of the spread tie for us, never for numpy)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
