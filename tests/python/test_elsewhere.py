"""Facts and reviews: files, dicts, DataFrames; and cards that rest on them travel. All figures are invented."""

import json
import pathlib
import pickle
import tempfile
import unittest
import warnings

from support import TINY, needs
import rulescore as rs

FACT = {"jurisdiction": "甲市", "year": 2020, "indicator": "A1", "value": 90, "unit": "%", "source": "统计公报"}


class Elsewhere(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.engine = rs.Engine(rs.parse(TINY))
        self.doc = rs.Document("出庭率75%。普法活动5场。", name="a.txt", jurisdiction="甲市", year=2020)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def quiet(self, *args, **kwargs):
        """What evaluate gives, and what it warns of."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            return self.engine.evaluate(*args, **kwargs), [str(w.message) for w in caught]

    def review(self, text):
        fingerprint = self.engine.match(self.doc).items[0]["fingerprint"]
        return self.file("review.yaml", f'rulescore-review: 1\nreviews:\n  - evidence: "{fingerprint}"\n{text}')


class Facts(Elsewhere):
    def test_dicts_files_frames_and_all_of_them(self):
        path = self.file("facts.csv", "jurisdiction,year,indicator,value,unit,source\n甲市,2020,A1,90,%,统计公报\n")
        plain = self.engine.evaluate(self.doc)
        self.assertEqual(plain.node("A1")["score"], 0.5)
        for facts in (FACT, [FACT], path, str(path), [path]):
            card, said = self.quiet(self.doc, facts=facts)
            self.assertEqual((card.node("A1")["score"], said), (0.8, []))
        pd = needs(self, "pandas")
        frame = pd.DataFrame([FACT, {**FACT, "indicator": "A2", "value": float("nan"), "unit": None}])
        card, said = self.quiet([self.doc], facts=[frame, path])
        self.assertEqual(card[0].node("A1")["score"], 0.8)
        self.assertEqual(said, ["facts:2: it has no `value`, and every rule of A2 counts a figure: events (场)"])

    def test_the_source_is_shown(self):
        card = self.engine.evaluate(self.doc, facts=FACT)
        piece = card.evidence.items[0]
        self.assertEqual(set(piece), set(rs.types.Evidence.__required_keys__))
        self.assertEqual((piece["kind"], piece["source"], piece["fact"]), ("statistic", "统计公报", "facts:1"))
        self.assertIn("来源：统计：统计公报 (facts:1)", card.explain("A1"))

    def test_what_can_not_be_used_is_a_warning(self):
        bad = [{**FACT, "indicator": "A3"}, {**FACT, "jurisdiction": "乙市"}, {"indicator": "A1"}, FACT]
        card, said = self.quiet(self.doc, facts=bad)
        self.assertEqual(card.node("A1")["score"], 0.8)
        self.assertEqual(
            said,
            [
                "facts:3: it names no `source`: a point must show where it comes from",
                "facts:1: there is no indicator `A3` in tiny; did you mean `A1`?",
                "facts:2: no document is about 乙市 2020; did you mean `甲市`?",
            ],
        )
        with self.assertRaisesRegex(rs.UsageError, "not int"):
            self.engine.evaluate(self.doc, facts=[7])
        self.assertEqual(self.quiet(self.doc, facts="none.csv")[1], ["none.csv: no such file"])

    def test_cards_travel_with_their_facts(self):
        text = "一、做法\n制定普法计划。另有普法活动7场。普法活动7场。"
        passage = {"extraction_class": "A2", "extraction_text": "普法活动7场", "char_interval": {"start_pos": 24, "end_pos": 30}}
        line = {"extractions": [passage], "text": text, "document_id": "doc_1a2b3c4d"}
        path = self.file("x.jsonl", json.dumps(line, ensure_ascii=False))
        for metadata in ({}, {"name": "b.txt", "jurisdiction": "甲市", "year": 2020}):
            document = rs.Document(text, **metadata)
            card, said = self.quiet(document, facts=[path] + ([FACT] if metadata else []))
            self.assertEqual(said, [])
            self.assertEqual([p["kind"] for p in card.evidence.items].count("extract"), 1)
            twin = pickle.loads(pickle.dumps(card))
            self.assertEqual(twin.to_json(), card.to_json())
            found = pickle.loads(pickle.dumps(card.evidence))
            self.assertEqual(found.items, card.evidence.items)
            self.assertEqual(pickle.loads(pickle.dumps(twin)).to_json(), card.to_json())

    def test_edited_weights_score_it_again(self):
        card = self.engine.evaluate(self.doc, facts=FACT)
        lighter = rs.Engine(self.engine.framework.with_weight("A2", 0))
        self.assertAlmostEqual(lighter.score(card.evidence).score, 80)


class Reviews(Elsewhere):
    def test_a_correction(self):
        path = self.review("    verdict: correct\n    value: 100%\n    reason: 原件\n    date: 2024-05-01\n")
        card, said = self.quiet(self.doc, reviews=path)
        self.assertEqual((card.node("A1")["score"], said), (1, []))
        self.assertEqual(card.evidence.items[0]["review"]["was"]["value"], 75)
        twin = pickle.loads(pickle.dumps(card))
        self.assertEqual(twin.to_json(), card.to_json())

    def test_mistakes_and_leftovers_are_warnings(self):
        path = self.review("    verdict: reject\n    date: 2024-05-01\n")
        card, said = self.quiet(self.doc, reviews=[path])
        self.assertEqual(card.node("A1")["score"], 0.5)
        self.assertEqual(len(said), 1)
        self.assertIn("review.yaml:3:5: error[missing-key]: a piece that is not accepted as it is needs a `reason`", said[0])
        path = self.review("    verdict: accept\n    date: 2024-05-01\n")
        other = rs.Document("出庭率80%。")
        self.assertIn("any more", self.quiet(other, reviews=path)[1][0])
        with self.assertRaises(rs.IoError):
            self.engine.evaluate(self.doc, reviews="none.yaml")


if __name__ == "__main__":
    unittest.main()
