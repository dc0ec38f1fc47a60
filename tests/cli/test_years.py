"""rulescore compare: two years of reports, what moved and why; how it tells years, frameworks and result files apart."""
import json
import unittest

from support import SEEDS, SMALL, CliTest, run


def lines(*reports):
    return "".join(json.dumps({"name": n, "jurisdiction": j, "year": y, "text": t}, ensure_ascii=False) + "\n" for n, j, y, t in reports)


class Years(CliTest):
    def setUp(self):
        super().setUp()
        self.small = self.file("small.yaml", SMALL)
        self.old = self.file("old.jsonl", lines(("a", "甲", 2019, "出庭应诉率90%。"), ("b", "乙", 2019, "出庭应诉率70%。")))
        self.new = self.file("new.jsonl", lines(("c", "甲", 2020, "出庭应诉率100%。"), ("d", "乙", 2020, "开会。")))

    def compared(self, *arguments):
        result = run("compare", *arguments, "--format", "json")
        self.assert_code(result, 0)
        return json.loads(result.out)

    def test_two_files_of_reports(self):
        moved = self.compared(self.old, self.new, "--framework", self.small)
        self.assertEqual([(one["jurisdiction"], one["year"], one["partner"]["year"]) for one in moved["documents"]], [("甲", 2019, 2020), ("乙", 2019, 2020)])
        (rise,), (loss,) = (one["shifts"] for one in moved["documents"])
        self.assertEqual((rise["cause"], rise["evidence_before"]["quote"], rise["evidence_after"]["quote"]), ("changed_value", "出庭应诉率90%", "出庭应诉率100%"))
        self.assertEqual((loss["cause"], loss["evidence_after"], loss["points"]), ("lost_evidence", None, -4.0))
        for one in moved["documents"]:
            self.assertAlmostEqual(sum(shift["points"] for shift in one["shifts"]), one["change"], delta=1e-9)
        self.assertAlmostEqual(sum(cause["points"] for cause in moved["causes"]), sum(one["change"] for one in moved["documents"]) / 2, delta=1e-9)
        table = run("compare", self.old, self.new, "--framework", self.small, "--format", "table").out
        self.assertIn("未再提及：上年写了，本年报告未见；不等于没有做到。\n", table)
        rows = run("compare", self.old, self.new, "--framework", self.small, "--format", "csv").out.splitlines()
        self.assertEqual(len(rows), 3)

    def test_folders_without_metadata_are_paired_by_file_name(self):
        for year, figure in ((2019, 80), (2020, 90)):
            (self.folder / str(year)).mkdir()
            (self.folder / str(year) / f"qingdao-{year}.txt").write_text(f"出庭应诉率{figure}%。", encoding="utf-8")
        moved = self.compared(self.folder / "2019", self.folder / "2020", "--framework", self.small)
        self.assertEqual([(one["before"], one["after"]) for one in moved["documents"]], [(6.0, 8.0)])

    def test_a_changed_framework_is_a_cause_of_its_own(self):
        strict = self.file("strict.yaml", SMALL.replace("{from: 50%, to: 100%}", "{from: 80%, to: 100%}"))
        moved = self.compared(self.old, self.new, "--framework", strict, "--old-framework", self.small)
        first = moved["documents"][0]
        self.assertEqual([(shift["cause"], shift["points"]) for shift in first["shifts"]], [("framework", -3.0), ("changed_value", 5.0)])
        self.assertEqual((first["before"], first["after"], first["moved"]), (8.0, 10.0, 2.0))
        self.assertEqual(moved["indicators"][0]["text"][0]["path"], "score.rate.from")

    def test_result_files_of_two_years(self):
        for name, reports in (("before.json", self.old), ("after.jsonl", self.new)):
            self.assert_code(run("score", reports, "--framework", self.small, "-o", self.folder / name), 0)
        files = self.compared(self.folder / "before.json", self.folder / "after.jsonl")
        self.assertEqual([(one["before"], one["after"]) for one in files["documents"]], [(8.0, 10.0), (4.0, 0.0)])
        self.assertIsNone(files["causes"])

    def test_the_seeds_beside_themselves(self):
        moved = self.compared(SEEDS, SEEDS)
        self.assertEqual(len(moved["documents"]), 5)
        self.assertEqual([one["shifts"] for one in moved["documents"]], [[]] * 5)

    def test_refusals(self):
        self.assert_refused(run("compare", self.old, self.small), f"compare takes two of a kind: {self.old} is documents, {self.small} is a framework")
        self.assert_refused(run("compare", self.old, self.new, self.new), f"two years are two files or folders, OLD and NEW; {self.new} is one too many")
        self.assert_refused(run("compare", self.small, self.small, self.old, "--old-framework", self.small), "--old-framework is of two years; two frameworks are OLD and NEW themselves")
        self.assert_refused(run("compare", "a.json", "b.json", "--framework", self.small), "--framework is of two years; result files hold their framework")
        self.assert_refused(run("compare", self.small, self.small, self.old, "--format", "csv"), "csv lists what moved between two years")
        self.assert_refused(run("compare", self.old, self.file("far.jsonl", lines(("x", "丙", 2020, "无。"))), "--framework", self.small), "no report of the one year has a partner in the other")
        self.assertIn("cannot read gone.jsonl", run("compare", "gone.jsonl", self.new, "--framework", self.small).err)
        missing = run("compare", "2019.txt", "2020.txt", "--framework", self.small)
        self.assertEqual(missing.code, 3)
        self.assertIn("cannot read 2019.txt", missing.err)


if __name__ == "__main__":
    unittest.main()
