"""rulescore.decision: rankings beyond sums."""

import doctest
import math
import pickle
import unittest

import numpy as np

from support import needs
import rulescore as rs
from rulescore import decision

X = [[3, 6, 1], [4, 8, 2], [2, 1, 3], [5, 2, 2]]
SENSES = ["benefit", "cost", "max"]


class Methods(unittest.TestCase):
    def test_every_name_ranks(self):
        for name in decision.methods():
            ranked = decision.rank_by(name, X, [1, 2, 3], SENSES)
            self.assertEqual((len(ranked), ranked.scores.dtype, sorted(ranked.ranks)[0]), (4, np.float64, 1), name)
            again = getattr(decision, name)(X, [1, 2, 3], SENSES)
            np.testing.assert_array_equal(again.scores, ranked.scores, name)
            self.assertEqual(ranked.higher_is_better, name not in ("vikor", "spotis"))
        with self.assertRaisesRegex(rs.UsageError, "did you mean `topsis`"):
            decision.rank_by("topsi", X)

    def test_by_hand(self):
        np.testing.assert_allclose(decision.topsis([[3, 6], [4, 8]], None, [1, -1]).scores, [0.5, 0.5])
        np.testing.assert_allclose(decision.weighted_sum([[1], [2], [4]], scale="sum").scores, [1 / 7, 2 / 7, 4 / 7])
        np.testing.assert_allclose(decision.spotis([[2], [5]], bounds=[(0, 10)]).scores, [0.8, 0.5])
        np.testing.assert_allclose(decision.owa([[1, 7, 4]], decision.worst_of(3, 2)).scores, [2.5])
        np.testing.assert_allclose(decision.copras([[2, 10], [3, 20], [5, 40]], None, [1, -1]).significance.sum(), 1)
        np.testing.assert_allclose(decision.mazziotta_pareto([[0], [10]], standard="range", reference=[4]).scores, [76, 136])
        np.testing.assert_allclose(decision.outranking([[1, 2], [2, 1]], [3, 1]), [[0, 0.25], [0.75, 0]])
        self.assertEqual(decision.dominance(X, SENSES).pairs, 2)  # the last over the first two

    def test_vikor_says_its_compromise(self):
        vikor = decision.vikor([[1, 3, 0], [3, 1, 1], [3, 3, 1], [1, 2, 2], [0, 4, 4]])
        self.assertEqual((vikor.compromise, vikor.advantage, vikor.stable), ([2, 3], True, False))
        self.assertEqual(vikor.order[0], 2)

    def test_promethee_shapes(self):
        one = decision.promethee2([[1.5], [0]], shape="v_indifference", p=3, q=1)
        np.testing.assert_allclose(one.plus, [0.25, 0])
        each = decision.promethee2([[1, 2], [0, 0]], shape=["usual", "v"], p=[0, 4])
        np.testing.assert_allclose(each.scores, [0.75, -0.75])
        with self.assertRaisesRegex(rs.UsageError, "one for all or one for each of 2 columns"):
            decision.promethee2([[1, 2]], p=[1, 2, 3])
        with self.assertRaisesRegex(rs.UsageError, "not round"):
            decision.promethee2([[1, 2]], shape="round")

    def test_levels_and_electre(self):
        levels = [([0, 0, 1], [3, 1, 1]), ([0, 0], [1, 2])]
        first, second = decision.copeland_by_level([[9, 1, 5], [5, 5, 9], [1, 9, 2]], levels)
        self.assertEqual((first.shape, second.shape), ((3, 2), (3, 1)))
        np.testing.assert_array_equal(first, [[2, 0], [0, 2], [-2, -2]])
        found = decision.electre1([[4, 1], [5, 0], [1, 2]], [3, 1])
        self.assertEqual((found.kernel, found.outranks[0, 2], math.isnan(found.concordance[0, 0])), ([1], True, True))

    def test_choquet(self):
        both = decision.Capacity.two_additive([0.5, 0.5], [[0, 1], [1, 0]])
        either = decision.Capacity.of_subsets([0, 1, 1, 1])
        for capacity, expected in ((both, 0.2), (either, 0.9)):
            np.testing.assert_allclose(decision.choquet([[0.2, 0.9]], pickle.loads(pickle.dumps(capacity))).scores, [expected])
        self.assertEqual((either.worth(0b01), either.interaction(0, 1), repr(either)), (1, -1, "Capacity(2 columns)"))
        with self.assertRaisesRegex(rs.UsageError, r"\{1, 2\} is worth 0.9; it must be 1"):
            decision.Capacity.of_subsets([0, 0, 0, 0.9])


class Input(unittest.TestCase):
    def test_gaps_are_left_out(self):
        ranked = decision.edas([[1, float("nan")], [2, 3], [3, 1]])
        self.assertTrue(math.isnan(ranked.scores[0]))
        self.assertEqual(list(ranked.ranks)[0], 0)
        self.assertEqual(ranked.order[-1], 0)
        self.assertEqual(repr(ranked), "Ranked(2 of 3 units ranked, first 1)")

    def test_what_is_refused(self):
        for wrong, message in (
            (lambda: decision.borda([1, 2]), "1 dimensions"),
            (lambda: decision.borda([["a"]]), "figures must be numbers"),
            (lambda: decision.borda(X, [1]), "Borda: 1 weights for 3 columns"),
            (lambda: decision.borda(X, None, ["up", 1, 1]), "'benefit' or 'cost', not 'up'"),
            (lambda: decision.topsis(X, scale="z"), "scale is vector, min_max, sum, max or ratio, not z"),
        ):
            with self.assertRaisesRegex(rs.UsageError, message):
                wrong()

    def test_frames(self):
        pd = needs(self, "pandas")
        frame = pd.DataFrame(X, index=list("abcd"), columns=["trade", "price", "rail"])
        ranked = decision.vikor(frame, {"price": 2, "rail": 3, "trade": 1}, {"trade": 1, "price": "cost", "rail": 1})
        np.testing.assert_array_equal(ranked.scores, decision.vikor(X, [1, 2, 3], SENSES).scores)
        out = ranked.to_frame()
        self.assertEqual((list(out.columns), out["rank"].iloc[0]), (["rank", "score", "s", "r"], 1))
        self.assertEqual(set(out.index), set("abcd"))
        self.assertIn("<td>a</td>", ranked._repr_html_())
        self.assertEqual(pickle.loads(pickle.dumps(ranked)).units, list("abcd"))
        with self.assertRaisesRegex(rs.UsageError, "weights are for"):
            decision.vikor(frame, {"price": 2})


class Told(unittest.TestCase):
    def test_the_example_in_the_pages_head_runs(self):
        outcome = doctest.testmod(decision, extraglobs={"decision": decision})
        self.assertEqual(outcome.failed, 0)
        self.assertGreater(outcome.attempted, 0)

    def test_every_name_has_words(self):
        for name in decision.__all__:
            self.assertTrue(getattr(decision, name).__doc__, name)
