"""compare(): two frameworks on the same documents, two panels, two result files."""

import pathlib
import pickle
import tempfile
import unittest

from support import TINY, Seeds, needs
import rulescore as rs


class Compare(unittest.TestCase):
    def setUp(self):
        self.before = rs.parse(TINY)
        self.after = rs.parse(TINY.replace("from: 50%", "from: 70%"))
        self.docs = [rs.Document(f"出庭率{rate}%。普法活动5场。", name=f"r{rate}", jurisdiction=f"{rate}市", year=2020) for rate in (60, 85, 100)]

    def test_two_frameworks(self):
        comparison = rs.compare(self.before, self.after, self.docs)
        a1, a2 = comparison.indicators
        self.assertEqual((a1["code"], a1["is"], a1["up"], a1["down"]), ("A1", "kept", 0, 2))
        self.assertEqual(a1["text"], [{"code": "A1", "path": "score.rate.from", "before": "50%", "after": "70%", "part": False}])
        self.assertAlmostEqual(a1["mean"], -(0.2 + 0.2) / 3)
        self.assertEqual((a2["up"], a2["down"], a2["points"], a2["furthest"]), (0, 0, 0.0, None))
        self.assertEqual([row["before"] for row in comparison.documents], [35.0, 60.0, 75.0])
        self.assertEqual([(row["rank_before"], row["rank_after"]) for row in comparison.documents], [(3, 3), (2, 2), (1, 1)])
        self.assertEqual([one["code"] for one in comparison.moved], ["A1"])
        self.assertEqual(repr(comparison), "Comparison('tiny 1 -> tiny 1', 3 documents: 0 up, 2 down; 1 indicators moved)")
        self.assertIn("<td>50%</td>", comparison._repr_html_())
        self.assertEqual(repr(pickle.loads(pickle.dumps(comparison))), repr(comparison))

    def test_panels_cards_and_files_say_the_same(self):
        reference = rs.compare(self.before, self.after, self.docs)
        cards = [rs.Engine(framework).evaluate(self.docs) for framework in (self.before, self.after)]
        self.assertEqual(rs.compare(*map(rs.Panel, cards)).documents, reference.documents)
        self.assertEqual(rs.compare(*cards).indicators, reference.indicators)
        one = rs.compare(cards[0][0], cards[1][0])
        self.assertEqual((len(one.documents), one.documents[0]["rank_after"]), (1, None))
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder, name) for name in ("before.jsonl", "after.jsonl")]
            for path, side in zip(paths, cards):
                path.write_text("".join(card.to_json() for card in side), encoding="utf-8")
            self.assertEqual(rs.compare(*paths).documents, reference.documents)

    def test_facts_and_refusals(self):
        fact = {"jurisdiction": "60市", "year": 2020, "indicator": "A1", "value": 100, "unit": "%", "source": "年鉴"}
        self.assertEqual(rs.compare(self.before, self.after, self.docs, facts=[fact]).documents[0]["after"], 75.0)
        with self.assertRaisesRegex(rs.UsageError, "needs documents"):
            rs.compare(self.before, self.after)
        with self.assertRaisesRegex(rs.UsageError, "two frameworks and documents, two panels, or two result files, not int"):
            rs.compare(1, 2)
        with self.assertRaisesRegex(rs.UsageError, "no document in common"):
            rs.compare(rs.Engine(self.before).evaluate(self.docs[:1]), rs.Engine(self.before).evaluate(self.docs[1:]))
        with self.assertRaises(rs.IoError):
            rs.compare("no.json", "such.json")

    def test_as_frames(self):
        needs(self, "pandas")
        comparison = rs.compare(self.before, self.after, self.docs)
        self.assertEqual(list(comparison.to_frame()["code"]), ["A1", "A2"])
        self.assertEqual(list(comparison.to_frame("documents")["document"]), ["r60", "r85", "r100"])
        with self.assertRaises(rs.UsageError):
            comparison.to_frame("rows")


class Shipped(Seeds):
    def test_a_weight_moves_points_and_no_scores(self):
        comparison = rs.compare(rs.load(), rs.load().with_weight("C", 2.0), self.docs)
        self.assertEqual([(one["code"], one["path"], one["after"]) for one in comparison.text], [("C", "weight", "2")])
        self.assertFalse(any(one["up"] or one["down"] for one in comparison.indicators))
        edited = rs.Engine(rs.load().with_weight("C", 2.0)).evaluate(self.docs)
        self.assertEqual([row["after"] for row in comparison.documents], [card.score for card in edited])


if __name__ == "__main__":
    unittest.main()
