"""CRITIC weights of 3,000 units and 100 indicators, ours and scikit-criteria's in one run. Not part of the tests.

Run with a Python that has both: `OPENBLAS_NUM_THREADS=1 python3 tests/bench/beside_scikit_criteria.py`.
"""

import statistics
import time

import numpy as np
import rulescore as rs
from skcriteria.preprocessing import weighters


def median(run, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    figures = np.random.default_rng(1).lognormal(size=(3000, 100))
    senses = [1, -1] * 50
    ours, theirs = rs.weighting.critic(figures, senses), weighters.critic_weights(figures, senses)
    apart = np.abs(ours / theirs - 1).max()
    fast = median(lambda: rs.weighting.critic(figures, senses), 25)
    slow = median(lambda: weighters.critic_weights(figures, senses), 7)
    print(f"critic 3000 x 100: {fast * 1e3:.2f} ms, scikit-criteria {slow * 1e3:.1f} ms, {slow / fast:.1f} times; apart by {apart:.1g}")


if __name__ == "__main__":
    main()
