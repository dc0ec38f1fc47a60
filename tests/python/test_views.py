"""rulescore.prepare and rulescore.views."""

import doctest
import math
import unittest

import numpy as np

from support import needs
import rulescore as rs
from rulescore import prepare, views

nan = math.nan
X = [[1, 9.0, nan], [2, 5.0, 3], [4, 1.0, 3], [10, 2.0, 8]]
SENSES = ["benefit", "cost", 1]


class Preparing(unittest.TestCase):
    def test_doctest(self):
        self.assertEqual(doctest.testmod(prepare).failed, 0)

    def test_gaps(self):
        np.testing.assert_allclose(prepare.impute([1, nan, 5]), [1, 3, 5])
        np.testing.assert_allclose(prepare.impute(X, "median")[:, 2], [3, 3, 3, 8])
        np.testing.assert_allclose(prepare.impute([1, nan, 9, nan], "mean", groups=["a", "a", "b", "c"]), [1, 1, 9, nan])
        np.testing.assert_allclose(prepare.impute([[0, 8], [10, 4], [5, nan]], "row", senses=[1, -1])[2], [5, 6])
        np.testing.assert_allclose(
            prepare.impute([1, nan, 3, 7], "linear", units=["x", "x", "x", "y"], times=[2000, 2001, 2004, 2000]), [1, 1.5, 3, 7]
        )

    def test_outliers(self):
        column = list(range(1, 21)) + [1e6]
        treated = prepare.treat(column)
        self.assertEqual((treated.winsorised_high, treated.values[20], treated.passes), ([20], 20, True))
        self.assertEqual([one.transformed for one in prepare.treat(np.column_stack([column, range(21)]))], [False, False])
        np.testing.assert_array_equal(prepare.treat(column, winsorise=0, then="nothing").values, column)

    def test_one_scale(self):
        np.testing.assert_allclose(prepare.normalise(X, SENSES)[:, 1], [0, 50, 100, 87.5])
        np.testing.assert_allclose(prepare.normalise(X, SENSES, "goalposts", lower=[0, 0, 0], upper=[10, 10, 10])[3], [100, 80, 80])
        np.testing.assert_allclose(prepare.normalise([1, 2, 2], method="rank", ties="average"), [1, 2.5, 2.5])
        np.testing.assert_allclose(prepare.normalise([1, 2, 5], method="distance_to_reference", reference=1, capped=True), [0, 1, 1])
        np.testing.assert_allclose(prepare.normalise([4, 2], "cost", method="fraction_of_max"), [0.5, 1])
        self.assertEqual(prepare.fit([1, 2], method="goalposts", lower=0, upper=4, high=7).full_marks, 7)

    def test_refused(self):
        with self.assertRaisesRegex(rs.UsageError, "goalposts needs lower"):
            prepare.normalise([1, 2], method="goalposts")
        with self.assertRaisesRegex(rs.UsageError, "method is none, min_max.*not minmax"):
            prepare.normalise([1, 2], method="minmax")
        with self.assertRaisesRegex(TypeError, "no parameter 'lo'"):
            prepare.normalise([1, 2], lo=3)
        with self.assertRaisesRegex(rs.UsageError, "2 senses for 3 columns"):
            prepare.normalise(X, [1, 1])


