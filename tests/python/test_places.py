"""places(): shared gaps, clusters, leaders."""

import pickle
import unittest

from support import TINY, Seeds, needs
import rulescore as rs


class Places(unittest.TestCase):
    def setUp(self):
        texts = {"甲市": "出庭率75%。普法活动5场。", "乙市": "一年来，出庭率100%。", "丙市": "开会。"}
        docs = [rs.Document(text, name=place, jurisdiction=place, level="city", year=2020) for place, text in texts.items()]
        self.cards = rs.Engine(rs.parse(TINY)).evaluate(docs)
        self.places = rs.places(rs.Panel(self.cards))

    def test_what_many_lack_and_who_leads(self):
        self.assertEqual(repr(self.places), "Places(3 places, 2 indicators, 3 of 3 lack A2)")
        self.assertEqual([(gap["indicator"], gap["lack"], gap["of"]) for gap in self.places.gaps], [("A2", 3, 3), ("A1", 2, 3)])
        self.assertEqual(self.places.gaps[0]["kinds"], {"no_evidence": 2, "only_planned": 0, "problem": 0, "below": 1, "unjudged": 0})
        first, second = self.places.leaders
        piece = first["leaders"][0]["evidence"]
        self.assertEqual((first["score"], first["tied"], self.places.places[first["leaders"][0]["place"]]["jurisdiction"]), (1.0, 1, "乙市"))
        self.assertEqual(self.cards[1].document.text[piece["begin"] : piece["end"]], piece["quote"])
        self.assertEqual(second["score"], 0.5)
        self.assertIn("乙市", self.places._repr_html_())
        self.assertEqual(pickle.loads(pickle.dumps(self.places)).leaders, self.places.leaders)

    def test_options(self):
        self.assertEqual(rs.places(self.cards, enough=0.5).gaps[1]["lack"], 1)
        self.assertEqual(rs.places(self.cards, leaders=0).leaders[0]["leaders"], [])
        for wrong in ({"enough": 0}, {"cut": 2}, {"leaders": -1}):
            with self.assertRaises(rs.UsageError):
                rs.places(self.cards, **wrong)

    def test_as_frames(self):
        needs(self, "pandas")
        scores = self.places.to_frame()
        self.assertEqual((list(scores.index), list(scores.columns)), (["甲市", "乙市", "丙市"], ["A1", "A2"]))
        self.assertEqual(scores.loc["甲市", "A2"], 0.5)
        self.assertEqual(self.places.to_frame("lacking").loc["丙市", "A1"], "no_evidence")
        self.assertEqual(list(self.places.to_frame("gaps")["no_evidence"]), [2, 1])
        self.assertEqual(list(self.places.to_frame("leaders")["name"]), ["乙市", "甲市"])
        with self.assertRaises(rs.UsageError):
            self.places.to_frame("rows")


class Shipped(Seeds):
    def test_every_leader_is_quoted(self):
        for item in rs.places(self.panel).leaders:
            for leader in item["leaders"]:
                piece = leader["evidence"]
                text = self.docs[leader["place"]].text
                self.assertEqual(text[piece["begin"] : piece["end"]], piece["quote"])


if __name__ == "__main__":
    unittest.main()
