"""rs.weighting: against numpy's own figures, what comes back, and what is raised."""

import doctest
import unittest

import numpy as np

from support import needs
import rulescore as rs

X = np.array([[1.0, 5, 3], [2, 4, 9], [7, 2, 1], [3, 8, 4], [5, 5, 2]])


class Figures(unittest.TestCase):
    def test_every_method_gives_weights(self):
        self.assertIn("critic", rs.weighting.methods())
        for method in rs.weighting.methods():
            weights = rs.weighting.by_name(method, X + 5)
            self.assertEqual(weights.shape, (3,))
            self.assertTrue((weights >= 0).all())
            self.assertAlmostEqual(weights.sum(), 1, places=12)
            np.testing.assert_array_equal(weights, getattr(rs.weighting, method, lambda x: weights)(X + 5))

    def test_critic_as_written_in_numpy(self):
        senses = np.array([1, -1, 1])
        scaled = (X * senses - (X * senses).min(0)) / np.ptp(X, axis=0)
        says = scaled.std(0) * (1 - np.corrcoef(scaled.T)).sum(0)
        np.testing.assert_allclose(rs.weighting.critic(X, senses), says / says.sum(), rtol=1e-13)

    def test_any_layout_and_type_of_array(self):
        expected = rs.weighting.gini(X)
        for other in (X.tolist(), np.asfortranarray(X), X.astype(int), np.repeat(X, 2, axis=0)[::2]):
            np.testing.assert_array_equal(rs.weighting.gini(other), expected)

    def test_frames(self):
        pd = needs(self, "pandas")
        np.testing.assert_array_equal(rs.weighting.critic(pd.DataFrame(X)), rs.weighting.critic(X))

    def test_gaps_and_constants(self):
        gaps = np.column_stack([X, np.full(5, 7.0), np.full(5, np.nan)])
        gaps[2, 0] = np.nan
        for method in rs.weighting.methods():
            if method != "equal":
                np.testing.assert_array_equal(rs.weighting.by_name(method, gaps)[3:], [0, 0])

    def test_component_and_optimum(self):
        found = rs.weighting.principal_component(X)
        values, vectors = np.linalg.eigh(np.corrcoef(X.T))
        self.assertAlmostEqual(found.eigenvalue, values[-1], places=12)
        np.testing.assert_allclose(found.weights, vectors[:, -1] ** 2, atol=1e-12)
        Y = X * [1, -1, -1]  # so that the columns don't contradict each other
        best = rs.weighting.correlation_optimum(X, [1, -1, -1])
        np.testing.assert_allclose([np.corrcoef(Y[:, j], Y @ best.weights)[0, 1] for j in range(3)], best.correlations, atol=1e-12)

    def test_what_is_raised(self):
        for call, text in [
            (lambda: rs.weighting.by_name("critc", X), "no weights go by the name of critc; did you mean `critic`?"),
            (lambda: rs.weighting.critic(X, [1, 1]), "critic: 2 directions for 3 columns; give one for each, or none"),
            (lambda: rs.weighting.critic(X, correlation="kendall"), "correlation is pearson or spearman, not kendall"),
            (lambda: rs.weighting.ahp([[1]], "mean"), "priority is eigenvector, geometric_mean or column_mean, not mean"),
            (lambda: rs.weighting.best_worst([1, 2], [2, 1], 0, -1), "best and worst are counted from 0 to 1, not -1"),
            (lambda: rs.weighting.entropy([[1, -1]]), "entropy: row 1, column 2 holds -1; it takes figures of 0 and above: "
             "bring the columns to such a scale first, say 1 to 100"),
        ]:
            with self.assertRaises(rs.UsageError) as caught:
                call()
            self.assertEqual(str(caught.exception), text)


class Examples(unittest.TestCase):
    def test_the_module_s_own(self):
        self.assertEqual(doctest.testmod(rs.weighting).failed, 0)


class Judgements(unittest.TestCase):
    def test_ahp(self):
        found = rs.weighting.ahp([[1, 3], [1 / 3, 1]])
        np.testing.assert_allclose(found.weights, [0.75, 0.25], rtol=1e-14)
        self.assertEqual(found.consistency_ratio, 0)

    def test_best_worst(self):
        found = rs.weighting.best_worst([1, 2, 8], [8, 4, 1], 0, 2)
        np.testing.assert_allclose(found.weights, np.array([8, 4, 1]) / 13, atol=1e-9)

    def test_benefit_of_the_doubt(self):
        found = rs.weighting.benefit_of_the_doubt([[4, 1], [1, 4], [2, 2]])
        np.testing.assert_allclose(found.scores, [1, 1, 0.8], atol=1e-12)
        self.assertEqual(found.shares.shape, (3, 2))
        bound = rs.weighting.benefit_of_the_doubt([[4, 1], [1, 4], [2, 2]], (0.4, 0.6), threads=2)
        self.assertTrue((bound.shares > 0.4 - 1e-9).all())
        again = rs.weighting.benefit_of_the_doubt([[4, 1], [1, 4], [2, 2]], [(0.4, 0.6), (0.4, 0.6)])
        np.testing.assert_array_equal(bound.scores, again.scores)

    def test_given(self):
        np.testing.assert_array_equal(rs.weighting.check([1, 3]), [0.25, 0.75])
        np.testing.assert_array_equal(rs.weighting.effective([1, 1, 3], [0, 0, 0]), [1, 0.25, 0.75])


if __name__ == "__main__":
    unittest.main()
