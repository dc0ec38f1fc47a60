"""What if, from Python: dicts, texts, plans; cards that rest on suppositions travel."""

import pathlib
import pickle
import tempfile
import unittest

from support import TINY, needs
import rulescore as rs


class WhatIf(unittest.TestCase):
    def setUp(self):
        self.engine = rs.Engine(rs.parse(TINY))
        docs = [rs.Document(text, name=f"{i}.txt", jurisdiction=f"{i}市", year=2020)
                for i, text in enumerate(["出庭率90%。", "出庭率75%。普法活动5场。", "无。"])]
        self.panel = rs.Panel(self.engine.evaluate(docs))
        self.card = self.panel.cards[0]

    def test_a_dict_a_text_a_list(self):
        cards = [self.card.what_if(w) for w in ({"A1": "100%"}, "A1=100%", ["A1=100%"], [{"A1": "100%"}])]
        self.assertEqual({c.score for c in cards}, {self.engine.evaluate(
            rs.Document("出庭率100%。", name="0.txt", jurisdiction="0市", year=2020)).score})
        kinds = [(p["kind"], p["value"]) for p in cards[0].evidence.items]
        self.assertEqual(kinds, [("intended", 100.0), ("text", 90.0)])
        self.assertIn("假设", cards[0].warnings()[0])

    def test_nothing_is_the_card_itself(self):
        for nothing in ({}, []):
            self.assertEqual(self.card.what_if(nothing).to_json(), self.card.to_json())

    def test_a_plan(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder) / "plan.yaml"
            plan.write_text("- {indicator: A1, value: 100%, note: 全部出庭}\n", encoding="utf-8")
            self.assertEqual(self.card.what_if(plan).score, self.card.what_if("A1=100%").score)
            self.assertEqual(self.card.what_if(str(plan)).evidence.items[0]["source"], "全部出庭")
            plan.write_text("- {indicator: A11, value: 100%}\n", encoding="utf-8")
            with self.assertRaises(rs.FrameworkError) as caught:
                self.card.what_if(plan)
            self.assertEqual(caught.exception.issues[0]["code"], "unknown-indicator")

    def test_what_is_unclear_is_refused(self):
        with self.assertRaisesRegex(rs.UsageError, "may be a score or a figure"):
            self.card.what_if({"A1": 0.8})
        with self.assertRaisesRegex(rs.UsageError, "there is no indicator `A11`"):
            self.card.what_if({"A11": "100%"})

    def test_ranks(self):
        what = self.panel.what_if("2市", {"A1": "full", "A2": "full"})
        self.assertEqual((what.row, what.rank_before), (2, 3))
        self.assertLess(what.rank, 3)
        self.assertEqual(len(what.passes), 3 - what.rank)
        self.assertAlmostEqual(what.card.score - self.panel.cards[2].score, what.gain)
        self.assertEqual(what.after.totals[2], what.card.score)
        self.assertIn("rank 3 -> ", repr(what))
        self.assertIn("<table", what._repr_html_())
        self.assertEqual(self.panel.what_if(-1, {}).row, 2)
        with self.assertRaisesRegex(rs.UsageError, "there are 0市 2020"):
            self.panel.what_if("某市", {})

    def test_they_travel(self):
        supposed = self.card.what_if({"A1": "100%"})
        again = pickle.loads(pickle.dumps(supposed))
        self.assertEqual(again.to_json(), supposed.to_json())
        what = self.panel.what_if(0, {"A1": "100%"})
        self.assertEqual(repr(pickle.loads(pickle.dumps(what))), repr(what))

    def test_frames(self):
        needs(self, "pandas")
        frame = self.panel.what_if(0, {"A1": "100%"}).to_frame()
        self.assertIn("A1", list(frame["code"]))


if __name__ == "__main__":
    unittest.main()
