"""index(): a composite index from a path, a data frame, a dict of columns or a panel; weights by name and by code; what can't be."""

import math
import pathlib
import tempfile
import unittest

from support import TINY, needs, tiny_card
import rulescore as rs

INDEX = """
rulescore: 1
id: small
version: "1"
title: {zh: 小, en: small}
index:
  unit: city
  weights: {experts: {x: 3, y: 1}}
children:
  - {code: x, title: x, data: x}
  - {code: y, title: y, data: {column: late, better: lower}}
"""
COLUMNS = {"city": ["甲", "乙", "丙"], "x": [0.0, 5.0, 10.0], "late": [10, 4, 0]}


class Index(unittest.TestCase):
    def setUp(self):
        self.fw = rs.parse(INDEX)
        self.index = rs.index(COLUMNS, self.fw)

    def assert_close(self, values, expected):
        self.assertEqual([round(float(value), 9) for value in values], expected)

    def test_worked_by_hand(self):
        # min-max to 0 … 100, less being better in y: x 0 50 100, y 0 60 100.
        self.assertEqual(list(self.index.values("x")), [0, 50, 100])
        self.assertEqual(list(self.index.values("y")), [0, 60, 100])
        self.assert_close(self.index.values(), [0, 55, 100])
        self.assertEqual(list(self.index.ranks()), [3, 2, 1])
        self.assertEqual(list(self.index.shares), [0.5, 0.5])
        self.assertEqual(self.index.prepared.tolist(), [[0, 10], [5, 4], [10, 0]])
        self.assertEqual(self.index.senses, [1, -1])
        self.assertEqual(repr(self.index), "<rulescore.Index small: 3 units x 2 indicators>")
        self.assertIn("乙", self.index._repr_html_())

    def test_weights(self):
        for experts in (rs.index(COLUMNS, self.fw, weights="experts"), self.index.with_weights("experts"), self.index.with_weights({"x": 3})):
            self.assertAlmostEqual(experts.values()[1], (3 * 50 + 60) / 4)
        for method in ("equal", "critic", "entropy", "standard_deviation"):
            weights = self.index.with_weights(method).weights
            self.assertTrue(all(weight >= 0 for weight in weights.values()) and sum(weights.values()) > 0, method)
        with self.assertRaisesRegex(rs.UsageError, "did you mean `critic`"):
            self.index.with_weights("critik")
        with self.assertRaisesRegex(rs.UsageError, "all 0"):
            self.index.with_weights({"x": 0, "y": 0})

    def test_gaps_stay_out_or_are_filled(self):
        columns = {**COLUMNS, "x": [0.0, None, 10.0]}
        index = rs.index(columns, self.fw)
        self.assertTrue(math.isnan(index.values("x")[1]))
        self.assertEqual((index.values()[1], index.coverage()[1]), (60, 0.5))
        self.assertAlmostEqual(rs.index(columns, self.fw, impute="mean").values()[1], 55)
        self.assertEqual(rs.index(columns, self.fw, impute="mean").to_dict()["indicators"][0]["imputed"], ["乙"])

    def test_from_a_file_and_from_frames(self):
        pandas = needs(self, "pandas")
        self.assert_close(rs.index(pandas.DataFrame(COLUMNS), self.fw).values(), [0, 55, 100])
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cities.csv"
            pandas.DataFrame(COLUMNS).to_csv(path, index=False)
            self.assert_close(rs.index(path, self.fw).values(), [0, 55, 100])
            self.index.save(path)
            self.assertEqual(path.read_text(encoding="utf-8").splitlines()[1], "丙,1,100,1,100,100")
        frame = self.index.to_frame()
        self.assertEqual(list(frame.columns), ["unit", "rank", "coverage", "small", "x", "y"])
        self.assertEqual(list(self.index.to_frame("ranks")["y"]), [3, 2, 1])

    def test_of_a_panel_it_is_the_scores(self):
        panel = rs.Panel([tiny_card(), tiny_card("一年来，出庭率100%。", jurisdiction="乙")])
        index = rs.index(panel)
        self.assertEqual(list(index.values()), list(panel.totals))
        with self.assertRaises(rs.UsageError):
            rs.index(3, rs.parse(TINY))

    def test_what_can_not_be(self):
        cases = [
            ({**COLUMNS, "x": ["1", "2", "three"]}, "holds \"three\""),
            ({"city": COLUMNS["city"], "y": [1, 2, 3], "late": [1, 2, 3]}, "no column \"x\""),
            ({**COLUMNS, "city": ["甲", "甲", "丙"]}, "rows 1 and 2 are both 甲"),
            ({**COLUMNS, "x": [math.nan] * 3}, "has no figures"),
            ({**COLUMNS, "x": [1, math.inf, 2]}, "infinite figure in row 2"),
        ]
        for columns, said in cases:
            with self.subTest(said), self.assertRaisesRegex(rs.UsageError, said):
                rs.index(columns, self.fw)
        with self.assertRaisesRegex(rs.UsageError, "normalise is one of"):
            rs.index(COLUMNS, self.fw, normalise="minmax")


if __name__ == "__main__":
    unittest.main()
