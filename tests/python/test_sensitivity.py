"""rulescore.sensitivity over numpy arrays, against numpy written out."""

import doctest
import unittest

import numpy as np

import rulescore as rs
from rulescore import sensitivity


class Weights(unittest.TestCase):
    def test_effective_weights_of_a_tree(self):
        parents, weights = [0, 0, 0, 1, 1, 2], [1, 1, 3, 1, 2, 5]
        whole = sensitivity.effective_weights(parents, weights)
        np.testing.assert_allclose(whole, [0.25 / 3, 0.5 / 3, 0.75], rtol=1e-15)
        np.testing.assert_array_equal(sensitivity.effective_weights(parents, [weights, weights]), [whole, whole])

    def test_draws(self):
        drawn = np.array([sensitivity.drawn_weights([1, 2, 3], "noise:0.5", k=k) for k in range(300)])
        self.assertTrue((drawn >= [0.5, 1, 1.5]).all() and (drawn <= [1.5, 3, 4.5]).all())
        np.testing.assert_allclose(sensitivity.drawn_weights([1, 2, 3], "dirichlet", k=3).sum(), 1)
        fixed = sensitivity.drawn_weights([1, 2], "interval", low=[2, 3], high=[2, 3])
        np.testing.assert_array_equal(fixed, [2, 3])
        with self.assertRaisesRegex(rs.UsageError, "weights are drawn as"):
            sensitivity.drawn_weights([1], "gauss")


class Ranks(unittest.TestCase):
    def setUp(self):
        rng = np.random.default_rng(1)
        self.x, self.w = rng.random((30, 6)) * 100, rng.dirichlet(np.ones(6), 500)

    def test_counts_are_numpy_s(self):
        found = sensitivity.count_ranks(self.x, self.w, pairs=True, central=True)
        scores = self.w @ self.x.T
        ranks = (scores[:, None, :] > scores[:, :, None]).sum(2) + 1
        np.testing.assert_array_equal(found.counts, np.stack([(ranks == r).sum(0) for r in range(1, 31)], 1))
        np.testing.assert_allclose(found.mean, ranks.mean(0), rtol=1e-14)
        np.testing.assert_allclose([found.low, found.median, found.high], np.quantile(ranks, [0.05, 0.5, 0.95], axis=0), rtol=1e-14)
        np.testing.assert_allclose(found.winning, (ranks[:, :, None] < ranks[:, None, :]).mean(0), rtol=1e-14)
        for unit in range(30):
            won = self.w[ranks[:, unit] == 1]
            np.testing.assert_allclose(found.central[unit], won.mean(0) if len(won) else np.full(6, np.nan), rtol=1e-13)
        np.testing.assert_allclose(found.acceptability.sum(1), 1)
        np.testing.assert_array_equal(sensitivity.count_ranks(sensitivity.totals(self.x, self.w)).counts, found.counts)
        np.testing.assert_allclose(sensitivity.totals(self.x, self.w), scores, rtol=1e-13)

    def test_threads_change_nothing(self):
        one = sensitivity.simulate(self.x, np.ones(6), draws=500, threads=1)
        np.testing.assert_array_equal(one.counts, sensitivity.simulate(self.x, np.ones(6), draws=500, threads=2).counts)

    def test_ranks(self):
        np.testing.assert_array_equal(sensitivity.ranks([3, 5, 5, np.nan]), [3, 1, 1, 4])


class Variance(unittest.TestCase):
    def test_a_sum(self):
        points = sensitivity.sobol_points(2000, 2)
        found = sensitivity.sobol_indices(points @ [3, 4], 2000, 2, resamples=200)
        np.testing.assert_allclose(found.first, [0.36, 0.64], atol=0.06)
        self.assertTrue((found.first_low <= found.first).all() and (found.first <= found.first_high).all())
        with self.assertRaisesRegex(rs.UsageError, "need 8000 outputs"):
            sensitivity.sobol_indices(points[:-1] @ [3, 4], 2000, 2)


class Swap(unittest.TestCase):
    def test_level(self):
        x = np.array([[50.0, 20], [40, 50]])
        found = sensitivity.swap(x, [0.9, 0.1], 0, 1)
        np.testing.assert_allclose(found.smallest_sum.weights @ (x[0] - x[1]), 0, atol=1e-12)
        np.testing.assert_allclose(found.smallest_sum.distance, 0.3)
        self.assertIsNone(sensitivity.swap([[2.0, 2], [1, 1]], [1, 1], 0, 1).smallest_squares)


def load_tests(loader, tests, pattern):
    tests.addTests(doctest.DocTestSuite(sensitivity))
    return tests


if __name__ == "__main__":
    unittest.main()