class Views(unittest.TestCase):
    def test_doctest(self):
        self.assertEqual(doctest.testmod(views).failed, 0)

    def test_against_numpy(self):
        rng = np.random.default_rng(5)
        data = rng.normal(size=(60, 5)) @ rng.normal(size=(5, 5))
        np.testing.assert_allclose(views.correlations(data), np.corrcoef(data.T), atol=1e-12)
        stats = views.column_stats(data)
        np.testing.assert_allclose(stats["sd"], data.std(axis=0, ddof=1))
        np.testing.assert_allclose(stats["median"], np.median(data, axis=0))
        found = views.principal_components(data)
        np.testing.assert_allclose(found.variances, np.linalg.eigvalsh(np.corrcoef(data.T))[::-1], atol=1e-10)
        np.testing.assert_allclose(found.loadings @ found.loadings.T, np.corrcoef(data.T), atol=1e-10)
        covariance = np.cov(data.T)
        self.assertAlmostEqual(views.cronbach_alpha(data).alpha, 5 / 4 * (1 - np.trace(covariance) / covariance.sum()))

    def test_units(self):
        have = views.unit_availability(X)
        self.assertEqual(list(have["missing"]), [1, 0, 0, 0])
        np.testing.assert_allclose(views.group_availability(X, {"both": [0, 2]})["both"], [0.5, 1, 1, 1])
        self.assertEqual([(one.rank, one.of) for one in views.profile(X, 3, SENSES)], [(1, 4), (2, 4), (1, 3)])
        self.assertEqual([one.column for one in views.weaknesses(X, 3, SENSES, 1)], [1])
        with self.assertRaisesRegex(rs.UsageError, "no unit 'q'"):
            views.profile(X, "q")
        with self.assertRaisesRegex(rs.UsageError, "no row 5 among 4"):
            views.profile(X, 4)

    def test_years(self):
        lines = views.trends([100, 110, 121, 7], ["a", "a", "a", "b"], [2018, 2019, 2020, 2018])
        self.assertEqual(lines["unit"], ["a", "b"])
        np.testing.assert_allclose(lines["growth"], [0.1, nan])
        np.testing.assert_allclose(lines["slope"], [10.5, nan])

    def test_editions(self):
        before, after = [[10, 20], [30, 40]], [[14, 20], [30, 45]]
        for unit in views.compare_editions(before, after, [1, 1], [1, 3]):
            self.assertAlmostEqual(sum(leaf.figure + leaf.weight for leaf in unit.leaves), unit.change, 12)

    def test_of_an_index(self):
        framework = rs.parse(
            "rulescore: 1\nid: small\nversion: '1'\ntitle: small\nindex: {unit: city, normalise: goalposts}\nchildren:\n"
            "  - {code: A, title: A, weight: 3, data: {goalposts: [0, 100]}}\n"
            "  - {code: B, title: B, weight: 1, data: {goalposts: [0, 50]}}\n"
        )
        before = rs.index({"city": ["x", "y", "z"], "A": [60, 90, 30], "B": [10, 20, 40]}, framework)
        after = rs.index({"city": ["x", "y", "z"], "A": [80, 90, 30], "B": [20, 20, 40]}, framework)
        self.assertEqual([row["max"] for row in views.of(after, "stats")], [90, 40])
        moved = views.changes(before, after)
        self.assertEqual({leaf["code"]: round(leaf["total"], 9) for leaf in moved["units"][0]["leaves"]}, {"A": 15, "B": 5})
        for unit in moved["units"]:
            self.assertAlmostEqual(sum(leaf["total"] for leaf in unit["leaves"]) + unit["rules"], unit["change"], 9)
        with self.assertRaisesRegex(rs.UsageError, "did you mean `stats`"):
            views.of(after, "stat")

    def test_frames(self):
        pd = needs(self, "pandas")
        frame = pd.DataFrame(X, columns=["a", "b", "c"], index=["p", "q", "r", "s"])
        self.assertEqual(pd.DataFrame(views.column_stats(frame)).column.tolist(), ["a", "b", "c"])
        self.assertEqual(views.strengths(frame, "s", {"a": 1, "b": -1, "c": 1}, 2)[0].column, "a")
        self.assertEqual(views.correlated(frame, 0.5, how="spearman")[0][:2], ("a", "c"))
        np.testing.assert_allclose(prepare.normalise(frame, method="distance_to_reference", reference="s")[3], [1, 1, 1])
        self.assertEqual(list(views.group_availability(frame, {"g": ["c"]})["g"]), [0, 1, 1, 1])
