"""crosswalk: scores read as another framework's, years under two editions side by side, and what is said of a bad file."""
import csv
import io
import json
import math
import unittest

from support import SEED_FILES, SEEDS, SMALL, SOURCE, CliTest, run

WALKS = SOURCE / "indicators" / "crosswalks"
EDITIONS = WALKS / "2021-to-2019.yaml"
OTHER = """\
rulescore: 1
id: other
version: "1"
title: {zh: 另一个, en: Other}
full: 50
children:
  - {code: X, title: {zh: 子, en: X}, weight: 3, score: {given: {out_of: 1}}}
  - {code: Y, title: {zh: 丑, en: Y}, score: {given: {out_of: 1}}}
"""
HEAD = "rulescore: 1\ncrosswalk: walk\nfrom: {id: small, path: ./small.yaml}\nto: {id: other, path: ./other.yaml}\nanswers:\n"


def rows(result):
    return json.loads(result.out)


class Shipped(CliTest):
    """The seeds under the edition of 2021, read as that of 2019."""

    @classmethod
    def setUpClass(cls):
        cls.cards = {row["document"]: row for row in json.loads(run("score", SEEDS, "--format", "json").out)}
        cls.rows = rows(run("crosswalk", EDITIONS, SEEDS, "--format", "json"))

    def test_the_headings_have_the_scores_of_their_groups(self):
        self.assertEqual(len(self.rows), 5)
        for row in self.rows:
            card = {node["code"]: node for node in self.cards[row["document"]]["nodes"]}
            self.assertEqual(row["score"], self.cards[row["document"]]["score"])
            headings = [node for node in row["crossed"]["nodes"] if node["parent"]]
            self.assertEqual([node["answers"][0]["code"] for node in headings], list("ABCDEFHI"))
            for node in headings:
                group = card[node["answers"][0]["code"]]
                if group["coverage"] == 0:  # an indicator without evidence has no score, a group counts it as nothing
                    self.assertEqual((node["score"], group["score"]), (None, 0))
                else:
                    self.assertAlmostEqual(node["score"], group["score"], delta=1e-12)
                self.assertAlmostEqual(node["coverage"], group["coverage"], delta=1e-12)
                self.assertEqual(node["unmapped"], 0)

    def test_parts_add_up(self):
        for row in self.rows:
            there = row["crossed"]
            headings = [node for node in there["nodes"] if node["parent"]]
            self.assertTrue(math.isclose(sum(node["points"] for node in headings), there["score"], abs_tol=1e-9))
            self.assertTrue(math.isclose(sum(node["full"] for node in headings), 100, abs_tol=1e-9))
            for end in (0, 1):
                self.assertTrue(math.isclose(sum(node["range"][end] for node in headings), there["range"][end], abs_tol=1e-9))
            for node in headings:
                self.assertTrue(math.isclose(sum(a["points"] for a in node["answers"]), node["points"], abs_tol=1e-9))
            # Without G, at 96 of 100 points: what 2021 gives for the eight groups, on the scale of 2019.
            kept = sum(node["points"] for node in self.cards[row["document"]]["nodes"] if node["code"] in tuple("ABCDEFHI"))
            self.assertTrue(math.isclose(there["score"], kept / 0.96, abs_tol=1e-9))
            self.assertTrue(math.isclose(row["common"]["score"], there["score"], abs_tol=1e-9))
            self.assertTrue(math.isclose(row["common"]["left_out"], 0.04, abs_tol=1e-9))

    def test_evidence_is_that_of_the_first_card(self):
        for row in self.rows:
            pieces = [i for node in row["crossed"]["nodes"] for i in node["evidence"]]
            self.assertEqual(len(pieces), len(set(pieces)))
            self.assertTrue(pieces)
            found = self.cards[row["document"]]["evidence"]
            for node in row["crossed"]["nodes"]:
                for i in node["evidence"]:
                    self.assertEqual(row["evidence"][i]["indicator"][0], node["answers"][0]["code"])
                    self.assertEqual((row["evidence"][i]["begin"], row["evidence"][i]["quote"]), (found[i]["begin"], found[i]["quote"]))

    def test_fixes_bring_what_scoring_again_says(self):
        for fix in self.rows[0]["fixes"][:20]:
            serves = fix["serves"]
            if serves:
                self.assertTrue(math.isclose(fix["gain_there"], fix["gain"] / 0.96, abs_tol=1e-9))
            else:
                self.assertEqual((fix["indicator"][0], fix["gain_there"]), ("G", 0))

    def test_an_overlay_of_the_first(self):
        overlay = SOURCE / "indicators" / "overlays" / "uneven-weights.yaml"
        row = rows(run("crosswalk", EDITIONS, SEED_FILES[0], "--framework", overlay, "--format", "json"))[0]
        self.assertEqual(row["score"], json.loads(run("score", SEED_FILES[0], "--framework", overlay, "--format", "json").out)[0]["score"])

    def test_check_knows_a_crosswalk(self):
        result = run("check", EDITIONS)
        self.assert_code(result, 0)
        self.assertEqual(result.out, "ok: 2021-to-2019: demonstration-city-2021 read as demonstration-city-2019, 8 answers, 0.0% of the second "
                         "unmapped, 4.0% of the first unused; reads the other way round\n")
        self.assertEqual(json.loads(run("check", EDITIONS, "--format", "json").out), [])


