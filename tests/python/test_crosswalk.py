"""Crosswalks: loaded, read through, pickled, and what they refuse."""

import math
import pathlib
import pickle
import tempfile
import unittest

from support import ROOT, TINY, Seeds, needs, tiny_card
import rulescore as rs

WALKS = ROOT / "indicators/crosswalks"
OTHER = """
rulescore: 1
id: other
version: "1"
title: {zh: 另, en: other}
full: 10
children:
  - {code: X, title: {zh: 子, en: X}, weight: 3, score: {given: {out_of: 1}}}
  - {code: Y, title: {zh: 丑, en: Y}, score: {given: {out_of: 1}}}
"""
WALK = """
rulescore: 1
crosswalk: walk
title: {zh: 对照, en: walk}
from: {id: tiny, path: ./tiny.yaml}
to: {id: other, path: ./other.yaml}
answers: {X: {A1: {part: 60%, back: 50%, note: 一部分}}}
"""


def walk():
    return rs.Crosswalk.parse(WALK, rs.parse(TINY), rs.parse(OTHER))


class Tiny(unittest.TestCase):
    def test_reckoned_by_hand(self):
        """A1 scores 0.5; X is 7.5 of 10 points, 60% of it answered: 2.25."""
        there = walk().cross(tiny_card(name="r"))
        self.assertAlmostEqual(there.score, 2.25)
        self.assertAlmostEqual(there.coverage, 0.45)
        self.assertAlmostEqual(there.unmapped, 0.55)
        self.assertAlmostEqual(there.range[1], 2.25 + 5.5)
        self.assertAlmostEqual(there.common["score"], 5)
        self.assertEqual(there.node("X")["answers"][0]["code"], "A1")
        self.assertEqual([piece["quote"] for piece in there.evidence("X")], ["出庭率75%"])
        self.assertEqual(there.evidence("X")[0]["begin"], 0)
        self.assertEqual([fix["indicator"] for fix in there.fixes], ["A1", "A2"])
        self.assertAlmostEqual(there.fixes[0]["gain_there"], 2.25)
        self.assertAlmostEqual(walk().gain(there.card, "A1"), 2.25)
        self.assertEqual(walk().gain(there.card, "A2", 1), 0)
        self.assertEqual(repr(there), "Crossed('r', tiny 50.00 -> other 2.25 of 10, coverage 0.45, unmapped 0.55)")
        self.assertIn("<td>A1 60%</td>", there._repr_html_())
        with self.assertRaisesRegex(rs.UsageError, "`Z` is no group"):
            there.node("Z")

    def test_what_it_says(self):
        crosswalk = walk()
        self.assertEqual((crosswalk.id, crosswalk.title["en"], len(crosswalk)), ("walk", "walk", 1))
        self.assertEqual(crosswalk.links[0]["from"], "A1")
        self.assertEqual((crosswalk.links[0]["part"], crosswalk.links[0]["back"], crosswalk.links[0]["note"]["zh"]), (0.6, 0.5, "一部分"))
        self.assertAlmostEqual(crosswalk.unmapped("X"), 0.4)
        self.assertEqual(crosswalk.unused("A1"), 0.5)
        self.assertEqual(repr(crosswalk), "Crosswalk('walk', tiny -> other, 1 answer, unmapped 0.55, unused 0.75)")
        self.assertEqual(crosswalk.reversed().to.id, "tiny")
        heavier = rs.parse(TINY).with_weight("A1", 3)
        self.assertAlmostEqual(crosswalk.between(heavier, crosswalk.to).unused(), 1 - 0.75 / 2)

    def test_it_travels(self):
        crosswalk = walk()
        there = crosswalk.cross(tiny_card())
        copy = pickle.loads(pickle.dumps(there))
        self.assertEqual((copy.score, copy.nodes, copy.fixes), (there.score, there.nodes, there.fixes))
        again = pickle.loads(pickle.dumps(crosswalk.reversed()))
        self.assertEqual((again.links, again.from_.fingerprint), (crosswalk.reversed().links, crosswalk.to.fingerprint))

    def test_many_and_a_frame(self):
        cards = rs.Engine(rs.parse(TINY)).evaluate([rs.Document("出庭率75%。"), rs.Document("出庭率100%。")])
        self.assertEqual([round(there.score, 9) for there in walk().cross(rs.Panel(cards))], [2.25, 4.5])
        self.assertEqual(len(walk().cross(cards)), 2)
        needs(self, "pandas")
        self.assertEqual(list(walk().cross(cards[0]).to_frame()["answers"]), ["", "A1 60%", ""])

    def test_refusals(self):
        with self.assertRaisesRegex(rs.UsageError, "reads cards of tiny"):
            walk().cross(rs.Engine(rs.parse(OTHER)).evaluate(rs.Document("无")))
        with self.assertRaises(rs.FrameworkError) as caught:
            rs.Crosswalk.parse(WALK.replace("A1:", "A9:"), rs.parse(TINY), rs.parse(OTHER))
        self.assertEqual([issue["code"] for issue in caught.exception.issues], ["unknown-target"])
        with self.assertRaises(rs.IoError):
            rs.Crosswalk.load("none.yaml")

    def test_paths(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("tiny.yaml", TINY), ("other.yaml", OTHER), ("walk.yaml", WALK)):
                pathlib.Path(folder, name).write_text(text, encoding="utf-8")
            self.assertEqual(rs.Crosswalk.load(pathlib.Path(folder, "walk.yaml")).links, walk().links)


class Shipped(Seeds):
    def test_editions(self):
        crosswalk = rs.Crosswalk.load(WALKS / "2021-to-2019.yaml")
        for there in crosswalk.cross(self.panel):
            points = sum(node["points"] for node in there.nodes if node["parent"])
            self.assertTrue(math.isclose(points, there.score, abs_tol=1e-9))
            self.assertTrue(math.isclose(there.common["left_out"], 0.04, abs_tol=1e-9))
            self.assertEqual(crosswalk.common(there.card)["score"], there.common["score"])


if __name__ == "__main__":
    unittest.main()
