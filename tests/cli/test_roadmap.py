"""rulescore roadmap: one plan in every format, the same figures in all of them."""
import csv
import io
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from support import SEEDS, SMALL, CliTest, run

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(path):
    """Rows of cells of each sheet: text, number, or (formula, cached value)."""
    with zipfile.ZipFile(path) as book:
        shared = ["".join(t.text or "" for t in one.iter(MAIN + "t")) for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [one.get("name") for one in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        found = {}
        for place, name in enumerate(names, 1):
            rows = []
            for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{place}.xml")).iter(MAIN + "row"):
                cells = {}
                for cell in row:
                    column = re.match("[A-Z]+", cell.get("r")).group()
                    value = cell.find(MAIN + "v")
                    if value is None:
                        continue
                    formula = cell.find(MAIN + "f")
                    plain = shared[int(value.text)] if cell.get("t") == "s" else float(value.text)
                    cells[column] = plain if formula is None else (formula.text, plain)
                rows.append(cells)
            found[name] = rows
        return found


class RoadMap(CliTest):
    def plan(self, *more):
        return json.loads(run("roadmap", SEEDS, "--target", "80", "--format", "json", *more).out)

    def test_everything_adds_up(self):
        for plan in self.plan():
            total, effort = plan["score"], 0
            for order, step in enumerate(plan["steps"], 1):
                total += step["gain"]
                effort += step["effort"]
                self.assertEqual(step["order"], order)
                self.assertAlmostEqual(step["total"], total, delta=1e-9)
            self.assertAlmostEqual(plan["total"], total, delta=1e-9)
            self.assertAlmostEqual(plan["effort"], effort, delta=1e-9)
            self.assertTrue(plan["reaches"] and plan["proven"] and plan["total"] >= 80 - 1e-9)
            self.assertTrue(plan["range"][0] <= plan["score"] <= plan["range"][1])
            for sums in (plan["sums"]["by_remedy"].values(), plan["sums"]["by_owner"]):
                self.assertEqual(sum(one["steps"] for one in sums), len(plan["steps"]))
                self.assertAlmostEqual(sum(one["gain"] for one in sums), plan["total"] - plan["score"], delta=1e-9)
                self.assertAlmostEqual(sum(one["effort"] for one in sums), plan["effort"], delta=1e-9)

    def test_exemplars_stand_in_their_files(self):
        for plan in self.plan():
            for step in plan["steps"]:
                for other in step["exemplars"]:
                    with open(other["document"], "rb") as file:
                        self.assertEqual(file.read()[other["begin"] : other["end"]].decode("utf-8"), other["quote"])

    def test_gaps_need_what_the_road_map_takes(self):
        reports = json.loads(run("gaps", SEEDS, "--target", "80", "--format", "json").out)
        for report, plan in zip(reports, self.plan()):
            needed = {gap["indicator"] for gap in report["gaps"] if gap["needed"]}
            self.assertEqual(needed, {step["indicator"] for step in plan["steps"]})

    def test_csv_has_the_same_figures(self):
        target = self.folder / "plan.csv"
        self.assert_code(run("roadmap", SEEDS, "--target", "80", "-o", target), 0)
        rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8"))))
        steps = [step for plan in self.plan() for step in plan["steps"]]
        self.assertEqual(len(rows), len(steps))
        for row, step in zip(rows, steps):
            self.assertEqual((row["indicator"], row["quarter"], row["due"]), (step["indicator"], step["quarter"], step["due"]))
            self.assertEqual((float(row["gain"]), float(row["total"])), (step["gain"], step["total"]))

    def test_excel_has_the_same_figures_and_its_sums_are_formulas(self):
        first, again = self.folder / "plan.xlsx", self.folder / "again.xlsx"
        for target in (first, again):
            self.assert_code(run("roadmap", SEEDS, "--target", "80", "-o", target), 0)
        self.assertEqual(first.read_bytes(), again.read_bytes())
        book = sheets(first)
        self.assertEqual(list(book), ["总览", "路线图", "汇总", "差距"])
        plans = self.plan()
        rows = iter(book["路线图"][1:])
        for plan in plans:
            for step in plan["steps"]:
                row = next(rows)
                self.assertEqual((row["C"], row["G"], row["E"], row["F"]), (plan["document"], step["indicator"], step["quarter"], step["due"]))
                self.assertAlmostEqual(row["O"], step["gain"], delta=1e-9)
                self.assertAlmostEqual(row["P"], step["total"], delta=1e-9)
                self.assertEqual(row["L"], step["effort"])
        self.assertIsNone(next(rows, None))
        for row, plan in zip(book["总览"][1:], plans):
            self.assertAlmostEqual(row["I"][1], plan["total"] - plan["score"], delta=1e-9)
            self.assertIn("SUMIFS('路线图'!$O:$O", row["I"][0])
            self.assertAlmostEqual(row["K"][1], plan["effort"], delta=1e-9)
        # What the formulas of the sums come to, reckoned again from the steps.
        for row in book["汇总"][1:]:
            column = "J" if "$J:$J" in row["E"][0] else "K"
            mine = [one for one in book["路线图"][1:] if one["C"] == row["C"] and one.get(column) == row["D"]]
            self.assertAlmostEqual(row["E"][1], sum(one["L"] for one in mine), delta=1e-9)
            self.assertAlmostEqual(row["F"][1], sum(one["O"] for one in mine), delta=1e-9)

    def test_gaps_as_a_workbook(self):
        target = self.folder / "gaps.xlsx"
        self.assert_code(run("gaps", SEEDS, "-o", target), 0)
        reports = json.loads(run("gaps", SEEDS, "--format", "json").out)
        gaps = [gap for report in reports for gap in report["gaps"]]
        rows = sheets(target)["差距"][1:]
        self.assertEqual(len(rows), len(gaps))
        for row, gap in zip(rows, gaps):
            self.assertEqual(row["D"], gap["indicator"])
            self.assertAlmostEqual(row["L"], gap["gain"], delta=1e-9)
            self.assertAlmostEqual(row["M"], gap["cumulative"], delta=1e-9)

    def test_a_strangers_text_is_never_a_formula(self):
        small = self.file("small.yaml", SMALL)
        report = self.file("report.jsonl", json.dumps({"name": "=cmd()", "jurisdiction": "=1+1", "year": 2020, "text": "没有。"}) + "\n")
        target = self.folder / "plan.xlsx"
        self.assert_code(run("roadmap", report, "--framework", small, "-o", target), 0)
        self.assertEqual(sheets(target)["路线图"][1]["A"], "=1+1")

    def test_calendar(self):
        target = self.folder / "plan.ics"
        self.assert_code(run("roadmap", SEEDS, "--target", "80", "-o", target), 0)
        raw = target.read_bytes()
        for line in raw.split(b"\r\n"):
            self.assertNotIn(b"\n", line)
            self.assertLessEqual(len(line), 75)
        lines = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
        dues = [line.split(":")[1] for line in lines if line.startswith("DTSTART")]
        steps = [step for plan in self.plan() for step in plan["steps"]]
        self.assertEqual(dues, [step["due"].replace("-", "") for step in steps])
        uids = [line for line in lines if line.startswith("UID:")]
        self.assertEqual(len(set(uids)), len(steps))
        self.assertEqual(lines.count("BEGIN:VEVENT"), lines.count("END:VEVENT"))

    def test_a_calendar_needs_a_year(self):
        small = self.file("small.yaml", SMALL)
        report = self.file("report.txt", "没有。\n")
        self.assert_refused(run("roadmap", report, "--framework", small, "--format", "ics"), "says no year; say the first quarter")
        self.assert_code(run("roadmap", report, "--framework", small, "--format", "ics", "--from", "2021Q1"), 0)

    def test_markdown_says_what_each_step_takes(self):
        out = run("roadmap", SEEDS, "--target", "80", "--format", "md").out
        plans = self.plan()
        self.assertEqual(out.count("补什么："), sum(len(plan["steps"]) for plan in plans))
        self.assertIn("未必没做", out)
        self.assertEqual(out.count("## "), 5)

    def test_budget_capacity_and_english(self):
        plan = json.loads(run("roadmap", SEEDS, "--target", "80", "--budget", "20", "--from", "2022Q3", "--capacity", "7", "--format", "json").out)[0]
        self.assertLessEqual(plan["effort"], 20)
        self.assertFalse(plan["affordable"])
        self.assertEqual([plan["steps"][0]["quarter"], plan["steps"][-1]["quarter"]], ["2022Q3", "2023Q1"])
        out = run("roadmap", SEEDS, "--target", "80", "--budget", "20", "--lang", "en", "--format", "table").out
        self.assertIn("the budget doesn't reach the target, which takes at least", out)
        self.assertIn("write it down: ", out)

    def test_refusals(self):
        self.assert_refused(run("roadmap"), "DOCUMENT is required")
        self.assert_refused(run("roadmap", SEEDS, "--budget", "0"), "a budget is an effort above 0")
        self.assert_refused(run("roadmap", SEEDS, "--quarters", "0"), "a road map has 1 to 400 quarters")
        self.assert_refused(run("roadmap", SEEDS, "--from", "2021"), 'quarter "2021" is not understood')
        self.assert_refused(run("roadmap", SEEDS, "--target", "top"), 'target "top" is not understood')


if __name__ == "__main__":
    unittest.main()