class Small(CliTest):
    def walk(self, answers="  X: {A1: {part: 60%, back: 50%}}\n"):
        self.file("small.yaml", SMALL)
        self.file("other.yaml", OTHER)
        return self.file("walk.yaml", HEAD + answers)

    def test_reckoned_by_hand(self):
        """90% is 0.8; X is 37.5 of 50 points, of which 60% are answered: 18. Y isn't."""
        row = rows(run("crosswalk", self.walk(), self.report(rate=90), "--format", "json"))[0]
        there = row["crossed"]
        self.assertAlmostEqual(row["score"], 8)
        self.assertAlmostEqual(there["score"], 18)
        self.assertAlmostEqual(there["coverage"], 0.45)
        self.assertAlmostEqual(there["unmapped"], 0.55)
        self.assertAlmostEqual(there["range"][1], 45.5)
        self.assertAlmostEqual(row["common"]["score"], 40)
        self.assertAlmostEqual(there["unused"], 0.5)
        self.assertEqual([(f["indicator"], round(f["gain"], 9), round(f["gain_there"], 9)) for f in row["fixes"]], [("A1", 2, 4.5)])

    def test_years_under_either(self):
        facts = self.file("panel.csv", "document,indicator,value,unit,kind,source\nearlier,X,0.5,score,expert,评审\nearlier,Y,1,score,expert,评审\n")
        result = run("crosswalk", self.walk(), self.report("later.txt"), "--second", self.report("earlier.txt"), "--facts", facts, "--format", "json")
        self.assert_code(result, 0)
        later, earlier = rows(result)
        self.assertAlmostEqual(later["common"]["score"], 40)
        self.assertEqual(earlier["framework"]["id"], "other")
        self.assertAlmostEqual(earlier["score"], 37.5 * 0.5 + 12.5)
        self.assertAlmostEqual(earlier["common"]["score"], 25)  # X alone, and 60% of it
        self.assertAlmostEqual(earlier["common"]["left_out"], 0.55)
        table = run("crosswalk", self.walk(), self.report("later.txt"), "--second", self.report("earlier.txt"), "--facts", facts, "--format", "table",
                    "--lang", "en").out
        self.assertIn("In common: what both frameworks ask for, out of 50.0\n", table)
        self.assertIn("Assessed under", table)

    def test_the_other_way_round(self):
        facts = self.file("panel.csv", "document,indicator,value,unit,kind,source\nreport,X,0.5,score,expert,评审\n")
        row = rows(run("crosswalk", self.walk(), self.report(), "--reverse", "--facts", facts, "--format", "json"))[0]
        self.assertEqual(row["framework"]["id"], "other")
        self.assertEqual(row["crossed"]["framework"]["id"], "small")
        self.assertAlmostEqual(row["crossed"]["score"], 2.5)  # half of A1, at half
        self.assert_refused(run("crosswalk", self.walk("  X: A1\n"), self.report(), "--reverse"), "`back` is lacking at A1 for X (line 6)")

    def test_csv_and_table(self):
        table = list(csv.DictReader(io.StringIO(run("crosswalk", self.walk(), self.report(), "--format", "csv").out)))
        self.assertEqual([row["code"] for row in table], ["other", "X", "Y"])
        self.assertEqual((table[1]["answered_by"], float(table[1]["points"]), table[1]["evidence"]), ("A1 0.6", 18, "1"))
        result = run("crosswalk", self.walk(), self.report(), "--format", "table")
        self.assertIn("A1 60%", result.out)
        self.assertIn("已评 45.0% · 有对应而未评 0.0% · 无对应 55.0%；原框架中未用 50.0%", result.out)
        self.assertIn("+4.50", result.out)
        self.assertNotIn("+4.50", run("crosswalk", self.walk(), self.report(), "--format", "table", "--fixes", "0").out)

    def test_bad_files(self):
        result = run("crosswalk", self.walk("  X: A7\n"), self.report())
        self.assert_code(result, 1)
        self.assertIn("walk.yaml:6:6: error[unknown-target]: there is no group or indicator `A7` in `small`\n    X: A7\n       ^\n", result.err)
        result = run("check", self.walk("  X: A7\n  Z: A1\n"))
        self.assert_code(result, 1)
        self.assertTrue(result.out.endswith("2 errors\n"), result.out)
        self.assert_code(run("crosswalk", self.folder / "none.yaml", self.report()), 3)
        self.assert_refused(run("crosswalk", self.walk()), "DOCUMENT")
        result = run("crosswalk", self.walk(), self.folder / "none.txt")
        self.assert_code(result, 3)


if __name__ == "__main__":
    unittest.main()
