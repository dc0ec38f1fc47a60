"""rulescore index: tables of figures, and the scores of documents."""
import csv
import io
import json
import unittest

from support import SEEDS, SMALL, SOURCE, CliTest, run

TEMPLATE = SOURCE / "indicators" / "templates" / "index"
CITIES = TEMPLATE / "cities.csv"
ASEM = SOURCE / "tests" / "peers" / "data" / "asem" / "inputs" / "iData.csv"

TWO = """\
rulescore: 1
id: two
version: "1"
title: {zh: 二, en: two}
index: {unit: city, weights: {experts: {x: 3, y: 1}}}
children:
  - {code: x, title: x, data: {}}
  - {code: y, title: y, data: {better: lower}}
"""
TABLE = "city,x,y\n甲,0,10\n乙,5,4\n丙,10,0\n丁,,2\n"


class Index(CliTest):
    def setUp(self):
        super().setUp()
        self.framework = self.file("two.yaml", TWO)
        self.table = self.file("t.csv", TABLE)

    def index(self, *arguments):
        return run("index", self.table, "--framework", self.framework, *arguments)

    def test_worked_by_hand(self):
        # x: 0 50 100 –; y, less being better: 0 60 100 80.
        found = json.loads(self.index("--format", "json").out)
        self.assertEqual([(u["rank"], u["unit"], round(u["value"], 9), u["coverage"]) for u in found["units"]],
                         [(1, "丙", 100, 1), (2, "丁", 80, 0.5), (3, "乙", 55, 1), (4, "甲", 0, 1)])
        self.assertEqual(found["units"][2]["nodes"], {"x": 50, "y": 60})
        self.assertEqual([one["available"] for one in found["indicators"]], [3, 4])
        experts = json.loads(self.index("--format", "json", "--weights", "experts").out)
        self.assertAlmostEqual(experts["units"][2]["value"], (3 * 50 + 60) / 4)
        self.assertEqual(json.loads(self.index("--format", "json", "--impute", "mean").out)["indicators"][0]["imputed"], ["丁"])

    def test_csv_and_table(self):
        rows = list(csv.DictReader(io.StringIO(self.index("--format", "csv", "--rank-by", "topsis").out)))
        self.assertEqual(list(rows[0]), ["unit", "rank", "two", "coverage", "topsis", "topsis_rank", "x", "y"])
        self.assertEqual([row["unit"] for row in rows], ["丙", "丁", "乙", "甲"])
        self.assertEqual((rows[1]["topsis"], rows[1]["topsis_rank"], rows[1]["x"]), ("", "", ""))
        table = self.index("--format", "table", "--lang", "en").out
        self.assertIn("4 units x 2 indicators; figures still missing: 1", table)
        self.assertRegex(table, r"2 +丁 +80\.00 +50%")
        unit = self.index("--unit", "丁", "--format", "table").out
        self.assertRegex(unit, r"· y +1 +2 +min_max（越低越好） +80\.0000 +2")

    def test_an_index_is_rescored_from_its_own_csv(self):
        target = self.folder / "index.csv"
        self.assert_code(self.index("-o", target), 0)
        self.assertEqual(target.read_text(encoding="utf-8").splitlines()[1], "丙,1,100,1,100,100")

    def test_the_template(self):
        found = run("index", CITIES, "--framework", TEMPLATE, "--format", "json")
        self.assert_code(found, 0)
        self.assertEqual(len(json.loads(found.out)["units"]), 6)

    def test_scores_of_documents(self):
        scores = {row["document"]: row["score"] for row in json.loads(run("score", SEEDS, "--format", "json").out)}
        values = [unit["value"] for unit in json.loads(run("index", SEEDS, "--format", "json").out)["units"]]
        self.assertEqual(len(values), 5)
        for ours, theirs in zip(values, sorted(scores.values(), reverse=True)):
            self.assertAlmostEqual(ours, theirs, places=9)

    def test_same_bytes_for_any_number_of_threads(self):
        one = run("index", CITIES, "--framework", TEMPLATE, "--format", "json", "--threads", "1").out
        self.assertEqual(one, run("index", CITIES, "--framework", TEMPLATE, "--format", "json", "--threads", "3").out)

    def test_refusals(self):
        self.assert_refused(self.index("--weights", "expert"), 'there are no weights "expert"', "did you mean `experts`?")
        self.assert_refused(self.index("--rank-by", "topsys"), "topsys", "topsis")
        self.assert_refused(self.index("--normalise", "minmax"), "there is no method minmax", "min_max")
        self.assert_refused(self.index("--unit", "戊"), 'there is no unit "戊"')
        self.assert_refused(self.index("--unit", "甲", "--format", "json"), "--unit is shown as a table")
        self.assert_refused(run("index", self.table, self.table, "--framework", self.framework), "one table at a time")
        self.assert_refused(run("index", ASEM, "--framework", self.framework), "iData.csv has no column \"city\"")
        broken = self.file("broken.csv", "city,x,y\n甲,1,two\n")
        self.assert_refused(run("index", broken, "--framework", self.framework), "broken.csv:2", "holds \"two\", which is no number")
        short = self.file("short.csv", "city,x,y\n甲,1\n")
        answer = run("index", short, "--framework", self.framework)
        self.assertEqual(answer.code, 3)
        self.assertIn("short.csv:2: the row has 2 cells, the header 3", answer.err)
        self.assertEqual(run("index", "no-such.csv", "--framework", self.framework).code, 3)


if __name__ == "__main__":
    unittest.main()
