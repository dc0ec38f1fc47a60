"""How sure the ranks of an index are: a table of figures and the seeds, every format, and that what they say agrees."""
import csv
import io
import json
import unittest

from support import SEEDS, SMALL, CliTest, run

FRAMEWORK = """rulescore: 1
id: t
version: "1"
title: {zh: 指数, en: An index}
full: 100
missing: exclude
index:
  unit: city
  normalise: {min_max: [0, 100]}
  weights:
    other: {A: 3, B: 1}
children:
  - code: A
    title: {zh: 甲, en: A}
    children:
      - {code: A1, title: {zh: 甲一, en: A one}, data: {column: a}}
      - {code: A2, title: {zh: 甲二, en: A two}, data: {column: b}}
  - code: B
    title: {zh: 乙, en: B}
    weight: 3
    children:
      - {code: B1, title: {zh: 乙一, en: B one}, data: {column: c}}
      - {code: B2, title: {zh: 乙二, en: B two}, data: {column: d}}
"""
TABLE = "city,a,b,c,d\np,1,9,10,3\nq,5,7,30,1\nr,3,8,20,5\ns,2,2,50,2\nt,4,1,40,4\nu,1,1,10,1\n"


class Sensitivity(CliTest):
    def setUp(self):
        super().setUp()
        self.framework = self.file("framework.yaml", FRAMEWORK)
        self.table = self.file("cities.csv", TABLE)

    def ask(self, *more, code=0):
        result = run("sensitivity", self.table, "--framework", self.framework, *more)
        self.assert_code(result, code)
        return result.out

    def test_json_and_csv_say_the_same(self):
        found = json.loads(self.ask("--format", "json", "--draws", "300", "--leave-out"))
        self.assertEqual(found["draws"], 300)
        self.assertEqual(found["weights"], {"kind": "noise", "spread": 0.25})
        rows = list(csv.DictReader(io.StringIO(self.ask("--format", "csv", "--draws", "300", "--leave-out"))))
        self.assertEqual([row["unit"] for row in rows], [unit["unit"] for unit in found["units"]])
        for place, (row, unit) in enumerate(zip(rows, found["units"])):
            self.assertEqual(sum(unit["rank_counts"]), 300)
            mean = sum((rank + 1) * count for rank, count in enumerate(unit["rank_counts"])) / 300
            self.assertAlmostEqual(unit["mean_rank"], mean, places=12)
            self.assertEqual(unit["p_first"], unit["rank_counts"][0] / 300)
            for key in ("mean_rank", "median_rank", "rank_low", "rank_high", "p_first", "value", "rank"):
                self.assertEqual(float(row[key]), unit[key])
            for left in found["left_out"]:
                self.assertEqual(int(row["without " + left["code"]]), left["ranks"][place])
        self.assertEqual([left["code"] for left in found["left_out"]], ["A", "A1", "A2", "B", "B1", "B2"])
        for left in found["left_out"]:
            shifts = [abs(rank - unit["rank"]) for rank, unit in zip(left["ranks"], found["units"])]
            self.assertAlmostEqual(left["mean_shift"], sum(shifts) / len(shifts), places=12)
            self.assertEqual(left["largest_shift"], max(shifts))

    def test_same_seed_same_bytes_whatever_the_threads(self):
        for how in ("noise:0.5", "interval:0.2", "dirichlet", "dirichlet:20"):
            one = self.ask("--format", "json", "--weights", how, "--threads", "1")
            self.assertEqual(self.ask("--format", "json", "--weights", how, "--threads", "2"), one)
            self.assertNotEqual(self.ask("--format", "json", "--weights", how, "--seed", "2"), one)

    def test_nothing_drawn_is_the_index_itself(self):
        for unit in json.loads(self.ask("--format", "json", "--weights", "none", "--draws", "20"))["units"]:
            self.assertEqual((unit["mean_rank"], unit["rank_low"], unit["rank_high"]), (unit["rank"],) * 3)

    def test_swap_reconciles(self):
        swap = json.loads(self.ask("--format", "json", "--swap", "p", "s"))["swap"]
        for change in (swap["smallest_sum"], swap["smallest_squares"]):
            self.assertAlmostEqual(sum(change["shares"].values()), 1, places=9)
        units = {unit["unit"]: unit["value"] for unit in json.loads(self.ask("--format", "json"))["units"]}
        self.assertAlmostEqual(swap["lead"], units[swap["ahead"]] - units[swap["behind"]], places=9)
        self.assertEqual([node["code"] for node in swap["alone"]], ["A", "A1", "A2", "B", "B1", "B2"])

    def test_what_matters_names_its_factors(self):
        found = json.loads(self.ask("--format", "json", "--vary", "other", "--vary", "equal", "--leaf-noise", "0.1", "--what-matters", "--base", "32"))
        self.assertEqual([factor["name"] for factor in found["what_matters"]["factors"]], ["weights:1", "weights:2", "evidence", "weights"])
        self.assertEqual(found["choices"], {"weights": ["as given", "other", "equal"]})

    def test_tables_in_both_languages(self):
        asked = ("--format", "table", "--leave-out", "--swap", "p", "s", "--what-matters", "--base", "16", "--leaf-noise", "0.05")
        for language, words in (("zh", ("平均名次", "90%区间", "去掉一组或一项指标", "只改一个节点的权重", "什么最能改变名次", "次抽样")),
                                ("en", ("Mean rank", "90% range", "Without one group or indicator", "Changing one node alone", "What moves ranks most", "draws"))):
            out = self.ask(*asked, "--lang", language)
            for word in words:
                self.assertIn(word, out)

    def test_refusals(self):
        for more, message in ((("--weights", "gauss"), "weights are drawn as noise:0.25"), (("--draws", "0"), "--draws is at least 1"),
                              (("--swap", "p", "x"), '--swap: there is no unit "x"'), (("--leaf-noise", "2"), "--leaf-noise is a share"),
                              (("--weights", "none", "--what-matters"), "nothing is in doubt")):
            result = run("sensitivity", self.table, "--framework", self.framework, *more)
            self.assert_refused(result, message)

    def test_documents_too(self):
        result = run("sensitivity", SEEDS, "--draws", "100", "--format", "csv")
        self.assert_code(result, 0)
        self.assertEqual(len(list(csv.DictReader(io.StringIO(result.out)))), 5)
        self.assert_refused(run("sensitivity", SEEDS, "--doubt", "2"), "--doubt is a chance, 0 to 1, not 2")
        self.assert_refused(run("sensitivity", SEEDS, "--vary-normalise", "z"), "--vary-normalise, --vary-impute and --vary-framework are about tables")
        self.assert_refused(run("sensitivity", self.table, "--framework", self.framework, "--doubt", "0.5"), "--doubt is about what documents say")

    def test_another_framework_is_a_choice_like_others(self):
        geometric = self.file("geometric.yaml", FRAMEWORK.replace("index:", "aggregate: geometric\nindex:").replace("[0, 100]", "[1, 100]"))
        found = json.loads(self.ask("--format", "json", "--weights", "none", "--vary-framework", geometric, "--draws", "200"))
        self.assertEqual(found["choices"], {"framework": ["as given", str(geometric)]})
        ranks = {}
        for framework in (self.framework, geometric):
            for unit in json.loads(run("index", self.table, "--framework", framework, "--format", "json").out)["units"]:
                ranks.setdefault(unit["unit"], set()).add(unit["rank"])
        for unit in found["units"]:  # every rank drawn is the rank under one of the two, and both are drawn
            drawn = {rank for rank, times in enumerate(unit["rank_counts"], 1) if times > 0}
            self.assertEqual(drawn, ranks[unit["unit"]])

    def test_what_is_only_planned_may_count(self):
        """甲 shows 80%, which is 0.6; 乙 only plans 100%: nothing as it stands, full marks if the plan counts."""
        framework = self.file("small.yaml", SMALL.replace("missing: zero", "missing: zero\nstatus: {planned: [{any: [力争]}]}"))
        texts = (("甲", "出庭应诉率80%。"), ("乙", "力争出庭应诉率达到100%。"))
        reports = self.file("reports.jsonl", "".join(json.dumps({"name": n, "jurisdiction": n, "text": t}, ensure_ascii=False) + "\n" for n, t in texts))
        for chance, share in (("0", 0), ("1", 1), ("0.5", 0.5)):
            out = run("sensitivity", reports, "--framework", framework, "--weights", "none", "--doubt", chance, "--draws", "2000", "--format", "json").out
            first = {row["unit"]: row["p_first"] for row in json.loads(out)["units"]}
            self.assertAlmostEqual(first["乙"], share, delta=0.05)
            self.assertAlmostEqual(first["甲"] + first["乙"], 1)

    def test_choices_are_all_combined(self):
        found = json.loads(self.ask("--format", "json", "--vary-normalise", "z", "--vary-normalise", "rank", "--vary", "other", "--draws", "400"))
        self.assertEqual(found["choices"], {"normalise": ["as given", "z", "rank"], "weights": ["as given", "other"]})
        # Without other doubts a draw is one of four indices: the ranks a unit takes are its ranks in them.
        alone = ("--weights", "none", "--vary-normalise", "rank", "--vary", "other")
        ranks = [set(), set()]
        for row in json.loads(self.ask("--format", "json", "--draws", "400", *alone))["units"]:
            if row["unit"] == "p":
                ranks[0] = {rank for rank, times in enumerate(row["rank_counts"], 1) if times > 0}
        for normalise in ("min_max", "rank"):
            for weights in ("", "other"):
                more = ["--weights", weights] if weights else []
                units = json.loads(run("index", self.table, "--framework", self.framework, "--normalise", normalise, *more, "--format", "json").out)["units"]
                ranks[1] |= {unit["rank"] for unit in units if unit["unit"] == "p"}
        self.assertEqual(ranks[0], ranks[1])
        self.assert_refused(run("sensitivity", self.table, "--framework", self.framework, "--vary-normalise", "zz"), "--vary-normalise: there is no method zz")


if __name__ == "__main__":
    unittest.main()
