"""compare(): two frameworks on the same documents, two panels, two result files, two years."""

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
        with self.assertRaisesRegex(rs.UsageError, "no report of the one year has a partner in the other"):
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


class Years(unittest.TestCase):
    def setUp(self):
        self.engine = rs.Engine(rs.parse(TINY))
        self.old = self.cards(self.engine, 2019, "出庭率75%。普法活动5场。")
        self.new = self.cards(self.engine, 2020, "全年出庭率100%。")

    @staticmethod
    def cards(engine, year, text):
        return engine.evaluate([rs.Document(text, name=f"{year}.txt", jurisdiction="甲市", year=year)])

    def test_shifts_make_the_change_and_quote_both_years(self):
        comparison = rs.compare(self.old, self.new)
        (one,) = comparison.documents
        rise, loss = one["shifts"]
        self.assertEqual((rise["indicator"], rise["cause"], rise["points"]), ("A1", "changed_value", 25.0))
        self.assertEqual((loss["indicator"], loss["cause"], loss["points"]), ("A2", "lost_evidence", -25.0))
        self.assertAlmostEqual(sum(shift["points"] for shift in one["shifts"]), one["moved"])
        piece = rise["evidence_after"]
        self.assertEqual(self.new[0].document.text[piece["begin"] : piece["end"]], piece["quote"])
        self.assertEqual(self.new[0].document.text.encode()[piece["byte_begin"] : piece["byte_end"]].decode(), piece["quote"])
        self.assertEqual([(cause["cause"], cause["points"]) for cause in comparison.causes], [("lost_evidence", -25.0), ("changed_value", 25.0)])
        self.assertIn("lost_evidence", comparison._repr_html_())
        self.assertEqual(pickle.loads(pickle.dumps(comparison)).documents, comparison.documents)

    def test_a_changed_framework_stands_between(self):
        strict = rs.Engine(rs.parse(TINY.replace("from: 50%", "from: 70%")))
        new = self.cards(strict, 2020, "全年出庭率100%。")
        with self.assertRaisesRegex(rs.UsageError, "two frameworks"):
            rs.compare(self.old, new)
        comparison = rs.compare(self.old, new, between=self.cards(strict, 2019, "出庭率75%。普法活动5场。"))
        shifts = comparison.documents[0]["shifts"]
        self.assertEqual([shift["cause"] for shift in shifts], ["framework", "changed_value", "lost_evidence"])
        self.assertAlmostEqual(sum(shift["points"] for shift in shifts), comparison.documents[0]["change"])

    def test_as_frame(self):
        needs(self, "pandas")
        frame = rs.compare(self.old, self.new).to_frame("shifts")
        self.assertEqual(list(frame["evidence_before"]), ["出庭率75%", "普法活动5场"])


class Shipped(Seeds):
    def test_a_weight_moves_points_and_no_scores(self):
        comparison = rs.compare(rs.load(), rs.load().with_weight("C", 2.0), self.docs)
        self.assertEqual([(one["code"], one["path"], one["after"]) for one in comparison.text], [("C", "weight", "2")])
        self.assertFalse(any(one["up"] or one["down"] for one in comparison.indicators))
        edited = rs.Engine(rs.load().with_weight("C", 2.0)).evaluate(self.docs)
        self.assertEqual([row["after"] for row in comparison.documents], [card.score for card in edited])


if __name__ == "__main__":
    unittest.main()
