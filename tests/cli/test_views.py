"""rulescore index --view and --before: the data seen otherwise, and what moved each unit."""
import json
import unittest

from support import CliTest, run

FRAMEWORK = """\
rulescore: 1
id: small
version: "1"
title: {zh: 小指数, en: Small index}
index: {unit: city, time: year, normalise: goalposts, impute: none}
children:
  - {code: A, title: {zh: 结案率, en: Closed}, weight: 3, data: {goalposts: [0, 100]}}
  - {code: B, title: {zh: 天数, en: Days}, weight: 1, data: {better: lower, goalposts: [0, 50]}}
"""
LATER = "city,year,A,B\n宁波,2020,80,10\n青岛,2020,90,\n济南,2020,50,50\n"
EARLIER = "city,year,A,B\n宁波,2019,60,20\n青岛,2019,90,5\n济南,2019,50,50\n"


class Views(CliTest):
    def setUp(self):
        super().setUp()
        self.small = self.file("small.yaml", FRAMEWORK)
        self.later, self.earlier = self.file("2020.csv", LATER), self.file("2019.csv", EARLIER)

    def view(self, view, *more):
        return run("index", self.later, "--framework", self.small, "--view", view, *more)

    def test_every_view_answers_in_every_format(self):
        both = self.file("both.csv", LATER + EARLIER.split("\n", 1)[1])
        for view in ("stats", "correlations", "correlations:kendall", "matrix", "matrix:spearman", "alpha", "pca", "availability", "unit:宁波", "trends", "trends:A"):
            for form in ("table", "json", "csv"):
                found = run("index", both, "--framework", self.small, "--view", view, "--format", form)
                self.assertEqual((found.code, found.err), (0, ""), view)
                if form == "json":
                    self.assertEqual(json.loads(found.out)["view"], view.split(":")[0])
        slope = json.loads(run("index", both, "--framework", self.small, "--view", "trends:A", "--format", "json").out)["rows"]
        self.assertEqual([(row["unit"], row["slope"]) for row in slope], [("宁波", 20), ("青岛", 0), ("济南", 0)])

    def test_two_languages(self):
        self.assertIn("小指数", self.view("unit:宁波", "--format", "table").out)
        english = self.view("unit:宁波", "--format", "table", "--lang", "en").out
        self.assertIn("Small index", english)
        self.assertIn("profile: 宁波 2020", english)

    def test_availability(self):
        rows = json.loads(self.view("availability", "--format", "json").out)["rows"]
        self.assertEqual([(row["unit"], row["missing"], row["B"]) for row in rows], [("宁波", 0, 1), ("青岛", 1, 0), ("济南", 0, 1)])

    def test_what_moved_adds_up(self):
        found = json.loads(run("index", self.later, "--framework", self.small, "--before", self.earlier, "--format", "json").out)
        self.assertTrue(found["additive"])
        by_unit = {unit["unit"]: unit for unit in found["units"]}
        parts = {leaf["code"]: leaf["total"] for leaf in by_unit["宁波"]["leaves"]}
        self.assertAlmostEqual(parts["A"], 15)  # 20 more at three quarters
        self.assertAlmostEqual(parts["B"], 5)   # 10 days less of 50 at a quarter
        for unit in found["units"]:
            self.assertAlmostEqual(sum(leaf["total"] for leaf in unit["leaves"]) + unit["rules"], unit["change"], 9)
        table = run("index", self.later, "--framework", self.small, "--before", self.earlier, "--format", "table", "--lang", "en").out
        self.assertIn("A +15.00, B +5.00", table)

    def test_two_versions_of_a_framework(self):
        other = self.file("other.yaml", FRAMEWORK.replace("weight: 3", "weight: 1"))
        found = json.loads(run("index", self.later, "--framework", self.small, "--before-framework", other, "--format", "json").out)
        by_unit = {unit["unit"]: unit for unit in found["units"]}
        self.assertEqual(by_unit["宁波"]["change"], 0)  # 80 in both
        self.assertEqual(by_unit["济南"]["before"], 25)
        self.assertAlmostEqual(by_unit["济南"]["change"], 12.5)

    def test_refusals(self):
        self.assert_refused(self.view("stat"), "there is no view `stat`; did you mean `stats`?")
        self.assert_refused(self.view("unit:宁坡"), "there is no unit `宁坡`; did you mean `宁波`?")
        self.assert_refused(self.view("stats", "--unit", "宁波"), "--view and --before stand alone")
        missing = run("index", self.later, "--framework", self.small, "--before", self.folder / "none.csv")
        self.assert_code(missing, 3)
        self.assertIn("none.csv", missing.err)


if __name__ == "__main__":
    unittest.main()
